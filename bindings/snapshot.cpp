// SPDX-License-Identifier: BSL-1.0
#include "module.hpp"

namespace kehoach::python {
namespace {

py::dict spec_of(const Snapshot& self, const py::object& ref) {
  const Item item = item_of_any(ref, keys_of(self));
  switch (item.kind) {
    case ItemKind::calendar: return spec_to(self.spec(CalendarId{item.id}).value());
    case ItemKind::unit: return spec_to(self.spec(UnitId{item.id}).value());
    case ItemKind::document: return spec_to(self.spec(DocumentId{item.id}).value());
    case ItemKind::task: return spec_to(self.spec(TaskId{item.id}).value());
    case ItemKind::report: return spec_to(self.spec(ReportId{item.id}).value());
    case ItemKind::indicator: return spec_to(self.spec(IndicatorId{item.id}).value());
    case ItemKind::target: return spec_to(self.spec(TargetId{item.id}).value());
    case ItemKind::observation: return spec_to(self.spec(ObservationId{item.id}).value());
    case ItemKind::none: break;
  }
  throw Exception(Error{Errc::unknown_id, "no item is named", {}, {}});
}

Calendar calendar_of(const Snapshot& self, const py::object& ref) {
  const Item item = item_of_any(ref, keys_of(self));
  if (item.kind == ItemKind::task) return self.calendar(TaskId{item.id}).value();
  if (item.kind == ItemKind::unit) return self.calendar(UnitId{item.id}).value();
  throw Exception(Error{Errc::misuse, "only tasks and units have a calendar", {item}, {}});
}

std::vector<Item> all_of(const Snapshot& self, ItemKind kind) {
  std::vector<Item> items;
  for (std::uint32_t id = 1; id <= self.count(kind); ++id) {
    if (self.contains(Item{kind, id})) items.emplace_back(kind, id);
  }
  return items;
}

struct ScheduleColumns {
  std::vector<std::uint32_t> task;
  std::vector<std::int64_t> due, earliest_start, earliest_finish, latest_start, latest_finish;
  std::vector<std::int32_t> total_slack, free_slack;
};

constexpr std::int32_t nothing = std::numeric_limits<std::int32_t>::min();

void append(ScheduleColumns& out, const Snapshot& self, TaskId task) {
  const Schedule s = self.schedule(task).value();
  const auto deadline = self.deadline(task);
  out.task.push_back(task.value());
  out.due.push_back(numpy_day(deadline.ok() ? deadline->due() : no_date));
  out.earliest_start.push_back(numpy_day(s.earliest_start));
  out.earliest_finish.push_back(numpy_day(s.earliest_finish));
  out.latest_start.push_back(numpy_day(s.latest_start));
  out.latest_finish.push_back(numpy_day(s.latest_finish));
  out.total_slack.push_back(s.total_slack.value_or(nothing));
  out.free_slack.push_back(s.free_slack.value_or(nothing));
}

py::dict schedule_columns(const Snapshot& self) {
  ScheduleColumns columns = without_gil([&] {
    ScheduleColumns out;
    for (const Item item : all_of(self, ItemKind::task)) append(out, self, TaskId{item.id});
    return out;
  });
  py::dict out;
  out["task"] = column(std::move(columns.task));
  out["due"] = day_column(std::move(columns.due));
  out["earliest_start"] = day_column(std::move(columns.earliest_start));
  out["earliest_finish"] = day_column(std::move(columns.earliest_finish));
  out["latest_start"] = day_column(std::move(columns.latest_start));
  out["latest_finish"] = day_column(std::move(columns.latest_finish));
  out["total_slack"] = column(std::move(columns.total_slack));
  out["free_slack"] = column(std::move(columns.free_slack));
  return out;
}

HeldEvaluation evaluate(const Snapshot& self, Date as_of, Date known_at, const py::object& progress,
                        int threads) {
  const Progress watched = progress_of(progress);
  const Executor lent = threads_of(threads);
  return without_gil([&] {
    return HeldEvaluation{self, self.evaluate(as_of, known_at, watched, lent).value()};
  });
}

std::vector<Item> implementers(const Snapshot& self, const py::object& task) {
  const auto ids = self.implementers(id_from<TaskId>(task, keys_of(self))).value();
  return {ids.begin(), ids.end()};
}

std::vector<Item> expand(const Snapshot& self, const py::object& unit, Date on) {
  const auto ids = self.expand(id_from<UnitId>(unit, keys_of(self)), on).value();
  return {ids.begin(), ids.end()};
}

std::optional<Item> parent(const Snapshot& self, const py::object& unit, Date on, Line line) {
  const UnitId found = self.parent(id_from<UnitId>(unit, keys_of(self)), on, line).value();
  return found ? std::optional<Item>(found) : std::nullopt;
}

}  // namespace

void bind_snapshot(py::module_& module) {
  py::class_<Snapshot>(module, "Snapshot", "The plans as of one commit; immutable.")
      .def_property_readonly("revision", &Snapshot::revision)
      .def("count", &Snapshot::count, py::arg("kind"), "Highest number given out for the kind.")
      .def("__contains__", [](const Snapshot& self, Item item) { return self.contains(item); })
      .def("items", &all_of, py::arg("kind"), "The items of a kind, in the order of adding.")
      .def(
          "find",
          [](const Snapshot& self, ItemKind kind, const std::string& key) {
            return self.find(kind, key).value();
          },
          py::arg("kind"), py::arg("key"), "The item of that kind and key; UnknownKeyError.")
      .def(
          "key",
          [](const Snapshot& self, const py::object& item) {
            return std::string(self.key(item_of_any(item, keys_of(self))).value());
          },
          py::arg("item"))
      .def(
          "label",
          [](const Snapshot& self, const py::object& item, Date on) {
            return self.label(item_of_any(item, keys_of(self)), on).value();
          },
          py::arg("item"), py::arg("on") = py::none(), "Its name on a day (default: the latest).")
      .def_property_readonly(
          "settings", [](const Snapshot& self) { return spec_to(self.settings()); },
          "The settings as a dict, as Edit.set would say them again; defaults are left out.")
      .def("spec", &spec_of, py::arg("item"),
           "What was said of it, as Edit.add would say it again.")
      .def("calendar", &calendar_of, py::arg("item"), "The calendar a task or unit is counted on.")
      .def(
          "deadline",
          [](const Snapshot& self, const py::object& task, Date as_of) {
            return self.deadline(id_from<TaskId>(task, keys_of(self)), as_of).value();
          },
          py::arg("task"), py::arg("as_of") = py::none(), "The deadline with its derivation.")
      .def(
          "schedule",
          [](const Snapshot& self, const py::object& task) {
            return self.schedule(id_from<TaskId>(task, keys_of(self))).value();
          },
          py::arg("task"))
      .def("implementers", &implementers, py::arg("task"), "Tasks that implement it.")
      .def("expand", &expand, py::arg("unit"), py::arg("on"),
           "Offices a unit stands for on a day: members of a group, successors of an office.")
      .def("parent", &parent, py::arg("unit"), py::arg("on"),
           py::arg("line") = Line::administrative, "The office above it on a day, or None.")
      .def(
          "exists",
          [](const Snapshot& self, const py::object& unit, Date on) {
            return self.exists(id_from<UnitId>(unit, keys_of(self)), on).value();
          },
          py::arg("unit"), py::arg("on"), "Is it founded and not closed on a day?")
      .def("schedule_columns", &schedule_columns,
           "Columns over the tasks, one element each: task (uint32), due and the four dates\n"
           "(datetime64[D], NaT where nothing says), slack in working days (int32, -2**31).")
      .def(
          "binding_chain",
          [](const Snapshot& self, const py::object& task) {
            return binding_chain(self, id_from<TaskId>(task, keys_of(self))).value();
          },
          py::arg("task"),
          "From a task up, each link held by the next, to the deadline that binds.")
      .def(
          "tightest",
          [](const Snapshot& self, const py::object& document, std::size_t count) {
            return tightest(self, id_from<DocumentId>(document, keys_of(self)), count).value();
          },
          py::arg("document"), py::arg("count"),
          "The tasks of a document with the smallest total slack.")
      .def(
          "lateness",
          [](const Snapshot& self, const py::object& task, Date as_of, Date known_at) {
            return lateness(self, id_from<TaskId>(task, keys_of(self)), as_of, known_at).value();
          },
          py::arg("task"), py::arg("as_of"), py::arg("known_at") = py::none(),
          "Who used up the time of a task, in working days that add up.")
      .def(
          "to_json",
          [](const Snapshot& self) { return without_gil([&] { return write_json(self); }); },
          "Canonical cascade JSON.")
      .def(
          "evaluate", &evaluate, py::arg("as_of"), py::arg("known_at") = py::none(),
          py::arg("progress") = py::none(), py::arg("threads") = 1,
          "The answers for a day, using what had been recorded by `known_at`. `threads` share the\n"
          "work; the answers are the same.")
      .def("__repr__", [](const Snapshot& self) {
        return "<Snapshot revision " + std::to_string(self.revision()) + ", " +
               std::to_string(self.count(ItemKind::task)) + " tasks>";
      });
}

}  // namespace kehoach::python
