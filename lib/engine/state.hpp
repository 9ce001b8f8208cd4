// SPDX-License-Identifier: BSL-1.0
/// What stands behind the public handles.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <kehoach/engine.hpp>

#include "model/model.hpp"
#include "pass/board.hpp"
#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach {

/// One published version. Never written to again.
struct SnapshotState {
  SnapshotState(std::uint64_t number, detail::Model said, detail::Timetable kept,
                std::optional<detail::Board> followed, std::optional<detail::Frame> made = {})
      : revision(number),
        model(std::move(said)),
        times(std::move(kept)),
        board(std::move(followed)),
        frame_(std::move(made)) {}

  const std::uint64_t revision;
  const detail::Model model;
  const detail::Timetable times;
  const std::optional<detail::Board> board;  ///< of the day the engine follows
  /// Made when first asked for, unless the commit had it at hand; any thread may ask.
  const detail::Frame& frame() const {
    std::call_once(frame_once_, [this] {
      if (!frame_) frame_ = detail::make_frame(model, times);
    });
    return *frame_;
  }

 private:
  mutable std::once_flag frame_once_;
  mutable std::optional<detail::Frame> frame_;
};

struct EngineState {
  std::shared_ptr<const SnapshotState> current;
  /// Gives each edit its number; shared by an engine and its branches.
  std::shared_ptr<std::atomic<detail::Writer>> writers;
};

struct Evaluation::State {
  std::shared_ptr<const SnapshotState> snapshot;
  detail::When when;
  detail::Standings standings;   ///< by position
  std::vector<Status> statuses;  ///< by task id
  mutable std::once_flag findings_once;
  mutable std::vector<Finding> findings;

  const detail::Model& model() const { return snapshot->model; }
  const detail::Timetable& times() const { return snapshot->times; }
  const detail::Frame& frame() const { return snapshot->frame(); }
};

}  // namespace kehoach
