// SPDX-License-Identifier: BSL-1.0
/// Days off of a year no notice has settled, projected from the law.
///
/// Labour Code 45/2019/QH14 art. 112(1): 01/01; Tết, 5 days; 30/4; 01/5; Quốc khánh, 02/9 and one day
/// beside it; Giỗ Tổ, 10/3 lunar. Art. 111(3): a weekly rest day that a holiday falls on is given
/// back on the next working day; two of them take two days. Before 2021, by the code of 2012,
/// Quốc khánh is one day. From 2026, by 28/2026/QH16 art. 2: 24/11.
///
/// What the law leaves to the yearly notice, and what is chosen here:
/// * which five days are Tết: the last two of the old year and the first three of the new; with
///   art. 111(3) this gives exactly the weekdays off of every notice from 2018 to 2026;
/// * which day beside 02/9: the one after where 02/9 is a Monday, Thursday or Sunday, else the one
///   before; this, too, gives every notice from 2021 to 2026;
/// * whether 24/11 on a weekend is given back: no, as it stands outside art. 112(1);
/// * swaps ("hoán đổi") rest on a notice alone and are never projected.
#pragma once

#include <vector>

#include <kehoach/calendar.hpp>

namespace kehoach::detail {

/// In date order, all `projected`; with 24/11 only if `culture_day`. Precondition: a lunar year of
/// the table.
std::vector<CalendarDay> projected_days(int year, bool culture_day);

}  // namespace kehoach::detail
