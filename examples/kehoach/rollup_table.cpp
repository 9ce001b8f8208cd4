// SPDX-License-Identifier: BSL-1.0
// A table of any two axes in one call, and the tasks behind one of its cells.
#include <algorithm>

#include "display.hpp"
#include "json_line.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Bucket;
using kehoach::CrossTable;
using kehoach::Rollup;
using kehoach::Rounding;
using kehoach::Status;

/// "3/7": done of all; of one status its number alone.
std::string shown(const Rollup* sum, bool one_status) {
  if (sum == nullptr) return "";
  const std::uint32_t all = sum->total() + sum->counts[static_cast<std::size_t>(Status::cancelled)];
  return one_status ? std::to_string(all)
                    : std::to_string(sum->done()) + "/" + std::to_string(sum->total());
}

std::string people(const Plans& plans, const kehoach::CrossTableSpec& spec,
                   const CrossTable& table) {
  const bool by_status =
      spec.rows.axis == kehoach::Axis::status || spec.columns.axis == kehoach::Axis::status;
  std::vector<Column> heads = {{"", 34, false}};
  for (const Bucket& column : table.columns) heads.push_back({words(plans, column), 12, true});
  heads.push_back({plans.say({"Cộng", "Total"}), 9, true});
  Table out(heads);
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    std::vector<std::string> row = {words(plans, table.rows[r])};
    for (std::uint32_t c = 0; c < table.columns.size(); ++c)
      row.push_back(shown(table.at(r, c), by_status));
    row.push_back(shown(&table.row_totals[r], spec.rows.axis == kehoach::Axis::status));
    out.row(std::move(row));
  }
  std::vector<std::string> last = {plans.say({"Cộng", "Total"})};
  for (const Rollup& sum : table.column_totals)
    last.push_back(shown(&sum, spec.columns.axis == kehoach::Axis::status));
  last.push_back(shown(&table.total, false));
  out.row(std::move(last));
  const kehoach::Text note = {
      "Ô: số việc đã xong / tổng số (theo trạng thái: số việc). Mỗi việc đếm một lần trong mỗi ô "
      "và "
      "mỗi dòng cộng, nên dòng cộng có thể ít hơn tổng các ô.",
      "Cells: tasks done / all (by status: tasks). Each task counts once in every cell and every "
      "total, so totals may be less than their cells."};
  return plans.title({"Bảng tổng hợp", "Tasks in a table"}) + out.text() + '\n' +
         paragraph("", plans.say(note));
}

std::string json(const std::string& row, const std::string& column, const Rollup& sum) {
  JsonLine out;
  out.add("row", row).add("column", column).add("total", std::int64_t{sum.total()});
  for (int s = 0; s < kehoach::status_count; ++s)
    out.add(kehoach::name(static_cast<Status>(s)),
            std::int64_t{sum.counts[static_cast<std::size_t>(s)]});
  out.add("leaves", std::int64_t{sum.leaves}).add("reported", std::int64_t{sum.reported});
  out.add("weight", sum.weight).add("weighted_progress", sum.weighted_progress);
  out.add("done_of_due", sum.done_of_due(2, Rounding::half_up));
  out.add("done_of_assigned", sum.done_of_assigned(2, Rounding::half_up));
  out.add("progress", sum.progress(2, Rounding::half_up));
  out.add("progress_at_best", sum.progress_at_best(2, Rounding::half_up));
  return out.text();
}

const Bucket& bucket(const Plans& plans, const std::vector<Bucket>& buckets,
                     const std::string& wanted) {
  const auto it = std::find_if(buckets.begin(), buckets.end(),
                               [&](const Bucket& b) { return code(plans, b) == wanted; });
  if (it == buckets.end())
    throw Complaint(plans.say({"không có hàng hay cột nào là \"" + wanted + "\"",
                               "no row or column is \"" + wanted + "\""}));
  return *it;
}

/// The tasks behind "row,column"; a part left out stands for all.
Outcome cell(const Plans& plans, const kehoach::CrossTableSpec& spec, const CrossTable& table) {
  const std::vector<std::string> names = parts(plans.arguments().figures.cell);
  const Bucket row = names[0].empty() ? Bucket{} : bucket(plans, table.rows, names[0]);
  const Bucket column =
      names.size() < 2 || names[1].empty() ? Bucket{} : bucket(plans, table.columns, names[1]);
  const kehoach::Evaluation evaluation = plans.evaluate();
  Outcome outcome;
  Table out({{plans.say({"Việc", "Task"}), 50, false},
             {plans.say({"Trạng thái", "Status"}), 24, false},
             {plans.say({"Đến hạn", "Due"}), 10, false},
             {plans.say({"Theo", "Paper"}), 24, false}});
  for (const kehoach::TaskId task : evaluation.tasks(spec, row, column).value()) {
    const kehoach::TaskState state = evaluation.state(task).value();
    const kehoach::TaskSpec said = plans.snapshot().spec(task).value();
    if (plans.arguments().json)
      outcome.text += JsonLine()
                          .add("task", plans.key(task))
                          .add("name", plans.label(task))
                          .add("status", kehoach::name(state.status))
                          .add("due", state.due)
                          .text();
    out.row({plans.label(task), plans.say(kehoach::describe(state.status)),
             state.due == kehoach::no_date ? "-" : plans.date(state.due),
             plans.place(said.document, said.path)});
  }
  if (!plans.arguments().json)
    outcome.text = plans.title({"Các việc trong ô", "The tasks of the cell"}) + out.text();
  return outcome;
}

}  // namespace

Outcome rollup_table(const Arguments& arguments) {
  kehoach::CrossTableSpec spec = axes(arguments);
  const Plans plans(arguments);
  spec.scope = scope(plans);
  const CrossTable table = plans.evaluate().cross_table(spec).value();
  if (!arguments.figures.cell.empty()) return cell(plans, spec, table);
  if (!arguments.json) return {people(plans, spec, table)};
  Outcome outcome;
  for (const kehoach::Cell& each : table.cells)
    outcome.text +=
        json(code(plans, table.rows[each.row]), code(plans, table.columns[each.column]), each.sum);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    outcome.text += json(code(plans, table.rows[r]), "*", table.row_totals[r]);
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    outcome.text += json("*", code(plans, table.columns[c]), table.column_totals[c]);
  outcome.text += json("*", "*", table.total);
  return outcome;
}

}  // namespace program
