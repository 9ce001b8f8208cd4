// SPDX-License-Identifier: BSL-1.0
/// Every different deadline rule once: they repeat by the thousand. Row 0 says nothing at all.
#pragma once

#include <cstdint>
#include <memory>

#include <kehoach/deadline.hpp>

#include "base/column.hpp"
#include "base/hash_index.hpp"

namespace kehoach::detail {

class RuleTable {
 public:
  explicit RuleTable(Writer);

  std::uint32_t size() const { return rules_.size(); }
  const DeadlineRule& operator[](std::uint32_t row) const { return *rules_[row]; }
  /// The row of an equal rule, which is added where there is none.
  std::uint32_t add(const DeadlineRule&, Writer);
  /// Does a row say the same as one of another version's table?
  bool same(std::uint32_t row, const RuleTable& other, std::uint32_t its_row) const;

 private:
  Column<std::shared_ptr<const DeadlineRule>, 6> rules_;
  HashIndex index_;
};

}  // namespace kehoach::detail
