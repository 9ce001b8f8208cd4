// SPDX-License-Identifier: BSL-1.0
/// Points for an office from the tasks it led: a policy over the same data, its numbers the host's.
///
///     ScoreSpec spec;  spec.unit = office;  spec.from = …;  spec.to = …;  spec.general = 28;
///     evaluation.score(spec).value().total          // by the default policy
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/quantity.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// The defaults are those reported of NĐ 335/2025/NĐ-CP (in force 01/01/2026): 100 points = 30 general
/// + 70 for results, which are the mean of quantity, quality and progress; each late task loses 25 % of
/// its progress, each major fault 25 % of its quality, unless an objective cause is confirmed.
/// The mean of the three is how it is commonly read: the decree's own formula was not at hand as text.
struct ScoringPolicy {
  Quantity general_points = 30;
  Quantity result_points = 70;
  Quantity late_loss = 25;   ///< percent of the task's progress score
  Quantity fault_loss = 25;  ///< percent of the task's quality score, for each fault; at most all
  std::array<Quantity, 3> grades = {90, 70, 50};  ///< least total of each grade but the last
  int decimals = 2;
  Rounding rounding = Rounding::half_up;
  std::string source = "NĐ 335/2025/NĐ-CP";
};

struct ScoreSpec {
  UnitId unit;          ///< required
  bool below = true;    ///< tasks led by offices below it, too
  Date from = no_date;  ///< tasks whose deciding day lies in [from, to]; both required
  Date to = no_date;
  Quantity general;  ///< points given for general criteria, 0 to `general_points`
};

/// One task in it; percentages of itself.
struct ScoredTask {
  TaskId task;
  std::int64_t weight = 0;  ///< as converted products
  bool done = false;
  bool late = false;  ///< done late, or not done though its day is over
  bool excused = false;
  std::int64_t faults = 0;
  Quantity quality;   ///< 0 unless done
  Quantity progress;  ///< 0 unless done
};

enum class Grade : std::uint8_t { excellent = 0, good = 1, fair = 2, poor = 3 };
KEHOACH_EXPORT const char* name(Grade) noexcept;
KEHOACH_EXPORT Text describe(Grade);

/// Cancelled and suspended tasks do not enter; those whose day is still ahead enter once they are done.
/// A task not done by its day has 0 of all three.
struct Score {
  std::vector<ScoredTask> tasks;  ///< in id order
  std::int64_t assigned = 0;      ///< sum of weights
  /// Percent of what was assigned, by weight; nothing where nothing was, and then neither results nor
  /// total nor grade.
  std::optional<Quantity> quantity;
  std::optional<Quantity> quality;
  std::optional<Quantity> progress;
  std::optional<Quantity> results;  ///< points
  Quantity general;
  std::optional<Quantity> total;
  std::optional<Grade> grade;
  std::string source;
};

}  // namespace kehoach
