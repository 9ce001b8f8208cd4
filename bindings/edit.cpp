// SPDX-License-Identifier: BSL-1.0
#include <map>

#include "module.hpp"

namespace kehoach::python {
namespace {

/// A batch. Finds items by key among the plans it was begun on and among what it added itself.
class HeldEdit {
 public:
  explicit HeldEdit(std::shared_ptr<HeldEngine> engine)
      : engine_(std::move(engine)), base_(snapshot()), edit_(begin()) {
    by_key_ = [this](ItemKind kind, const std::string& key) {
      const auto found = added_.find({kind, key});
      return found != added_.end() ? found->second : base_.find(kind, key).value();
    };
  }

  template <class Spec>
  Item add(const Spec& spec) {
    const EngineLock lock(*engine_);
    const Item item = open().add(spec);
    if (!spec.key.empty()) added_.emplace(std::pair{item.kind, spec.key}, item);
    return item;
  }
  template <class StrongId, class Spec>
  void change(StrongId id, const Spec& spec) {
    const EngineLock lock(*engine_);
    open().change(id, spec);
    if (!spec.key.empty()) added_.emplace(std::pair{Item(id).kind, spec.key}, Item(id));
  }
  Item reserve(ItemKind kind) {
    const EngineLock lock(*engine_);
    return open().reserve(kind);
  }
  void remove(Item item) {
    const EngineLock lock(*engine_);
    open().remove(item);
  }
  void set(const Settings& settings) {
    const EngineLock lock(*engine_);
    open().set(settings);
  }
  Commit commit(const py::object& progress, int threads) {
    const Progress watched = progress_of(progress);
    const Executor lent = threads_of(threads);
    Edit edit = std::move(open());
    edit_.reset();
    return without_gil([&] {
      const EngineLock lock(*engine_);
      return edit.commit(watched, lent).value();
    });
  }
  void drop() { edit_.reset(); }
  bool is_open() const { return edit_.has_value(); }
  const ByKey& by_key() const { return by_key_; }

 private:
  Snapshot snapshot() {
    const EngineLock lock(*engine_);
    return engine_->engine.snapshot();
  }
  Edit begin() {
    const EngineLock lock(*engine_);
    return engine_->engine.edit();
  }
  Edit& open() {
    if (!edit_) throw Exception(Error{Errc::misuse, "this edit is spent", {}, {}});
    return *edit_;
  }

  std::shared_ptr<HeldEngine> engine_;
  Snapshot base_;
  std::optional<Edit> edit_;
  std::map<std::pair<ItemKind, std::string>, Item> added_;
  ByKey by_key_;
};

template <class Spec>
Spec read_spec(const HeldEdit& edit, const char* noun, const py::dict& given) {
  Fields fields(given, noun, edit.by_key());
  Spec spec = spec_from(fields, Spec{});
  fields.finish();
  return spec;
}

// add_task(**fields), add_tasks([{…}, …]), and the reading half of change().
template <class Spec>
void bind_kind(py::class_<HeldEdit>& c, const char* noun, const char* many) {
  const std::string add = std::string("add_") + noun;
  c.def(add.c_str(), [noun](HeldEdit& edit, const py::kwargs& given) {
    return edit.add(read_spec<Spec>(edit, noun, given));
  });
  c.def((std::string("add_") + many).c_str(),
        [noun](HeldEdit& edit, const py::iterable& rows) {
          std::vector<Item> items;
          for (const py::handle row : rows) {
            items.push_back(edit.add(read_spec<Spec>(edit, noun, py::cast<py::dict>(row))));
          }
          return items;
        },
        py::arg("rows"));
}

template <class StrongId, class Spec>
void change_as(HeldEdit& edit, Item item, const char* noun, const py::dict& given) {
  edit.change(StrongId{item.id}, read_spec<Spec>(edit, noun, given));
}

void change(HeldEdit& edit, const py::object& ref, const py::kwargs& given) {
  const Item item = item_of_any(ref, edit.by_key());
  switch (item.kind) {
    case ItemKind::calendar:
      return change_as<CalendarId, CalendarSpec>(edit, item, "calendar", given);
    case ItemKind::unit: return change_as<UnitId, UnitSpec>(edit, item, "unit", given);
    case ItemKind::document:
      return change_as<DocumentId, DocumentSpec>(edit, item, "document", given);
    case ItemKind::task: return change_as<TaskId, TaskSpec>(edit, item, "task", given);
    case ItemKind::report: return change_as<ReportId, ReportSpec>(edit, item, "report", given);
    case ItemKind::indicator:
      return change_as<IndicatorId, IndicatorSpec>(edit, item, "indicator", given);
    case ItemKind::target: return change_as<TargetId, TargetSpec>(edit, item, "target", given);
    case ItemKind::observation:
      return change_as<ObservationId, ObservationSpec>(edit, item, "observation", given);
    case ItemKind::none: break;
  }
  throw Exception(Error{Errc::unknown_id, "no item is named", {}, {}});
}

// Leaving the `with` block commits, unless an exception is on its way out.
void leave(HeldEdit& edit, const py::object& type, const py::object&, const py::object&) {
  if (!type.is_none()) {
    edit.drop();
  } else if (edit.is_open()) {
    edit.commit(py::none(), 1);
  }
}

}  // namespace

void bind_edit(py::module_& module) {
  py::class_<HeldEdit> c(
      module, "Edit",
      "A batch of changes: nothing happens before commit(), and then all of it or "
      "nothing. As a context manager it commits at the end of the block.");
  bind_kind<CalendarSpec>(c, "calendar", "calendars");
  bind_kind<UnitSpec>(c, "unit", "units");
  bind_kind<DocumentSpec>(c, "document", "documents");
  bind_kind<TaskSpec>(c, "task", "tasks");
  bind_kind<ReportSpec>(c, "report", "reports");
  bind_kind<IndicatorSpec>(c, "indicator", "indicators");
  bind_kind<TargetSpec>(c, "target", "targets");
  bind_kind<ObservationSpec>(c, "observation", "observations");
  c.def("change", &change, py::arg("item"), "Replaces all that was said of an item.")
      .def("reserve", &HeldEdit::reserve, py::arg("kind"),
           "An item to be said later in this edit by change().")
      .def(
          "remove",
          [](HeldEdit& edit, const py::object& item) {
            edit.remove(item_of_any(item, edit.by_key()));
          },
          py::arg("item"))
      .def("set",
           [](HeldEdit& edit, const py::kwargs& given) {
             Fields fields(given, "settings", edit.by_key());
             const Settings settings = settings_from(fields);
             fields.finish();
             edit.set(settings);
           })
      .def("commit", &HeldEdit::commit, py::arg("progress") = py::none(), py::arg("threads") = 1,
           "Validates, applies, recomputes; says what changed. `progress(stage, done, total)` is\n"
           "called on the way; where it returns False, CancelledError and nothing has changed.\n"
           "`threads` share the work where everything is computed anew; the answers are the same.")
      .def("__enter__", [](py::object self) { return self; })
      .def("__exit__", &leave)
      .def("__repr__",
           [](const HeldEdit& edit) { return edit.is_open() ? "<Edit, open>" : "<Edit, spent>"; });
  module.attr("Engine").attr("edit") = py::cpp_function(
      [](std::shared_ptr<HeldEngine> engine) { return std::make_unique<HeldEdit>(engine); },
      py::is_method(module.attr("Engine")), py::name("edit"), "Begins a batch.");
}

}  // namespace kehoach::python
