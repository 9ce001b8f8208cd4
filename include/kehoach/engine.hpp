// SPDX-License-Identifier: BSL-1.0
/// The engine: edits in, snapshots out.
///
///     Engine engine;
///     Edit edit = engine.edit();
///     UnitId office = edit.add(unit);
///     TaskId task = edit.add(spec);
///     edit.commit().value();                       // all of it, or an error and nothing
///     Evaluation today = engine.snapshot().evaluate(as_of).value();
///
/// Thread rule: calls on one `Engine` and its edits need the caller's lock; `Snapshot` and
/// `Evaluation` are immutable and may be read by any thread while the engine goes on. There is no
/// clock, no global state, no locale, no output and no thread of the library's own.
///
/// Where memory runs out in any call, `std::bad_alloc` passes through: the engine, its snapshots and
/// branches are as they were and can go on.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include <kehoach/cascade.hpp>
#include <kehoach/change.hpp>
#include <kehoach/evaluation.hpp>
#include <kehoach/executor.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// Beyond a stated limit (20,000 calendars and 64 levels of offices are two more): `too_large`.
inline constexpr std::uint32_t max_items = 100'000'000;  ///< of each kind, removed ones included

struct EngineState;
struct SnapshotState;

/// The plans as of one commit. Immutable; any thread may read it.
class KEHOACH_EXPORT Snapshot {
 public:
  std::uint64_t revision() const noexcept;
  const Settings& settings() const noexcept;

  /// Highest id given out for the kind; ids 1 … count, of which removed ones are not `contains`ed.
  std::uint32_t count(ItemKind) const noexcept;
  bool contains(Item) const noexcept;
  /// The item of that kind and key; `unknown_key`.
  Result<Item> find(ItemKind, std::string_view key) const;
  /// Its key, "" if it has none; `unknown_id`.
  Result<std::string_view> key(Item) const;
  /// Its name on a day (`no_date`: the latest): of a unit its name, of a document its symbol, else
  /// its title. Key, then "kind #id", where it has none. `unknown_id`.
  Result<std::string> label(Item, Date on = no_date) const;

  /// What was said of an item, as it would be added again; `unknown_id`.
  Result<CalendarSpec> spec(CalendarId) const;
  Result<UnitSpec> spec(UnitId) const;
  Result<DocumentSpec> spec(DocumentId) const;
  Result<TaskSpec> spec(TaskId) const;
  Result<ReportSpec> spec(ReportId) const;
  Result<IndicatorSpec> spec(IndicatorId) const;
  Result<TargetSpec> spec(TargetId) const;
  Result<ObservationSpec> spec(ObservationId) const;

  /// The calendar a task is counted on: its first lead's, inherited from the offices above it.
  Result<Calendar> calendar(TaskId) const;
  Result<Calendar> calendar(UnitId) const;
  /// The deadline with every step of its derivation. A recurring rule answers for the instance first
  /// due on or after `as_of` (`no_date`: the first of all). Observations do not enter.
  Result<Deadline> deadline(TaskId, Date as_of = no_date) const;
  Result<Schedule> schedule(TaskId) const;
  /// Tasks that implement it, in id order; `unknown_id`.
  Result<std::vector<TaskId>> implementers(TaskId) const;
  /// Offices a unit stands for on a day (`no_date`: in the end), in id order: a group for its
  /// members who are there on that day (itself if none is known), an office for itself or, where it
  /// has passed its duties on by then, for its successors.
  Result<std::vector<UnitId>> expand(UnitId, Date on) const;
  /// The office above it on a day, none at the top. Where that one was closed, its first successor.
  Result<UnitId> parent(UnitId, Date on, Line = Line::administrative) const;
  /// Is it founded and not closed on a day?
  Result<bool> exists(UnitId, Date on) const;

  /// The answers for a day, using what had been recorded by `known_at` (`no_date`: everything).
  /// `outside_calendar` where `as_of` lies outside the default calendar. Linear in the plans.
  /// `cancelled`.
  Result<Evaluation> evaluate(Date as_of, Date known_at = no_date, const Progress& = {},
                              const Executor& = {}) const;

  explicit Snapshot(std::shared_ptr<const SnapshotState> state) : state_(std::move(state)) {}
  const SnapshotState& state() const noexcept { return *state_; }

 private:
  std::shared_ptr<const SnapshotState> state_;
};

/// A batch of changes: nothing happens before `commit`, and then all of it or nothing.
///
/// `add` hands out the id the item will have; the id may be used in the same edit at once, also
/// before the item it names is complete (`reserve`). Faults are gathered, not thrown: `commit`
/// reports every one it found. Where memory runs out in a call (`std::bad_alloc`) nothing has changed
/// but the edit, which is spent: its `commit` says `misuse`.
class KEHOACH_EXPORT Edit {
 public:
  CalendarId add(const CalendarSpec&);
  UnitId add(const UnitSpec&);
  DocumentId add(const DocumentSpec&);
  TaskId add(const TaskSpec&);
  ReportId add(const ReportSpec&);
  IndicatorId add(const IndicatorSpec&);
  TargetId add(const TargetSpec&);
  ObservationId add(const ObservationSpec&);

  /// Replaces all that was said of an item, or says it of one reserved in this edit.
  void change(CalendarId, const CalendarSpec&);
  void change(UnitId, const UnitSpec&);
  void change(DocumentId, const DocumentSpec&);
  void change(TaskId, const TaskSpec&);
  void change(ReportId, const ReportSpec&);
  void change(IndicatorId, const IndicatorSpec&);
  void change(TargetId, const TargetSpec&);
  void change(ObservationId, const ObservationSpec&);

  /// An id for an item to be said later in this edit by `change`; so items may name each other in any
  /// order. Left unsaid, `commit` reports `missing_field`.
  Item reserve(ItemKind);

  /// `commit` refuses with `still_used` while anything else refers to the item. Observations of a
  /// removed task, report or indicator go with it.
  void remove(Item);

  void set(const Settings&);

  /// Validates everything, applies it, recomputes, publishes. On an error nothing has changed and
  /// this edit is spent; `Error::more` holds every further fault. `stale_edit` if another edit of the
  /// same engine was committed since this one was begun.
  /// `cancelled`.
  Result<Commit> commit(const Progress& = {}, const Executor& = {});

  Edit(Edit&&) noexcept;
  Edit& operator=(Edit&&) noexcept;
  ~Edit();

 private:
  friend class Engine;
  struct State;
  explicit Edit(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

/// What `after` has otherwise than `before`, by item, then field, as a commit tells it: items said
/// otherwise, removed (`Field::item`, after 0) or added; dates; and, where both kept the same day,
/// its answers. Both must come from one engine or its branches, else `misuse`. Pages that both share
/// are not looked at, so the cost is that of the edits between them. An office, calendar, report,
/// indicator or target said again counts as said otherwise, be it in the same words.
KEHOACH_EXPORT Result<std::vector<Change>> diff(const Snapshot& before, const Snapshot& after);

class KEHOACH_EXPORT Engine {
 public:
  Engine();
  /// An engine with a memory of the host's. From there comes what its versions keep and share and what
  /// grows with the plans: the tables of what was said, with their texts and indexes, the dates, the
  /// answers of a day followed, and what a snapshot prepares for evaluations. From operator new come
  /// the working memory of a call, whatever is returned, what one evaluation answers, findings, and the
  /// offices, calendars, reports, indicators and targets, of which there are few.
  ///
  /// Every block goes back with the size and alignment it was asked for with. A branch has its
  /// engine's memory. Whichever thread is in a call on a handle of the family (engine, branches,
  /// edits, snapshots, evaluations), or lets go of one, may ask and give back, several at once. Where
  /// `allocate` throws, the call ends as where memory runs out.
  ///
  /// By pointer, the resource must outlive the last handle of the family; a shared one is let go of
  /// with it. Null: operator new.
  explicit Engine(std::pmr::memory_resource* memory);
  explicit Engine(std::shared_ptr<std::pmr::memory_resource> memory);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Begins a batch. It must not outlive the engine.
  Edit edit();
  /// The plans as they are now. Constant time.
  Snapshot snapshot() const;
  /// A what-if copy that shares everything until one of the two is edited.
  Engine branch() const;
  /// Takes over what was committed to a branch of this engine since it began, as one commit; the branch
  /// may go on from there. Dropping a branch is letting go of it. `stale_edit` if this engine has been
  /// committed to since, `misuse` if it is no branch of this one. `cancelled`, here and below only while
  /// a day is followed, whose answers may have to be made anew.
  Result<Commit> adopt(Engine& branch, const Progress& = {});
  /// Makes the plans those of an earlier snapshot of this engine or a branch, as a new commit; ids given
  /// out since are given out again. `misuse` for a snapshot of another engine.
  Result<Commit> restore(const Snapshot&, const Progress& = {});
  /// Takes the last commit back, as a new commit; taken back again, it is there again. `misuse` where
  /// there was none.
  Result<Commit> undo(const Progress& = {});
  /// From now on keeps the answers of one day up to date: every commit also returns what it changed in
  /// statuses, sums and verdicts, and `evaluate` for that day has them at hand. Called again with a
  /// later day and the same `known_at` it looks only at what may turn in between, and returns what did;
  /// otherwise linear in the plans. Snapshots taken before keep what they had. `outside_calendar`.
  /// `cancelled`.
  Result<Commit> follow(Date as_of, Date known_at = no_date, const Progress& = {});
  /// Keeps no day any longer, and nothing of what `Evaluation::findings` found last.
  void unfollow();
  /// Recomputes everything from what was said and compares it with what is held, with the findings of the
  /// day followed once anybody has asked for them; `internal` with the items that differ. For tests and
  /// the careful.
  Result<Done> verify() const;

 private:
  explicit Engine(std::unique_ptr<EngineState>);
  std::unique_ptr<EngineState> state_;
};

}  // namespace kehoach
