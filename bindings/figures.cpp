// SPDX-License-Identifier: BSL-1.0
// Tables of tasks, sums of shards, targets over time and over offices, points, published tallies.
#include <kehoach/tally.hpp>
#include <map>

#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

using Held = HeldEvaluation;

/// A table that still knows its plans.
struct HeldTable {
  Snapshot snapshot;
  Evaluation evaluation;
  CrossTableSpec spec;
  CrossTable table;
};

/// "document", "unit:own", "quarter"; None: all in one.
AxisSpec axis_from(const py::object& given) {
  AxisSpec axis;
  if (given.is_none()) return axis;
  std::string word = py::cast<std::string>(given);
  if (const auto own = word.find(":own"); own != std::string::npos && own + 4 == word.size()) {
    axis.below = false;
    word.resize(own);
  }
  for (std::size_t i = 0; i < Words<Period>::list.size(); ++i)
    if (word == Words<Period>::list[i]) {
      axis.axis = Axis::period;
      axis.period = static_cast<Period>(i);
      return axis;
    }
  axis.axis = enum_from_word<Axis>(word);
  return axis;
}

/// What a row or column stands for: an Item, a word, a pair of days, or None.
py::object bucket_to(const Bucket& b) {
  if (b.item.id != 0) return py::cast(b.item);
  if (b.axis == Axis::status) return py::cast(b.status);
  if (b.has_level) return py::cast(b.level);
  if (b.first != no_date) return py::make_tuple(py::cast(b.first), py::cast(b.last));
  return py::none();
}

py::list buckets_to(const std::vector<Bucket>& buckets) {
  py::list out;
  for (const Bucket& b : buckets) out.append(bucket_to(b));
  return out;
}

CrossTableSpec table_from(const Held& self, py::kwargs given) {
  CrossTableSpec spec;
  spec.rows = axis_from(given.attr("pop")("rows", py::none()));
  spec.columns = axis_from(given.attr("pop")("columns", py::none()));
  spec.scope = scope_from(self, given);
  return spec;
}

HeldTable cross_table(const Held& self, const py::kwargs& given) {
  const CrossTableSpec spec = table_from(self, given);
  CrossTable table = without_gil([&] { return self.evaluation.cross_table(spec).value(); });
  return {self.snapshot, self.evaluation, spec, std::move(table)};
}

std::vector<Item> items(const std::vector<TaskId>& ids) {
  return {ids.begin(), ids.end()};
}
std::vector<Item> items(const std::vector<UnitId>& ids) {
  return {ids.begin(), ids.end()};
}

/// The bucket at an index; None: all.
Bucket bucket_at(const std::vector<Bucket>& buckets, const std::optional<std::size_t>& index) {
  if (!index) return {};
  if (*index >= buckets.size()) throw py::index_error("no such row or column");
  return buckets[*index];
}

std::vector<Item> tasks_behind(const HeldTable& self, const std::optional<std::size_t>& row,
                               const std::optional<std::size_t>& column) {
  const Bucket r = bucket_at(self.table.rows, row), c = bucket_at(self.table.columns, column);
  return items(without_gil([&] { return self.evaluation.tasks(self.spec, r, c).value(); }));
}

void bind_tables(py::module_& module) {
  py::class_<HeldTable>(module, "CrossTable",
                        "Exact sums of distinct tasks for every pair of a row and a column.")
      .def_property_readonly("rows", [](const HeldTable& s) { return buckets_to(s.table.rows); })
      .def_property_readonly("columns",
                             [](const HeldTable& s) { return buckets_to(s.table.columns); })
      .def_property_readonly("row_totals", [](const HeldTable& s) { return s.table.row_totals; })
      .def_property_readonly("column_totals",
                             [](const HeldTable& s) { return s.table.column_totals; })
      .def_property_readonly("total", [](const HeldTable& s) { return s.table.total; })
      .def_property_readonly("snapshot", [](const HeldTable& s) { return s.snapshot; })
      .def(
          "at",
          [](const HeldTable& s, std::uint32_t row, std::uint32_t column) {
            const Rollup* found = s.table.at(row, column);
            return found == nullptr ? Rollup{} : *found;
          },
          py::arg("row"), py::arg("column"), "By index; all 0 for an empty cell.")
      .def("tasks", &tasks_behind, py::arg("row") = py::none(), py::arg("column") = py::none(),
           "The tasks behind a cell, by index; None stands for all.")
      .def("__repr__", [](const HeldTable& s) {
        return "<CrossTable " + std::to_string(s.table.rows.size()) + " x " +
               std::to_string(s.table.columns.size()) + ">";
      });
}

Partial partial(const Held& self, py::kwargs given) {
  PartialSpec spec;
  const ByKey by_key = keys_of(self.snapshot);
  const py::object own = given.attr("pop")("own", py::none());
  if (!own.is_none())
    for (const py::handle unit : own) spec.own.push_back(id_from<UnitId>(unit, by_key));
  spec.below = py::cast<bool>(given.attr("pop")("own_below", py::bool_(true)));
  spec.closed = py::cast<bool>(given.attr("pop")("closed", py::bool_(false)));
  spec.table = table_from(self, given);
  return without_gil([&] { return self.evaluation.partial(spec).value(); });
}

py::list cells_of(const PartialTable& table) {
  py::list out;
  const auto add = [&](const py::object& row, const py::object& column, const Rollup& sum) {
    out.append(py::make_tuple(row, column, sum));
  };
  for (const PartialCell& cell : table.cells)
    add(py::cast(table.rows[cell.row]), py::cast(table.columns[cell.column]), cell.sum);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    add(py::cast(table.rows[r]), py::none(), table.row_totals[r]);
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    add(py::none(), py::cast(table.columns[c]), table.column_totals[c]);
  add(py::none(), py::none(), table.total);
  return out;
}

void bind_partials(py::module_& module) {
  py::class_<Partial>(module, "Partial", "Sums of one shard that merge into exactly those of all.")
      .def_static(
          "load",
          [](const py::bytes& bytes) {
            const std::string_view view = bytes;
            return Partial::load(view).value();
          },
          py::arg("bytes"))
      .def("save", [](const Partial& self) { return py::bytes(self.save()); })
      .def(
          "merge",
          [](Partial& self, const Partial& other) {
            without_gil([&] { return self.merge(other).value(); });
          },
          py::arg("other"), "Adds another shard; on an error nothing has changed.")
      .def_property_readonly("question", &Partial::question)
      .def_property_readonly("own_tasks", &Partial::own_tasks)
      .def_property_readonly("unowned", &Partial::unowned)
      .def_property_readonly(
          "cells", [](const Partial& self) { return cells_of(self.table()); },
          "(row, column, Rollup) by keys; None for a total.")
      .def("__repr__", [](const Partial& self) {
        return "<Partial of " + std::to_string(self.own_tasks()) + " tasks>";
      });
}

void bind_scope_answers(py::module_& module) {
  Record<Coverage>(module, "Coverage", "Who has reported, of who must.")
      .computed("expected", [](const Coverage& c) { return items(c.expected); })
      .computed("partly", [](const Coverage& c) { return items(c.partly); })
      .computed("missing", [](const Coverage& c) { return items(c.missing); })
      .computed("unreported", [](const Coverage& c) { return items(c.unreported); })
      .done();
  Record<Worst>(module, "Worst", "The worst status in a scope and the tasks that cause it.")
      .field("status", &Worst::status)
      .computed("tasks", [](const Worst& w) { return items(w.tasks); })
      .done();
  Record<Contrast>(module, "Contrast", "An upper task's own report beside what lies below it.")
      .computed("task", [](const Contrast& c) { return Item(c.task); })
      .field("reported", &Contrast::reported)
      .field("derived", &Contrast::derived)
      .field("at_best", &Contrast::at_best)
      .field("difference", &Contrast::difference)
      .done();
  Record<Sharing>(module, "Sharing", "What exact sums cost beyond sums along a tree.")
      .field("shared", &Sharing::shared)
      .field("steps", &Sharing::steps)
      .done();
}

py::dict counts_to(const std::array<std::uint32_t, compliance_count>& counts) {
  py::dict out;
  for (std::size_t i = 0; i < counts.size(); ++i) out[Words<Compliance>::list[i]] = counts[i];
  return out;
}

void bind_targets(py::module_& module) {
  Record<Breach>(module, "Breach", "Where a bound that must always hold did not.")
      .field("first", &Breach::first)
      .field("last", &Breach::last)
      .field("actual", &Breach::actual)
      .done();
  Record<SeriesPoint>(module, "SeriesPoint", "The verdict at the end of one period.")
      .field("first", &SeriesPoint::first)
      .field("last", &SeriesPoint::last)
      .field("as_of", &SeriesPoint::as_of)
      .computed("actual", [](const SeriesPoint& p) { return p.verdict.actual; })
      .field("change", &SeriesPoint::change)
      .field("improved", &SeriesPoint::improved)
      .computed("expected", [](const SeriesPoint& p) { return p.verdict.expected; })
      .computed("bound", [](const SeriesPoint& p) { return p.verdict.bound; })
      .computed("compliance", [](const SeriesPoint& p) { return p.verdict.compliance; })
      .field("verdict", &SeriesPoint::verdict)
      .done();
  Record<Contribution>(module, "Contribution", "What one office below has to reach.")
      .computed("unit", [](const Contribution& c) { return Item(c.unit); })
      .computed("target",
                [](const Contribution& c) {
                  return c.target ? std::optional<Item>(Item(c.target)) : std::nullopt;
                })
      .field("late", &Contribution::late)
      .field("low", &Contribution::low)
      .field("high", &Contribution::high)
      .field("weight", &Contribution::weight)
      .field("short_by", &Contribution::short_by)
      .done();
  Record<Adequacy>(module, "Adequacy", "Do the targets below imply the one above?")
      .field("outcome", &Adequacy::outcome)
      .field("milestone", &Adequacy::milestone)
      .field("low", &Adequacy::low)
      .field("high", &Adequacy::high)
      .field("implied_low", &Adequacy::implied_low)
      .field("implied_high", &Adequacy::implied_high)
      .field("short_by", &Adequacy::short_by)
      .field("over_by", &Adequacy::over_by)
      .field("contributions", &Adequacy::contributions)
      .computed("lacking", [](const Adequacy& a) { return items(a.lacking); })
      .done();
  Record<TargetTally>(module, "TargetTally", "How many targets hold, and which are worst.")
      .computed("met", &TargetTally::met)
      .computed("total", &TargetTally::total)
      .computed("counts", [](const TargetTally& t) { return counts_to(t.counts); })
      .computed("aspirational", [](const TargetTally& t) { return counts_to(t.aspirational); })
      .field("worst", &TargetTally::worst)
      .computed("causing",
                [](const TargetTally& t) {
                  return std::vector<Item>(t.causing.begin(), t.causing.end());
                })
      .done();
}

void bind_scores(py::module_& module) {
  Record<ScoredTask>(module, "ScoredTask", "One task of a score, in percent of itself.")
      .computed("task", [](const ScoredTask& t) { return Item(t.task); })
      .field("weight", &ScoredTask::weight)
      .field("done", &ScoredTask::done)
      .field("late", &ScoredTask::late)
      .field("excused", &ScoredTask::excused)
      .field("faults", &ScoredTask::faults)
      .field("quality", &ScoredTask::quality)
      .field("progress", &ScoredTask::progress)
      .done();
  Record<Score>(module, "Score", "Points of an office.")
      .field("total", &Score::total)
      .field("grade", &Score::grade)
      .field("quantity", &Score::quantity)
      .field("quality", &Score::quality)
      .field("progress", &Score::progress)
      .field("results", &Score::results)
      .field("general", &Score::general)
      .field("assigned", &Score::assigned)
      .field("tasks", &Score::tasks)
      .field("source", &Score::source)
      .done();
  Record<TallyFault>(module, "TallyFault", "What does not add up in a published tally.")
      .computed("kind",
                [](const TallyFault& f) {
                  constexpr const char* kinds[] = {"sum", "percent", "rollup"};
                  return std::string(kinds[static_cast<int>(f.kind)]);
                })
      .computed("field", [](const TallyFault& f) { return std::string(name(f.field)); })
      .field("stated", &TallyFault::stated)
      .field("computed", &TallyFault::computed)
      .computed("culprit",
                [](const TallyFault& f) {
                  return f.culprit ? std::optional<std::string>(name(*f.culprit)) : std::nullopt;
                })
      .field("suggestion", &TallyFault::suggestion)
      .field("message", &TallyFault::message)
      .done();
}

Score score(const Held& self, const py::kwargs& given) {
  const ByKey by_key = keys_of(self.snapshot);
  Fields fields(given, "score", by_key);
  ScoreSpec spec;
  ScoringPolicy policy;
  fields.read("unit", spec.unit);
  fields.read("below", spec.below);
  fields.read("first", spec.from);
  fields.read("last", spec.to);
  fields.read("general", spec.general);
  fields.read("general_points", policy.general_points);
  fields.read("result_points", policy.result_points);
  fields.read("late_loss", policy.late_loss);
  fields.read("fault_loss", policy.fault_loss);
  fields.read("grades", policy.grades);
  fields.read("decimals", policy.decimals);
  fields.read("rounding", policy.rounding);
  fields.read("source", policy.source);
  fields.finish();
  return without_gil([&] { return self.evaluation.score(spec, policy).value(); });
}

TargetTally tally(const Held& self, const py::kwargs& given) {
  const ByKey by_key = keys_of(self.snapshot);
  Fields fields(given, "scope", by_key);
  TargetScope scope;
  fields.read("unit", scope.unit);
  fields.read("below", scope.below);
  fields.read("document", scope.document);
  fields.finish();
  return without_gil([&] { return self.evaluation.tally(scope).value(); });
}

std::vector<TallyFault> check_tally(const std::optional<Rollup>& rollup, const py::kwargs& given) {
  const ByKey nothing = [](ItemKind, const std::string&) { return Item(); };
  Fields fields(given, "tally", nothing);
  PublishedTally t;
  const std::pair<const char*, std::optional<std::int64_t>*> counts[] = {
      {"total", &t.total},
      {"done", &t.done},
      {"done_in_time", &t.done_in_time},
      {"done_late", &t.done_late},
      {"open", &t.open},
      {"open_in_time", &t.open_in_time},
      {"open_overdue", &t.open_overdue}};
  for (const auto& [name, out] : counts)
    if (fields.has(name)) fields.read(name, out->emplace());
  const std::pair<const char*, std::optional<Quantity>*> percents[] = {
      {"done_percent", &t.done_percent},
      {"open_in_time_percent", &t.open_in_time_percent},
      {"open_overdue_percent", &t.open_overdue_percent},
      {"done_of_due_percent", &t.done_of_due_percent}};
  for (const auto& [name, out] : percents)
    if (fields.has(name)) fields.read(name, out->emplace());
  fields.finish();
  return rollup ? check(t, *rollup) : check(t);
}

}  // namespace

void bind_figures(py::module_& module) {
  bind_tables(module);
  bind_partials(module);
  bind_scope_answers(module);
  bind_targets(module);
  bind_scores(module);
  module.def("check_tally", &check_tally, py::arg("rollup") = py::none(),
             "What does not add up in published counts, given by name: total=, done=, …");
  module.def(
      "rounding_of", &rounding_of, py::arg("stated"), py::arg("part"), py::arg("whole"),
      "How a stated percentage came from its figures: \"half_up\", \"truncate\", or neither: "
      "None.");
}

void bind_figure_answers(py::class_<HeldEvaluation>& evaluation) {
  const auto of_scope = [](auto function) {
    return [function](const Held& self, const py::kwargs& given) {
      const Scope scope = scope_from(self, given);
      return without_gil([&] { return (self.evaluation.*function)(scope).value(); });
    };
  };
  evaluation
      .def("cross_table", &cross_table,
           "rows= and columns= by document, unit, level, status, under, or a period (quarter); "
           "\":own\" behind it leaves out what lies below. Further words say the scope.")
      .def("partial", &partial, "The same as sums of one shard: own= its offices, closed=.")
      .def("coverage", of_scope(&Evaluation::coverage), "Who has reported, of who must.")
      .def("worst", of_scope(&Evaluation::worst), "The worst status and its causes.")
      .def("sharing", [](const Held& self) { return self.evaluation.sharing(); })
      .def(
          "contrasts",
          [](const Held& self, Quantity points, const py::kwargs& given) {
            const Scope scope = scope_from(self, given);
            return without_gil([&] { return self.evaluation.contrasts(scope, points).value(); });
          },
          py::arg("points") = Quantity(1), "Reports above and below that differ by so much.")
      .def(
          "_series",
          [](const Held& self, const py::object& target, Period period, Date first, Date last) {
            const auto id = id_from<TargetId>(target, keys_of(self.snapshot));
            return without_gil(
                [&] { return self.evaluation.series(id, period, first, last).value(); });
          },
          py::arg("target"), py::arg("period"), py::arg("first"), py::arg("last"))
      .def(
          "adequacy",
          [](const Held& self, const py::object& target) {
            const auto id = id_from<TargetId>(target, keys_of(self.snapshot));
            return without_gil([&] { return self.evaluation.adequacy(id).value(); });
          },
          py::arg("target"), "Whether the targets below imply it, for each milestone.")
      .def("tally", &tally, "How many targets hold, by unit=, below=, document=.")
      .def("score", &score, "Points of unit= for tasks due in first= to last=, with general=.");
}

}  // namespace kehoach::python
