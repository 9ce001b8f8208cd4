// SPDX-License-Identifier: BSL-1.0
/// Asks the host now and then whether to go on.
#pragma once

#include <cstdint>

#include <kehoach/change.hpp>
#include <kehoach/result.hpp>

namespace kehoach::detail {

class Ticker {
 public:
  Ticker(const Progress& progress, const char* stage, std::uint64_t total)
      : progress_(progress), stage_(stage), total_(total), go_on_(ask()) {}

  /// After each item; false: stop.
  bool step() {
    if ((++done_ & 0x3FFF) == 0 && go_on_) go_on_ = ask();
    return go_on_;
  }
  /// After so many at once.
  bool step(std::uint64_t items) {
    done_ += items;
    if (go_on_) go_on_ = ask();
    return go_on_;
  }
  bool go_on() const { return go_on_; }

  static Error cancelled() { return {Errc::cancelled, "the host asked to stop", {}, {}}; }

 private:
  bool ask() const { return !progress_ || progress_({stage_, done_, total_}); }

  const Progress& progress_;
  const char* stage_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  bool go_on_;
};

}  // namespace kehoach::detail
