// SPDX-License-Identifier: BSL-1.0
/// The report calendars that the law itself sets, as recurrences; an issuer's own is a `Recurrence`
/// of the host's.
///
///     instances(decree_09_report(Period::quarter).value(), first, last, calendar, {})
///     health_statistics(Period::month, HealthTier::commune)   // 5 working days after the month
///
/// | report                                   | data window                | sent by                   |
/// |------------------------------------------|----------------------------|---------------------------|
/// | NĐ 09/2019/NĐ-CP, to the Government      | 15th to 14th (art. 12)     | day 25 of the last month  |
/// | TT 37/2019/TT-BYT, of a commune          | the period, 0h00 to 24h00  | 5 working days after it   |
/// | of a district (until 01/7/2025)          |                            | 15 working days after it  |
/// | of a province                            |                            | 25 working days after it  |
/// | of a central hospital or institute       |                            | before 31/3, yearly only  |
#pragma once

#include <cstdint>

#include <kehoach/export.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// NĐ 09/2019/NĐ-CP art. 12 and 13. `invalid_value` for a week, and for nine months, whose window the
/// decree leaves to the issuer.
KEHOACH_EXPORT Result<Recurrence> decree_09_report(Period period);

enum class HealthTier : std::uint8_t { commune = 0, district = 1, province = 2, central = 3 };

/// TT 37/2019/TT-BYT. `invalid_value` for a week, and for a report of a central unit that is not the
/// year's.
KEHOACH_EXPORT Result<Recurrence> health_statistics(Period period, HealthTier tier);

}  // namespace kehoach
