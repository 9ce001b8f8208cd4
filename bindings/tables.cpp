// SPDX-License-Identifier: BSL-1.0
// Tables of tasks, and sums of shards that merge.
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

void bind_cross_table(py::module_& module) {
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

void bind_partial(py::module_& module) {
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

}  // namespace

void bind_tables(py::module_& module) {
  bind_cross_table(module);
  bind_partial(module);
}

void bind_table_answers(py::class_<HeldEvaluation>& evaluation) {
  evaluation
      .def("cross_table", &cross_table,
           "rows= and columns= by document, unit, level, status, under, or a period (quarter); "
           "\":own\" behind it leaves out what lies below. Further words say the scope.")
      .def("partial", &partial, "The same as sums of one shard: own= its offices, closed=.");
}

}  // namespace kehoach::python
