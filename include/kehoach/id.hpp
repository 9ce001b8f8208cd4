// SPDX-License-Identifier: BSL-1.0
/// Strong four-byte ids. `TaskId` and `UnitId` do not mix; 0 is none.
///
///     kehoach::TaskId t = edit.add(spec);
///     if (t) { ... }                       // true unless none
///
/// Ids of one kind count 1, 2, 3 … in the order in which the host added the items; the id of a
/// removed item is never given out again in the same engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace kehoach {

template <class Kind>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t value) : value_(value) {}
  /// The number itself: 0 for none, else 1, 2, 3 …
  constexpr std::uint32_t value() const { return value_; }
  constexpr explicit operator bool() const { return value_ != 0; }
  friend constexpr bool operator==(Id a, Id b) { return a.value_ == b.value_; }
  friend constexpr bool operator!=(Id a, Id b) { return a.value_ != b.value_; }
  friend constexpr bool operator<(Id a, Id b) { return a.value_ < b.value_; }

 private:
  std::uint32_t value_ = 0;
};

using CalendarId = Id<struct CalendarKind>;
using UnitId = Id<struct UnitKind>;
using DocumentId = Id<struct DocumentKind>;
using TaskId = Id<struct TaskKind>;
using ReportId = Id<struct ReportKind>;
using IndicatorId = Id<struct IndicatorKind>;
using TargetId = Id<struct TargetKind>;
using ObservationId = Id<struct ObservationKind>;

/// What kind of thing an `Item` names; the numbers are those of the C API and never change.
enum class ItemKind : std::uint8_t {
  none = 0,
  calendar = 1,
  unit = 2,
  document = 3,
  task = 4,
  report = 5,
  indicator = 6,
  target = 7,
  observation = 8,
};

/// An id whose kind is known only at run time: what errors, findings and reasons point at.
struct Item {
  ItemKind kind = ItemKind::none;
  std::uint32_t id = 0;

  constexpr Item() = default;
  constexpr Item(ItemKind k, std::uint32_t i) : kind(k), id(i) {}
  constexpr Item(CalendarId i) : Item(ItemKind::calendar, i.value()) {}        // NOLINT
  constexpr Item(UnitId i) : Item(ItemKind::unit, i.value()) {}                // NOLINT
  constexpr Item(DocumentId i) : Item(ItemKind::document, i.value()) {}        // NOLINT
  constexpr Item(TaskId i) : Item(ItemKind::task, i.value()) {}                // NOLINT
  constexpr Item(ReportId i) : Item(ItemKind::report, i.value()) {}            // NOLINT
  constexpr Item(IndicatorId i) : Item(ItemKind::indicator, i.value()) {}      // NOLINT
  constexpr Item(TargetId i) : Item(ItemKind::target, i.value()) {}            // NOLINT
  constexpr Item(ObservationId i) : Item(ItemKind::observation, i.value()) {}  // NOLINT

  friend constexpr bool operator==(Item a, Item b) { return a.kind == b.kind && a.id == b.id; }
  friend constexpr bool operator!=(Item a, Item b) { return !(a == b); }
  friend constexpr bool operator<(Item a, Item b) {
    return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
  }
};

}  // namespace kehoach

template <class Kind>
struct std::hash<kehoach::Id<Kind>> {
  std::size_t operator()(kehoach::Id<Kind> id) const noexcept { return id.value(); }
};
