// SPDX-License-Identifier: BSL-1.0
/// Published counts of tasks, as reports print them, and whether they add up.
///
///     PublishedTally t;
///     t.total = 9831;  t.done = 7892;  t.open_in_time = 1602;  t.open_overdue = 319;
///     check(t)[0].message.vi      // 9.813, không phải 9.831
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/export.hpp>
#include <kehoach/quantity.hpp>
#include <kehoach/rollup.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// A figure that is not printed is nothing. Percentages are those printed beside it.
struct PublishedTally {
  std::optional<std::int64_t> total, done, done_in_time, done_late, open, open_in_time,
      open_overdue;
  std::optional<Quantity> done_percent, open_in_time_percent,
      open_overdue_percent;                     ///< of the total
  std::optional<Quantity> done_of_due_percent;  ///< of done + open overdue
};

enum class TallyField : std::uint8_t {
  total = 0,
  done = 1,
  done_in_time = 2,
  done_late = 3,
  open = 4,
  open_in_time = 5,
  open_overdue = 6,
};
KEHOACH_EXPORT const char* name(TallyField) noexcept;

enum class TallyFaultKind : std::uint8_t {
  sum = 0,      ///< parts that do not add up to what is stated of the whole
  percent = 1,  ///< a percentage that neither rounding nor cutting gives
  rollup = 2,   ///< other than what the plans add up to
};

struct TallyFault {
  TallyFaultKind kind = TallyFaultKind::sum;
  TallyField field = TallyField::total;
  Quantity stated;
  Quantity computed;
  /// For `sum`: the one figure that, set to `suggestion`, makes all sums right and leaves the fewest
  /// percentages wrong; nothing where none does, or several do alike.
  std::optional<TallyField> culprit;
  std::int64_t suggestion = 0;
  Text message;
};

/// Sums first, then percentages, in the order of the fields.
KEHOACH_EXPORT std::vector<TallyFault> check(const PublishedTally&);
/// The same, and where the figures differ from what the plans add up to.
KEHOACH_EXPORT std::vector<TallyFault> check(const PublishedTally&, const Rollup&);

/// How a stated percentage came from its figures: halves up, cut off, or neither (nothing).
KEHOACH_EXPORT std::optional<Rounding> rounding_of(Quantity stated, std::int64_t part,
                                                   std::int64_t whole);

}  // namespace kehoach
