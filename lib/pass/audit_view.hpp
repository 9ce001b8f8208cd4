// SPDX-License-Identifier: BSL-1.0
/// One version of the plans on one day, as the checks read it: from the answers kept of that day, or
/// from those worked out for it.
#pragma once

#include "pass/board.hpp"
#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

class AuditView {
 public:
  AuditView(const Model& said, const Timetable& timetable, const Board& board)
      : model(said), times(timetable), when(board.when()), board_(&board) {}
  AuditView(const Model& said, const Frame& frame, const Standings& all, const When& day)
      : model(said), times(frame.times), when(day), frame_(&frame), all_(&all) {}

  const Model& model;
  const Timetable& times;
  const When when;

  /// Null where the answers were worked out.
  const Board* board() const { return board_; }
  Status status(TaskId t) const {
    return board_ != nullptr ? board_->status(t) : all_->status[position(t)];
  }
  /// In 1/100 percent; -1: nothing reported.
  std::int16_t progress(TaskId t) const {
    return board_ != nullptr ? board_->progress(t) : all_->progress[position(t)];
  }
  Rollup below(TaskId t) const {
    return board_ != nullptr ? board_->below(t) : all_->rollups.below(position(t));
  }
  bool implemented(TaskId t) const { return !times.lowers.empty(t.value()); }
  std::int32_t due(TaskId t) const { return times.of(t).in.due; }
  /// `no_date` where nothing says it.
  Date start(DocumentId d) const { return from_day_number(times.document_start[d.value()]); }

 private:
  Position position(TaskId t) const { return frame_->position[t.value()]; }

  const Board* board_ = nullptr;
  const Frame* frame_ = nullptr;
  const Standings* all_ = nullptr;
};

inline bool is_done(Status s) {
  return s == Status::done_in_time || s == Status::done_late;
}
/// Somebody still has to do it.
inline bool is_open(Status s) {
  return !is_done(s) && s != Status::cancelled;
}

}  // namespace kehoach::detail
