// SPDX-License-Identifier: BSL-1.0
/// A phrase as the four columns of a table of examples: kind, start, end, recurrence.
///
///     recurring_by | | | Q;last_month;day=10;incl
///
/// Periods are W M Q H1 H2 9M Y; "+2wd" is two working days after an event; "/" joins readings that
/// are of different kinds.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include <kehoach/phrase.hpp>

namespace kehoach::test {

struct Notation {
  std::string kind, start, end, recurrence;
};

inline std::string two(int n) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "%02d", n);
  return buffer;
}

inline std::string period_code(const Phrase& p) {
  if (p.any_period) return "period";
  const Recurrence& r = p.rule.recurrence;
  const std::string only = r.only == 0 ? "" : std::to_string(r.only);
  switch (r.period) {
    case Period::week: return "W";
    case Period::month: return "M" + (p.window_month == 0 ? "" : std::to_string(p.window_month));
    case Period::quarter: return "Q" + only;
    case Period::half_year: return "H" + (only.empty() ? "1" : only);
    case Period::nine_months: return "9M";
    case Period::year: return "Y";
  }
  return "?";
}

inline std::string due_code(const Phrase& p) {
  static const char* weekdays[] = {"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  const Recurrence& r = p.rule.recurrence;
  const std::string day = "day=" + (r.day == last_day_of_month ? "last" : std::to_string(r.day));
  const std::string month_day =
      two(r.month) + "-" + (r.day == last_day_of_month ? "last" : two(r.day));
  switch (r.due) {
    case DueIn::none: return p.kind == PhraseKind::week_of_month ? ";last_week" : "";
    case DueIn::same_month: return ";" + day;
    case DueIn::last_month: return ";last_month;" + day;
    case DueIn::next_month:
      return (r.period == Period::quarter ? ";next_quarter_first_month;" : ";next_month;") + day;
    case DueIn::fixed: return ";" + month_day;
    case DueIn::fixed_next_year: return ";next_year;" + month_day;
    case DueIn::weekday: return std::string(";") + weekdays[r.day];
    case DueIn::after_end: return "";
  }
  return "";
}

inline std::string recurrence_code(const Phrase& p) {
  const bool marks = p.rule.recurrence.due != DueIn::none && p.kind != PhraseKind::event_day;
  return period_code(p) + due_code(p) +
         (!marks                                            ? ""
          : p.rule.recurrence.exclusive || p.rule.exclusive ? ";excl"
                                                            : ";incl");
}

inline std::string term_code(const Phrase& p) {
  static const char* units[] = {"d", "wd", "w", "m", "y"};
  const bool recurring = p.rule.kind == DeadlineKind::recurring;
  return "+" + std::to_string(recurring ? p.rule.recurrence.day : p.rule.term) +
         units[static_cast<int>(recurring ? TermUnit::working_day : p.rule.term_unit)] +
         (p.after_period ? " after period end" : "");
}

inline std::string window_edge(const WindowDay& w) {
  if (w.month == 0) {
    return std::string(w.shift < 0 ? "prev" : "") + (w.day == 0 ? "" : std::to_string(w.day));
  }
  return two(w.month) + "-" + two(w.day) + (w.shift < 0 ? "(y-1)" : "");
}

inline std::string window_code(const Phrase& p) {
  const bool whole_month = p.window_first.day == 1 && p.window_first.month == 0 &&
                           p.window_last.day == last_day_of_month;
  const bool quarter = p.rule.recurrence.period == Period::quarter && p.window_first.day == 1;
  if (whole_month || quarter) return period_code(p) + ";calendar";
  return period_code(p) + ";" + window_edge(p.window_first) + ".." + window_edge(p.window_last);
}

inline std::string frequency_code(const Phrase& p) {
  const Frequency& f = p.frequency;
  std::string code;
  const std::string every = f.every == 1 ? "" : std::to_string(f.every);
  if (f.unit == TermUnit::month) {
    code = f.every == 1 ? "M" : f.every == 3 ? "Q" : f.every == 6 ? "H1" : every + "M";
  } else {
    code = every + (f.unit == TermUnit::year ? "Y" : f.unit == TermUnit::week ? "W" : "D");
  }
  if (f.times != 0) code = std::to_string(f.times) + "/" + code;
  return (f.at_least ? "min " : "") + code;
}

inline Date strict_end(const Phrase& p) {
  const DeadlineRule& r = p.rule;
  if (r.kind != DeadlineKind::by_date && r.kind != DeadlineKind::period) return no_date;
  return r.exclusive && r.kind == DeadlineKind::by_date ? r.last - Days{1} : r.last;
}

inline std::string end_code(const Phrase& p) {
  const Date end = strict_end(p);
  if (end == no_date) return "";
  if (p.minute < 0) return to_string(end);
  return to_string(end) + "T" + two(p.minute / 60) + ":" + two(p.minute % 60);
}

inline Notation notation(const Phrase& p) {
  const DeadlineRule& r = p.rule;
  Notation n{
      name(p.kind),
      r.kind == DeadlineKind::period || r.kind == DeadlineKind::ongoing ? to_string(r.first) : "",
      end_code(p), ""};
  switch (p.kind) {
    case PhraseKind::by: n.kind = p.minute < 0 ? "by_date" : "by_time"; break;
    case PhraseKind::before: n.kind = p.minute < 0 ? "before_date" : "before_time"; break;
    case PhraseKind::point: n.start = n.end; break;
    case PhraseKind::recurring:
      n.kind = r.recurrence.due == DueIn::none ? "recurring_open"
               : r.recurrence.exclusive        ? "recurring_before"
                                               : "recurring_by";
      break;
    case PhraseKind::event_day:
      n.kind = "recurring_event";
      n.start = to_string(r.recurrence.from);
      n.end = to_string(r.recurrence.until);
      break;
    case PhraseKind::week_of_month: n.kind = "recurring_period"; break;
    case PhraseKind::ongoing: n.kind = "continuous"; break;
    case PhraseKind::after_event: n.kind = "duration_after_event"; break;
    case PhraseKind::event: n.kind = "event_relative"; break;
    default: break;
  }
  if (r.kind == DeadlineKind::impossible) n.kind = "invalid_date";
  if (p.kind == PhraseKind::data_window)
    n.recurrence = window_code(p);
  else if (p.kind == PhraseKind::frequency)
    n.recurrence = frequency_code(p);
  else if (p.kind == PhraseKind::constraint)
    n.recurrence = "min " + term_code(p);
  else if (p.kind == PhraseKind::after_event)
    n.recurrence = term_code(p);
  else if (p.kind == PhraseKind::event && r.event != Event::none) {
    n.recurrence = term_code(p) + (r.event == Event::date ? " after event" : "");
  } else if (p.names_period || p.any_period)
    n.recurrence = recurrence_code(p);
  return n;
}

/// All readings of a text in one line: "before_date end 2026-06-29"; " / " between two, " OR " where
/// they are alternatives. A "?" says that the reading is incomplete.
inline std::string row(const std::vector<Phrase>& phrases) {
  std::string out;
  for (const Phrase& p : phrases) {
    const Notation n = notation(p);
    if (!out.empty()) out += p.alternative ? " OR " : " / ";
    out += n.kind + (p.incomplete ? "?" : "");
    if (!n.start.empty()) out += " start " + n.start;
    if (!n.end.empty()) out += " end " + n.end;
    if (!n.recurrence.empty()) out += " " + n.recurrence;
    if (n.end.empty() && p.minute >= 0) {
      out += p.exclusive_minute ? " before " : " by ";
      out += two(p.minute / 60) + ":" + two(p.minute % 60);
    }
    if (p.horizon != no_date) out += " horizon " + to_string(p.horizon);
    if (p.suggested != no_date) out += " suggested " + to_string(p.suggested);
  }
  return out;
}

/// Several readings as the one row that phrases.tsv has for them: the first speaks for all, and the
/// recurrences of its kind are joined.
inline Notation merged(const std::vector<Phrase>& phrases) {
  Notation all = notation(phrases.front());
  for (std::size_t i = 1; i < phrases.size(); ++i) {
    const Phrase& p = phrases[i];
    const Notation next = notation(p);
    const bool event_instead = p.alternative && p.kind == PhraseKind::event;
    if (event_instead && all.kind == "by_date") all.kind = "by_date_or_event";
    if (p.kind != phrases.front().kind || next.recurrence.empty()) continue;
    const bool weekday = next.recurrence.rfind("W;", 0) == 0;
    if (weekday)
      all.recurrence += "," + next.recurrence.substr(2);
    else if (p.kind == PhraseKind::frequency && !p.alternative)
      all.recurrence += "+" + next.recurrence;
    else
      all.recurrence += "|" + next.recurrence;
  }
  return all;
}

}  // namespace kehoach::test
