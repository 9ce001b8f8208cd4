// SPDX-License-Identifier: BSL-1.0
/// Working days from data: which days are off, which Saturdays are worked, and on which paper that
/// rests.
///
///     Calendar c = vietnam_public_sector();
///     c.add_working_days(day(2026, 2, 13).value(), 2)   // 2026-02-24, across Tết
///
/// A `Calendar` is an immutable value, cheap to copy (it shares its tables); any number of threads
/// may use one. A day outside `[first(), last()]` is never guessed at: `Result` functions return
/// `outside_calendar`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// One exception to the weekly pattern.
struct CalendarDay {
  Date date = no_date;
  bool working = false;      ///< false: a day off; true: a worked Saturday or Sunday
  std::string name;          ///< "Giỗ Tổ Hùng Vương"
  std::string source;        ///< number of the notice or article it rests on
  Date announced = no_date;  ///< date of that notice; `no_date`: by law, always known
  bool projected = false;    ///< computed from the law, no notice seen yet
};

/// How a calendar is made of others; `calendar_combine.hpp` has the same as functions.
enum class Combine : std::uint8_t {
  none = 0,          ///< of none, or of its base alone
  both_work = 1,     ///< worked where every part is
  either_works = 2,  ///< worked where at least one part is
  in_turn = 3,       ///< each part from its day on
};

/// One calendar that another is made of.
struct CalendarPart {
  std::string calendar;  ///< its key
  Date from = no_date;   ///< in_turn: the day from which it holds; of the first `no_date`: its own
};

/// A calendar as data: weekly pattern and exceptions, `first` to `last`. An engine takes 20,000.
struct CalendarSpec {
  std::string key;  ///< the host's own name, unique
  std::string name;
  std::string base;      ///< key of a calendar to inherit days from; "" none
  Date first = no_date;  ///< `no_date`: as the base, else 2018-01-01
  Date last = no_date;   ///< `no_date`: as the base, else 2060-12-31
  /// Monday … Sunday: is it a working day of the week? With a base, used only if `own_week`.
  bool week[7] = {true, true, true, true, true, false, false};
  bool own_week = false;
  std::vector<CalendarDay> days;  ///< override those of the base or the parts
  /// Instead of a base; `in_turn` takes one part or more, the others two or more.
  Combine combine = Combine::none;
  std::vector<CalendarPart> parts;
  /// What was announced after this day does not count, here and in what it is made of; `no_date`: all
  /// counts. So plans of March can be computed again in December as they were.
  Date known_on = no_date;
};

class KEHOACH_EXPORT Calendar {
 public:
  /// Builds the tables. `invalid_value`: first after last, a year outside 1900-2100, an exception
  /// day outside the range, one day given twice, or no working day at all.
  /// `unknown_key` if it names a base or parts.
  static Result<Calendar> make(const CalendarSpec& spec);
  /// The same, days and range inherited from `base`; `invalid_value` if the range is wider than its.
  /// Keys of a base or parts in `spec` are not looked at.
  static Result<Calendar> make(const CalendarSpec& spec, const Calendar& base);

  /// What it was made from, its range and week filled in and its days in order; those of a base are
  /// not among them (`exception` finds them).
  const CalendarSpec& spec() const noexcept;
  Date first() const noexcept;
  Date last() const noexcept;
  bool covers(Date d) const noexcept { return first() <= d && d <= last(); }

  /// `outside_calendar` outside the range, as all that return `Result` here.
  Result<bool> is_working_day(Date) const;
  /// The `n`-th working day after `d` (n > 0) or before it (n < 0), whether or not `d` is one
  /// itself; n = 0 is `d`. So from a day off, 1 is the next working day.
  Result<Date> add_working_days(Date d, int n) const;
  /// The same for columns: `to[i]` is the `n[i]`-th working day after `from[i]`. `outside_calendar` at
  /// the first that has none; what follows it in `to` is then not written.
  Result<Done> add_working_days(const Date* from, const std::int32_t* n, Date* to,
                                std::size_t count) const;
  /// Working days in (from, to]; negative, in (to, from], where `to` is earlier.
  Result<int> working_days_between(Date from, Date to) const;
  /// `d` if it is a working day, else the next (the previous) one.
  Result<Date> roll_forward(Date d) const;
  Result<Date> roll_back(Date d) const;
  /// The exception on that day, null if the weekly pattern alone decides. Lives as long as this.
  const CalendarDay* exception(Date) const noexcept;

  /// The tables behind it, for the passes of this library.
  struct Tables;
  const Tables& tables() const noexcept { return *tables_; }

 private:
  explicit Calendar(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> tables_;
};

/// The calendar of Vietnam's public sector as known on `known_on` (default: everything known):
/// days off and worked Saturdays 2018-2026 by their notices, later years projected from Labour Code
/// art. 111-112 and marked `projected`. A paper whose own date is not known to us counts as known
/// from a day on which it certainly was. Valid 2018-01-01 to 2060-12-31.
KEHOACH_EXPORT Calendar vietnam_public_sector(std::optional<Date> known_on = std::nullopt);

}  // namespace kehoach
