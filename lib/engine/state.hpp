// SPDX-License-Identifier: BSL-1.0
/// What stands behind the public handles.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include <kehoach/engine.hpp>

#include "model/model.hpp"
#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach {

/// One published version. Never written to again.
struct SnapshotState {
  std::uint64_t revision = 0;
  detail::Model model;
  std::shared_ptr<const detail::Frame> frame;
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
  const detail::Frame& frame() const { return *snapshot->frame; }
};

}  // namespace kehoach
