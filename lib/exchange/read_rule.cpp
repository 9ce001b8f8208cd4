// SPDX-License-Identifier: BSL-1.0
// The reader prints rules in words ("before day 20 of month"); here the words become numbers again.
#include "exchange/read_rule.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <kehoach/phrase.hpp>

namespace kehoach::detail {
namespace {

bool period_of(std::string_view word, Period& out) {
  static constexpr std::array<std::pair<std::string_view, Period>, 6> all = {
      {{"weekly", Period::week},
       {"monthly", Period::month},
       {"quarterly", Period::quarter},
       {"half_year", Period::half_year},
       {"nine_months", Period::nine_months},
       {"yearly", Period::year}}};
  for (const auto& [name, period] : all) {
    if (name != word) continue;
    out = period;
    return true;
  }
  return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

int number_of(std::string_view digits) {
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9' || value > 9999) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

int weekday_of(std::string_view word) {
  static constexpr std::string_view names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  for (int i = 0; i < 7; ++i) {
    if (names[i] == word) return i + 1;
  }
  return 0;
}

/// "day 20 of month", "day 5 of next month", "day 10 of last month of quarter", "11-15", "friday".
bool take_day(const std::vector<std::string_view>& words, Recurrence& r) {
  if (words.size() < 2) return false;
  const std::string_view first = words[1];
  if (const int weekday = weekday_of(first)) {
    r.due = DueIn::weekday;
    r.day = static_cast<std::int8_t>(weekday);
    return r.period == Period::week;
  }
  if (first.size() == 5 && first[2] == '-') {
    r.due = DueIn::fixed;
    r.month = static_cast<std::int8_t>(number_of(first.substr(0, 2)));
    r.day = static_cast<std::int8_t>(number_of(first.substr(3)));
    return kehoach::day(2024, r.month, r.day).ok();
  }
  if (words.size() < 5) return false;
  const bool last = first == "last";
  const int day = last ? last_day_of_month : number_of(words[2]);
  if (day == 0 || day > 32) return false;
  r.day = static_cast<std::int8_t>(day);
  r.due = words[4] == "next" || words[4] == "month"
              ? (words[4] == "next" || words.size() > 5 ? DueIn::next_month : DueIn::same_month)
              : DueIn::last_month;
  return r.due != DueIn::same_month || r.period == Period::month;
}

/// What the words say beyond one kind and two days: a term, a day that does not exist.
DeadlineRule of_words(const ReadDeadline& read, Date issued) {
  PhraseContext context;
  context.issued = issued;
  const auto phrases = read_phrases(read.raw, context);
  if (!phrases.ok() || phrases.value().empty()) return {};
  return phrases.value().front().rule;
}

}  // namespace

DeadlineRule rule_of(const ReadDeadline& read, Date issued) {
  DeadlineRule rule;
  if (read.kind == "by_date" && read.end != no_date) {
    rule.kind = DeadlineKind::by_date;
    rule.last = read.end;
    rule.exclusive = read.end_exclusive;
  } else if (read.kind == "period" && read.end != no_date && read.start != no_date) {
    rule.kind = DeadlineKind::period;
    rule.first = read.start;
    rule.last = read.end;
  } else if (read.kind == "recurring") {
    const DeadlineRule said = of_words(read, issued);
    if (said.kind == DeadlineKind::recurring) rule = said;
    if (rule.kind == DeadlineKind::none && period_of(read.recurrence, rule.recurrence.period))
      rule.kind = DeadlineKind::recurring;
  } else if (read.kind == "ongoing") {
    rule.kind = DeadlineKind::ongoing;
    rule.first = read.start;
  } else if (read.kind == "by_date" || read.kind == "period") {
    const DeadlineRule said = of_words(read, issued);
    if (said.kind == DeadlineKind::impossible) rule = said;
  }
  rule.text = read.raw;
  return rule;
}

DeadlineRule rule_of(const ReadReport& read) {
  DeadlineRule rule;
  rule.text = read.due_rule;
  const std::vector<std::string_view> words = words_of(read.due_rule);
  const bool one_day = words.size() > 1 && words[1].size() == 10 && read.due_dates.size() == 1;
  if (!one_day && period_of(read.period, rule.recurrence.period)) {
    rule.kind = DeadlineKind::recurring;
    rule.recurrence.exclusive = read.exclusive.value_or(false);
    Recurrence with_day = rule.recurrence;
    if (take_day(words, with_day)) rule.recurrence = with_day;
  } else if (one_day) {
    rule.kind = DeadlineKind::by_date;
    rule.last = read.due_dates.front();
    rule.exclusive = read.exclusive.value_or(false);
  }
  return rule;
}

}  // namespace kehoach::detail
