// SPDX-License-Identifier: BSL-1.0
#include "reader/plan_year.hpp"

#include <algorithm>

#include "reader/dates.hpp"

namespace kehoach::detail {
namespace {

int year_at(const Source& source, std::uint32_t t, std::uint32_t end) {
  if (const WrittenDate date = date_at(source, t, end); date && date.year != 0) return date.year;
  if (!source.cue(t, Cue::year) || !source.number(t + 1)) return 0;
  const std::string_view digits = source.page.text(t + 1);
  if (digits.size() != 4 || digits.substr(0, 2) != "20") return 0;
  return (digits[2] - '0') * 10 + (digits[3] - '0') + 2000;
}

/// Words in front of a closing day.
bool closes(const Source& source, std::uint32_t t, std::uint32_t begin) {
  for (std::uint32_t k = t; k-- > begin && t - k <= 4;) {
    const std::string_view low = source.low(k);
    if (low == "trước" || low == "nhất" || low == "hết" || low == "thành") return true;
    if (low == "số" || low == "của") return false;
  }
  return false;
}

int first_deadline_year(const Source& source, const Outline& outline) {
  const auto search = [&](Range r, bool label) {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      const int year = year_at(source, t, r.end);
      if (year != 0 && (label || closes(source, t, r.begin))) return year;
    }
    return 0;
  };
  for (const Node& node : outline.nodes) {
    if (node.zone == Zone::purpose || node.zone == Zone::goals || node.zone == Zone::review)
      continue;
    if (const int year = search(node.body, false)) return year;
    for (std::uint32_t b : node.paragraphs) {
      if (const int year = search(source.blocks[b].body, false)) return year;
    }
    for (std::uint32_t b : node.labels) {
      const bool time = source.value(source.blocks[b].body.begin, Kind::label) == "time";
      if (const int year = search(source.blocks[b].body, time)) return year;
    }
  }
  return 0;
}

}  // namespace

Date latest_cited(const Cited& cited) {
  Date latest = no_date;
  for (const ReadReference& reference : cited.references) latest = std::max(latest, reference.date);
  return latest;
}

int plan_year(const Source& source, const Outline& outline, const Cited& cited, int issue_year,
              const std::string& title_year) {
  if (issue_year != 0) return issue_year;
  if (const int year = first_deadline_year(source, outline)) return year;
  const Date latest = latest_cited(cited);
  const int cited_year = latest == no_date ? 0 : ymd(latest).year;
  const int title = title_year.size() == 4 ? std::stoi(title_year) : 0;
  // "… giai đoạn 2026-2030" names the far end, "năm 2026" the year itself.
  return cited_year != 0 && title > cited_year + 1 ? cited_year : std::max(title, cited_year);
}

}  // namespace kehoach::detail
