// SPDX-License-Identifier: BSL-1.0
#include <kehoach/explanation.hpp>

#include "module.hpp"

namespace kehoach::python {
namespace {

using Held = HeldEvaluation;

// A read-only view of the evaluation's own memory; the view keeps the evaluation alive.
py::array statuses(const py::object& self) {
  static_assert(sizeof(Status) == 1);
  const auto& values = self.cast<const Held&>().evaluation.statuses();
  py::array_t<std::uint8_t> view(static_cast<py::ssize_t>(values.size()),
                                 reinterpret_cast<const std::uint8_t*>(values.data()), self);
  view.attr("setflags")(py::arg("write") = false);
  return view;
}

double percent(const std::optional<Quantity>& quantity) {
  if (!quantity) return std::numeric_limits<double>::quiet_NaN();
  double value = static_cast<double>(quantity->coefficient());
  for (int i = 0; i < quantity->scale(); ++i) value /= 10;
  return value;
}

struct StateColumns {
  std::vector<std::uint32_t> task;
  std::vector<std::uint8_t> status;
  std::vector<std::int64_t> due, done_on, next_change_at;
  std::vector<double> reported, derived;
};

StateColumns collect(const Held& self) {
  StateColumns out;
  for (std::uint32_t id = 1; id <= self.snapshot.count(ItemKind::task); ++id) {
    const auto found = self.evaluation.state(TaskId{id});
    if (!found.ok()) continue;  // removed
    out.task.push_back(id);
    out.status.push_back(static_cast<std::uint8_t>(found->status));
    out.due.push_back(numpy_day(found->due));
    out.done_on.push_back(numpy_day(found->done_on));
    out.next_change_at.push_back(numpy_day(found->next_change_at));
    out.reported.push_back(percent(found->reported));
    out.derived.push_back(percent(found->derived));
  }
  return out;
}

py::dict state_columns(const Held& self) {
  StateColumns columns = without_gil([&] { return collect(self); });
  py::dict out;
  out["task"] = column(std::move(columns.task));
  out["status"] = column(std::move(columns.status));
  out["due"] = day_column(std::move(columns.due));
  out["done_on"] = day_column(std::move(columns.done_on));
  out["next_change_at"] = day_column(std::move(columns.next_change_at));
  out["reported"] = column(std::move(columns.reported));
  out["derived"] = column(std::move(columns.derived));
  return out;
}

Rollup rollup(const Held& self, const py::kwargs& given) {
  const Scope scope = scope_from(self, given);
  return without_gil([&] { return self.evaluation.rollup(scope).value(); });
}

std::vector<Item> tasks(const Held& self, const py::kwargs& given) {
  const auto ids = self.evaluation.tasks(scope_from(self, given)).value();
  return {ids.begin(), ids.end()};
}

std::vector<DueItem> due(const Held& self, Date from, Date to, const py::kwargs& given) {
  const Scope scope = scope_from(self, given);
  return without_gil([&] { return self.evaluation.due(from, to, scope).value(); });
}

std::vector<DueItem> overdue(const Held& self, const py::kwargs& given) {
  const Scope scope = scope_from(self, given);
  return without_gil([&] { return self.evaluation.overdue(scope).value(); });
}

std::vector<Item> answerable(const Held& self, const py::object& task, Date boundaries) {
  const TaskId id = id_from<TaskId>(task, keys_of(self.snapshot));
  const auto units = self.evaluation.answerable(id, boundaries).value();
  return {units.begin(), units.end()};
}

std::vector<Reason> explain(const Held& self, const py::object& ref, Aspect aspect) {
  const Item item = item_of_any(ref, keys_of(self.snapshot));
  return without_gil([&] { return self.evaluation.explain({item, aspect}).value(); });
}

}  // namespace

Scope scope_from(const HeldEvaluation& self, const py::kwargs& given) {
  const ByKey by_key = keys_of(self.snapshot);
  Fields fields(given, "scope", by_key);
  Scope scope;
  fields.read("unit", scope.unit);
  fields.read("below", scope.below);
  if (fields.has("level")) fields.read("level", scope.level.emplace());
  fields.read("document", scope.document);
  fields.read("under", scope.under);
  fields.read("line", scope.line);
  fields.read("boundaries", scope.boundaries);
  fields.read("due_from", scope.due_from);
  fields.read("due_to", scope.due_to);
  if (fields.has("status")) fields.read("status", scope.status.emplace());
  fields.finish();
  return scope;
}

void bind_evaluation(py::module_& module) {
  module.def(
      "_reasons_json",
      [](const std::vector<Reason>& reasons, const Snapshot& snapshot) {
        return write_json(reasons, snapshot);
      },
      py::arg("reasons"), py::arg("snapshot"));
  module.def("_reasons_dot", &write_dot, py::arg("reasons"), py::arg("language"));
  const auto of = [](auto getter) {
    return [getter](const Held& self) { return (self.evaluation.*getter)(); };
  };
  py::class_<Held> evaluation(module, "Evaluation", "The answers for one day; immutable.");
  bind_table_answers(evaluation);
  bind_coverage_answers(evaluation);
  bind_target_answers(evaluation);
  bind_score_answers(evaluation);
  evaluation.def_property_readonly("as_of", of(&Evaluation::as_of))
      .def_property_readonly("known_at", of(&Evaluation::known_at))
      .def_property_readonly("next_change_at", of(&Evaluation::next_change_at))
      .def_property_readonly("snapshot", [](const Held& self) { return self.snapshot; })
      .def_property_readonly("statuses", &statuses,
                             "uint8, one a task from id 1 on, without a copy; see status_words.")
      .def("state_columns", &state_columns,
           "Columns over the tasks, one element each: task (uint32), status (uint8), due, done_on "
           "and\n"
           "next_change_at (datetime64[D], NaT where nothing says), reported and derived progress\n"
           "(float64, percent, for show).")
      .def(
          "state",
          [](const Held& self, const py::object& task) {
            return self.evaluation.state(id_from<TaskId>(task, keys_of(self.snapshot))).value();
          },
          py::arg("task"))
      .def("_due", &due, py::arg("first"), py::arg("last"))
      .def("_overdue", &overdue)
      .def("answerable", &answerable, py::arg("task"), py::arg("boundaries") = py::none(),
           "Who answers for a task: its leads, or their successors.")
      .def(
          "_burden",
          [](const Held& self, Date from, Date to) {
            return without_gil([&] { return self.evaluation.burden(from, to).value(); });
          },
          py::arg("first"), py::arg("last"))
      .def(
          "_turns",
          [](const Held& self, Date until) {
            return without_gil([&] { return self.evaluation.turns(until).value(); });
          },
          py::arg("until"))
      .def("rollup", &rollup,
           "By unit=, below=, level=, document=, under=, line=, boundaries=; all that are given.")
      .def("tasks", &tasks, "The tasks counted in a rollup of the same scope.")
      .def(
          "verdict",
          [](const Held& self, const py::object& target, Date boundaries) {
            const auto id = id_from<TargetId>(target, keys_of(self.snapshot));
            return self.evaluation.verdict(id, boundaries).value();
          },
          py::arg("target"), py::arg("boundaries") = py::none(),
          "Whether a target holds; boundaries=: among the offices of that day.")
      .def_property_readonly("_findings",
                             [](const Held& self) {
                               const FindingList list =
                                   without_gil([&] { return self.evaluation.findings(); });
                               return std::vector<Finding>(list.begin(), list.end());
                             })
      .def_property_readonly(
          "audit_work",
          [](const Held& self) {
            return without_gil([&] { return self.evaluation.audit_work(); });
          },
          "What making the findings took.")
      .def("_explain", &explain, py::arg("item"), py::arg("aspect"))
      .def("__repr__", [](const Held& self) {
        return "<Evaluation as of " + to_string(self.evaluation.as_of()) + ", " +
               std::to_string(self.snapshot.count(ItemKind::task)) + " tasks>";
      });
}

}  // namespace kehoach::python
