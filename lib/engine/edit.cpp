// SPDX-License-Identifier: BSL-1.0
// The life of an edit: every call writes into the edit's own version of the model (pages it shares
// with nobody), `commit` validates that version, puts its tasks in order, runs the schedule and only
// then lets the engine point at it. Until that last step nothing outside the edit has changed.
#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>

#include "engine/changes.hpp"
#include "engine/edit_state.hpp"
#include "model/organisation.hpp"
#include "model/validate.hpp"
#include "pass/schedule.hpp"
#include "pass/structure.hpp"
#include "pass/update.hpp"

namespace kehoach {
namespace {

/// One call of an edit. Where it is left by an exception nobody knows how much of it the edit holds.
class Call {
 public:
  explicit Call(int& unended) : unended_(++unended) {}
  ~Call() {
    if (std::uncaught_exceptions() == before_) --unended_;
  }
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

 private:
  int& unended_;
  const int before_ = std::uncaught_exceptions();
};

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

template <class State>
void link_all(State& s) {
  const Call call(s.unended);
  s.link_all();
}

constexpr std::size_t few_items = 64;

/// What the commit of an edit of it, or of a fact about it, will read lies anywhere in memory.
void call_ahead(const SnapshotState& base, TaskId task) {
  base.model.prefetch(task);
  base.times.times.prefetch(task.value());
  base.times.lowers.prefetch(task.value());
  if (base.board()) base.board()->prefetch(task);
}
void call_dates(const detail::Timetable& times, TaskId task) {
  times.ranks.prefetch(task.value());
  times.successors.prefetch(task.value());
}
/// And what that leads to.
template <class State>
void call_way_up(const State& s) {
  if (!s.base->board() || s.touched.size() > few_items) return;
  for (const Item item : s.touched) {
    if (item.kind != ItemKind::observation) continue;
    const TaskId task(s.model.observation(ObservationId(item.id)).subject.id);
    if (s.base->model.present(task)) s.base->board()->prefetch_way(task);
  }
}

template <class Id, class State, class Spec>
Id add_spec(State& s, ItemKind kind, const Spec& spec) {
  const Call call(s.unended);
  if constexpr (requires { s.model.add(spec, s.writer); }) {  // of which there are many
    if (s.model.count(kind) < max_items && fits(spec)) {
      const Id id = s.model.add(spec, s.writer);
      s.touched.push_back(id);
      return id;
    }
  }
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
  const Call call(s.unended);
  const Item item(id);
  if (s.model.state(item) == detail::RowState::removed) {
    s.faults.push_back(
        {Errc::unknown_id, "there is no " + detail::label(s.model, item), {item}, {}});
    return;
  }
  const bool listed = s.model.state(item) == detail::RowState::reserved;  // by `reserve`
  if (!fits(spec))
    s.faults.push_back(list_too_long);
  else
    s.model.put(id, spec, s.writer);
  if (!listed) s.touched.push_back(item);
}

Error gathered(std::vector<Error> faults) {
  Error first = std::move(faults.front());
  first.more.assign(std::make_move_iterator(faults.begin() + 1),
                    std::make_move_iterator(faults.end()));
  return first;
}

/// So many tasks at once that it is cheaper to look at all of them.
bool is_bulk(const detail::Model& model, const std::vector<Item>& touched) {
  const auto tasks = std::count_if(touched.begin(), touched.end(),
                                   [](Item item) { return item.kind == ItemKind::task; });
  return tasks > 256 && tasks * 8 > std::int64_t{model.count(ItemKind::task)};
}

/// Are there only so many holders? Then all that others did before they let go is seen, too.
bool is_held_by(const std::shared_ptr<const SnapshotState>& version, long holders) {
  if (version.use_count() != holders) return false;
#ifndef __SANITIZE_THREAD__  // which knows no fences, but the count
  std::atomic_thread_fence(std::memory_order_acquire);
#endif
  const std::shared_ptr<const SnapshotState> counted = version;
  return true;
}

/// The board of the version at hand, to be written in: given back if the commit comes to nothing.
class Loan {
 public:
  explicit Loan(const SnapshotState& from) : board(from.lend_board()), from_(&from) {}
  ~Loan() {
    if (from_ != nullptr) from_->give_back(std::move(board));
  }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  std::optional<detail::Board> keep() noexcept {
    from_ = nullptr;
    return std::move(board);
  }

  std::optional<detail::Board> board;

 private:
  const SnapshotState* from_;
};

bool only_facts(const std::vector<Item>& touched) {
  return std::all_of(touched.begin(), touched.end(),
                     [](Item item) { return item.kind == ItemKind::observation; });
}

/// Facts move no date. Where nobody else reads the version at hand, a few of them are written into its
/// board; from there on nothing may fail.
template <class State>
Result<Commit> commit_facts(State& s, Commit done) {
  const SnapshotState& base = *s.base;
  const auto version = std::make_shared<const SnapshotState>(
      done.revision, s.writer.number, base.family, std::move(s.model), base.kept_times,
      std::nullopt, base.frame_if_made(), base.numbering_if_made());
  const detail::Said said{base.model, version->model, s.touched};
  const bool alone = is_held_by(s.base, 2);  // the engine's own pointer and the edit's
  if (base.board() && alone && base.board()->few_new_facts(said, base.times)) {
    Loan loan(base);
    const Result<Done> updated =
        loan.board->update_facts(said, base.times, s.writer, done.work, done.changes);
    if (!updated.ok()) return updated.error();
    version->give_back(loan.keep());
  } else if (std::optional<detail::Board> board = base.board()) {
    const Result<Done> updated =
        board->update(said, base.times, base.times, {}, s.writer, done.work, done.changes);
    if (!updated.ok()) return updated.error();
    version->give_back(std::move(board));
  }
  detail::sort(done.changes);
  s.engine->publish(version);
  return done;
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
ObservationId Edit::add(const ObservationSpec& fact) {
  State& s = *state_;
  const Call call(s.unended);
  const ObservationId id(add_item(s, ItemKind::observation).id);
  if (!id) return {};
  if (s.touched.size() < few_items && fact.subject.kind == ItemKind::task)
    if (const TaskId task(fact.subject.id); s.base->model.present(task)) {
      s.base->model.prefetch_new_fact(task);
      call_ahead(*s.base, task);
    }
  s.model.put_unlinked(id, fact, s.writer);
  s.link_later(id, fact.subject);
  s.touched.push_back(id);
  return id;
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
  if (state_->touched.size() < few_items && state_->base->model.present(id)) {
    call_ahead(*state_->base, id);
    call_dates(state_->base->times, id);
  }
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
  link_all(*state_);
  change_spec(*state_, id, s);
}

Item Edit::reserve(ItemKind kind) {
  const Call call(state_->unended);
  const Item item = add_item(*state_, kind);
  if (item.id != 0) state_->touched.push_back(item);
  return item;
}

void Edit::remove(Item item) {
  State& s = *state_;
  link_all(s);
  const Call call(s.unended);
  if (s.model.state(item) == detail::RowState::removed) {
    s.faults.push_back(
        {Errc::unknown_id, "there is no " + detail::label(s.model, item), {item}, {}});
    return;
  }
  s.model.remove(item, s.writer);
  s.touched.push_back(item);
}

void Edit::set(const Settings& settings) {
  const Call call(state_->unended);
  state_->model.settings = settings;
  state_->settings_changed = true;
}

Result<Commit> Edit::commit(const Progress& progress, const Executor& executor) {
  State& s = *state_;
  if (s.spent) return Error{Errc::misuse, "this edit was committed already", {}, {}};
  s.spent = true;
  if (s.unended != 0)
    return Error{Errc::misuse, "memory ran out in the middle of this edit", {}, {}};
  if (s.engine->current != s.base)
    return Error{Errc::stale_edit, "another edit was committed since this one was begun", {}, {}};

  call_way_up(s);
  s.link_all();
  if (!std::is_sorted(s.touched.begin(), s.touched.end()))
    std::sort(s.touched.begin(), s.touched.end());
  s.touched.erase(std::unique(s.touched.begin(), s.touched.end()), s.touched.end());
  std::vector<Error> faults = std::move(s.faults);
  const std::vector<TaskId> near = detail::tasks_near(s.base->times, s.model, s.touched);
  for (Error& e : detail::validate(s.base->model, s.model, s.touched, near, s.writer))
    faults.push_back(std::move(e));
  if (!faults.empty()) return gathered(std::move(faults));

  const detail::Said said{s.base->model, s.model, s.touched};
  Commit done{s.base->revision + 1, {}, {}};
  detail::tell_items(said, done.changes);
  if (!progress && !s.settings_changed && only_facts(s.touched))
    return commit_facts(s, std::move(done));
  detail::Timetable times = s.base->times;
  std::shared_ptr<const detail::Frame> frame;
  std::vector<detail::Moved> moved;
  if (s.settings_changed || is_bulk(s.model, s.touched)) {
    Result<detail::Built> built = detail::build(s.model, s.writer, progress, executor);
    if (!built.ok()) return built.error();
    moved = detail::compare(said, times, built->times);
    times = std::move(built->times);
    frame = std::make_shared<const detail::Frame>(std::move(built->frame));
    done.work.rebuilt = true;
  } else {
    Result<std::vector<detail::Moved>> updated =
        detail::update(said, times, s.writer, done.work, progress);
    if (!updated.ok()) return updated.error();
    moved = std::move(updated).value();
  }
  detail::tell_dates(said, times, moved, done.changes);
  std::optional<detail::Board> board = s.base->board();
  if (board && frame) {
    Result<detail::Board> made = detail::Board::make(
        s.model, *frame, detail::groundwork(s.model, *frame), board->when(), s.writer, progress);
    if (!made.ok()) return made.error();
    made->compare(said, *board, done.changes);
    board = std::move(made).value();
  } else if (board) {
    const Result<Done> updated =
        board->update(said, s.base->times, times, moved, s.writer, done.work, done.changes);
    if (!updated.ok()) return updated.error();
  }
  detail::sort(done.changes);
  auto numbers = detail::same_uppers(said) ? s.base->numbering_if_made() : nullptr;
  s.engine->publish(std::make_shared<const SnapshotState>(
      done.revision, s.writer.number, s.base->family, std::move(s.model),
      std::make_shared<const detail::Timetable>(std::move(times)), std::move(board),
      std::move(frame), std::move(numbers)));
  return done;
}

}  // namespace kehoach
