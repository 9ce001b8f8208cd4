// SPDX-License-Identifier: BSL-1.0
/// The tables of what the host said, and nothing computed from it. Copying a `Model` is cheap: copies
/// share their pages until one of them is written to.
///
/// Row 0 of every table is none, so an id is a row number. References may dangle inside an edit in
/// progress; `validate` (validate.hpp) refuses to commit such a model.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/column.hpp"
#include "base/hash_index.hpp"
#include "base/string_pool.hpp"
#include "model/document_record.hpp"
#include "model/observation_record.hpp"
#include "model/rows.hpp"
#include "model/rule_table.hpp"
#include "model/task_record.hpp"

namespace kehoach::detail {

class Model {
 public:
  explicit Model(Writer writer);

  Settings settings;
  /// The built-in calendar, default where nothing else is said.
  const Calendar& public_sector() const { return public_sector_; }
  /// Has any office passed its duties on to another, or will it?
  bool any_successors() const { return units_with_successors_ > 0; }

  // ---- reading ----
  std::uint32_t count(ItemKind) const;  ///< highest row
  RowState state(Item) const;           ///< `removed` for a row that does not exist
  bool present(Item item) const;
  template <class Kind>
  RowState state(Id<Kind> id) const {
    const auto& rows = table(id);
    return id.value() < rows.size() ? rows[id.value()].state : RowState::removed;
  }
  /// Is there any row that is reserved or removed?
  bool any_absent() const {
    return std::any_of(absent_.begin(), absent_.end(), [](std::uint32_t n) { return n != 0; });
  }
  template <class Kind>
  bool present(Id<Kind> id) const {
    if (absent_[static_cast<std::size_t>(Item(id).kind)] != 0)
      return state(id) == RowState::present;
    return id && id.value() < table(id).size();  // mostly: no look at the row itself
  }
  std::string_view key(Item) const;  ///< "" if it is not present
  template <class Kind>
  std::string_view key(Id<Kind> id) const {
    return present(id) ? key_in(table(id)[id.value()]) : std::string_view();
  }
  Item find(ItemKind, std::string_view key) const;

  const CalendarEntry& calendar(CalendarId id) const { return *calendars_[id.value()].spec; }
  const UnitSpec& unit(UnitId id) const { return *units_[id.value()].spec; }
  const DocumentRow& document(DocumentId id) const { return documents_[id.value()]; }
  const ReportSpec& report(ReportId id) const { return *reports_[id.value()].spec; }
  const IndicatorSpec& indicator(IndicatorId id) const { return *indicators_[id.value()].spec; }
  const TargetSpec& target(TargetId id) const { return *targets_[id.value()].spec; }
  TaskRow task(TaskId id) const { return unpacked(tasks_[id.value()], words_); }
  /// Calls visit(id, row) for every task that is present, in the order of ids.
  template <class Visit>
  void each_task(Visit&& visit) const {
    tasks_.each([&](std::uint32_t t, const TaskCell& cell) {
      if (cell.state == RowState::present) visit(TaskId(t), unpacked(cell, words_));
    });
  }
  /// The task's row is soon read.
  void prefetch(TaskId id) const { tasks_.prefetch(id.value()); }
  /// Its lists are; the row should be at hand.
  void prefetch_record(TaskId id) const {
    const TaskCell& cell = tasks_[id.value()];
    if (cell.recorded != 0) words_.prefetch(cell.first);
  }
  /// A fact about it is soon the latest.
  void prefetch_new_fact(TaskId task) const { task_facts_.prefetch_clone(task.value()); }
  /// Its latest fact is soon asked; none where there is no such task.
  void prefetch_facts(Item subject) const {
    if (subject.kind == ItemKind::task && subject.id < task_facts_.size())
      task_facts_.prefetch(subject.id);
  }
  /// The fact about it that was added `back` others ago is soon read; those should be at hand.
  void prefetch_fact(TaskId id, int back) const {
    std::uint32_t row = task_facts_[id.value()];
    for (; back > 0 && row != 0; --back) row = observations_[row].previous;
    observations_.prefetch(row);
  }
  ObservationRow observation(ObservationId id) const {
    return unpacked(observations_[id.value()], words_);
  }
  const DeadlineRule& rule(const TaskRow& row) const { return rules_[row.rule]; }
  std::uint32_t rule_count() const { return rules_.size(); }
  const DeadlineRule& rule_at(std::uint32_t row) const { return rules_[row]; }
  std::string_view text(TextRef ref) const { return texts_[ref]; }
  DocumentTexts texts(const DocumentRow& row) const { return DocumentRecord(words_, row).texts(); }
  TaskTexts texts(const TaskRow& row) const { return record(row).texts(); }

  TaskRecord record(const TaskRow& row) const { return TaskRecord(words_, row); }
  TaskLists lists(const TaskRow&) const;
  /// Calls visit(word) for every upper task's id, without copying.
  template <class Visit>
  void each_upper(const TaskRow& row, Visit&& visit) const {
    const TaskRecord all = record(row);
    for (std::uint32_t i = 0; i < all.implements(); ++i) visit(all.upper(i));
  }
  template <class Visit>
  void each_predecessor(const TaskRow& row, Visit&& visit) const {
    const TaskRecord all = record(row);
    for (std::uint32_t i = 0; i < all.after(); ++i) visit(all.predecessor(i));
  }
  template <class Visit>
  void each_lead(const TaskRow& row, Visit&& visit) const {
    const TaskRecord all = record(row);
    for (std::uint32_t i = 0; i < all.leads(); ++i) visit(all.lead(i));
  }
  UnitId first_lead(const TaskRow& row) const {
    const TaskRecord all = record(row);
    return all.leads() != 0 ? all.lead(0) : UnitId();
  }
  /// Calls visit(RelationRow) for every relation of a document, in the order given.
  template <class Visit>
  void each_relation(const DocumentRow& row, Visit&& visit) const {
    DocumentRecord(words_, row).each_relation(visit);
  }

  DocumentSpec spec(DocumentId) const;
  TaskSpec spec(TaskId) const;
  ObservationSpec spec(ObservationId) const;
  /// Whether the two versions say the same of an item.
  bool same(Item, const Model& other) const;
  /// Calls visit(Item) for every item whose row lies in a page that the two do not share.
  template <class Visit>
  void each_unshared(const Model& other, Visit&& visit) const {
    const auto rows = [&](ItemKind kind, const auto& mine, const auto& theirs) {
      mine.each_unshared(theirs, [&](std::uint32_t row) {
        if (row != 0) visit(Item{kind, row});
      });
    };
    rows(ItemKind::calendar, calendars_, other.calendars_);
    rows(ItemKind::unit, units_, other.units_);
    rows(ItemKind::document, documents_, other.documents_);
    rows(ItemKind::task, tasks_, other.tasks_);
    rows(ItemKind::report, reports_, other.reports_);
    rows(ItemKind::indicator, indicators_, other.indicators_);
    rows(ItemKind::target, targets_, other.targets_);
    rows(ItemKind::observation, observations_, other.observations_);
  }
  /// The latest observation about a task, report or indicator; follow `previous` from there.
  ObservationId latest_fact(Item subject) const;
  ObservationId latest_fact(TaskId task) const { return ObservationId(task_facts_[task.value()]); }

  // ---- writing ----
  Item reserve(ItemKind, Writer);
  /// What `reserve` and `put` do.
  DocumentId add(const DocumentSpec&, Writer);
  TaskId add(const TaskSpec&, Writer);
  ObservationId add(const ObservationSpec&, Writer);
  /// Says (again) what an item is, whatever is wrong with it: `validate` finds that.
  void put(CalendarId, const CalendarSpec&, Writer);
  void put(UnitId, const UnitSpec&, Writer);
  void put(DocumentId, const DocumentSpec&, Writer);
  void put(TaskId, const TaskSpec&, Writer);
  void put(ReportId, const ReportSpec&, Writer);
  void put(IndicatorId, const IndicatorSpec&, Writer);
  void put(TargetId, const TargetSpec&, Writer);
  void put(ObservationId, const ObservationSpec&, Writer);
  /// The same in two steps for one that is new: until it is linked, nobody finds it by its subject.
  void put_unlinked(ObservationId, const ObservationSpec&, Writer);
  void link(ObservationId, Writer);
  void remove(Item, Writer);
  /// Before this, `find` knows none of the keys that were put since the last time. `touched`: all
  /// items put or removed since. Those whose key another item has are given back, as they come.
  struct KeyClash {
    Item item;
    Item owner;
  };
  std::vector<KeyClash> claim_keys(std::span<const Item> touched, Writer);
  void set_tables(CalendarId, Calendar, Writer);

 private:
  // clang-format off
  std::string_view key_in(const SpecRow<CalendarEntry>& row) const { return row.spec->spec.key; }
  template <class Spec>
  std::string_view key_in(const SpecRow<Spec>& row) const { return row.spec->key; }
  std::string_view key_in(const DocumentRow& row) const { return texts_[texts(row).key]; }
  std::string_view key_in(const TaskCell& cell) const {
    return cell.recorded == 0 ? std::string_view() : texts_[texts(unpacked(cell, words_)).key];
  }
  std::string_view key_in(const ObservationCell& cell) const {
    return texts_[unpacked(cell, words_).key];
  }
  const auto& table(CalendarId) const { return calendars_; }
  const auto& table(UnitId) const { return units_; }
  const auto& table(DocumentId) const { return documents_; }
  const auto& table(TaskId) const { return tasks_; }
  const auto& table(ReportId) const { return reports_; }
  const auto& table(IndicatorId) const { return indicators_; }
  const auto& table(TargetId) const { return targets_; }
  const auto& table(ObservationId) const { return observations_; }
  // clang-format on
  template <class Spec>
  void put_spec(Column<SpecRow<Spec>, 6>&, Item, Spec, std::string_view key, Writer);
  void set_state(Item, RowState, Writer);
  void count_absent(Item, RowState from, RowState to);
  void unlink(ObservationId, Writer);
  void set_latest_fact(Item subject, std::uint32_t row, Writer);
  TextRef kept(TextRef now, std::string_view text, Writer);
  DocumentRow row_of(const DocumentSpec&, const DocumentTexts&, Writer);
  TaskTexts texts_of(const TaskSpec&, const TaskTexts& old, Writer);
  TaskCell finished(TaskCell, const TaskSpec&, Writer);
  void key_changes(Item, std::string_view from, std::string_view to, Writer);
  Item claim_key(Item, std::string_view, std::uint64_t hash, Writer);

  std::uint32_t successors_of(Item) const;

  Calendar public_sector_;
  std::uint32_t units_with_successors_ = 0;
  StringPool texts_;
  Column<SpecRow<CalendarEntry>, 6> calendars_;
  Column<SpecRow<UnitSpec>, 6> units_;
  Column<DocumentRow> documents_;
  Column<SpecRow<ReportSpec>, 6> reports_;
  Column<SpecRow<IndicatorSpec>, 6> indicators_;
  Column<SpecRow<TargetSpec>, 6> targets_;
  Column<TaskCell, 7> tasks_;
  Column<std::uint32_t, 7> task_facts_;  ///< by task: latest observation about it; a column of its
                                         ///< own, as one report writes there and nowhere else
  Column<ObservationCell, 6> observations_;
  WordPool words_;
  RuleTable rules_;
  std::array<std::uint32_t, 9> absent_{};  ///< by kind: rows that are reserved or removed
  std::array<HashIndex, 9> keys_;
  std::array<std::uint32_t, 9> unclaimed_{};  ///< how many keys `find` does not know yet
};

/// Items said otherwise in the two versions, or in one of them only; ascending. Costs the pages that
/// they do not share.
std::vector<Item> differing_items(const Model&, const Model&);

}  // namespace kehoach::detail
