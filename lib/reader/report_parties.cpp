// SPDX-License-Identifier: BSL-1.0
#include "reader/report_parties.hpp"

#include <algorithm>

#include "reader/roles.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {

std::vector<std::string> ReportParties::sender(Range r, std::uint32_t verb) {
  std::uint32_t t = r.begin;
  while (t < verb) {  // the last subject in front of the verb
    if (const std::uint32_t length = source_.cue(t, Cue::with)) {
      t = std::max(t + length, units_at(source_, t + length, r.end).end);
      continue;
    }
    const bool start = t == r.begin || source_.sign(t - 1, ",:") || source_.cue(t - 1, Cue::and_);
    if (start && unit_begins(source_, t, verb)) {
      const UnitList units = units_at(source_, t, r.end);
      if (!units.empty() && units.end <= verb && !behind_with(t) && acts(units.end, verb)) {
        sender_ = names_of(source_, units);
        t = std::max(units.end, t + 1);
        continue;
      }
    }
    ++t;
  }
  if (!sender_.empty()) return sender_;
  if (const std::uint32_t task = tasks_.of_node[node_]) return tasks_.found[task - 1].task.lead;
  const Node& item = outline_.nodes[node_];
  std::vector<std::string> named = roles_in(source_, item.body).lead;
  if (!named.empty() || item.marker.kind != MarkerKind::none) return named;
  return lead_before(item);
}

/// A paragraph behind a list speaks of those who have the list's tasks.
std::vector<std::string> ReportParties::lead_before(const Node& item) const {
  if (item.parent == node_) return {};
  const auto& siblings = outline_.nodes[item.parent].children;
  for (std::size_t i = siblings.size(); i-- > 0;) {
    if (const std::uint32_t task = siblings[i] < node_ ? tasks_.of_node[siblings[i]] : 0)
      return tasks_.found[task - 1].task.lead;
  }
  return {};
}

bool ReportParties::behind_with(std::uint32_t t) const {
  for (std::uint32_t k = t; k-- > 0 && t - k <= 4;) {
    if (source_.cue(k, Cue::with) || source_.cue(k, Cue::of) || source_.cue(k, Cue::via))
      return true;
  }
  return false;
}

bool ReportParties::acts(std::uint32_t t, std::uint32_t verb) const {
  return t >= verb || source_.marks.at(t, Kind::verb) || source_.cue(t, Cue::lead_verb) ||
         source_.cue(t, Cue::send) || source_.cue(t, Cue::based_on) || source_.low(t) == "có" ||
         source_.low(t) == "định";
}

void ReportParties::addressees(Range r, std::uint32_t verb, ReadReport& report) const {
  bool summed = false;
  for (std::uint32_t t = verb; t < r.end; ++t) {
    if (source_.sign(t, '(') && source_.cue(t + 1, Cue::via)) {
      while (t < r.end && !source_.sign(t, ')')) ++t;
      continue;
    }
    if (source_.cue(t, Cue::sum_up) && t > verb) summed = true;
    const std::uint32_t length = leads_to(t);
    if (length == 0) continue;
    const std::uint32_t at = t + length;
    if (at >= r.end || !unit_begins(source_, at, r.end)) continue;
    const UnitList units = units_at(source_, at, r.end);
    if (units.empty()) continue;
    auto& list = summed && !report.to.empty() ? report.onward : report.to;
    if (list.empty()) list = names_of(source_, units);
    t = units.end - 1;
  }
}

/// "gửi về", "về", "báo cáo", "kiến nghị", "đề xuất", "trình", "cho" in front of a unit.
std::uint32_t ReportParties::leads_to(std::uint32_t t) const {
  if (const std::uint32_t length = source_.cue(t, Cue::send)) return length;
  if (const std::uint32_t length = source_.cue(t, Cue::report))
    return length + past_matter(t + length);
  const std::string_view low = source_.low(t);
  if (low == "kiến" || low == "đề" || low == "tham") return 2;
  return 0;
}

/// "báo cáo kết quả thực hiện UBND tỉnh": what is reported may stand before who gets it.
std::uint32_t ReportParties::past_matter(std::uint32_t t) const {
  static constexpr std::string_view words[] = {"kết",   "quả",  "thực", "hiện",  "tình", "hình",
                                               "triển", "khai", "cụ",   "thể",   "tiến", "độ",
                                               "bằng",  "bản",  "về",   "nhanh", "ngay"};
  const auto matter = [&](std::uint32_t k) {
    if (source_.low_is(k, "văn")) return source_.low_is(k + 1, "bản");
    return std::find(std::begin(words), std::end(words), source_.low(k)) != std::end(words);
  };
  std::uint32_t length = 0;
  while (length < 8 && source_.word(t + length) && !source_.token(t + length).upper &&
         matter(t + length))
    ++length;
  const bool unit =
      unit_begins(source_, t + length, static_cast<std::uint32_t>(source_.page.tokens.size()));
  return unit ? length : 0;
}

}  // namespace kehoach::detail
