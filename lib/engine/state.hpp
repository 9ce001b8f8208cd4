// SPDX-License-Identifier: BSL-1.0
/// What stands behind the public handles.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <kehoach/engine.hpp>

#include "engine/audit_keeper.hpp"
#include "model/model.hpp"
#include "pass/board.hpp"
#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach {

/// What an engine, its branches and all their versions have in common. Held by each of them longer than
/// any page.
struct Family {
  explicit Family(std::shared_ptr<std::pmr::memory_resource> pages) : memory(std::move(pages)) {}

  const std::shared_ptr<std::pmr::memory_resource> memory;  ///< of what they share; or null
  std::atomic<std::uint64_t> next{1};                       ///< number of the next edit
  detail::AuditKeeper audits;

  detail::Writer writer() { return {next.fetch_add(1), memory.get()}; }
};

/// One published version. Never written to again.
struct SnapshotState {
  SnapshotState(std::uint64_t number, std::uint64_t writer, std::shared_ptr<Family> engines,
                detail::Model said, std::shared_ptr<const detail::Timetable> dates,
                std::optional<detail::Board> followed,
                std::shared_ptr<const detail::Frame> made = nullptr,
                std::shared_ptr<const detail::Numbering> numbers = nullptr)
      : revision(number),
        written_by(writer),
        family(std::move(engines)),
        model(std::move(said)),
        kept_times(std::move(dates)),
        times(*kept_times),
        board_(std::move(followed)),
        frame_(std::move(made)),
        numbering_(frame_ != nullptr ? frame_->numbering : std::move(numbers)) {}

  const std::uint64_t revision;
  const std::uint64_t
      written_by;  ///< the edit that made these plans: equal only for the same plans
  const std::shared_ptr<Family> family;
  const detail::Model model;
  const std::shared_ptr<const detail::Timetable> kept_times;  ///< shared where only facts differ
  const detail::Timetable& times;
  /// Of the day the engine follows; none where it was lent.
  const std::optional<detail::Board>& board() const { return board_; }
  /// Lets the next version have the board, to write in it what differs instead of in a copy. Only for
  /// whoever alone holds this version; it can be worked out again from the next one's.
  std::optional<detail::Board> lend_board() const noexcept {
    lent_ = true;
    return std::exchange(board_, std::nullopt);
  }
  void give_back(std::optional<detail::Board> board) const noexcept {
    lent_ = false;
    board_ = std::move(board);
  }
  bool lent() const { return lent_; }
  /// Made when first asked for, unless the commit had it at hand; any thread may ask.
  const detail::Frame& frame() const {
    const std::lock_guard<std::mutex> lock(frame_lock_);
    if (frame_ == nullptr) {
      frame_ = std::make_shared<const detail::Frame>(
          detail::make_frame(model, times, family->memory.get(), numbering_));
      numbering_ = frame_->numbering;
    }
    return *frame_;
  }
  /// Made when first asked for; any thread may ask.
  const detail::Groundwork& groundwork() const {
    std::call_once(groundwork_once_, [this] { groundwork_ = detail::groundwork(model, frame()); });
    return groundwork_;
  }
  /// Null if nobody has asked yet.
  std::shared_ptr<const detail::Frame> frame_if_made() const {
    const std::lock_guard<std::mutex> lock(frame_lock_);
    return frame_;
  }
  /// The same of what the frame rests on.
  std::shared_ptr<const detail::Numbering> numbering_if_made() const {
    const std::lock_guard<std::mutex> lock(frame_lock_);
    return numbering_;
  }

 private:
  mutable std::optional<detail::Board> board_;
  mutable bool lent_ = false;
  mutable std::mutex frame_lock_;
  mutable std::shared_ptr<const detail::Frame> frame_;
  mutable std::shared_ptr<const detail::Numbering> numbering_;
  mutable std::once_flag groundwork_once_;
  mutable detail::Groundwork groundwork_;
};

struct EngineState {
  std::shared_ptr<const SnapshotState> current;
  std::shared_ptr<Family> family;
  std::shared_ptr<const SnapshotState> undone;  ///< what `undo` goes back to
  std::shared_ptr<const SnapshotState> origin;  ///< of a branch: the version it began with

  /// Points the engine at a new version, which `undo` takes back.
  void publish(std::shared_ptr<const SnapshotState> next) {
    undone = std::move(current);
    current = std::move(next);
  }
};

struct Evaluation::State {
  std::shared_ptr<const SnapshotState> snapshot;
  detail::When when;

  /// The kept answers, where the engine followed this day; else null.
  const detail::Board* board() const {
    return snapshot->board() && snapshot->board()->when() == when ? &*snapshot->board() : nullptr;
  }
  /// By position; worked out when first asked for, unless `evaluate` had to.
  const detail::Standings& standings() const {
    std::call_once(standings_once, [this] {
      if (!standings_)
        standings_ = detail::standings(model(), frame(), snapshot->groundwork(), when).value();
    });
    return *standings_;
  }
  /// By task id - 1.
  const std::vector<Status>& statuses() const {
    std::call_once(statuses_once, [this] {
      statuses_.resize(model().count(ItemKind::task));
      const detail::Board* kept = board();
      for (std::uint32_t t = 1; t <= statuses_.size(); ++t) {
        const detail::Position p = kept != nullptr ? 0 : frame().position[t];
        statuses_[t - 1] = kept != nullptr            ? kept->status(TaskId(t))
                           : p == detail::no_position ? Status::cancelled
                                                      : standings().status[p];
      }
    });
    return statuses_;
  }

  /// What is wrong or suspicious; looked for when first asked.
  const detail::AuditKeeper::Answer& audit() const {
    std::call_once(findings_once, [this] {
      if (board() != nullptr) {
        findings = snapshot->family->audits.of(*snapshot);
      } else {
        const detail::Audit all(detail::AuditView(model(), frame(), standings(), when));
        findings = {all.list(), all.work()};
      }
    });
    return findings;
  }

  mutable std::once_flag standings_once;
  mutable std::optional<detail::Standings> standings_;
  mutable std::once_flag statuses_once;
  mutable std::vector<Status> statuses_;
  mutable std::once_flag findings_once;
  mutable detail::AuditKeeper::Answer findings;

  const detail::Model& model() const { return snapshot->model; }
  const detail::Timetable& times() const { return snapshot->times; }
  const detail::Frame& frame() const { return snapshot->frame(); }
};

}  // namespace kehoach
