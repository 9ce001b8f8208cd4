// SPDX-License-Identifier: BSL-1.0
#include "reader/target_time.hpp"

#include <algorithm>

#include "reader/dates.hpp"
#include "reader/figure.hpp"

namespace kehoach::detail {
namespace {

class TargetTime {
 public:
  TargetTime(const Source& source, const Outline& outline, const std::string& otherwise)
      : source_(source), outline_(outline), otherwise_(otherwise) {}

  std::string of(const FigurePlace& place) const {
    const auto [words, r, node] = place;
    std::uint32_t end = words.end;
    while (end < r.end && !ends_clause(source_, end, r) && !source_.sign(end, ',') &&
           end < words.end + 10)
      ++end;
    std::uint32_t begin = words.begin;
    while (begin > r.begin && !ends_clause(source_, begin - 1, r) && words.begin - begin < 24)
      --begin;
    if (std::string day = closing_day({words.begin, end}); !day.empty()) return day;
    if (std::string year = horizon_year(source_, {words.begin, end});
        !year.empty() && !baseline_in({words.begin, end}))
      return year;
    if (std::string year = closing_year({begin, words.begin}); !year.empty()) return year;
    if (std::string year = opening_year(r); !year.empty()) return year;
    for (std::uint32_t n = node; outline_.nodes[n].parent != n; n = outline_.nodes[n].parent) {
      if (n == node && words.begin >= outline_.nodes[n].body.begin &&
          words.begin < outline_.nodes[n].body.end)
        continue;
      if (std::string year = horizon_year(source_, outline_.nodes[n].body); !year.empty())
        return year;
    }
    return otherwise_;
  }

 private:
  /// "… trước ngày 30/9/2025" → "2025-09-30".
  std::string closing_day(Range r) const {
    for (std::uint32_t t = r.begin + 1; t < r.end; ++t) {
      if (!source_.cue(t, Cue::day) && !source_.number(t)) continue;
      const std::string_view before = source_.low(t - 1);
      if (before != "trước" && before != "đến" && before != "hết" && before != "nhất") continue;
      const WrittenDate date = date_at(source_, t, r.end);
      if (date.date != no_date) return to_string(date.date);
    }
    return {};
  }

  /// "Đến năm 2030: …; …" governs all clauses of the item.
  std::string opening_year(Range r) const {
    for (std::uint32_t t = r.begin; t < std::min(r.end, r.begin + 10); ++t) {
      if (source_.sign(t, ":")) return horizon_year(source_, {r.begin, t});
    }
    return {};
  }

  bool baseline_in(Range r) const {
    for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
      if (source_.low_is(t, "so") && source_.low_is(t + 1, "với")) return true;
    }
    return false;
  }

  /// In front of the name only "đến năm …" or "năm … ," limits; "từ năm …" begins.
  std::string closing_year(Range r) const {
    for (std::uint32_t t = r.begin; t + 2 < r.end; ++t) {
      if (source_.low_is(t, "đến") && source_.cue(t + 1, Cue::year) && source_.number(t + 2))
        return std::string(source_.page.text(t + 2));
    }
    return {};
  }

  const Source& source_;
  const Outline& outline_;
  const std::string& otherwise_;
};

}  // namespace

std::string time_of(const Source& source, const Outline& outline, const FigurePlace& place,
                    const std::string& otherwise) {
  return TargetTime(source, outline, otherwise).of(place);
}

std::string horizon_year(const Source& source, Range r) {
  std::string year;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (!source.number(t) || !year_digits(source.page.text(t)) || t == r.begin) continue;
    const bool named =
        source.cue(t - 1, Cue::year) || source.sign(t - 1, '-') || source.low_is(t - 1, "đến");
    if (!named || source.sign(t - 1, "/")) continue;
    if (t > r.begin + 1 && source.cue(t - 1, Cue::year) && source.low_is(t - 2, "từ")) continue;
    if (t > r.begin + 2 && source.low_is(t - 3, "tầm")) continue;
    if (t > r.begin + 3 && source.number(t - 2) && source.sign(t - 3, "/")) continue;
    if (t > r.begin + 3 && source.cue(t - 3, Cue::month)) continue;  // "tháng 7 năm 2025" is a date
    if (!year.empty() && source.cue(t - 1, Cue::year)) break;
    year = source.page.text(t);
  }
  return year;
}

}  // namespace kehoach::detail
