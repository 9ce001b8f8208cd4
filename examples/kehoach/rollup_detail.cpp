// SPDX-License-Identifier: BSL-1.0
// Who has reported, what is worst, where reports above and below disagree; and published tallies.
#include <kehoach/tally.hpp>
#include <map>

#include "display.hpp"
#include "json_line.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::PublishedTally;
using kehoach::Quantity;
using kehoach::TaskId;
using kehoach::Text;

std::string tasks(const Plans& plans, const std::vector<TaskId>& ids) {
  constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t i = 0; i < ids.size() && i < most; ++i)
    out += paragraph("  - ", plans.label(ids[i]));
  if (ids.size() > most) out += "  … +" + std::to_string(ids.size() - most) + "\n";
  return out;
}

std::vector<std::string> keys(const Plans& plans, const std::vector<TaskId>& ids) {
  std::vector<std::string> out;
  for (const TaskId id : ids) out.push_back(plans.key(id));
  return out;
}
std::vector<std::string> keys(const Plans& plans, const std::vector<kehoach::UnitId>& ids) {
  std::vector<std::string> out;
  for (const kehoach::UnitId id : ids) out.push_back(plans.key(id));
  return out;
}

std::string people(const Plans& plans, const kehoach::Rollup& sum, const kehoach::Coverage& c,
                   const kehoach::Worst& worst, const std::vector<kehoach::Contrast>& contrasts) {
  const Text none = {"không", "none"};
  std::string out = plans.title({"Báo cáo và điểm nghẽn", "Reports and what holds things up"});
  const auto rate = [&](const std::optional<Quantity>& q) { return q ? plans.figure(*q) : "-"; };
  const auto half_up = kehoach::Rounding::half_up;
  out += paragraph("", plans.say({"Đơn vị đã báo cáo: ", "Offices that reported: "}) +
                           std::to_string(c.expected.size() - c.missing.size()) + "/" +
                           std::to_string(c.expected.size()) + plans.say({"; chưa: ", "; not: "}) +
                           plans.names(c.missing, none) +
                           plans.say({"; mới một phần: ", "; in part: "}) +
                           plans.names(c.partly, none));
  out += paragraph("", plans.say({"Đã xong trên được giao: ", "Done of all: "}) +
                           rate(sum.done_of_assigned(1, half_up)) +
                           plans.say({" %, cao nhất có thể ", " %, at best "}) +
                           rate(sum.done_of_assigned_at_best(1, half_up)) +
                           plans.say({" %; tiến độ: ", " %; progress: "}) +
                           rate(sum.progress(1, half_up)) +
                           plans.say({" %, cao nhất có thể ", " %, at best "}) +
                           rate(sum.progress_at_best(1, half_up)) + " %");
  if (worst.status)
    out += "\n" + plans.say({"Xấu nhất: ", "Worst: "}) +
           plans.say(kehoach::describe(*worst.status)) + ", " + std::to_string(worst.tasks.size()) +
           plans.say({" việc\n", worst.tasks.size() == 1 ? " task\n" : " tasks\n"}) +
           tasks(plans, worst.tasks);
  if (contrasts.empty()) return out;
  Table table({{plans.say({"Việc cấp trên", "Upper task"}), 50, false},
               {plans.say({"Tự báo %", "Reported %"}), 8, true},
               {plans.say({"Cấp dưới %", "Below %"}), 8, true},
               {plans.say({"Cao nhất %", "At best %"}), 8, true},
               {plans.say({"Lệch", "Apart"}), 8, true}});
  for (const kehoach::Contrast& each : contrasts)
    table.row({plans.label(each.task), plans.figure(each.reported), plans.figure(each.derived),
               plans.figure(each.at_best), plans.figure(each.difference)});
  return out + "\n" + table.text();
}

std::string json(const Plans& plans, const kehoach::Coverage& c, const kehoach::Worst& worst,
                 const std::vector<kehoach::Contrast>& contrasts) {
  std::vector<TaskId> apart;
  for (const kehoach::Contrast& each : contrasts) apart.push_back(each.task);
  return JsonLine()
      .add("expected", keys(plans, c.expected))
      .add("missing", keys(plans, c.missing))
      .add("partly", keys(plans, c.partly))
      .add("unreported", keys(plans, c.unreported))
      .add("worst", worst.status ? kehoach::name(*worst.status) : "")
      .add("causing", keys(plans, worst.tasks))
      .add("contrasts", keys(plans, apart))
      .text();
}

/// "total=9831,done=7892,done%=80.3" …
PublishedTally published(const Arguments& arguments) {
  using Number = std::optional<std::int64_t> PublishedTally::*;
  using Percent = std::optional<Quantity> PublishedTally::*;
  static const std::map<std::string, Number> numbers = {
      {"total", &PublishedTally::total},
      {"done", &PublishedTally::done},
      {"done_in_time", &PublishedTally::done_in_time},
      {"done_late", &PublishedTally::done_late},
      {"open", &PublishedTally::open},
      {"open_in_time", &PublishedTally::open_in_time},
      {"open_overdue", &PublishedTally::open_overdue}};
  static const std::map<std::string, Percent> percents = {
      {"done%", &PublishedTally::done_percent},
      {"open_in_time%", &PublishedTally::open_in_time_percent},
      {"open_overdue%", &PublishedTally::open_overdue_percent},
      {"done_of_due%", &PublishedTally::done_of_due_percent}};
  PublishedTally tally;
  for (const std::string& part : parts(arguments.figures.published)) {
    const std::vector<std::string> sides = parts(part, '=');
    const auto value = Quantity::parse(sides.size() == 2 ? sides[1] : "");
    const auto number = numbers.find(sides[0]);
    const auto percent = percents.find(sides[0]);
    if (value.ok() && number != numbers.end() && value->scale() == 0)
      tally.*(number->second) = value->coefficient();
    else if (value.ok() && percent != percents.end())
      tally.*(percent->second) = *value;
    else
      throw Complaint(arguments.say({"--published không hiểu \"" + part + "\"",
                                     "--published does not know \"" + part + "\""}));
  }
  return tally;
}

}  // namespace

Outcome rollup_detail(const Arguments& arguments) {
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  const kehoach::Scope in = scope(plans);
  const kehoach::Coverage coverage = evaluation.coverage(in).value();
  const kehoach::Worst worst = evaluation.worst(in).value();
  const auto contrasts = evaluation.contrasts(in, 1).value();
  if (arguments.json) return {json(plans, coverage, worst, contrasts)};
  return {people(plans, evaluation.rollup(in).value(), coverage, worst, contrasts)};
}

Outcome rollup_published(const Arguments& arguments) {
  const PublishedTally tally = published(arguments);
  std::vector<kehoach::TallyFault> faults;
  if (arguments.operands.empty()) {
    faults = kehoach::check(tally);
  } else {
    const Plans plans(arguments);
    faults = kehoach::check(tally, plans.evaluate().rollup(scope(plans)).value());
  }
  Outcome outcome;
  static const char* const kinds[] = {"sum", "percent", "rollup"};
  for (const kehoach::TallyFault& fault : faults)
    outcome.text += arguments.json ? JsonLine()
                                         .add("kind", kinds[static_cast<int>(fault.kind)])
                                         .add("field", kehoach::name(fault.field))
                                         .add("stated", std::optional<Quantity>(fault.stated))
                                         .add("computed", std::optional<Quantity>(fault.computed))
                                         .add("message", arguments.say(fault.message))
                                         .text()
                                   : paragraph("- ", arguments.say(fault.message));
  if (faults.empty() && !arguments.json)
    outcome.text = arguments.say({"Số liệu công bố khớp.\n", "The published figures fit.\n"});
  return outcome;
}

}  // namespace program
