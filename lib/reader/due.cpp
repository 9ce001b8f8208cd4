// SPDX-License-Identifier: BSL-1.0
#include "reader/due.hpp"

#include <cstdio>

#include "reader/deadlines.hpp"

namespace kehoach::detail {
namespace {

constexpr int months_of(Period period) {
  switch (period) {
    case Period::month: return 1;
    case Period::quarter: return 3;
    case Period::half_year: return 6;
    case Period::nine_months: return 9;
    default: return 12;
  }
}

std::string two(int value) {
  char digits[8];
  std::snprintf(digits, sizeof digits, "%02d", value % 100);
  return digits;
}

std::string period_noun(Period period) {
  switch (period) {
    case Period::week: return "week";
    case Period::month: return "month";
    case Period::quarter: return "quarter";
    case Period::half_year: return "half-year";
    case Period::nine_months: return "nine months";
    case Period::year: return "year";
  }
  return "period";
}

class DueReader {
 public:
  DueReader(const Phrase& phrase, int plan_year)
      : phrase_(phrase), rule_(phrase.rule), year_(plan_year) {}

  Due run() {
    switch (phrase_.kind) {
      case PhraseKind::recurring: recurring(); break;
      case PhraseKind::before:
      case PhraseKind::by:
      case PhraseKind::point: once(); break;
      case PhraseKind::period: within(); break;
      case PhraseKind::frequency: frequency(); break;
      case PhraseKind::after_event: term(); break;
      case PhraseKind::on_demand: due_.period = "ad_hoc"; break;
      default: break;
    }
    for (const Inference& inferred : phrase_.inferred) {
      due_.year_missing = due_.year_missing || (inferred.what == Inference::What::year &&
                                                inferred.from <= Inference::From::issue_date);
    }
    return std::move(due_);
  }

 private:
  void say(const std::string& day) {
    due_.exclusive = exclusive() || phrase_.exclusive_minute;
    due_.rule = (due_.exclusive ? "before " : "by ") + day;
    if (phrase_.minute >= 0)
      due_.rule += " " + two(phrase_.minute / 60) + ":" + two(phrase_.minute % 60);
  }

  bool exclusive() const {
    return rule_.kind == DeadlineKind::recurring ? rule_.recurrence.exclusive : rule_.exclusive;
  }

  void once() {
    // "báo cáo quý I trước ngày 10/4/2026" is one report, "báo cáo năm" is the yearly one.
    const Recurrence& r = rule_.recurrence;
    const bool one_of_many =
        r.only != 0 && (r.period == Period::quarter || r.period == Period::month);
    due_.period = phrase_.names_period && !one_of_many ? period_word(r.period) : "once";
    if (rule_.kind == DeadlineKind::impossible) return impossible();
    if (rule_.last == no_date) return;
    say(to_string(rule_.last));
    due_.days.push_back(rule_.last);
  }

  /// "báo cáo trong tháng 10/2026": once, by the last day.
  void within() {
    if (rule_.kind == DeadlineKind::impossible || rule_.last == no_date) return;
    due_.period = "once";
    say(to_string(rule_.last));
    due_.days.push_back(rule_.last);
  }

  void frequency() {
    if (phrase_.names_period) due_.period = period_word(rule_.recurrence.period);
    if (phrase_.frequency.every == 1 && (phrase_.frequency.unit == TermUnit::day ||
                                         phrase_.frequency.unit == TermUnit::working_day))
      due_.period = "daily";
  }

  void term() {
    if (rule_.kind != DeadlineKind::after_event || rule_.event != Event::issued ||
        rule_.term_unit != TermUnit::day)
      return;
    due_.period = "once";
    due_.rule = "within " + std::to_string(rule_.term) + " days of issue";
  }

  void impossible() {
    due_.impossible = true;
    due_.period = phrase_.names_period || phrase_.kind == PhraseKind::recurring
                      ? period_word(rule_.recurrence.period)
                      : "once";
    const std::string day = two(rule_.written_month) + "-" + two(rule_.written_day);
    say(rule_.written_year ? std::to_string(rule_.written_year) + "-" + day : day);
  }

  void recurring() {
    if (rule_.kind == DeadlineKind::impossible) return impossible();
    const Recurrence& r = rule_.recurrence;
    const bool stated = phrase_.names_period || r.due != DueIn::none;
    due_.period = phrase_.any_period || !stated ? "unspecified" : period_word(r.period);
    const std::string day =
        r.day == last_day_of_month ? std::string("last day") : "day " + std::to_string(r.day);
    switch (r.due) {
      case DueIn::none: return;
      case DueIn::same_month:
        // A day of the first third that names no month closes the month before.
        if (r.day <= 10) return monthly(1, day + " of next month");
        return monthly(0, day + " of month");
      case DueIn::last_month:
        return each_period(0, day + " of last month of " + period_noun(r.period));
      case DueIn::next_month:
        if (r.period == Period::month) return monthly(1, day + " of next month");
        return each_period(1, day + " of month after " + period_noun(r.period));
      case DueIn::fixed:
      case DueIn::fixed_next_year: {
        const int year = year_ + (r.due == DueIn::fixed_next_year);
        say(two(r.month) + "-" + two(r.day));
        due_.year_missing = true;
        return add(year, r.month, r.day);
      }
      case DueIn::weekday: {
        static constexpr const char* names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
        if (r.day >= 1 && r.day <= 7) say(names[r.day - 1]);
        return;
      }
      case DueIn::after_end:
        due_.rule =
            "within " + std::to_string(r.day) + " working days of end of " + period_noun(r.period);
        return;
    }
  }

  void monthly(int shift, const std::string& words) {
    say(words);
    for (int month = 1; month <= 12; ++month) add(year_, month + shift, rule_.recurrence.day);
  }

  void each_period(int shift, const std::string& words) {
    say(words);
    const int step = months_of(rule_.recurrence.period);
    for (int month = step; month <= 12; month += step)
      add(year_, month + shift, rule_.recurrence.day);
  }

  void add(int year, int month, int day_of_month) {
    if (year == 0) return;
    if (month > 12) {
      month -= 12;
      ++year;
    }
    if (day_of_month == last_day_of_month) day_of_month = days_in_month(year, month);
    const auto found = day(year, month, day_of_month);
    if (found.ok()) due_.days.push_back(found.value());
  }

  const Phrase& phrase_;
  const DeadlineRule& rule_;
  int year_;
  Due due_;
};

}  // namespace

Due due_of(const Phrase& phrase, int plan_year) {
  return DueReader(phrase, plan_year).run();
}

}  // namespace kehoach::detail
