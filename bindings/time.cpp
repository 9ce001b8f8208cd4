// SPDX-License-Identifier: BSL-1.0
// Deadlines outside any plan, what a new calendar moves, chains of reports, lunar days.
#include <kehoach/calendar_version.hpp>
#include <kehoach/lunar.hpp>
#include <kehoach/moved.hpp>
#include <kehoach/report_chain.hpp>

#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

using OptionalCalendar = std::optional<Calendar>;

// The built-in calendar where none is given.
Calendar calendar_or_vietnam(const OptionalCalendar& calendar) {
  return calendar ? *calendar : vietnam_public_sector();
}

DeadlinePolicy policy_of(const py::kwargs& given) {
  Fields fields(given, "policy", no_plans());
  const DeadlinePolicy policy = policy_from(fields);
  fields.finish();
  return policy;
}

DeadlineRule rule_of(const py::dict& rule) {
  return rule_from(Fields(rule, "rule", no_plans()));
}

// Of a rule of kind "recurring".
Recurrence recurrence_of(const py::dict& rule) {
  const DeadlineRule read = rule_of(rule);
  if (read.kind != DeadlineKind::recurring) {
    throw Exception(Error{Errc::invalid_value, "a rule of kind \"recurring\" is wanted", {}, {}});
  }
  return read.recurrence;
}

Deadline resolve_rule(const py::dict& rule, const OptionalCalendar& calendar, Date issued,
                      Date event_done, Date as_of, const py::kwargs& policy) {
  return resolve(rule_of(rule), calendar_or_vietnam(calendar), policy_of(policy),
                 {issued, event_done, as_of})
      .value();
}

std::vector<Instance> instances_of(const py::dict& rule, Date first, Date last,
                                   const OptionalCalendar& calendar, const py::kwargs& policy) {
  return instances(recurrence_of(rule), first, last, calendar_or_vietnam(calendar),
                   policy_of(policy))
      .value();
}

// A rule, or a dict {"rule": …, "issued": …, "event_done": …, "as_of": …}.
DatedRule dated_rule_from(py::handle given) {
  if (!py::isinstance<py::dict>(given)) throw py::type_error("a rule is a dict");
  const auto dict = py::reinterpret_borrow<py::dict>(given);
  if (!dict.contains("rule")) return {rule_of(dict), {}};
  Fields fields(dict, "rule", no_plans());
  DatedRule out;
  out.rule = rule_from(fields.nested("rule", fields.take("rule")));
  fields.read("issued", out.context.issued);
  fields.read("event_done", out.context.event_done);
  fields.read("as_of", out.context.as_of);
  fields.finish();
  return out;
}

std::vector<MovedDeadline> moved_deadlines_of(const py::iterable& rules, const Calendar& before,
                                              const Calendar& after, const py::kwargs& policy) {
  std::vector<DatedRule> dated;
  for (const py::handle rule : rules) dated.push_back(dated_rule_from(rule));
  return moved_deadlines(dated, before, after, policy_of(policy)).value();
}

ReportLevel level_from(py::handle given) {
  if (!py::isinstance<py::dict>(given)) throw py::type_error("a level is a dict");
  Fields fields(py::reinterpret_borrow<py::dict>(given), "level", no_plans());
  ReportLevel level;
  fields.read("name", level.name);
  fields.read("clause", level.clause);
  fields.read("handling", level.handling);
  const py::object due = fields.take("due");
  if (!py::isinstance<py::dict>(due)) throw py::type_error("level.due is a recurring rule");
  level.due = recurrence_of(py::reinterpret_borrow<py::dict>(due));
  if (const py::object calendar = fields.take("calendar"); !calendar.is_none()) {
    level.calendar = calendar.cast<const Calendar&>();
  }
  fields.finish();
  return level;
}

ReportChain report_chain_of(const py::iterable& levels, Date day, const OptionalCalendar& calendar,
                            std::int32_t after_data, bool check_data, const py::kwargs& policy) {
  std::vector<ReportLevel> all;
  for (const py::handle level : levels) all.push_back(level_from(level));
  return report_chain(all, day, calendar_or_vietnam(calendar),
                      {policy_of(policy), after_data, check_data})
      .value();
}

py::object paper_to(const std::optional<CalendarDay>& day) {
  return day ? py::object(calendar_day_to(*day)) : py::none();
}

void bind_changes(py::module_& module) {
  Record<CalendarChange>(module, "CalendarChange", "One day on which two versions differ.")
      .field("date", &CalendarChange::date)
      .field("working_before", &CalendarChange::working_before)
      .field("working_after", &CalendarChange::working_after)
      .computed("before", [](const CalendarChange& c) { return paper_to(c.before); })
      .computed("after", [](const CalendarChange& c) { return paper_to(c.after); })
      .computed("text", [](const CalendarChange& c) { return describe(c); })
      .done();
  Record<MovedDeadline>(module, "MovedDeadline", "A rule that a new calendar gives another day.")
      .field("index", &MovedDeadline::index)
      .field("before", &MovedDeadline::before)
      .field("after", &MovedDeadline::after)
      .field("causes", &MovedDeadline::causes)
      .done();
  Record<MovedDue>(module, "MovedDue", "A deadline of the plans that two snapshots give two days.")
      .field("item", &MovedDue::item)
      .field("instance", &MovedDue::instance)
      .field("before", &MovedDue::before)
      .field("after", &MovedDue::after)
      .field("causes", &MovedDue::causes)
      .done();
}

void bind_chain(py::module_& module) {
  Record<ReportTiming>(module, "ReportTiming", "One level of a chain in one period.")
      .field("instance", &ReportTiming::instance)
      .field("due", &ReportTiming::due)
      .field("needed", &ReportTiming::needed)
      .field("latest", &ReportTiming::latest)
      .field("earliest", &ReportTiming::earliest)
      .field("margin", &ReportTiming::margin)
      .field("slack", &ReportTiming::slack)
      .done();
  Record<ReportConflict>(module, "ReportConflict", "Two clauses that cannot both be kept.")
      .field("rule", &ReportConflict::rule)
      .field("lower", &ReportConflict::lower)
      .field("upper", &ReportConflict::upper)
      .field("lower_day", &ReportConflict::lower_day)
      .field("upper_day", &ReportConflict::upper_day)
      .field("missing", &ReportConflict::missing)
      .field("text", &ReportConflict::text)
      .done();
  Record<ReportChain>(module, "ReportChain", "Until when each level may send; what breaks it.")
      .computed("holds", &ReportChain::holds)
      .field("levels", &ReportChain::levels)
      .field("conflicts", &ReportChain::conflicts)
      .done();
}

void bind_lunar(py::module_& module) {
  Record<LunarDate>(module, "LunarDate", "A day of the Vietnamese lunar calendar (UTC+7).")
      .field("year", &LunarDate::year)
      .field("month", &LunarDate::month)
      .field("day", &LunarDate::day)
      .field("leap", &LunarDate::leap)
      .done();
  module.def(
      "to_lunar", [](Date day) { return to_lunar(day).value(); }, py::arg("day"),
      "The lunar date of a day in the lunar years 1900 to 2100.");
  module.def(
      "from_lunar",
      [](int year, int month, int day, bool leap) {
        return from_lunar({year, month, day, leap}).value();
      },
      py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap") = false,
      "The day of a lunar date; ImpossibleDateError for one that year does not have.");
  module.def(
      "lunar_new_year", [](int year) { return lunar_new_year(year).value(); }, py::arg("year"),
      "The first day of Tết, of the years 1900 to 2100.");
  module.def(
      "leap_month", [](int year) { return leap_month(year).value(); }, py::arg("year"),
      "The month of a lunar year that comes twice; 0: none does.");
  module.def(
      "days_in_lunar_month",
      [](int year, int month, bool leap) { return days_in_lunar_month(year, month, leap).value(); },
      py::arg("year"), py::arg("month"), py::arg("leap") = false,
      "29 or 30; ImpossibleDateError for a leap month that year does not have.");
}

}  // namespace

void bind_time(py::module_& module) {
  bind_changes(module);
  bind_chain(module);
  bind_lunar(module);
  const auto none = py::none();
  module.def("resolve", &resolve_rule, py::arg("rule"), py::arg("calendar") = none, py::kw_only(),
             py::arg("issued") = none, py::arg("event_done") = none, py::arg("as_of") = none,
             "Applies a deadline rule outside any plan, each step named. `calendar` is Vietnam's "
             "public sector by default; further fields are policies as in Edit.set.");
  module.def("instances", &instances_of, py::arg("rule"), py::arg("first"), py::arg("last"),
             py::arg("calendar") = none,
             "The periods of a recurring rule whose last valid day lies in [first, last].");
  module.def("moved_deadlines", &moved_deadlines_of, py::arg("rules"), py::arg("before"),
             py::arg("after"),
             "The rules whose due day differs between two calendars. A rule may stand in a dict "
             "{'rule': rule, 'issued': day, 'event_done': day, 'as_of': day}.");
  module.def(
      "moved_due",
      [](const Snapshot& before, const Snapshot& after, Date first, Date last) {
        return without_gil([&] { return moved_due(before, after, first, last).value(); });
      },
      py::arg("before"), py::arg("after"), py::arg("first"), py::arg("last"),
      "What both snapshots have due, in one of them in [first, last], on another day.");
  module.def("report_chain", &report_chain_of, py::arg("levels"), py::arg("day"),
             py::arg("calendar") = none, py::kw_only(), py::arg("after_data") = 1,
             py::arg("check_data") = true,
             "Whether reports that feed each other can all be made in the period of that day. "
             "Levels, lowest first: {'name', 'clause', 'due': recurring rule, 'handling', "
             "'calendar'}.");
}

}  // namespace kehoach::python
