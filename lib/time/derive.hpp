// SPDX-License-Identifier: BSL-1.0
/// Applying a deadline rule, with or without writing down the steps: passes over many tasks want
/// the days only, `resolve` wants the words, and both must be the same derivation.
#pragma once

#include <string>
#include <vector>

#include <kehoach/deadline.hpp>

namespace kehoach::detail {

/// The steps of a derivation as they are taken; writes none where nobody asked.
class Trail {
 public:
  explicit Trail(std::vector<DeadlineStep>* steps) noexcept : steps_(steps) {}

  /// `text` makes the sentence and is called only if somebody reads it.
  template <class MakeText>
  void step(const char* rule, const char* source, Date date, MakeText&& text) {
    if (steps_ != nullptr) steps_->push_back({rule, source, date, text()});
  }

 private:
  std::vector<DeadlineStep>* steps_;
};

/// `resolve`, its steps left empty unless `with_steps`.
Result<Deadline> derive(const DeadlineRule& rule, const Calendar& calendar,
                        const DeadlinePolicy& policy, const DeadlineContext& context,
                        bool with_steps);

}  // namespace kehoach::detail
