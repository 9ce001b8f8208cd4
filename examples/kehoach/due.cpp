// SPDX-License-Identifier: BSL-1.0
// What must be done, by whom, by when; what is late already and who has not reported.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"

namespace program {
namespace {

using kehoach::Date;
using kehoach::DueItem;
using kehoach::ItemKind;
using kehoach::ReportId;
using kehoach::TaskId;
using kehoach::UnitId;

/// What is shown of one thing due, whether task or report.
struct Duty {
  DueItem due;
  std::string name;
  std::vector<UnitId> doers;      ///< leads or senders
  std::vector<UnitId> receivers;  ///< of a report
  kehoach::DocumentId document;
  std::string path;
  std::vector<UnitId> missing;  ///< senders that have not reported
};

bool is_report(const Duty& duty) {
  return duty.due.item.kind == ItemKind::report;
}

std::vector<UnitId> expand(const Plans& plans, const std::vector<UnitId>& units) {
  std::vector<UnitId> out;
  for (const UnitId unit : units)
    for (const UnitId member : plans.snapshot().expand(unit, plans.arguments().day()).value())
      if (std::find(out.begin(), out.end(), member) == out.end()) out.push_back(member);
  return out;
}

bool known(const Plans& plans, const kehoach::ObservationSpec& fact) {
  const Date recorded = fact.recorded == kehoach::no_date ? fact.date : fact.recorded;
  const Date known_at = plans.arguments().known_at;
  return fact.date <= plans.arguments().day() &&
         (known_at == kehoach::no_date || recorded <= known_at);
}

/// Senders of whom no report is known for that period. Empty where the facts do not name a period,
/// so that the count of the library cannot be told apart by sender here.
std::vector<UnitId> missing_senders(const Plans& plans, const Duty& duty) {
  std::vector<UnitId> missing = expand(plans, duty.doers);
  if (!duty.due.instance) return {};
  const kehoach::Instance& period = *duty.due.instance;
  for (const auto id : all<kehoach::ObservationId>(plans.snapshot())) {
    const auto fact = plans.snapshot().spec(id).value();
    if (fact.subject == duty.due.item && known(plans, fact) && period.period_first <= fact.period &&
        fact.period <= period.period_last)
      missing.erase(std::remove(missing.begin(), missing.end(), fact.unit), missing.end());
  }
  const bool agrees = missing.size() + duty.due.received == duty.due.expected;
  return agrees ? missing : std::vector<UnitId>{};
}

kehoach::Period period_of(const kehoach::DeadlineRule& rule) {
  return rule.recurrence.period;
}

Duty describe(const Plans& plans, const DueItem& due) {
  Duty duty{due, plans.label(due.item), {}, {}, {}, {}, {}};
  kehoach::Period period{};
  if (due.item.kind == ItemKind::report) {
    const auto spec = plans.snapshot().spec(ReportId(due.item.id)).value();
    duty.doers = spec.from;
    duty.receivers = spec.to;
    duty.document = spec.document;
    duty.path = spec.path;
    duty.missing = missing_senders(plans, duty);
    period = period_of(spec.due);
  } else {
    const auto spec = plans.snapshot().spec(TaskId(due.item.id)).value();
    duty.doers = spec.leads;
    duty.document = spec.document;
    duty.path = spec.path;
    period = period_of(spec.deadline);
  }
  if (due.instance) duty.name += " (" + plans.say(kehoach::describe(*due.instance, period)) + ")";
  return duty;
}

bool concerns(const Plans& plans, const Duty& duty, UnitId unit) {
  const std::vector<UnitId> doers = expand(plans, duty.doers);
  return std::any_of(doers.begin(), doers.end(),
                     [&](UnitId doer) { return plans.within(doer, unit); });
}

std::vector<Duty> duties(const Plans& plans, const std::vector<DueItem>& items) {
  const Arguments& arguments = plans.arguments();
  UnitId unit;
  if (arguments.kind == ItemKind::unit) unit = UnitId(plans.find(ItemKind::unit, arguments.key).id);
  std::vector<Duty> out;
  for (const DueItem& item : items) {
    Duty duty = describe(plans, item);
    if (!unit || concerns(plans, duty, unit)) out.push_back(std::move(duty));
  }
  return out;
}

std::string day_cell(const Plans& plans, const DueItem& due) {
  std::string text = plans.date(due.due);
  if (due.due != due.last_valid && due.last_valid != kehoach::no_date)
    text += plans.say({"\nthay ", "\nfor "}) + plans.date(due.last_valid);
  return text;
}

std::string doers_cell(const Plans& plans, const Duty& duty) {
  std::string text = plans.names(duty.doers, {"chưa giao cho ai", "nobody named"});
  if (is_report(duty))
    text +=
        plans.say({" gửi ", " to "}) + plans.names(duty.receivers, {"(không nêu)", "(not said)"});
  return text;
}

std::string state_cell(const Plans& plans, const Duty& duty) {
  if (!is_report(duty)) return plans.say(kehoach::describe(duty.due.status));
  const std::string count =
      std::to_string(duty.due.received) + "/" + std::to_string(duty.due.expected);
  std::string text = plans.say({"đã gửi ", "received "}) + count;
  if (!duty.missing.empty() && duty.due.received > 0)
    text += plans.say({"; còn ", "; missing "}) + plans.names(duty.missing, {});
  return text;
}

std::string table(const Plans& plans, const std::vector<Duty>& duties, const kehoach::Text& days) {
  Table table({{plans.say({"Hạn", "Due"}), 16, false},
               {plans.say(days), 10, true},
               {plans.say({"Việc", "What"}), 26, false},
               {plans.say({"Ai làm", "Who"}), 26, false},
               {plans.say({"Theo", "Paper"}), 16, false},
               {plans.say({"Tình trạng", "State"}), 20, false}});
  for (const Duty& duty : duties)
    table.row({day_cell(plans, duty.due), std::to_string(std::abs(duty.due.working_days_left)),
               duty.name, doers_cell(plans, duty), plans.place(duty.document, duty.path),
               state_cell(plans, duty)});
  return table.text();
}

std::vector<std::string> keys(const Plans& plans, const std::vector<UnitId>& units) {
  std::vector<std::string> out;
  for (const UnitId unit : units) out.push_back(plans.key(unit));
  return out;
}

std::string json(const Plans& plans, const Duty& duty, bool overdue) {
  const DueItem& due = duty.due;
  JsonLine line;
  line.add("kind", is_report(duty) ? "report" : "task").add("key", plans.key(due.item));
  line.add("name", duty.name).add("overdue", overdue).add("status", kehoach::name(due.status));
  line.add("written", due.written).add("last_valid", due.last_valid).add("due", due.due);
  line.add("working_days_left", std::int64_t{due.working_days_left});
  line.add("document", plans.key(duty.document)).add("path", duty.path);
  line.add(is_report(duty) ? "from" : "leads", keys(plans, duty.doers));
  if (is_report(duty)) {
    line.add("to", keys(plans, duty.receivers));
    line.add("expected", std::int64_t{due.expected}).add("received", std::int64_t{due.received});
    line.add("missing", keys(plans, duty.missing));
  }
  if (due.instance)
    line.add("period_first", due.instance->period_first)
        .add("period_last", due.instance->period_last)
        .add("data_first", due.instance->data_first)
        .add("data_last", due.instance->data_last);
  return line.text();
}

bool rolled(const Duty& duty) {
  return duty.due.due != duty.due.last_valid && duty.due.last_valid != kehoach::no_date;
}

/// The day a rule names though no calendar here has it, as a rule of its own; nothing where none.
std::optional<kehoach::DeadlineRule> impossible(const kehoach::DeadlineRule& rule) {
  if (rule.kind == kehoach::DeadlineKind::impossible) return rule;
  const kehoach::Recurrence& r = rule.recurrence;
  const bool fixed = r.due == kehoach::DueIn::fixed || r.due == kehoach::DueIn::fixed_next_year;
  if (rule.kind != kehoach::DeadlineKind::recurring || !fixed || r.month == 0) return {};
  constexpr int leap_year = 2024;  // 29/02 is a day of some years
  if (r.day == kehoach::last_day_of_month || r.day <= kehoach::days_in_month(leap_year, r.month))
    return {};
  kehoach::DeadlineRule said;
  said.kind = kehoach::DeadlineKind::impossible;
  said.written_month = r.month;
  said.written_day = r.day;
  return said;
}

bool over(kehoach::Status status) {
  return status == kehoach::Status::done_in_time || status == kehoach::Status::done_late ||
         status == kehoach::Status::cancelled;
}

/// Duties that fall due on a day that does not exist: no table can have them.
std::string undated(const Plans& plans, const kehoach::Evaluation& evaluation) {
  std::vector<DueItem> items;
  std::vector<kehoach::DeadlineRule> rules;
  const auto look = [&](kehoach::Item item, const kehoach::DeadlineRule& rule) {
    const auto said = impossible(rule);
    if (!said) return;
    items.emplace_back().item = item;
    rules.push_back(*said);
  };
  for (const TaskId id : all<TaskId>(plans.snapshot()))
    if (!over(evaluation.state(id).value().status))
      look(id, plans.snapshot().spec(id).value().deadline);
  for (const ReportId id : all<ReportId>(plans.snapshot()))
    look(id, plans.snapshot().spec(id).value().due);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (const Duty& duty : duties(plans, {items[i]}))
      out += paragraph("  - ", duty.name + " (" + plans.place(duty.document, duty.path) +
                                   "): " + plans.say(kehoach::describe(rules[i])));
  return out.empty() ? out
                     : plans.say({"\nKhông tính được hạn, phải hỏi lại:\n",
                                  "\nNo day can be told, ask the issuer:\n"}) +
                           out;
}

std::string people(const Plans& plans, const std::vector<Duty>& late, const std::vector<Duty>& soon,
                   Date last) {
  const std::string days = std::to_string(plans.arguments().within);
  std::string out = plans.title({"Việc và báo cáo phải làm", "What is to be done"});
  out += plans.say({"Quá hạn:\n\n", "Overdue:\n\n"});
  out += late.empty() ? plans.say({"Không có gì quá hạn.\n", "Nothing is overdue.\n"})
                      : table(plans, late, {"Chậm (ngày làm việc)", "Working days late"});
  out += plans.say(
      {"\nĐến hạn trong " + days + " ngày làm việc tới (đến hết " + plans.date(last) + "):\n\n",
       "\nDue within " + days + " working days (up to " + plans.date(last) + "):\n\n"});
  out += soon.empty() ? plans.say({"Không có gì đến hạn.\n", "Nothing falls due.\n"})
                      : table(plans, soon, {"Còn (ngày làm việc)", "Working days left"});
  if (std::any_of(late.begin(), late.end(), rolled) ||
      std::any_of(soon.begin(), soon.end(), rolled))
    out += '\n' + paragraph("", plans.say({"thay …: ngày cuối theo văn bản là ngày nghỉ, nên tính "
                                           "đến ngày làm việc kế tiếp.",
                                           "for …: the last day by the paper is a day off, so the "
                                           "next working day counts."}));
  return out;
}

/// The last day looked at. Unless the window was asked for, it ends where the calendar does.
Date window_end(const Plans& plans) {
  const kehoach::Calendar calendar = plans.calendar();
  const Arguments& arguments = plans.arguments();
  const auto end = calendar.add_working_days(arguments.day(), arguments.within);
  if (end.ok()) return *end;
  if (arguments.given.count("--within") == 0) return calendar.last();
  throw Complaint(
      plans.say({"lịch chỉ có đến " + plans.date(calendar.last()) + ", không đủ " +
                     std::to_string(arguments.within) + " ngày làm việc (--within)",
                 "the calendar ends on " + plans.date(calendar.last()) + ", too soon for " +
                     std::to_string(arguments.within) + " working days (--within)"}));
}

}  // namespace

Outcome due(const Arguments& arguments) {
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  const Date today = arguments.day();
  const Date last = window_end(plans);
  const std::vector<Duty> late = duties(plans, evaluation.overdue().value());
  const std::vector<Duty> soon = duties(plans, evaluation.due(today, last).value());
  if (!arguments.json) return {people(plans, late, soon, last) + undated(plans, evaluation)};
  Outcome outcome;
  for (const Duty& duty : late) outcome.text += json(plans, duty, true);
  for (const Duty& duty : soon) outcome.text += json(plans, duty, false);
  return outcome;
}

}  // namespace program
