// SPDX-License-Identifier: BSL-1.0
/// The words that stand for enumerators in cascade JSON, by their numbers.
#pragma once

#include <array>
#include <string_view>

#include <kehoach/cascade.hpp>

namespace kehoach::detail {

template <std::size_t count>
using Words = std::array<std::string_view, count>;

template <class Enum>
inline constexpr Words<0> words{};

template <>
inline constexpr Words<4> words<Combine>{"none", "both_work", "either_works", "in_turn"};
template <>
inline constexpr Words<3> words<Roll>{"none", "next", "previous"};
template <>
inline constexpr Words<2> words<BeforeDay>{"strict", "lenient"};
template <>
inline constexpr Words<2> words<LeapDay>{"last_of_february", "first_of_march"};
template <>
inline constexpr Words<level_count> words<Level>{"national",   "ministry", "province", "commune",
                                                 "department", "hospital", "station",  "division"};
template <>
inline constexpr Words<line_count> words<Line>{"administrative", "professional"};
template <>
inline constexpr Words<11> words<Relation>{"implements", "legal_basis", "amends",     "replaces",
                                           "repeals",    "extends",     "suspends",   "attached_to",
                                           "cites",      "proposed_by", "directed_by"};
template <>
inline constexpr Words<7> words<DeadlineKind>{"none",        "by_date", "period",    "recurring",
                                              "after_event", "ongoing", "impossible"};
template <>
inline constexpr Words<3> words<PointOf>{"none", "month", "year"};
template <>
inline constexpr Words<5> words<TermUnit>{"day", "working_day", "week", "month", "year"};
template <>
inline constexpr Words<4> words<Event>{"none", "date", "issued", "task_done"};
template <>
inline constexpr Words<6> words<Period>{"week",      "month",       "quarter",
                                        "half_year", "nine_months", "year"};
template <>
inline constexpr Words<8> words<DueIn>{"none",  "same_month",      "last_month", "next_month",
                                       "fixed", "fixed_next_year", "weekday",    "after_end"};
template <>
inline constexpr Words<2> words<DataWindow>{"calendar", "decree_09"};
template <>
inline constexpr Words<4> words<Link>{"FS", "SS", "FF", "SF"};
template <>
inline constexpr Words<2> words<LagUnit>{"working_day", "calendar_day"};
template <>
inline constexpr Words<2> words<Direction>{"higher_is_better", "lower_is_better"};
template <>
inline constexpr Words<7> words<Aggregation>{"sum", "ratio", "weighted_mean", "min",
                                             "max", "last",  "count"};
template <>
inline constexpr Words<2> words<Rounding>{"half_up", "truncate"};
template <>
inline constexpr Words<6> words<Comparator>{">", ">=", "<", "<=", "=", "range"};
template <>
inline constexpr Words<4> words<Relative>{"absolute", "percent", "difference", "percent_or_points"};
template <>
inline constexpr Words<6> words<OverTime>{"latest_known", "last", "sum", "min", "max", "count"};
template <>
inline constexpr Words<3> words<Hold>{"at_milestone", "every_measurement", "every_period"};
template <>
inline constexpr Words<2> words<Course>{"straight", "steps"};
template <>
inline constexpr Words<13> words<Observed>{
    "started", "progress", "done",     "cancelled", "suspended",     "resumed", "extended",
    "sent",    "received", "accepted", "value",     "quality_fault", "excused"};

/// The lists of a cascade, in the order in which they are written; also how an item is called.
struct Section {
  std::string_view key;  ///< "tasks"
  std::string_view one;  ///< "task"
  ItemKind kind;
};
inline constexpr std::array<Section, 8> sections{{
    {"calendars", "calendar", ItemKind::calendar},
    {"units", "unit", ItemKind::unit},
    {"documents", "document", ItemKind::document},
    {"tasks", "task", ItemKind::task},
    {"reports", "report", ItemKind::report},
    {"indicators", "indicator", ItemKind::indicator},
    {"targets", "target", ItemKind::target},
    {"observations", "observation", ItemKind::observation},
}};
inline constexpr const Section& section_of(ItemKind kind) {
  return sections[static_cast<std::size_t>(kind) - 1];
}

inline constexpr std::string_view cascade_format = "kehoach.cascade/1";
inline constexpr std::string_view built_in_calendar = "vietnam_public_sector";

}  // namespace kehoach::detail
