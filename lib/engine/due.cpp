// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "engine/evaluate.hpp"
#include "model/organisation.hpp"
#include "pass/reports.hpp"
#include "pass/scope.hpp"

namespace kehoach::detail {
namespace {

struct Window {
  Date from, to;
  bool overdue;

  bool takes(Date due, Status status) const {
    if (due == no_date || due < from || due > to) return false;
    if (status == Status::cancelled || status == Status::suspended) return false;
    return !overdue || status == Status::open_overdue;
  }
};

Status status_of(const Slot& slot, Date as_of) {
  if (slot.done_on != no_date)
    return slot.done_on <= slot.due() ? Status::done_in_time : Status::done_late;
  if (slot.due() < as_of) return Status::open_overdue;
  return slot.instance.period_first > as_of ? Status::not_yet_started : Status::open_in_time;
}

class Collector {
 public:
  Collector(const Evaluation::State& state, const Window& window, const Scope& scope)
      : state_(state),
        model_(state.model()),
        frame_(state.frame()),
        window_(window),
        scope_(scope),
        leaders_(model_, frame_.times, state.when, scope.boundaries) {}

  Result<Done> tasks() {
    for (Position p : in_scope(model_, frame_, scope_, state_.when)) {
      const TaskId task(frame_.task_at[p]);
      const bool recurs = model_.rule(model_.task(task)).kind == DeadlineKind::recurring;
      const Result<Done> done = recurs ? recurring(task, p) : once(task, p);
      if (!done.ok()) return done;
    }
    return Done{};
  }

  Result<Done> reports() {
    const std::vector<bool> inside = reports_in_scope(model_, scope_, state_.when);
    for (std::uint32_t r = 1; r < inside.size(); ++r) {
      if (!inside[r]) continue;
      const Result<std::vector<ReportPeriod>> periods =
          report_periods(model_, frame_.times, ReportId(r), state_.when, window_.to);
      if (!periods.ok()) return periods.error();
      for (const ReportPeriod& period : *periods) report(ReportId(r), period);
    }
    return Done{};
  }

  std::vector<DueItem> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const DueItem& a, const DueItem& b) {
      return a.due != b.due ? a.due < b.due : a.item < b.item;
    });
    return std::move(found_);
  }

 private:
  Result<Done> once(TaskId task, Position p) {
    if (window_.overdue && state_.standings().status[p] != Status::open_overdue) return Done{};
    const Result<Standing> s = standing(model_, frame_.times, task, state_.when);
    if (!s.ok()) return s.error();
    if (!window_.takes(s->due, s->status)) return Done{};
    const Result<Deadline> d = deadline_of(model_, task, no_date);
    if (!d.ok()) return d.error();
    DueItem item = make(task, lead(task), s->due, s->status);
    item.written = d->written;
    item.last_valid = d->last_valid;
    found_.push_back(item);
    return Done{};
  }

  Result<Done> recurring(TaskId task, Position p) {
    const Status now = state_.standings().status[p];
    if (now == Status::cancelled || now == Status::suspended) return Done{};
    const Result<std::vector<Slot>> slots =
        task_slots(model_, frame_.times, task, state_.when, window_.to);
    if (!slots.ok()) return slots.error();
    for (const Slot& slot : *slots) {
      const Status status = status_of(slot, state_.when.as_of);
      if (!window_.takes(slot.due(), status)) continue;
      DueItem item = make(task, lead(task), slot.due(), status);
      add_instance(item, slot);
    }
    return Done{};
  }

  void report(ReportId id, const ReportPeriod& period) {
    if (!window_.takes(period.slot.due(), period.status)) return;
    const ReportSpec& spec = model_.report(id);
    DueItem item = make(id, sender(spec, period), period.slot.due(), period.status);
    item.expected = period.expected;
    item.received = period.received;
    add_instance(item, period.slot);
  }

  UnitId lead(TaskId task) const {
    if (!leaders_.any_passed()) return model_.first_lead(model_.task(task));
    const std::vector<UnitId> leads = leaders_.of(task);
    return leads.empty() ? UnitId() : leads.front();
  }
  UnitId sender(const ReportSpec& spec, const ReportPeriod& period) const {
    if (spec.from.empty()) return {};
    const UnitId first = spec.from.front();
    const Date end = period.slot.instance.period_last;
    const Date on =
        scope_.boundaries != no_date ? scope_.boundaries : std::max(state_.when.as_of, end);
    const Date given = from_day_number(frame_.times.document_start[spec.document.value()]);
    return detail::answerable(model_, first, on, {given, period.slot.done_on}).front();
  }

  DueItem make(Item what, UnitId unit, Date due, Status status) const {
    DueItem item;
    item.item = what;
    item.unit = unit;
    item.due = due;
    item.status = status;
    const Calendar& c = calendar(model_, unit);
    item.working_days_left = c.working_days_between(state_.when.as_of, due).ok()
                                 ? *c.working_days_between(state_.when.as_of, due)
                                 : 0;
    return item;
  }
  void add_instance(DueItem& item, const Slot& slot) {
    if (slot.instance.period_last != no_date) item.instance = slot.instance;
    item.written = slot.instance.written;
    item.last_valid = slot.instance.last_valid;
    found_.push_back(item);
  }

  const Evaluation::State& state_;
  const Model& model_;
  const Frame& frame_;
  Window window_;
  const Scope& scope_;
  Leaders leaders_;
  std::vector<DueItem> found_;
};

}  // namespace

Result<std::vector<DueItem>> due_items(const Evaluation::State& state, Date from, Date to,
                                       bool overdue, const Scope& scope) {
  const Calendar& calendar = default_calendar(state.model());
  if (!calendar.covers(to) || (!overdue && !calendar.covers(from)))
    return Error{Errc::outside_calendar, "the days asked about lie outside the calendar", {}, {}};
  Collector collector(state, {from, to, overdue}, scope);
  if (const Result<Done> done = collector.tasks(); !done.ok()) return done.error();
  if (const Result<Done> done = collector.reports(); !done.ok()) return done.error();
  return collector.take();
}

}  // namespace kehoach::detail
