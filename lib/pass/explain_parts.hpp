// SPDX-License-Identifier: BSL-1.0
/// The chapters of an explanation: each tells one kind of answer, step by step, into one `Telling`.
#pragma once

#include <string>
#include <vector>

#include <kehoach/reason.hpp>

#include "pass/frame.hpp"
#include "pass/item_place.hpp"
#include "pass/status.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {

/// What is told from, and what was told so far.
struct Telling {
  const Model& model;
  const Frame& frame;
  const Standings& all;
  const When& when;
  std::vector<Reason> steps;

  /// One step more, its place in the papers filled in; valid until the next one.
  Reason& step(int depth, std::string rule, Text text, Item item = {}, Date date = no_date);
  /// Fills in where the reason's item stands.
  void place(Reason&) const;
};

/// The day that decides, how it came about, and the days off on the way.
Result<Done> tell_deadline(Telling&, int depth, TaskId);
/// The days off that made a day roll.
void tell_days_off(Telling&, int depth, const Calendar&, Date last_valid, Date rolled);
/// The day on which the event of a task's term was reported; `no_date`: no such event, or not yet.
Date event_day(const Telling&, TaskId);

/// What binds a task from before, from after, and the working days between the two.
Result<Done> tell_earliest(Telling&, int depth, TaskId);
Result<Done> tell_latest(Telling&, int depth, TaskId);
Result<Done> tell_slack(Telling&, int depth, TaskId);

/// A task's status with its offices, its deadline and what was reported.
Result<Done> tell_status(Telling&, int depth, TaskId);
void tell_observation(Telling&, int depth, ObservationId);

/// What the tasks of an office, under a document or under a task add up to.
Result<Done> tell_sums(Telling&, Item);
Result<Done> tell_report(Telling&, ReportId);
Result<Done> tell_target(Telling&, TargetId);

}  // namespace kehoach::detail
