// SPDX-License-Identifier: BSL-1.0
#include "module.hpp"

namespace kehoach::python {
namespace {

using Held = std::shared_ptr<HeldEngine>;

// The bytes of a str or bytes; they live as long as `json`.
std::string_view text_of(const py::object& json) {
  if (py::isinstance<py::bytes>(json)) return json.cast<std::string_view>();
  if (py::isinstance<py::str>(json)) {
    Py_ssize_t size = 0;
    const char* data = PyUnicode_AsUTF8AndSize(json.ptr(), &size);
    if (data == nullptr) throw py::error_already_set();
    return {data, static_cast<std::size_t>(size)};
  }
  throw py::type_error("cascade JSON is a str or bytes");
}

Held from_json(const py::object& json, const py::object& progress, std::size_t max_bytes,
               int max_depth) {
  const std::string_view text = text_of(json);
  const Progress watched = progress_of(progress);
  const JsonLimits limits{max_bytes, max_depth};
  return without_gil(
      [&] { return std::make_shared<HeldEngine>(read_json(text, limits, watched).value()); });
}

Commit add_text(HeldEngine& self, const py::object& json, const py::object& progress,
                std::size_t max_bytes, int max_depth) {
  const std::string_view text = text_of(json);
  const Progress watched = progress_of(progress);
  const JsonLimits limits{max_bytes, max_depth};
  return without_gil([&] {
    const EngineLock lock(self);
    return add_json(self.engine, text, limits, watched).value();
  });
}

Snapshot snapshot_of(HeldEngine& self) {
  return without_gil([&] {
    const EngineLock lock(self);
    return self.engine.snapshot();
  });
}

Held branch(HeldEngine& self) {
  return without_gil([&] {
    const EngineLock lock(self);
    return std::make_shared<HeldEngine>(self.engine.branch());
  });
}

void verify(HeldEngine& self) {
  without_gil([&] {
    const EngineLock lock(self);
    self.engine.verify().value();
  });
}

Commit follow(HeldEngine& self, Date as_of, Date known_at, const py::object& progress) {
  const Progress watched = progress_of(progress);
  return without_gil([&] {
    const EngineLock lock(self);
    return self.engine.follow(as_of, known_at, watched).value();
  });
}

Commit adopt(HeldEngine& self, HeldEngine& branch, const py::object& progress) {
  const Progress watched = progress_of(progress);
  return without_gil([&] {
    const bool first = std::less<>()(&self, &branch);
    const EngineLock lower(first ? self : branch);
    std::optional<EngineLock> upper;
    if (&self != &branch) upper.emplace(first ? branch : self);
    return self.engine.adopt(branch.engine, watched).value();
  });
}

Commit restore(HeldEngine& self, const Snapshot& snapshot, const py::object& progress) {
  const Progress watched = progress_of(progress);
  return without_gil([&] {
    const EngineLock lock(self);
    return self.engine.restore(snapshot, watched).value();
  });
}

Commit undo(HeldEngine& self, const py::object& progress) {
  const Progress watched = progress_of(progress);
  return without_gil([&] {
    const EngineLock lock(self);
    return self.engine.undo(watched).value();
  });
}

void unfollow(HeldEngine& self) {
  without_gil([&] {
    const EngineLock lock(self);
    self.engine.unfollow();
  });
}

std::string repr(HeldEngine& self) {
  const Snapshot now = snapshot_of(self);
  return "<Engine revision " + std::to_string(now.revision()) + ", " +
         std::to_string(now.count(ItemKind::document)) + " documents, " +
         std::to_string(now.count(ItemKind::task)) + " tasks>";
}

}  // namespace

Progress progress_of(const py::object& callback) {
  return [&callback](const ProgressStep& step) {
    const py::gil_scoped_acquire acquired;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    return callback.is_none() || !callback(step.stage, step.done, step.total).is(py::bool_(false));
  };
}

void bind_engine(py::module_& module) {
  const auto max_bytes = py::arg("max_bytes") = JsonLimits{}.bytes;
  const auto max_depth = py::arg("max_depth") = JsonLimits{}.depth;
  py::class_<HeldEngine, Held>(module, "Engine",
                               "The plans: edits in, snapshots out. Safe to use from any thread.")
      .def(py::init([] { return std::make_shared<HeldEngine>(Engine{}); }))
      .def_static("from_json", &from_json, py::arg("json"), py::arg("progress") = py::none(),
                  py::kw_only(), max_bytes, max_depth,
                  "A cascade from JSON text; TooLargeError beyond max_bytes or max_depth.")
      .def("add_json", &add_text, py::arg("json"), py::arg("progress") = py::none(), py::kw_only(),
           max_bytes, max_depth,
           "Adds the items of a text in one commit: all of them, or an error and nothing.")
      .def("snapshot", &snapshot_of, "The plans as they are now; it never changes.")
      .def("branch", &branch, "A what-if copy that shares everything until one is edited.")
      .def("adopt", &adopt, py::arg("branch"), py::arg("progress") = py::none(),
           "Takes over what was committed to a branch of this engine since it began, as one "
           "commit.\n"
           "StaleEditError if this engine has been committed to since, MisuseError if it is none.")
      .def("restore", &restore, py::arg("snapshot"), py::arg("progress") = py::none(),
           "Makes the plans those of an earlier snapshot of this engine, as a new commit.\n"
           "MisuseError for a snapshot of another engine.")
      .def("undo", &undo, py::arg("progress") = py::none(),
           "Takes the last commit back, as a new commit. MisuseError without one.")
      .def(
          "follow", &follow, py::arg("as_of"), py::arg("known_at") = py::none(),
          py::arg("progress") = py::none(),
          "From now on keeps the answers of one day up to date: every commit also tells what it\n"
          "changed in statuses, sums and verdicts. Called again with a later day it looks only at\n"
          "what may turn in between, and returns what did. OutsideCalendarError.")
      .def("unfollow", &unfollow, "Keeps no day any longer.")
      .def("verify", &verify, "Computes everything anew and compares; InternalError if it differs.")
      .def("__repr__", &repr);
  module.def(
      "diff",
      [](const Snapshot& before, const Snapshot& after) {
        return without_gil([&] { return diff(before, after).value(); });
      },
      py::arg("before"), py::arg("after"),
      "What `after` has otherwise than `before`, by item, then field; both from one engine or its\n"
      "branches, else MisuseError.");
}

}  // namespace kehoach::python
