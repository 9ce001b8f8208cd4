// SPDX-License-Identifier: BSL-1.0
// Each target: what is asked, what is known, and the verdict.
#include <array>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Comparator;
using kehoach::Compliance;
using kehoach::Quantity;
using kehoach::Relative;
using kehoach::TargetId;
using kehoach::Text;

struct Line {
  TargetId id;
  kehoach::TargetSpec target;
  kehoach::IndicatorSpec indicator;
  kehoach::Verdict verdict;
};

std::vector<Line> lines(const Plans& plans) {
  const kehoach::Evaluation evaluation = plans.evaluate();
  std::vector<Line> out;
  for (const TargetId id : all<TargetId>(plans.snapshot())) {
    const auto target = plans.snapshot().spec(id).value();
    const auto indicator = plans.snapshot().spec(target.indicator).value();
    out.push_back({id, target, indicator, evaluation.verdict(id).value()});
  }
  return out;
}

Text comparator_words(Comparator comparator) {
  switch (comparator) {
    case Comparator::greater: return {"trên ", "above "};
    case Comparator::greater_or_equal: return {"tối thiểu ", "at least "};
    case Comparator::less: return {"dưới ", "below "};
    case Comparator::less_or_equal: return {"tối đa ", "at most "};
    case Comparator::equal: return {"đúng ", "exactly "};
    case Comparator::range: return {"từ ", "from "};
  }
  return {};
}

/// A change asked for: its size without sign, "tăng" or "giảm" in front.
std::string change(const Plans& plans, const Line& line) {
  const Quantity bound = line.verdict.milestone.bound;
  const bool down = bound.compare(0) < 0;
  const Quantity size = down ? Quantity(0).minus(bound).value() : bound;
  const bool percent = line.target.relative == Relative::percent;
  return plans.say(down ? Text{"giảm ít nhất ", "down by at least "}
                        : Text{"tăng ít nhất ", "up by at least "}) +
         plans.figure(size, percent ? "%" : line.indicator.measure);
}

std::string asked(const Plans& plans, const Line& line) {
  const kehoach::Milestone& milestone = line.verdict.milestone;
  std::string text;
  if (line.target.relative != Relative::absolute)
    text = change(plans, line);
  else if (line.target.comparator == Comparator::range)
    text = plans.say(comparator_words(Comparator::range)) + plans.figure(milestone.bound) +
           plans.say({" đến ", " to "}) + plans.figure(milestone.upper, line.indicator.measure);
  else
    text = plans.say(comparator_words(line.target.comparator)) +
           plans.figure(milestone.bound, line.indicator.measure);
  return line.target.aspirational ? text + plans.say({" (phấn đấu)", " (aim)"}) : text;
}

std::string actual(const Plans& plans, const Line& line) {
  if (!line.verdict.actual) return plans.say({"chưa có", "none"});
  return plans.figure(*line.verdict.actual) + " (" + plans.date(line.verdict.actual_date) + ")";
}

std::string by(const Plans& plans, const Line& line) {
  const kehoach::Date day = line.verdict.milestone.by;
  return day == kehoach::no_date ? plans.say({"không nêu", "not said"}) : plans.date(day);
}

std::string coverage(const Plans& plans, const Line& line) {
  std::string text = std::to_string(line.verdict.reported_units) + "/" +
                     std::to_string(line.verdict.expected_units);
  if (!line.verdict.missing.empty() && line.verdict.reported_units > 0)
    text += plans.say({"; còn ", "; missing "}) + plans.names(line.verdict.missing, {});
  return text;
}

std::string signed_figure(const Plans& plans, const Quantity& q) {
  return (q.compare(0) > 0 ? "+" : "") + plans.figure(q);
}

std::string summary(const Plans& plans, const std::vector<Line>& lines) {
  std::array<int, 5> counts{};
  for (const Line& line : lines) ++counts[static_cast<std::size_t>(line.verdict.compliance)];
  std::string text = plans.say({"Cộng: ", "In all: "}) + std::to_string(lines.size()) +
                     plans.say({" chỉ tiêu", " targets"});
  for (const Compliance each : {Compliance::met, Compliance::not_met, Compliance::on_track,
                                Compliance::behind, Compliance::no_data}) {
    const int count = counts[static_cast<std::size_t>(each)];
    if (count > 0) text += "; " + plans.say(kehoach::describe(each)) + " " + std::to_string(count);
  }
  return text + ".\n";
}

std::string people(const Plans& plans, const std::vector<Line>& lines) {
  std::string out = plans.title({"Chỉ tiêu", "Targets"});
  if (lines.empty())
    return out + plans.say({"Các kế hoạch này không giao chỉ tiêu nào.\n", "No target is set.\n"});
  Table table({{plans.say({"Chỉ tiêu", "Target"}), 26, false},
               {plans.say({"Phải đạt", "Asked"}), 20, false},
               {plans.say({"Đến ngày", "By"}), 10, false},
               {plans.say({"Thực tế (ngày số liệu)", "Actual (day)"}), 18, false},
               {plans.say({"So với mức", "Gap"}), 7, true},
               {plans.say({"Kết luận", "Verdict"}), 14, false},
               {plans.say({"Đơn vị có số liệu", "Offices reported"}), 16, false},
               {plans.say({"Theo", "Paper"}), 16, false}});
  for (const Line& line : lines)
    table.row({line.indicator.name, asked(plans, line), by(plans, line), actual(plans, line),
               line.verdict.gap ? signed_figure(plans, *line.verdict.gap) : "-",
               plans.say(kehoach::describe(line.verdict.compliance)), coverage(plans, line),
               plans.place(line.target.document, line.target.path)});
  return out + table.text() + '\n' + summary(plans, lines);
}

std::string json(const Plans& plans, const Line& line) {
  const kehoach::Verdict& verdict = line.verdict;
  std::vector<std::string> missing;
  for (const kehoach::UnitId unit : verdict.missing) missing.push_back(plans.key(unit));
  JsonLine out;
  out.add("key", plans.key(line.id)).add("indicator", plans.key(line.target.indicator));
  out.add("name", line.indicator.name).add("measure", line.indicator.measure);
  out.add("asked", asked(plans, line)).add("by", verdict.milestone.by);
  out.add("compliance", kehoach::name(verdict.compliance));
  out.add("actual", verdict.actual).add("actual_date", verdict.actual_date);
  out.add("bound", verdict.bound).add("upper", verdict.upper);
  out.add("expected", verdict.expected).add("gap", verdict.gap);
  out.add("expected_units", std::int64_t{verdict.expected_units});
  out.add("reported_units", std::int64_t{verdict.reported_units}).add("missing", missing);
  out.add("margin", verdict.margin).add("days_left", std::int64_t{verdict.days_left});
  out.add("pace_needed", verdict.pace_needed).add("pace_so_far", verdict.pace_so_far);
  out.add("least", verdict.least).add("most", verdict.most).add("decided", verdict.decided);
  out.add("otherwise", verdict.otherwise ? kehoach::name(*verdict.otherwise) : "");
  out.add("checked", std::int64_t{verdict.checked});
  std::vector<std::string> breaches;
  for (const kehoach::Breach& b : verdict.breaches)
    breaches.push_back(kehoach::to_string(b.first) + "/" + kehoach::to_string(b.last) + " " +
                       (b.actual ? b.actual->to_string() : "-"));
  out.add("breaches", breaches).add("aspirational", verdict.aspirational);
  return out.text();
}

}  // namespace

Outcome kpi(const Arguments& arguments) {
  if (!arguments.figures.series.empty()) return kpi_series(arguments);
  if (arguments.figures.adequacy) return kpi_adequacy(arguments);
  if (arguments.figures.score) return kpi_score(arguments);
  const Plans plans(arguments);
  const std::vector<Line> targets = lines(plans);
  if (!arguments.json) return {people(plans, targets)};
  Outcome outcome;
  for (const Line& line : targets) outcome.text += json(plans, line);
  return outcome;
}

}  // namespace program
