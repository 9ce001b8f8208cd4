// SPDX-License-Identifier: BSL-1.0
// The words of each enumeration, in the order of its numbers: those of cascade JSON.
#pragma once

#include <array>
#include <kehoach/chain.hpp>
#include <kehoach/engine.hpp>
#include <kehoach/lateness.hpp>
#include <kehoach/phrase.hpp>
#include <string>
#include <string_view>
#include <type_traits>

namespace kehoach::python {

template <class Enum>
struct Words;

#define KH_WORDS(Enum, what_, ...)                                          \
  template <>                                                               \
  struct Words<Enum> {                                                      \
    static constexpr const char* what = what_;                              \
    static constexpr auto list = std::to_array<const char*>({__VA_ARGS__}); \
  };
KH_WORDS(ItemKind, "kind", "none", "calendar", "unit", "document", "task", "report", "indicator",
         "target", "observation")
KH_WORDS(Level, "level", "national", "ministry", "province", "commune", "department", "hospital",
         "station", "division")
KH_WORDS(Relation, "relation", "implements", "legal_basis", "amends", "replaces", "repeals",
         "extends", "suspends", "attached_to", "cites", "proposed_by", "directed_by")
KH_WORDS(Link, "link", "FS", "SS", "FF", "SF")
KH_WORDS(LagUnit, "unit of a lag", "working_day", "calendar_day")
KH_WORDS(DeadlineKind, "kind of deadline", "none", "by_date", "period", "recurring", "after_event",
         "ongoing", "impossible")
KH_WORDS(PointOf, "point", "none", "month", "year")
KH_WORDS(TermUnit, "term_unit", "day", "working_day", "week", "month", "year")
KH_WORDS(Event, "event", "none", "date", "issued", "task_done")
KH_WORDS(Roll, "roll", "none", "next", "previous")
KH_WORDS(BeforeDay, "before", "strict", "lenient")
KH_WORDS(LeapDay, "leap_day", "last_of_february", "first_of_march")
KH_WORDS(Period, "period", "week", "month", "quarter", "half_year", "nine_months", "year")
KH_WORDS(DueIn, "due", "none", "same_month", "last_month", "next_month", "fixed", "fixed_next_year",
         "weekday", "after_end")
KH_WORDS(DataWindow, "window", "calendar", "decree_09")
KH_WORDS(Combine, "combine", "none", "both_work", "either_works", "in_turn")
KH_WORDS(PhraseKind, "kind of phrase", "by", "before", "point", "period", "recurring", "event_day",
         "frequency", "after_event", "event", "open_from", "open_until", "ongoing", "on_demand",
         "vague", "by_reference", "data_window", "constraint", "horizon", "milestone",
         "week_of_month")
KH_WORDS(Inference::What, "what was inferred", "year", "period", "month")
KH_WORDS(Inference::From, "source of an inference", "plan_year", "issue_date", "same_sentence",
         "words_year", "two_digits", "report_kind", "regulation")
KH_WORDS(Direction, "direction", "higher_is_better", "lower_is_better")
KH_WORDS(Aggregation, "aggregation", "sum", "ratio", "weighted_mean", "min", "max", "last", "count")
KH_WORDS(Comparator, "comparator", ">", ">=", "<", "<=", "=", "range")
KH_WORDS(Relative, "relative", "absolute", "percent", "difference", "percent_or_points")
KH_WORDS(OverTime, "over_time", "latest_known", "last", "sum", "min", "max", "count")
KH_WORDS(Hold, "hold", "at_milestone", "every_measurement", "every_period")
KH_WORDS(Course, "course", "straight", "steps")
KH_WORDS(Line, "line", "administrative", "professional")
KH_WORDS(Axis, "axis", "none", "document", "unit", "level", "period", "status", "under")
KH_WORDS(Adequate, "outcome", "implied", "not_implied", "contradicted", "unknown", "nothing_below")
KH_WORDS(Grade, "grade", "excellent", "good", "fair", "poor")
KH_WORDS(Rounding, "rounding", "half_up", "truncate")
KH_WORDS(Observed, "what", "started", "progress", "done", "cancelled", "suspended", "resumed",
         "extended", "sent", "received", "accepted", "value", "quality_fault", "excused")
KH_WORDS(Status, "status", "done_in_time", "done_late", "open_in_time", "open_overdue",
         "open_without_deadline", "not_yet_started", "suspended", "cancelled")
KH_WORDS(Compliance, "compliance", "met", "not_met", "on_track", "behind", "no_data")
KH_WORDS(Severity, "severity", "note", "warning", "error")
KH_WORDS(Field, "field", "item", "due", "earliest_start", "earliest_finish", "latest_finish",
         "status", "progress", "tasks_below", "done_below", "overdue_below", "progress_below",
         "compliance")
KH_WORDS(Aspect, "aspect", "deadline", "earliest_finish", "latest_finish", "slack", "status",
         "rollup", "verdict", "everything", "binding_chain", "lateness")
KH_WORDS(Bond, "bond", "deadline", "upper", "successor")
KH_WORDS(Spent, "spent", "issued", "passed_on", "waited", "done", "extended")
KH_WORDS(Language, "language", "vi", "en")
#undef KH_WORDS

template <class Enum, class = void>
inline constexpr bool has_words = false;
template <class Enum>
inline constexpr bool has_words<Enum, std::void_t<decltype(Words<Enum>::list)>> = true;

/// "invalid_value" with the words that would do.
[[noreturn]] void unknown_word(const char* what, std::string_view word, const char* const* words,
                               std::size_t count);

template <class Enum>
Enum enum_from_word(std::string_view word) {
  constexpr auto& list = Words<Enum>::list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (word == list[i]) return static_cast<Enum>(i);
  }
  unknown_word(Words<Enum>::what, word, list.data(), list.size());
}

}  // namespace kehoach::python
