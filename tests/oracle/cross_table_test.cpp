// SPDX-License-Identifier: BSL-1.0
// Tables of random plans against a set of tasks gathered for each cell by walking up from each task.
#include <catch2/catch.hpp>
#include <kehoach/engine.hpp>
#include <map>
#include <set>
#include <string>

#include "support/random_plans.hpp"

using namespace kehoach;
using support::d;
using support::RandomPlans;

namespace {

using Names = std::set<std::string>;

/// Everything by definition, from the specs alone and the status and day of each task.
class Reference {
 public:
  Reference(const RandomPlans& plans, const Evaluation& today) : plans_(plans), today_(today) {
    implemented_.assign(plans.tasks.size(), false);
    for (const TaskSpec& task : plans.tasks)
      for (const TaskId upper : task.implements) implemented_[upper.value() - 1] = true;
  }

  Names places(const AxisSpec& axis, std::uint32_t task) const {
    const TaskSpec& spec = plans_.tasks[task];
    Names found;
    switch (axis.axis) {
      case Axis::none: return {""};
      case Axis::document:
        for (const std::uint32_t t : axis.below ? at_or_above(task) : std::set{task})
          found.insert(name(plans_.tasks[t].document));
        break;
      case Axis::under:
        if (!axis.below)
          for (const TaskId up : spec.implements) found.insert(name(up));
        else
          for (const std::uint32_t t : at_or_above(task))
            if (t != task) found.insert(name(TaskId(t + 1)));
        break;
      case Axis::unit:
        for (const UnitId lead : spec.leads) {
          const Names above = offices(lead, axis.below);
          found.insert(above.begin(), above.end());
        }
        break;
      case Axis::level:
        for (const UnitId lead : spec.leads)
          found.insert("level" + std::to_string(int(plans_.units[lead.value() - 1].level)));
        break;
      case Axis::status: return {kehoach::name(state(task).status)};
      case Axis::period: {
        const Date due = state(task).due;
        if (due == no_date) break;
        const auto day = ymd(due);
        found.insert(std::to_string(day.year) + "Q" + std::to_string((day.month - 1) / 3 + 1));
      }
    }
    if (found.empty()) found.insert("");
    return found;
  }

  /// Cells as (row, column) -> tasks.
  std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>> cells(
      const CrossTableSpec& spec) const {
    std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>> out;
    const bool both_leads = is_over_leads(spec.rows.axis) && is_over_leads(spec.columns.axis);
    for (std::uint32_t t = 0; t < plans_.tasks.size(); ++t) {
      if (both_leads && !plans_.tasks[t].leads.empty()) {
        for (const UnitId lead : plans_.tasks[t].leads)
          for (const std::string& row : of_lead(spec.rows, lead))
            for (const std::string& column : of_lead(spec.columns, lead))
              out[{row, column}].insert(t);
        continue;
      }
      for (const std::string& row : places(spec.rows, t))
        for (const std::string& column : places(spec.columns, t)) out[{row, column}].insert(t);
    }
    return out;
  }

  Rollup sum(const std::set<std::uint32_t>& tasks) const {
    Rollup out;
    for (const std::uint32_t t : tasks) {
      const TaskState s = state(t);
      ++out.counts[static_cast<std::size_t>(s.status)];
      if (implemented_[t] || s.status == Status::cancelled) continue;
      const std::int64_t weight = plans_.tasks[t].weight;
      ++out.leaves;
      out.weight += weight;
      const bool done = s.status == Status::done_in_time || s.status == Status::done_late;
      if (!done && !s.reported) continue;
      ++out.reported;
      out.reported_weight += weight;
      out.weighted_progress +=
          weight * (done ? 10000 : s.reported->times(100).value().coefficient());
    }
    return out;
  }

  std::string name(const Bucket& b) const {
    if (b.item.kind == ItemKind::document) return name(DocumentId(b.item.id));
    if (b.item.kind == ItemKind::task) return name(TaskId(b.item.id));
    if (b.item.kind == ItemKind::unit) return plans_.units[b.item.id - 1].key;
    if (b.has_level) return "level" + std::to_string(int(b.level));
    if (b.axis == Axis::status) return kehoach::name(b.status);
    if (b.first == no_date) return "";
    const auto day = ymd(b.first);
    return std::to_string(day.year) + "Q" + std::to_string((day.month - 1) / 3 + 1);
  }

 private:
  static bool is_over_leads(Axis axis) { return axis == Axis::unit || axis == Axis::level; }
  std::string name(DocumentId id) const { return plans_.documents[id.value() - 1].key; }
  std::string name(TaskId id) const { return plans_.tasks[id.value() - 1].key; }
  TaskState state(std::uint32_t task) const { return today_.state(TaskId(task + 1)).value(); }

  std::set<std::uint32_t> at_or_above(std::uint32_t task) const {
    std::set<std::uint32_t> found{task};
    for (const TaskId up : plans_.tasks[task].implements) found.merge(at_or_above(up.value() - 1));
    return found;
  }

  Names of_lead(const AxisSpec& axis, UnitId lead) const {
    if (axis.axis == Axis::unit) return offices(lead, axis.below);
    return {"level" + std::to_string(int(plans_.units[lead.value() - 1].level))};
  }

  Names offices(UnitId lead, bool below) const {
    const UnitSpec& unit = plans_.units[lead.value() - 1];
    Names found{unit.key};
    for (const UnitId member : unit.members) {
      const Names above =
          below ? offices(member, true) : Names{plans_.units[member.value() - 1].key};
      found.insert(above.begin(), above.end());
    }
    if (below && !unit.parents.empty()) {
      const Names above = offices(unit.parents[0].value, true);
      found.insert(above.begin(), above.end());
    }
    return found;
  }

  const RandomPlans& plans_;
  const Evaluation& today_;
  std::vector<bool> implemented_;
};

bool same(const Rollup& a, const Rollup& b) {
  return a.counts == b.counts && a.leaves == b.leaves && a.reported == b.reported &&
         a.weight == b.weight && a.reported_weight == b.reported_weight &&
         a.weighted_progress == b.weighted_progress;
}

std::vector<AxisSpec> axes() {
  std::vector<AxisSpec> all;
  for (const Axis axis : {Axis::none, Axis::document, Axis::unit, Axis::level, Axis::period,
                          Axis::status, Axis::under})
    all.push_back({axis, true, Period::quarter});
  all.push_back({Axis::document, false, Period::quarter});
  all.push_back({Axis::unit, false, Period::quarter});
  all.push_back({Axis::under, false, Period::quarter});
  return all;
}

std::set<std::uint32_t> indices(const std::vector<TaskId>& tasks) {
  std::set<std::uint32_t> found;
  for (const TaskId task : tasks) found.insert(task.value() - 1);
  return found;
}

void check_table(const RandomPlans& plans, const Evaluation& today, const CrossTableSpec& spec) {
  const Reference reference(plans, today);
  const auto expected = reference.cells(spec);
  const CrossTable table = today.cross_table(spec).value();
  REQUIRE(table.cells.size() == expected.size());
  std::set<std::uint32_t> everything;
  std::map<std::string, std::set<std::uint32_t>> of_row, of_column;
  for (const Cell& cell : table.cells) {
    const std::pair key{reference.name(table.rows[cell.row]),
                        reference.name(table.columns[cell.column])};
    INFO(key.first << " x " << key.second);
    REQUIRE(expected.count(key) == 1);
    const std::set<std::uint32_t>& tasks = expected.at(key);
    REQUIRE(same(cell.sum, reference.sum(tasks)));
    REQUIRE(table.at(cell.row, cell.column) == &cell.sum);
    REQUIRE(indices(today.tasks(spec, table.rows[cell.row], table.columns[cell.column]).value()) ==
            tasks);
    everything.insert(tasks.begin(), tasks.end());
    of_row[key.first].insert(tasks.begin(), tasks.end());
    of_column[key.second].insert(tasks.begin(), tasks.end());
  }
  REQUIRE(same(table.total, reference.sum(everything)));
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    REQUIRE(same(table.row_totals[r], reference.sum(of_row[reference.name(table.rows[r])])));
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    REQUIRE(
        same(table.column_totals[c], reference.sum(of_column[reference.name(table.columns[c])])));
}

}  // namespace

TEST_CASE("every cell and total of every pair of axes is that of its distinct tasks") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const RandomPlans plans(seed, {.tasks = 40});
    const Engine engine = plans.engine();
    const Evaluation today = engine.snapshot().evaluate(d("2026-07-01")).value();
    for (const AxisSpec& rows : axes())
      for (const AxisSpec& columns : axes()) {
        INFO("seed " << seed << ", axes " << int(rows.axis) << rows.below << " x "
                     << int(columns.axis) << columns.below);
        check_table(plans, today, {rows, columns, {}});
      }
  }
}

TEST_CASE("a cell is the rollup of the scope that says the same") {
  for (std::uint64_t seed = 11; seed <= 20; ++seed) {
    RandomPlans plans(seed, {.tasks = 80});
    const Engine engine = plans.engine();
    const Evaluation today = engine.snapshot().evaluate(d("2026-07-01")).value();
    CrossTableSpec spec{{Axis::document}, {Axis::unit}, {}};
    if (plans.percent(50)) spec.scope.level = Level::hospital;
    if (plans.percent(50)) spec.scope.due_from = d("2026-03-01");
    if (plans.percent(50)) spec.scope.due_to = d("2026-10-01");
    if (plans.percent(30)) spec.scope.status = Status::open_overdue;
    if (plans.percent(30)) spec.scope.under = TaskId(1);
    const CrossTable table = today.cross_table(spec).value();
    for (const Cell& cell : table.cells) {
      Scope scope = spec.scope;
      scope.document = DocumentId(table.rows[cell.row].item.id);
      scope.unit = UnitId(table.columns[cell.column].item.id);
      if (!scope.unit) continue;
      REQUIRE(same(cell.sum, today.rollup(scope).value()));
      REQUIRE(today.tasks(scope).value() ==
              today.tasks(spec, table.rows[cell.row], table.columns[cell.column]).value());
    }
    REQUIRE(same(table.total, today.rollup(spec.scope).value()));
  }
}
