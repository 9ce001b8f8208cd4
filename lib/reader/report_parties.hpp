// SPDX-License-Identifier: BSL-1.0
/// Who sends a report, to whom, and onward to whom.
#pragma once

#include <string>
#include <vector>

#include "reader/tasks.hpp"

namespace kehoach::detail {

class ReportParties {
 public:
  ReportParties(const Source& source, const Outline& outline, const Tasks& tasks)
      : source_(source), outline_(outline), tasks_(tasks) {}

  /// The clauses that follow stand in this item; who sent in one clause sends in the next.
  void enter(std::uint32_t node) {
    node_ = node;
    sender_.clear();
  }
  /// The last subject in front of the verb, else who has the item's task.
  std::vector<std::string> sender(Range clause, std::uint32_t verb);
  /// Fills `to` and `onward`.
  void addressees(Range clause, std::uint32_t verb, ReadReport&) const;

 private:
  std::vector<std::string> lead_before(const Node&) const;
  bool behind_with(std::uint32_t t) const;
  bool acts(std::uint32_t t, std::uint32_t verb) const;
  std::uint32_t leads_to(std::uint32_t t) const;
  std::uint32_t past_matter(std::uint32_t t) const;

  const Source& source_;
  const Outline& outline_;
  const Tasks& tasks_;
  std::uint32_t node_ = 0;
  std::vector<std::string> sender_;
};

}  // namespace kehoach::detail
