// SPDX-License-Identifier: BSL-1.0
/// How often a clause wants a report, where the deadline phrases alone do not tell.
#pragma once

#include <string>
#include <vector>

#include <kehoach/phrase.hpp>

#include "reader/due.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// The period that a bare noun names ("báo cáo kết quả tháng, quý, 6 tháng, năm"); empty for none.
std::string named_period(const Source&, std::uint32_t token, Range clause);

/// The clause as the phrase reader understands it, and where in it each token begins: a day that
/// belongs to the period in front of it stands in brackets.
std::string spelled(const Source&, Range clause, std::vector<std::uint32_t>& starts);

/// "Hằng tuần (trước 16 giờ thứ Năm)": the day stands apart from the week; else `plain` itself.
Due weekday_named(const Source&, const PhraseContext&, int plan_year, Range clause, Due plain);

/// Due well before its period ends: a half-year report on the first days of June.
bool before_period_end(const Due&);

}  // namespace kehoach::detail
