// SPDX-License-Identifier: BSL-1.0
/// The rows of a `Model`'s tables. What most items do not have lies in `Model`'s pool of words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <kehoach/cascade.hpp>

#include "base/string_pool.hpp"

namespace kehoach::detail {

/// As wide as what it shares a word with in `TaskRow`: on Windows bits of two types share none.
enum class RowState : std::uint32_t {
  reserved,  ///< an id was handed out, nothing said yet
  present,
  removed,
};

/// The same in a byte.
class RowStateByte {
 public:
  RowStateByte& operator=(RowState state) {
    state_ = static_cast<std::uint8_t>(state);
    return *this;
  }
  operator RowState() const { return static_cast<RowState>(state_); }  // NOLINT

 private:
  std::uint8_t state_ = 0;
};

/// Few items of a kind: the spec itself, shared by all versions that agree on it.
template <class Spec>
struct SpecRow {
  std::shared_ptr<const Spec> spec;
  RowState state = RowState::reserved;
  std::uint32_t facts = 0;  ///< latest observation about it
};

/// A task as it is read; its texts and lists by `TaskRecord`.
struct TaskRow {
  std::uint32_t document = 0;
  std::int32_t duration = 0;
  std::int32_t weight = 1;
  std::uint32_t rule = 0;
  RowState state = RowState::reserved;
  std::uint32_t record = 0;  ///< where its record of words begins; 0: what follows is all there is
  UnitId lead;               ///< its only office
  TaskId upper;              ///< the only task it implements

  /// Are its texts and lists those of the other, a version's of the same task? False may mean that they
  /// were only said again.
  bool kept_lists_of(const TaskRow& other) const {
    return record == other.record && lead == other.lead && upper == other.upper;
  }
};

/// And as it is kept, many as they are: 20 bytes. Most tasks without texts name one office and one upper
/// task and need no more.
struct TaskCell {
  static constexpr std::uint16_t wide = 0xFFFF;  ///< as the duration: its record has both numbers

  std::uint32_t document = 0;
  std::uint32_t first = 0;  ///< where its record begins, else its only office, or 0
  std::uint32_t upper = 0;  ///< the only task it implements, or 0
  std::uint16_t duration = 0;
  std::uint16_t weight = 1;
  std::uint32_t rule : 29 = 0;
  std::uint32_t recorded : 1 = 0;
  RowState state : 2 = RowState::reserved;
};
static_assert(sizeof(TaskCell) == 20);

struct TaskTexts {
  TextRef key = 0;
  TextRef name = 0;
  TextRef path = 0;
};

/// Nearly as many: 16 bytes a document; its texts and relations are one record of words.
struct DocumentRow {
  UnitId issuer;
  Date issued = no_date;
  std::uint32_t record = 0;  ///< where its `DocumentRecord` begins; 0: no text and no relation
  std::uint32_t only_upper : 1 =
      0;  ///< `record` is the document it implements: nothing else is said
  RowState state : 2 = RowState::reserved;
};
static_assert(sizeof(DocumentRow) == 16);

struct DocumentTexts {
  TextRef key = 0;
  TextRef symbol = 0;
  TextRef type = 0;
  TextRef title = 0;
};

/// `DocumentRelation` as it is kept.
struct RelationRow {
  Relation relation;
  DocumentId to;
  TextRef cited_symbol;
  Date cited_date;
  DocumentId via;
};

/// An observation as it is read.
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

/// And as it is kept: 24 bytes; what few have is a record of words.
struct ObservationCell {
  static constexpr std::int8_t recorded = -1;  ///< as the scale: there is a record, with the value

  std::uint32_t value = 0;  ///< its coefficient, or where its record begins
  Date date = no_date;
  std::uint32_t subject = 0;
  std::uint32_t unit = 0;
  std::uint32_t previous = 0;
  ItemKind kind = ItemKind::none;
  Observed what = Observed::progress;
  std::int8_t scale = 0;  ///< of the value
  RowStateByte state;
};
static_assert(sizeof(ObservationCell) == 24);

/// One task's lists, copied.
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

}  // namespace kehoach::detail
