// SPDX-License-Identifier: BSL-1.0
#include <time/statute.hpp>

#include <algorithm>
#include <string>

#include <kehoach/lunar.hpp>

#include <time/period.hpp>
#include <time/vietnam_days.hpp>

namespace kehoach::detail {
namespace {

constexpr int saturday = 6;
constexpr int first_year_of_two_national_days = 2021;

class Projection {
 public:
  explicit Projection(int year) : year_(year) {}

  void holiday(Date d, const char* name) { add(d, name, holiday_source()); }
  void extra(Date d, const char* name, const Paper& paper) {
    add(d, name, paper.number);
    days_.back().announced = to_date(paper.known);
  }
  bool has(Date d) const {
    return std::any_of(days_.begin(), days_.end(),
                       [d](const CalendarDay& day) { return day.date == d; });
  }

  /// Art. 111(3): each holiday on a rest day, in order, takes the next day still worked.
  void give_back() {
    sort();
    const std::size_t holidays = days_.size();
    for (std::size_t i = 0; i < holidays; ++i) {
      if (weekday(days_[i].date) < saturday) continue;
      Date d = days_[i].date;
      while (weekday(d) >= saturday || has(d)) d += Days{1};
      add(d, (days_[i].name + " (nghỉ bù)").c_str(), substitute_source());
    }
    sort();
  }

  std::vector<CalendarDay> take() && { return std::move(days_); }

 private:
  const char* holiday_source() const {
    return year_ < 2021 ? "Bộ luật Lao động 2012, Điều 115(1)"
                        : "Bộ luật Lao động 2019, Điều 112(1)";
  }
  const char* substitute_source() const {
    return year_ < 2021 ? "Bộ luật Lao động 2012, Điều 115(3)"
                        : "Bộ luật Lao động 2019, Điều 111(3)";
  }
  void add(Date d, const char* name, const char* source) {
    days_.push_back({d, false, name, source, no_date, true});
  }
  void sort() {
    std::sort(days_.begin(), days_.end(),
              [](const CalendarDay& a, const CalendarDay& b) { return a.date < b.date; });
  }

  int year_;
  std::vector<CalendarDay> days_;
};

Date day_beside(Date second_of_september) {
  const int at = weekday(second_of_september);
  const bool after = at == 1 || at == 4 || at == 7;
  return second_of_september + Days{after ? 1 : -1};
}

}  // namespace

std::vector<CalendarDay> projected_days(int year, bool culture_day) {
  Projection projection(year);
  const Date tet = lunar_new_year(year).value();
  const Date second_of_september = civil(year, 9, 2);
  projection.holiday(civil(year, 1, 1), "Tết Dương lịch");
  for (int i = -2; i < 3; ++i) projection.holiday(tet + Days{i}, "Tết Nguyên đán");
  projection.holiday(from_lunar({year, 3, 10, false}).value(), "Giỗ Tổ Hùng Vương");
  // 10/3 lunar may fall on 30/4 itself; both are holidays, and the day is off once.
  for (const auto& [d, name] : {std::pair{civil(year, 4, 30), "Ngày Chiến thắng"},
                                std::pair{civil(year, 5, 1), "Quốc tế Lao động"},
                                std::pair{second_of_september, "Quốc khánh"}}) {
    if (!projection.has(d)) projection.holiday(d, name);
  }
  if (year >= first_year_of_two_national_days) {
    projection.holiday(day_beside(second_of_september), "Quốc khánh (ngày liền kề)");
  }
  projection.give_back();
  if (culture_day) projection.extra(civil(year, 11, 24), "Ngày Văn hóa Việt Nam", culture_paper());
  return std::move(projection).take();
}

}  // namespace kehoach::detail
