// SPDX-License-Identifier: BSL-1.0
// Points of one office by the default policy.
#include "display.hpp"
#include "json_line.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Quantity;
using kehoach::Score;

kehoach::ScoreSpec asked_for(const Plans& plans) {
  const Arguments& arguments = plans.arguments();
  if (arguments.kind != kehoach::ItemKind::unit)
    throw Complaint(arguments.say({"--score cần --unit MÃ", "--score needs --unit KEY"}));
  const auto general =
      Quantity::parse(arguments.figures.general.empty() ? "0" : arguments.figures.general);
  if (!general.ok())
    throw Complaint(arguments.say({"--general cần một số", "--general needs a number"}));
  kehoach::ScoreSpec spec;
  spec.unit = kehoach::UnitId(plans.find(kehoach::ItemKind::unit, arguments.key).id);
  spec.from = arguments.figures.from;
  spec.to = arguments.figures.to;
  spec.general = *general;
  return spec;
}

std::string people(const Plans& plans, const kehoach::ScoreSpec& spec, const Score& score) {
  const auto figure = [&](const std::optional<Quantity>& q) { return q ? plans.figure(*q) : "-"; };
  std::string out = plans.title({"Điểm của ", "Points of "});
  out = plans.label(spec.unit) + ": " + out;
  Table table({{plans.say({"Việc", "Task"}), 50, false},
               {plans.say({"Quy đổi", "Weight"}), 8, true},
               {plans.say({"Chất lượng %", "Quality %"}), 10, true},
               {plans.say({"Tiến độ %", "Progress %"}), 10, true},
               {plans.say({"Ghi chú", "Note"}), 24, false}});
  for (const kehoach::ScoredTask& one : score.tasks) {
    std::string note = !one.done  ? plans.say({"chưa xong", "not done"})
                       : one.late ? plans.say({"chậm", "late"})
                                  : "";
    if (one.excused) note += plans.say({", khách quan", ", objective cause"});
    if (one.faults > 0) note += plans.say({", lỗi: ", ", faults: "}) + std::to_string(one.faults);
    table.row({plans.label(one.task), std::to_string(one.weight), plans.figure(one.quality),
               plans.figure(one.progress), note});
  }
  out += table.text() + "\n";
  out += paragraph(
      "", plans.say({"Số lượng ", "Quantity "}) + figure(score.quantity) +
              plans.say({" %, chất lượng ", " %, quality "}) + figure(score.quality) +
              plans.say({" %, tiến độ ", " %, progress "}) + figure(score.progress) +
              plans.say({" %; kết quả ", " %; results "}) + figure(score.results) +
              plans.say({" + chung ", " + general "}) + plans.figure(score.general) + " = " +
              figure(score.total) +
              (score.grade ? " (" + plans.say(kehoach::describe(*score.grade)) + ")" : "") +
              plans.say({"; theo ", "; by "}) + score.source);
  return out;
}

}  // namespace

Outcome kpi_score(const Arguments& arguments) {
  const Plans plans(arguments);
  const kehoach::ScoreSpec spec = asked_for(plans);
  const auto score = plans.evaluate().score(spec).value();
  if (!arguments.json) return {people(plans, spec, score)};
  JsonLine out;
  out.add("unit", plans.key(spec.unit)).add("assigned", score.assigned);
  out.add("quantity", score.quantity).add("quality", score.quality);
  out.add("progress", score.progress).add("results", score.results);
  out.add("general", std::optional<Quantity>(score.general)).add("total", score.total);
  out.add("grade", score.grade ? kehoach::name(*score.grade) : "").add("source", score.source);
  return {out.text()};
}

}  // namespace program
