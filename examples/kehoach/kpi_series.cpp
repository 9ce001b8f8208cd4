// SPDX-License-Identifier: BSL-1.0
// How targets went from period to period, and whether those below add up to those above.
#include "display.hpp"
#include "json_line.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Adequacy;
using kehoach::Quantity;
using kehoach::SeriesPoint;
using kehoach::TargetId;

std::vector<TargetId> asked_for(const Plans& plans) {
  const Arguments& arguments = plans.arguments();
  if (arguments.kind == kehoach::ItemKind::none) return all<TargetId>(plans.snapshot());
  return {TargetId(plans.find(kehoach::ItemKind::target, arguments.key).id)};
}

std::string shown(const Plans& plans, const std::optional<Quantity>& q) {
  return q ? plans.figure(*q) : "-";
}

std::string people(const Plans& plans, TargetId id, const std::vector<SeriesPoint>& points) {
  Table table({{plans.say({"Kỳ", "Period"}), 23, false},
               {plans.say({"Thực tế", "Actual"}), 10, true},
               {plans.say({"Thay đổi", "Change"}), 10, true},
               {plans.say({"Cần có", "Expected"}), 10, true},
               {plans.say({"Mức", "Bound"}), 10, true},
               {plans.say({"Số liệu", "Reported"}), 8, true},
               {plans.say({"Kết luận", "Verdict"}), 16, false}});
  for (const SeriesPoint& p : points)
    table.row(
        {plans.date(p.first) + " - " + plans.date(p.last), shown(plans, p.verdict.actual),
         shown(plans, p.change), shown(plans, p.verdict.expected), shown(plans, p.verdict.bound),
         std::to_string(p.verdict.reported_units) + "/" + std::to_string(p.verdict.expected_units),
         plans.say(kehoach::describe(p.verdict.compliance))});
  return plans.label(id) + "\n" + table.text() + "\n";
}

std::string json(const Plans& plans, TargetId id, const SeriesPoint& p) {
  JsonLine out;
  out.add("target", plans.key(id)).add("first", p.first).add("last", p.last).add("as_of", p.as_of);
  out.add("actual", p.verdict.actual).add("change", p.change);
  out.add("improved", p.improved ? (*p.improved ? "yes" : "no") : "");
  out.add("expected", p.verdict.expected).add("bound", p.verdict.bound);
  out.add("compliance", kehoach::name(p.verdict.compliance));
  out.add("reported_units", std::int64_t{p.verdict.reported_units});
  out.add("expected_units", std::int64_t{p.verdict.expected_units});
  return out.text();
}

std::string interval(const Plans& plans, const std::optional<Quantity>& low,
                     const std::optional<Quantity>& high) {
  if (low && high) return plans.figure(*low) + " - " + plans.figure(*high);
  if (low) return "≥ " + plans.figure(*low);
  return high ? "≤ " + plans.figure(*high) : "-";
}

std::string people(const Plans& plans, TargetId id, const Adequacy& a) {
  std::string head = plans.label(id) + ", " + plans.label(plans.snapshot().spec(id).value().unit);
  if (a.milestone.by != kehoach::no_date)
    head += plans.say({", đến ", ", by "}) + plans.date(a.milestone.by);
  head += ": " + plans.say(kehoach::describe(a.outcome)) + plans.say({"; giao ", "; asked "}) +
          interval(plans, a.low, a.high);
  if (a.implied_low || a.implied_high)
    head += plans.say({", cấp dưới cộng lại ", ", below together "}) +
            interval(plans, a.implied_low, a.implied_high);
  if (a.short_by) head += plans.say({", thiếu ", ", short by "}) + plans.figure(*a.short_by);
  if (a.over_by) head += plans.say({", vượt ", ", over by "}) + plans.figure(*a.over_by);
  std::string out = paragraph("", head);
  for (const kehoach::Contribution& c : a.contributions) {
    std::string line = plans.label(c.unit) + ": ";
    if (!c.target)
      line += plans.say({"không giao", "no target"});
    else if (c.late)
      line += plans.say({"chỉ có mức cho ngày sau", "only for a later day"});
    else
      line += interval(plans, c.low, c.high);
    if (c.weight) line += plans.say({", trọng số ", ", weight "}) + plans.figure(*c.weight);
    if (c.short_by) line += plans.say({", thấp hơn ", ", behind by "}) + plans.figure(*c.short_by);
    out += paragraph("  - ", line);
  }
  return out;
}

std::string json(const Plans& plans, TargetId id, const Adequacy& a) {
  std::vector<std::string> lacking, behind;
  for (const kehoach::UnitId unit : a.lacking) lacking.push_back(plans.key(unit));
  for (const kehoach::Contribution& c : a.contributions)
    if (c.short_by) behind.push_back(plans.key(c.unit));
  JsonLine out;
  out.add("target", plans.key(id)).add("by", a.milestone.by);
  out.add("outcome", kehoach::name(a.outcome)).add("low", a.low).add("high", a.high);
  out.add("implied_low", a.implied_low).add("implied_high", a.implied_high);
  out.add("short_by", a.short_by).add("over_by", a.over_by);
  out.add("lacking", lacking).add("behind", behind);
  return out.text();
}

}  // namespace

Outcome kpi_series(const Arguments& arguments) {
  const kehoach::Period each = period(arguments, arguments.figures.series);
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  const kehoach::Date to =
      arguments.figures.to != kehoach::no_date ? arguments.figures.to : arguments.day();
  const kehoach::Date from = arguments.figures.from != kehoach::no_date
                                 ? arguments.figures.from
                                 : kehoach::day(kehoach::ymd(to).year, 1, 1).value();
  Outcome outcome;
  if (!arguments.json) outcome.text = plans.title({"Diễn biến chỉ tiêu", "Targets over time"});
  for (const TargetId id : asked_for(plans)) {
    const auto points = evaluation.series(id, each, from, to).value();
    if (!arguments.json) outcome.text += people(plans, id, points);
    for (const SeriesPoint& point : points)
      if (arguments.json) outcome.text += json(plans, id, point);
  }
  return outcome;
}

Outcome kpi_adequacy(const Arguments& arguments) {
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  Outcome outcome;
  if (!arguments.json)
    outcome.text = plans.title({"Mức giao trên và dưới", "Targets above and below"});
  for (const TargetId id : asked_for(plans))
    for (const Adequacy& a : evaluation.adequacy(id).value())
      outcome.text += arguments.json ? json(plans, id, a) : people(plans, id, a);
  return outcome;
}

}  // namespace program
