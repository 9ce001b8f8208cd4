// SPDX-License-Identifier: BSL-1.0
// The life of an edit: every call writes into the edit's own version of the model (pages it shares
// with nobody), `commit` validates that version, puts its tasks in order, runs the schedule and only
// then lets the engine point at it. Until that last step nothing outside the edit has changed.
#include <algorithm>

#include "engine/edit_state.hpp"
#include "model/organisation.hpp"
#include "model/validate.hpp"
#include "pass/schedule.hpp"

namespace kehoach {
namespace {

using detail::Frame;
using detail::Position;

template <class State>
Item add_item(State& s, ItemKind kind) {
  if (s.model.count(kind) >= max_items) {
    s.faults.push_back({Errc::too_large, "more items of one kind than the limit", {}, {}});
    return {};
  }
  return s.model.reserve(kind, s.writer);
}

/// What the tables cannot even hold until `validate` looks at it.
template <class Spec>
bool fits(const Spec&) {
  return true;
}
template <>
bool fits(const TaskSpec& t) {
  constexpr std::size_t most = 0xFFFF;
  return t.leads.size() <= most && t.supports.size() <= most && t.implements.size() <= most &&
         t.after.size() <= most;
}
const Error list_too_long{Errc::too_large, "a task's list has more than 65535 entries", {}, {}};

template <class Id, class State, class Spec>
Id add_spec(State& s, ItemKind kind, const Spec& spec) {
  const Item item = add_item(s, kind);
  if (item.id == 0) return {};
  if (!fits(spec))
    s.faults.push_back(list_too_long);
  else
    s.model.put(Id(item.id), spec, s.writer);
  s.touched.push_back(item);
  return Id(item.id);
}

template <class Id, class State, class Spec>
void change_spec(State& s, Id id, const Spec& spec) {
  const Item item(id);
  if (s.model.state(item) == detail::RowState::removed) {
    s.faults.push_back(
        {Errc::unknown_id, "there is no " + detail::label(s.model, item), {item}, {}});
    return;
  }
  if (!fits(spec))
    s.faults.push_back(list_too_long);
  else
    s.model.put(id, spec, s.writer);
  s.touched.push_back(item);
}

Error gathered(std::vector<Error> faults) {
  Error first = std::move(faults.front());
  first.more.assign(std::make_move_iterator(faults.begin() + 1),
                    std::make_move_iterator(faults.end()));
  return first;
}

/// Do the tasks' dates have to be computed again? Not for figures and observations.
bool moves_dates(const std::vector<Item>& touched) {
  return std::any_of(touched.begin(), touched.end(), [](Item item) {
    return item.kind == ItemKind::calendar || item.kind == ItemKind::unit ||
           item.kind == ItemKind::document || item.kind == ItemKind::task;
  });
}

/// The dates of tasks that were there before and still are, where they differ.
class Differences {
 public:
  Differences(const detail::Model& model, const Frame& before, const Frame& after,
              const std::vector<Item>& touched, std::vector<Change>& changes)
      : model_(model), before_(before), after_(after), touched_(touched), changes_(changes) {}

  void run() {
    for (std::uint32_t t = 1; t < before_.position.size(); ++t) {
      const Position a = before_.position[t];
      const Position b = after_.position[t];
      if (a == detail::no_position || b == detail::no_position) continue;
      compare(t, Field::due, before_.due[a], after_.due[b]);
      compare(t, Field::earliest_start, before_.earliest_start[a], after_.earliest_start[b]);
      compare(t, Field::earliest_finish, before_.earliest_finish[a], after_.earliest_finish[b]);
      compare(t, Field::latest_finish, before_.latest_finish[a], after_.latest_finish[b]);
    }
  }

 private:
  void compare(std::uint32_t t, Field field, std::int32_t before, std::int32_t after) {
    if (before == after) return;
    const TaskId task(t);
    changes_.push_back({task, field, day_or_none(before), day_or_none(after), cause(task, field)});
  }
  static std::int32_t day_or_none(std::int32_t day) {
    return day == detail::day_unlimited ? detail::day_none : day;
  }
  Item cause(TaskId task, Field field) const {
    if (std::binary_search(touched_.begin(), touched_.end(), Item(task))) return task;
    const Position p = after_.position[task.value()];
    Item through;
    if (field == Field::latest_finish) through = detail::late_binding(after_, p);
    if (field == Field::earliest_start || field == Field::earliest_finish)
      through = detail::early_binding(after_, model_, p);
    if (through.id != 0 && through != Item(task)) return through;
    return DocumentId(model_.task(task).document);
  }

  const detail::Model& model_;
  const Frame& before_;
  const Frame& after_;
  const std::vector<Item>& touched_;
  std::vector<Change>& changes_;
};

std::vector<Change> item_changes(const SnapshotState& before, const detail::Model& after,
                                 const std::vector<Item>& touched) {
  std::vector<Change> changes;
  for (Item item : touched)
    changes.push_back({item, Field::item, before.model.present(item), after.present(item), item});
  return changes;
}

}  // namespace

Edit::Edit(std::unique_ptr<State> state) : state_(std::move(state)) {}
Edit::Edit(Edit&&) noexcept = default;
Edit& Edit::operator=(Edit&&) noexcept = default;
Edit::~Edit() = default;

CalendarId Edit::add(const CalendarSpec& s) {
  return add_spec<CalendarId>(*state_, ItemKind::calendar, s);
}
UnitId Edit::add(const UnitSpec& s) {
  return add_spec<UnitId>(*state_, ItemKind::unit, s);
}
DocumentId Edit::add(const DocumentSpec& s) {
  return add_spec<DocumentId>(*state_, ItemKind::document, s);
}
TaskId Edit::add(const TaskSpec& s) {
  return add_spec<TaskId>(*state_, ItemKind::task, s);
}
ReportId Edit::add(const ReportSpec& s) {
  return add_spec<ReportId>(*state_, ItemKind::report, s);
}
IndicatorId Edit::add(const IndicatorSpec& s) {
  return add_spec<IndicatorId>(*state_, ItemKind::indicator, s);
}
TargetId Edit::add(const TargetSpec& s) {
  return add_spec<TargetId>(*state_, ItemKind::target, s);
}
ObservationId Edit::add(const ObservationSpec& s) {
  return add_spec<ObservationId>(*state_, ItemKind::observation, s);
}

void Edit::change(CalendarId id, const CalendarSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(UnitId id, const UnitSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(DocumentId id, const DocumentSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(TaskId id, const TaskSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(ReportId id, const ReportSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(IndicatorId id, const IndicatorSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(TargetId id, const TargetSpec& s) {
  change_spec(*state_, id, s);
}
void Edit::change(ObservationId id, const ObservationSpec& s) {
  change_spec(*state_, id, s);
}

Item Edit::reserve(ItemKind kind) {
  const Item item = add_item(*state_, kind);
  if (item.id != 0) state_->touched.push_back(item);
  return item;
}

void Edit::remove(Item item) {
  State& s = *state_;
  if (s.model.state(item) == detail::RowState::removed) {
    s.faults.push_back(
        {Errc::unknown_id, "there is no " + detail::label(s.model, item), {item}, {}});
    return;
  }
  s.model.remove(item, s.writer);
  s.touched.push_back(item);
}

void Edit::set(const Settings& settings) {
  state_->model.settings = settings;
  state_->settings_changed = true;
}

Result<Commit> Edit::commit() {
  State& s = *state_;
  if (s.spent) return Error{Errc::misuse, "this edit was committed already", {}, {}};
  s.spent = true;
  if (s.engine->current != s.base)
    return Error{Errc::stale_edit, "another edit was committed since this one was begun", {}, {}};

  std::sort(s.touched.begin(), s.touched.end());
  s.touched.erase(std::unique(s.touched.begin(), s.touched.end()), s.touched.end());
  std::vector<Error> faults = std::move(s.faults);
  for (Error& e : detail::validate(s.model, s.touched, s.writer)) faults.push_back(std::move(e));
  if (!faults.empty()) return gathered(std::move(faults));

  std::shared_ptr<const Frame> frame = s.base->frame;
  if (s.settings_changed || moves_dates(s.touched)) {
    Result<Frame> made = detail::make_frame(s.model);
    if (!made.ok()) return made.error();
    auto fresh = std::make_shared<Frame>(std::move(made).value());
    detail::forward(*fresh);
    detail::backward(*fresh);
    frame = std::move(fresh);
  }

  Commit done{s.base->revision + 1, item_changes(*s.base, s.model, s.touched)};
  if (frame != s.base->frame) {
    Differences(s.model, *s.base->frame, *frame, s.touched, done.changes).run();
    std::sort(done.changes.begin(), done.changes.end(), [](const Change& a, const Change& b) {
      return a.item != b.item ? a.item < b.item : a.field < b.field;
    });
  }
  s.engine->current = std::make_shared<const SnapshotState>(
      SnapshotState{done.revision, std::move(s.model), std::move(frame)});
  return done;
}

}  // namespace kehoach
