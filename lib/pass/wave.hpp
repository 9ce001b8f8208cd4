// SPDX-License-Identifier: BSL-1.0
/// The two sweeps of the schedule, run only where something changed: tasks in order, each once, and
/// those whose dates come out equal pass nothing on.
#pragma once

#include <vector>

#include <kehoach/change.hpp>

#include "pass/ticker.hpp"
#include "pass/timetable.hpp"
#include "pass/update.hpp"

namespace kehoach::detail {

/// Where the waves begin, and whose doing it was.
struct WaveSeeds {
  struct Seed {
    std::uint32_t task;
    Item cause;
    /// Reached only from above, where less is left than before: the latest finish that is left, and all
    /// other neighbours leave what they did. `day_none`: any may leave something else.
    std::int32_t limit = day_none;
  };
  std::vector<Seed> forward;
  std::vector<Seed> backward;
};

class Wave {
 public:
  /// Appends to `moved` every task it changes, as it was before each change.
  Wave(const Model& model, Timetable& times, Writer writer, std::vector<Moved>& moved)
      : model_(model), times_(times), writer_(writer), moved_(moved) {}

  /// Both: false where the host asked to stop.
  bool forward(const std::vector<WaveSeeds::Seed>& seeds, PassWork&, Ticker&);
  bool backward(const std::vector<WaveSeeds::Seed>& seeds, PassWork&, Ticker&);

 private:
  /// A task that implements one whose latest finish is another now.
  struct Below {
    std::uint32_t task;
    std::uint32_t upper;
    std::int32_t limit;  ///< the latest finish that the upper one leaves it
    bool less;           ///< than before
  };
  void move_latest(std::uint32_t task, TaskTimes was, std::int32_t now);
  void settle_below(std::size_t, PassWork&);
  void call_ahead(std::size_t below) const;

  const Model& model_;
  Timetable& times_;
  Writer writer_;
  std::vector<Moved>& moved_;
  std::vector<WaveSeeds::Seed> reached_;  ///< to be looked at in order
  std::vector<Below> below_;
};

}  // namespace kehoach::detail
