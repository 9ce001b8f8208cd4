// SPDX-License-Identifier: BSL-1.0
/// The tables of what the host said, and nothing computed from it. Copying a `Model` is cheap: copies
/// share their pages until one of them is written to.
///
/// Row 0 of every table is none, so an id is a row number. References may dangle inside an edit in
/// progress; `validate` (validate.hpp) refuses to commit such a model.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/cascade.hpp>

#include "base/column.hpp"
#include "base/hash_index.hpp"
#include "base/string_pool.hpp"

namespace kehoach::detail {

enum class RowState : std::uint8_t {
  reserved,  ///< an id was handed out, nothing said yet
  present,
  removed,
};

/// Few items of a kind: the spec itself, shared by all versions that agree on it.
template <class Spec>
struct SpecRow {
  std::shared_ptr<const Spec> spec;
  RowState state = RowState::reserved;
  std::uint32_t facts = 0;  ///< latest observation about it
};

/// Many items: 40 bytes a task; its lists of ids lie in `Model::lists`.
struct TaskRow {
  TextRef key = 0;
  TextRef name = 0;
  TextRef path = 0;
  std::uint32_t document = 0;
  std::uint32_t rule = 0;
  std::uint32_t lists = 0;
  std::int32_t duration = 0;
  std::int32_t weight = 1;
  std::uint32_t facts = 0;
  RowState state = RowState::reserved;
};

/// Nearly as many: 40 bytes a document; its relations lie in `Model::lists`, too.
struct DocumentRow {
  TextRef key = 0;
  TextRef symbol = 0;
  TextRef type = 0;
  TextRef title = 0;
  UnitId issuer;
  Date issued = no_date;
  std::uint32_t relations = 0;
  std::uint32_t relation_count = 0;
  RowState state = RowState::reserved;
};

/// `DocumentRelation` as it is kept.
struct RelationRow {
  Relation relation;
  DocumentId to;
  TextRef cited_symbol;
  Date cited_date;
  DocumentId via;
};

struct ObservationRow {
  TextRef key = 0;
  TextRef note = 0;
  Observed what = Observed::progress;
  bool has_denominator = false;
  RowState state = RowState::reserved;
  Item subject;
  std::uint32_t unit = 0;
  Date date = no_date;
  Date recorded = no_date;
  Date period = no_date;
  Date extended_to = no_date;
  Quantity value;
  Quantity denominator;
  std::uint32_t previous = 0;  ///< the observation about the same subject added before it

  Date known_on() const { return recorded != no_date ? recorded : date; }
};

/// A view of one task's lists; lives as long as the model it came from.
struct TaskLists {
  std::vector<UnitId> leads;
  std::vector<UnitId> supports;
  std::vector<TaskId> implements;
  std::vector<Predecessor> after;
};

/// A calendar and, once the edit is committed, its tables.
struct CalendarEntry {
  CalendarSpec spec;
  std::optional<Calendar> calendar;
};

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
  bool present(Item item) const { return state(item) == RowState::present; }
  std::string_view key(Item) const;
  Item find(ItemKind, std::string_view key) const;

  const CalendarEntry& calendar(CalendarId id) const { return *calendars_[id.value()].spec; }
  const UnitSpec& unit(UnitId id) const { return *units_[id.value()].spec; }
  const DocumentRow& document(DocumentId id) const { return documents_[id.value()]; }
  const ReportSpec& report(ReportId id) const { return *reports_[id.value()].spec; }
  const IndicatorSpec& indicator(IndicatorId id) const { return *indicators_[id.value()].spec; }
  const TargetSpec& target(TargetId id) const { return *targets_[id.value()].spec; }
  const TaskRow& task(TaskId id) const { return tasks_[id.value()]; }
  const ObservationRow& observation(ObservationId id) const { return observations_[id.value()]; }
  const DeadlineRule& rule(const TaskRow& row) const { return *rules_[row.rule]; }
  std::uint32_t rule_count() const { return rules_.size(); }
  const DeadlineRule& rule_at(std::uint32_t row) const { return *rules_[row]; }
  std::string_view text(TextRef ref) const { return texts_[ref]; }

  TaskLists lists(const TaskRow&) const;
  /// Calls visit(word) for every upper task's id, without copying.
  template <class Visit>
  void each_upper(const TaskRow& row, Visit&& visit) const {
    if (row.lists == 0) return;
    const Counts c = counts(row.lists);
    std::uint32_t at = row.lists + 2 + c.leads + c.supports;
    for (std::uint32_t i = 0; i < c.implements; ++i) visit(TaskId(lists_[at++]));
  }
  template <class Visit>
  void each_predecessor(const TaskRow& row, Visit&& visit) const {
    if (row.lists == 0) return;
    const Counts c = counts(row.lists);
    std::uint32_t at = row.lists + 2 + c.leads + c.supports + c.implements;
    for (std::uint32_t i = 0; i < c.after; ++i, at += 4) visit(predecessor(at));
  }
  template <class Visit>
  void each_lead(const TaskRow& row, Visit&& visit) const {
    if (row.lists == 0) return;
    const Counts c = counts(row.lists);
    for (std::uint32_t i = 0; i < c.leads; ++i) visit(UnitId(lists_[row.lists + 2 + i]));
  }
  /// Calls visit(RelationRow) for every relation of a document, in the order given.
  template <class Visit>
  void each_relation(const DocumentRow& row, Visit&& visit) const {
    for (std::uint32_t i = 0; i < row.relation_count; ++i) {
      const std::uint32_t at = row.relations + i * 5;
      visit(RelationRow{static_cast<Relation>(lists_[at]), DocumentId(lists_[at + 1]),
                        lists_[at + 2], from_day_number(static_cast<std::int32_t>(lists_[at + 3])),
                        DocumentId(lists_[at + 4])});
    }
  }
  UnitId first_lead(const TaskRow& row) const {
    return row.lists != 0 && counts(row.lists).leads != 0 ? UnitId(lists_[row.lists + 2])
                                                          : UnitId();
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

  // ---- writing ----
  Item reserve(ItemKind, Writer);
  /// Says (again) what an item is. A key that is taken already is left out of the index and found by
  /// `validate`; so is everything else that is wrong.
  void put(CalendarId, const CalendarSpec&, Writer);
  void put(UnitId, const UnitSpec&, Writer);
  void put(DocumentId, const DocumentSpec&, Writer);
  void put(TaskId, const TaskSpec&, Writer);
  void put(ReportId, const ReportSpec&, Writer);
  void put(IndicatorId, const IndicatorSpec&, Writer);
  void put(TargetId, const TargetSpec&, Writer);
  void put(ObservationId, const ObservationSpec&, Writer);
  void remove(Item, Writer);
  /// The item that holds this item's key in the index: itself, or another that had it first.
  Item claim_key(Item, Writer);
  void set_tables(CalendarId, Calendar, Writer);

 private:
  struct Counts {
    std::uint32_t leads, supports, implements, after;
  };
  Counts counts(std::uint32_t at) const {
    const std::uint32_t a = lists_[at], b = lists_[at + 1];
    return {a & 0xFFFF, a >> 16, b & 0xFFFF, b >> 16};
  }
  Predecessor predecessor(std::uint32_t at) const;
  std::uint32_t add_lists(const TaskSpec&, Writer);
  std::uint32_t add_rule(const DeadlineRule&, Writer);
  bool same_rule(const TaskRow&, const Model& other, const TaskRow&) const;
  template <class Spec>
  void put_spec(Column<SpecRow<Spec>, 6>&, Item, Spec, std::string_view key, Writer);
  void set_state(Item, RowState, Writer);
  void link(ObservationId, Writer);
  void unlink(ObservationId, Writer);
  void set_latest_fact(Item subject, std::uint32_t row, Writer);
  void index_key(Item, std::string_view old_key, std::string_view new_key, Writer);

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
  Column<TaskRow, 7> tasks_;
  Column<ObservationRow> observations_;
  Column<std::uint32_t, 10> lists_;
  Column<std::shared_ptr<const DeadlineRule>, 6> rules_;  ///< each different rule once
  HashIndex rule_index_;
  std::array<HashIndex, 9> keys_;
};

/// Items said otherwise in the two versions, or in one of them only; ascending. Costs the pages that
/// they do not share.
std::vector<Item> differing_items(const Model&, const Model&);

}  // namespace kehoach::detail
