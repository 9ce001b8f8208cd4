// SPDX-License-Identifier: BSL-1.0
#include "reader/report_periods.hpp"

namespace kehoach::detail {
namespace {

/// "6 tháng trước ngày 05/6, hằng năm trước ngày 05/12": each day belongs to the period in front of
/// it, as brackets would say.
bool day_of_period(const Source& source, std::uint32_t t, Range r) {
  if (t <= r.begin || t + 1 >= r.end) return false;
  const std::string_view low = source.low(t);
  if (low != "trước" && low != "chậm") return false;
  if (low == "trước" && !source.cue(t + 1, Cue::day)) return false;
  const std::string_view before = source.low(t - 1);
  return before == "tháng" || before == "quý" || before == "năm";
}

}  // namespace

std::string named_period(const Source& source, std::uint32_t t, Range r) {
  const std::string_view low = source.low(t);
  const bool noun = low == "tháng" || low == "quý" || low == "năm";
  if (!noun || source.number(t + 1) || (source.word(t + 1) && source.token(t + 1).caps)) return {};
  const std::string_view count =
      t > r.begin && source.number(t - 1) ? source.page.text(t - 1) : std::string_view();
  const std::uint32_t first = count.empty() ? t : t - 1;
  const std::string_view lead = source.low(first - 1);
  const bool listed = source.sign(first - 1, ",(") || source.cue(first - 1, Cue::and_) ||
                      lead == "cáo" || lead == "quả" || lead == "kỳ" || lead == "hằng" ||
                      lead == "hàng";
  if (!listed) return {};
  if (low == "tháng" && !count.empty())
    return count == "6" || count == "06"   ? "half_year"
           : count == "9" || count == "09" ? "nine_months"
                                           : "";
  if (!count.empty()) return {};
  return low == "tháng" ? "monthly" : low == "quý" ? "quarterly" : "yearly";
}

std::string spelled(const Source& source, Range r, std::vector<std::uint32_t>& starts) {
  std::string text;
  bool open = false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (open && (source.sign(t, ",;()") || source.cue(t, Cue::and_) || source.low_is(t, "gửi"))) {
      if (!source.sign(t, ")")) text += ')';
      open = false;
    }
    if (t != r.begin && source.token(t).spaced) text += ' ';
    if (!open && day_of_period(source, t, r)) {
      text += '(';
      open = true;
    }
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    text += source.page.text(t);
  }
  return open ? text + ')' : text;
}

Due weekday_named(const Source& source, const PhraseContext& context, int plan_year, Range r,
                  Due plain) {
  for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
    if (!source.low_is(t, "thứ")) continue;
    std::uint32_t from = t;
    while (from > r.begin && t - from < 8 && !source.sign(from - 1, "(,;")) --from;
    const std::string words = source.page.words({from, t + 2}) + " hằng tuần";
    const auto phrases = read_phrases(words, context);
    if (!phrases.ok()) continue;
    Due due = due_of(phrases.value().front(), plan_year);
    if (due.period == "weekly" && !due.rule.empty()) return due;
  }
  return plain;
}

bool before_period_end(const Due& due) {
  if (due.days.size() != 1) return false;
  const YearMonthDay d = ymd(due.days[0]);
  if (due.period == "half_year") return d.month < 6 || (d.month == 6 && d.day <= 5);
  if (due.period == "yearly") return d.month < 11 && d.month > 3;
  return false;
}

}  // namespace kehoach::detail
