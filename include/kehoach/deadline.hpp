// SPDX-License-Identifier: BSL-1.0
/// A deadline: the rule as a paper states it, the policies the law leaves open, and the answer.
///
/// | words                          | kind        | rule                                   | last valid day |
/// |--------------------------------|-------------|----------------------------------------|----------------|
/// | Trước 31/7/2025                | by_date     | last 2025-07-31, exclusive             | 2025-07-30     |
/// | chậm nhất ngày 20/9/2025       | by_date     | last 2025-09-20                        | 2025-09-20     |
/// | Quý III năm 2025               | period      | first 2025-07-01, last 2025-09-30      | 2025-09-30     |
/// | 30 ngày kể từ 31/12/2025       | after_event | event 2025-12-31, 30 days              | 2026-01-30     |
/// | Thường xuyên                   | ongoing     |                                        | none, never late |
/// | chậm nhất ngày 31/11           | impossible  | written 31/11                          | none, a Finding |
///
/// All functions are pure and may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/calendar.hpp>
#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

enum class DeadlineKind : std::uint8_t {
  none = 0,         ///< nothing stated, or nothing computable ("kịp thời")
  by_date = 1,      ///< one closing day
  period = 2,       ///< a span; due on its last day
  recurring = 3,    ///< once in every period
  after_event = 4,  ///< a term that runs from an event (Civil Code art. 144-148)
  ongoing = 5,      ///< "thường xuyên": never overdue
  impossible = 6,   ///< no such day, or outside 1900-2100; kept as written, never repaired
};

enum class TermUnit : std::uint8_t { day = 0, working_day = 1, week = 2, month = 3, year = 4 };

enum class Event : std::uint8_t {
  none = 0,
  date = 1,       ///< the day in `event_date` (`no_date`: not happened yet, so no due day yet)
  issued = 2,     ///< the issue date of the task's document
  task_done = 3,  ///< the day `event_task` was reported done
};

/// A day said as the beginning, middle or end of a month or year, which Civil Code art. 146(2) and
/// 146(3) fix: days 1, 15 and the last; 01/01, 30/6 and 31/12.
enum class PointOf : std::uint8_t { none = 0, month = 1, year = 2 };

/// What the paper says. Only the fields of its kind are read.
struct DeadlineRule {
  DeadlineKind kind = DeadlineKind::none;
  bool exclusive = false;         ///< by_date: "trước ngày X": the written day is `last`
  PointOf point = PointOf::none;  ///< by_date: of what `last` is the beginning, middle or end
  Date first = no_date;           ///< period, ongoing: first day
  Date last = no_date;            ///< by_date: the written day; period: last day
  Event event = Event::none;      ///< after_event
  TermUnit term_unit = TermUnit::day;
  std::int32_t term = 0;  ///< after_event: how many, 0 or more
  Date event_date = no_date;
  TaskId event_task;              ///< of `Event::task_done` alone
  Recurrence recurrence;          ///< recurring
  std::int16_t written_year = 0;  ///< impossible: as written; 0: no year written
  std::int8_t written_month = 0;
  std::int8_t written_day = 0;
  std::string text;  ///< the words of the paper, for people
};

enum class Roll : std::uint8_t { none = 0, next = 1, previous = 2 };
enum class BeforeDay : std::uint8_t {
  strict = 0,   ///< "trước ngày X": X-1 is the last day (the literal sense; default)
  lenient = 1,  ///< X itself still counts (common practice)
};
enum class LeapDay : std::uint8_t {
  last_of_february = 0,  ///< 29/02 + 1 year = 28/02, by analogy with art. 148(3); default
  first_of_march = 1,
};

/// What the law leaves open. Each answer says which of these it used.
struct DeadlinePolicy {
  BeforeDay before = BeforeDay::strict;
  Roll fixed_dates =
      Roll::next;           ///< dates written in a plan: no law says; default: next working day
  Roll terms = Roll::next;  ///< terms: Civil Code art. 148(5)
  LeapDay leap_day = LeapDay::last_of_february;
};

/// One step of a derivation: what was done, by which rule, with which day as result.
struct DeadlineStep {
  std::string rule;     ///< stable code: "written", "before_strict", "art_147_2", "roll_next" …
  std::string source;   ///< article, paper or "policy"
  Date date = no_date;  ///< the day after this step
  Text text;            ///< the sentence for a person
};

/// The answer. `due()` is the day that decides between in time and late.
struct Deadline {
  DeadlineKind kind = DeadlineKind::none;
  Date first = no_date;       ///< first day of the window, if it has one
  Date written = no_date;     ///< the day as written (exclusive or not)
  Date last_valid = no_date;  ///< last day in time before rolling; `no_date`: none
  Date rolled = no_date;      ///< after rolling by the policy; `no_date`: none
  Date suggested = no_date;   ///< impossible: the month's last day, as a suggestion only
  std::vector<DeadlineStep> steps;
  Date due() const { return rolled != no_date ? rolled : last_valid; }
};

/// The days a rule needs from outside.
struct DeadlineContext {
  Date issued = no_date;      ///< issue date of the document
  Date event_done = no_date;  ///< for `Event::task_done`
  /// Recurring: the instance asked for is the first one due (rolled) on or after this day; `no_date`:
  /// the first from the recurrence's own `from`, else from `issued`, else from the calendar's start.
  Date as_of = no_date;
};

/// Applies the rule and names each step. Fails with `outside_calendar` where rolling or a term needs
/// a day the calendar does not cover, and `invalid_value` where the rule contradicts itself (period
/// ends before it begins) or lacks its day.
KEHOACH_EXPORT Result<Deadline> resolve(const DeadlineRule&, const Calendar&, const DeadlinePolicy&,
                                        const DeadlineContext&);

/// The instances of a recurrence whose last valid day (whose period's last day, if it has none) lies
/// in [from, to], in order. `invalid_value` for a rule outside its ranges; linear in the answer.
KEHOACH_EXPORT Result<std::vector<Instance>> instances(const Recurrence&, Date from, Date to,
                                                       const Calendar&, const DeadlinePolicy&);

/// "quý II/2025", "tháng 8/2025", "6 tháng đầu năm 2026" / "Q2 2025" …
KEHOACH_EXPORT Text describe(const Instance&, Period);
/// The rule as a sentence: "trước ngày 31/7/2025", "hằng quý, chậm nhất ngày 10 của tháng cuối quý".
KEHOACH_EXPORT Text describe(const DeadlineRule&);

}  // namespace kehoach
