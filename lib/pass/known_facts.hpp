// SPDX-License-Identifier: BSL-1.0
/// What has been reported about every task, folded into columns: what the statuses of any day read
/// instead of walking the reports one by one.
#pragma once

#include <cstdint>
#include <vector>

#include "pass/frame.hpp"

namespace kehoach::detail {

/// What the facts say, whatever the deadline.
struct Reported {
  bool started = false;
  bool suspended = false;
  bool cancelled = false;
  Date done_on = no_date;
  Date extended_to = no_date;
  std::int16_t progress = -1;  ///< in 1/100 percent; -1: nothing reported
};
/// Progress in 1/100 percent; validated to lie in 0 to 100.
std::int16_t hundredths(Quantity percent);
/// `facts` by date, then id.
Reported reported(const Model&, std::span<const ObservationId> facts);

/// By position. A row holds for every day from `until` on, if all facts are known.
struct KnownFacts {
  enum Flag : std::uint8_t {
    started = 1,
    suspended = 2,
    cancelled = 4,
    any = 8,     ///< something was reported
    apart = 16,  ///< more than these columns decides: it recurs, waits for another, was extended
  };
  explicit KnownFacts(Memory memory = nullptr)
      : until(memory), done_on(memory), progress(memory), flags(memory), set_apart(memory) {}

  KeptVector<std::int32_t> until;    ///< day of its last fact, or `day_none`
  KeptVector<std::int32_t> done_on;  ///< or `day_none`
  KeptVector<std::int16_t> progress;
  KeptVector<std::uint8_t> flags;
  std::int32_t last = day_none;    ///< the latest of `until`
  KeptVector<Position> set_apart;  ///< all tasks with that flag, ascending
};
/// Linear in tasks and facts.
KnownFacts known_facts(const Model&, const Frame&);

}  // namespace kehoach::detail
