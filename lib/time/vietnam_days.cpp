// SPDX-License-Identifier: BSL-1.0
/// Days of 2018 to 2026 by the yearly notices and the Labour Code. To add a year: its papers, its
/// days, one line in `years`.
///
/// Where the day of a paper is not known to us it counts as known from a day on which it certainly
/// was: never too early, so a plan cannot rest on what nobody could know.
#include <time/vietnam_days.hpp>

#include <iterator>

namespace kehoach::detail {
namespace {

constexpr Paper code_2012{"Bộ luật Lao động 2012, Điều 115", {}};
constexpr Paper code_2019{"Bộ luật Lao động 2019, Điều 112(1)", {}};
constexpr Paper substitute_2019{"Bộ luật Lao động 2019, Điều 111(3)", {}};

constexpr Paper notice_2018{"Thông báo nghỉ Tết 2018 (chưa rõ số)", {2018, 1, 1}};
constexpr Paper notice_2019{"6519/VPCP-KGVX", {2018, 7, 11}};
constexpr Paper notice_2020{"Thông báo nghỉ Tết 2020 (chưa rõ số)", {2020, 1, 7}};
constexpr Paper notice_2021{"4875/TB-LĐTBXH", {2021, 1, 1}};
constexpr Paper notice_2022{"119/TB-LĐTBXH; 245/VPCP-KGVX", {2022, 1, 11}};
constexpr Paper notice_2023{"5034/TB-LĐTBXH; 8056/VPCP-KGVX", {2022, 12, 1}};
constexpr Paper notice_2024{"5015/TB-LĐTBXH", {2024, 1, 1}};
constexpr Paper swap_2024{"1570/TB-LĐTBXH; 2450/VPCP-KGVX", {2024, 4, 12}};
constexpr Paper notice_2025{"6150/TB-BLĐTBXH; 8726/VPCP-KGVX", {2024, 12, 3}};
constexpr Paper notice_2026{"9441/TB-BNV", {2025, 10, 16}};
constexpr Paper swap_2026{"12729/VPCP-KGVX", {2025, 12, 25}};
// The day of the resolution is not known to us; it is in force from this one.
constexpr Paper culture_day{"28/2026/QH16, Điều 2", {2026, 7, 1}};

constexpr bool off = false;
constexpr bool worked = true;

constexpr SettledDays days_2018[] = {
    {{2018, 1, 1}, {2018, 1, 1}, off, "Tết Dương lịch", &code_2012},
    {{2018, 2, 14}, {2018, 2, 20}, off, "Tết Nguyên đán Mậu Tuất", &notice_2018},
    {{2018, 4, 25}, {2018, 4, 25}, off, "Giỗ Tổ Hùng Vương", &code_2012},
    {{2018, 4, 30}, {2018, 4, 30}, off, "Ngày Chiến thắng", &code_2012},
    {{2018, 5, 1}, {2018, 5, 1}, off, "Quốc tế Lao động", &code_2012},
    {{2018, 9, 2}, {2018, 9, 2}, off, "Quốc khánh", &code_2012},
    {{2018, 9, 3}, {2018, 9, 3}, off, "Quốc khánh (nghỉ bù)", &code_2012},
    {{2018, 12, 31}, {2018, 12, 31}, off, "Nghỉ hoán đổi Tết Dương lịch", &notice_2019},
};
constexpr SettledDays days_2019[] = {
    {{2019, 1, 1}, {2019, 1, 1}, off, "Tết Dương lịch", &code_2012},
    {{2019, 1, 5}, {2019, 1, 5}, worked, "Làm bù cho 31/12/2018", &notice_2019},
    {{2019, 2, 4}, {2019, 2, 8}, off, "Tết Nguyên đán Kỷ Hợi", &notice_2019},
    {{2019, 4, 14}, {2019, 4, 14}, off, "Giỗ Tổ Hùng Vương", &code_2012},
    {{2019, 4, 15}, {2019, 4, 15}, off, "Giỗ Tổ Hùng Vương (nghỉ bù)", &code_2012},
    {{2019, 4, 29}, {2019, 4, 29}, off, "Nghỉ hoán đổi dịp 30/4-01/5", &notice_2019},
    {{2019, 4, 30}, {2019, 4, 30}, off, "Ngày Chiến thắng", &code_2012},
    {{2019, 5, 1}, {2019, 5, 1}, off, "Quốc tế Lao động", &code_2012},
    {{2019, 5, 4}, {2019, 5, 4}, worked, "Làm bù cho 29/4/2019", &notice_2019},
    {{2019, 9, 2}, {2019, 9, 2}, off, "Quốc khánh", &code_2012},
};
constexpr SettledDays days_2020[] = {
    {{2020, 1, 1}, {2020, 1, 1}, off, "Tết Dương lịch", &code_2012},
    {{2020, 1, 23}, {2020, 1, 29}, off, "Tết Nguyên đán Canh Tý", &notice_2020},
    {{2020, 4, 2}, {2020, 4, 2}, off, "Giỗ Tổ Hùng Vương", &code_2012},
    {{2020, 4, 30}, {2020, 4, 30}, off, "Ngày Chiến thắng", &code_2012},
    {{2020, 5, 1}, {2020, 5, 1}, off, "Quốc tế Lao động", &code_2012},
    {{2020, 9, 2}, {2020, 9, 2}, off, "Quốc khánh", &code_2012},
};
constexpr SettledDays days_2021[] = {
    {{2021, 1, 1}, {2021, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2021, 2, 10}, {2021, 2, 16}, off, "Tết Nguyên đán Tân Sửu", &notice_2021},
    {{2021, 4, 21}, {2021, 4, 21}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2021, 4, 30}, {2021, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2021, 5, 1}, {2021, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2021, 5, 3}, {2021, 5, 3}, off, "Quốc tế Lao động (nghỉ bù)", &substitute_2019},
    {{2021, 9, 2}, {2021, 9, 2}, off, "Quốc khánh", &notice_2021},
    {{2021, 9, 3}, {2021, 9, 3}, off, "Quốc khánh (ngày liền kề)", &notice_2021},
};
constexpr SettledDays days_2022[] = {
    {{2022, 1, 1}, {2022, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2022, 1, 3}, {2022, 1, 3}, off, "Tết Dương lịch (nghỉ bù)", &substitute_2019},
    {{2022, 1, 31}, {2022, 2, 4}, off, "Tết Nguyên đán Nhâm Dần", &notice_2022},
    {{2022, 4, 10}, {2022, 4, 10}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2022, 4, 11}, {2022, 4, 11}, off, "Giỗ Tổ Hùng Vương (nghỉ bù)", &substitute_2019},
    {{2022, 4, 30}, {2022, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2022, 5, 1}, {2022, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2022, 5, 2}, {2022, 5, 2}, off, "Ngày Chiến thắng (nghỉ bù)", &substitute_2019},
    {{2022, 5, 3}, {2022, 5, 3}, off, "Quốc tế Lao động (nghỉ bù)", &substitute_2019},
    {{2022, 9, 1}, {2022, 9, 1}, off, "Quốc khánh (ngày liền kề)", &notice_2022},
    {{2022, 9, 2}, {2022, 9, 2}, off, "Quốc khánh", &notice_2022},
};
constexpr SettledDays days_2023[] = {
    {{2023, 1, 1}, {2023, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2023, 1, 2}, {2023, 1, 2}, off, "Tết Dương lịch (nghỉ bù)", &substitute_2019},
    {{2023, 1, 20}, {2023, 1, 26}, off, "Tết Nguyên đán Quý Mão", &notice_2023},
    {{2023, 4, 29}, {2023, 4, 29}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2023, 4, 30}, {2023, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2023, 5, 1}, {2023, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2023, 5, 2}, {2023, 5, 2}, off, "Giỗ Tổ Hùng Vương (nghỉ bù)", &substitute_2019},
    {{2023, 5, 3}, {2023, 5, 3}, off, "Ngày Chiến thắng (nghỉ bù)", &substitute_2019},
    {{2023, 9, 1}, {2023, 9, 1}, off, "Quốc khánh (ngày liền kề)", &notice_2023},
    {{2023, 9, 2}, {2023, 9, 2}, off, "Quốc khánh", &notice_2023},
    {{2023, 9, 4}, {2023, 9, 4}, off, "Quốc khánh (nghỉ bù)", &notice_2023},
};
constexpr SettledDays days_2024[] = {
    {{2024, 1, 1}, {2024, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2024, 2, 8}, {2024, 2, 14}, off, "Tết Nguyên đán Giáp Thìn", &notice_2024},
    {{2024, 4, 18}, {2024, 4, 18}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2024, 4, 29}, {2024, 4, 29}, off, "Nghỉ hoán đổi dịp 30/4-01/5", &swap_2024},
    {{2024, 4, 30}, {2024, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2024, 5, 1}, {2024, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2024, 5, 4}, {2024, 5, 4}, worked, "Làm bù cho 29/4/2024", &swap_2024},
    {{2024, 9, 2}, {2024, 9, 2}, off, "Quốc khánh", &notice_2024},
    {{2024, 9, 3}, {2024, 9, 3}, off, "Quốc khánh (ngày liền kề)", &notice_2024},
};
constexpr SettledDays days_2025[] = {
    {{2025, 1, 1}, {2025, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2025, 1, 27}, {2025, 1, 31}, off, "Tết Nguyên đán Ất Tỵ", &notice_2025},
    {{2025, 4, 7}, {2025, 4, 7}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2025, 4, 26}, {2025, 4, 26}, worked, "Làm bù cho 02/5/2025", &notice_2025},
    {{2025, 4, 30}, {2025, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2025, 5, 1}, {2025, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2025, 5, 2}, {2025, 5, 2}, off, "Nghỉ hoán đổi dịp 30/4-01/5", &notice_2025},
    {{2025, 9, 1}, {2025, 9, 1}, off, "Quốc khánh (ngày liền kề)", &notice_2025},
    {{2025, 9, 2}, {2025, 9, 2}, off, "Quốc khánh", &notice_2025},
};
constexpr SettledDays days_2026[] = {
    {{2026, 1, 1}, {2026, 1, 1}, off, "Tết Dương lịch", &code_2019},
    {{2026, 1, 2}, {2026, 1, 2}, off, "Nghỉ hoán đổi Tết Dương lịch", &swap_2026},
    {{2026, 1, 10}, {2026, 1, 10}, worked, "Làm bù cho 02/01/2026", &swap_2026},
    {{2026, 2, 16}, {2026, 2, 20}, off, "Tết Nguyên đán Bính Ngọ", &notice_2026},
    {{2026, 4, 26}, {2026, 4, 26}, off, "Giỗ Tổ Hùng Vương", &code_2019},
    {{2026, 4, 27}, {2026, 4, 27}, off, "Giỗ Tổ Hùng Vương (nghỉ bù)", &substitute_2019},
    {{2026, 4, 30}, {2026, 4, 30}, off, "Ngày Chiến thắng", &code_2019},
    {{2026, 5, 1}, {2026, 5, 1}, off, "Quốc tế Lao động", &code_2019},
    {{2026, 8, 22}, {2026, 8, 22}, worked, "Làm bù cho 31/8/2026", &notice_2026},
    {{2026, 8, 31}, {2026, 8, 31}, off, "Nghỉ hoán đổi dịp Quốc khánh", &notice_2026},
    {{2026, 9, 1}, {2026, 9, 1}, off, "Quốc khánh (ngày liền kề)", &notice_2026},
    {{2026, 9, 2}, {2026, 9, 2}, off, "Quốc khánh", &notice_2026},
    {{2026, 11, 24}, {2026, 11, 24}, off, "Ngày Văn hóa Việt Nam", &culture_day},
};

constexpr SettledYear years[] = {
    {2018, &notice_2018, std::begin(days_2018), std::end(days_2018)},
    {2019, &notice_2019, std::begin(days_2019), std::end(days_2019)},
    {2020, &notice_2020, std::begin(days_2020), std::end(days_2020)},
    {2021, &notice_2021, std::begin(days_2021), std::end(days_2021)},
    {2022, &notice_2022, std::begin(days_2022), std::end(days_2022)},
    {2023, &notice_2023, std::begin(days_2023), std::end(days_2023)},
    {2024, &notice_2024, std::begin(days_2024), std::end(days_2024)},
    {2025, &notice_2025, std::begin(days_2025), std::end(days_2025)},
    {2026, &notice_2026, std::begin(days_2026), std::end(days_2026)},
};

}  // namespace

SettledYears settled_years() noexcept {
  return {std::begin(years), std::end(years)};
}

const Paper& culture_paper() noexcept {
  return culture_day;
}

Date to_date(Civil civil) noexcept {
  if (civil.year == 0) return no_date;  // no `Error` made, which would need memory
  const Result<Date> date = day(civil.year, civil.month, civil.day);
  return date.ok() ? *date : no_date;
}

}  // namespace kehoach::detail
