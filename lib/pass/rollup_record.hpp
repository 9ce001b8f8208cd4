// SPDX-License-Identifier: BSL-1.0
/// Records in two widths, and adding them up: the inner loop of every rollup, so inline.
///
/// Most tasks have few below them. Up to 255 tasks, all ten numbers of a record fit side by side in
/// three words, and three additions add them all. Larger ones are kept as `Rollup`. Both may be
/// subtracted, too: they are modulo a power of two, so a difference that is negative on the way is
/// right once the sum is complete.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <kehoach/evaluation.hpp>

#include "pass/rollup_tasks.hpp"

namespace kehoach::detail {

/// The record of at most 255 tasks of at most 1,000,000 each.
struct SmallRecord {
  std::uint64_t counts = 0;    ///< 8 bits a status
  std::uint64_t weights = 0;   ///< 32 bits weight, then 32 bits reported weight
  std::uint64_t progress = 0;  ///< 48 bits weighted progress, 8 bits leaves, 8 bits reported
  static constexpr std::uint32_t most_tasks = 255;

  void operator+=(const SmallRecord& r) {
    counts += r.counts;
    weights += r.weights;
    progress += r.progress;
  }
  void operator-=(const SmallRecord& r) {
    counts -= r.counts;
    weights -= r.weights;
    progress -= r.progress;
  }
};

inline Rollup unpack(const SmallRecord& small) {
  Rollup r;
  for (std::size_t i = 0; i < r.counts.size(); ++i) r.counts[i] = small.counts >> (8 * i) & 0xFF;
  r.leaves = small.progress >> 48 & 0xFF;
  r.reported = static_cast<std::uint32_t>(small.progress >> 56);
  r.weight = static_cast<std::int64_t>(small.weights & 0xFFFF'FFFF);
  r.reported_weight = static_cast<std::int64_t>(small.weights >> 32);
  r.weighted_progress = static_cast<std::int64_t>(small.progress & 0xFFFF'FFFF'FFFF);
  return r;
}

namespace status_parts {
/// What a status makes of a task in the sums.
struct Part {
  std::uint64_t count;    ///< 1 at its place among the counts
  std::uint32_t counted;  ///< 1 unless it is cancelled
  std::int32_t least;     ///< progress, whatever was reported last: all of it where it is done
};
constexpr std::array<Part, status_count> make() {
  std::array<Part, status_count> parts{};
  for (unsigned s = 0; s < status_count; ++s)
    parts[s] = {std::uint64_t{1} << (8 * s), static_cast<Status>(s) != Status::cancelled,
                static_cast<Status>(s) <= Status::done_late ? 10'000 : -1};
  return parts;
}
inline constexpr std::array<Part, status_count> of = make();
static_assert(static_cast<int>(Status::done_in_time) == 0 &&
              static_cast<int>(Status::done_late) == 1 && status_count == 8);
}  // namespace status_parts

/// The task itself; `leaf`: nobody implements it, so its weight and progress count, too. Statuses
/// come in any order, so a table and masks (all bits or none) choose, not branches.
inline SmallRecord record_of(Status status, std::int16_t last_reported, std::int32_t task_weight,
                             bool leaf) {
  const status_parts::Part& part = status_parts::of[static_cast<std::size_t>(status)];
  const std::int32_t progress = std::max(std::int32_t{last_reported}, part.least);
  const std::uint64_t counts = part.counted & std::uint32_t{leaf};
  const std::uint64_t reported = counts & ~static_cast<std::uint64_t>(std::int64_t{progress} >> 63);
  const std::uint64_t weight = static_cast<std::uint32_t>(task_weight) & (0 - counts);
  const std::uint64_t reported_weight = weight & (0 - reported);
  SmallRecord r;
  r.counts = part.count;
  r.weights = weight | reported_weight << 32;
  r.progress =
      (reported_weight * static_cast<std::uint32_t>(progress)) | counts << 48 | reported << 56;
  return r;
}
inline SmallRecord record_of(const RollupTasks& tasks, std::uint32_t position, bool leaf) {
  return record_of(tasks.status[position], tasks.progress[position], tasks.weight[position], leaf);
}

inline void add(Rollup& to, const Rollup& from) {
  for (std::size_t i = 0; i < to.counts.size(); ++i) to.counts[i] += from.counts[i];
  to.leaves += from.leaves;
  to.reported += from.reported;
  to.weight += from.weight;
  to.reported_weight += from.reported_weight;
  to.weighted_progress += from.weighted_progress;
}

inline void subtract(Rollup& to, const Rollup& from) {
  for (std::size_t i = 0; i < to.counts.size(); ++i) to.counts[i] -= from.counts[i];
  to.leaves -= from.leaves;
  to.reported -= from.reported;
  to.weight -= from.weight;
  to.reported_weight -= from.reported_weight;
  to.weighted_progress -= from.weighted_progress;
}

inline bool same(const Rollup& a, const Rollup& b) {
  return a.counts == b.counts && a.leaves == b.leaves && a.reported == b.reported &&
         a.weight == b.weight && a.reported_weight == b.reported_weight &&
         a.weighted_progress == b.weighted_progress;
}

/// Where a record stands in `Records`.
class RecordPlace {
 public:
  constexpr RecordPlace() = default;
  static constexpr RecordPlace small(std::uint32_t index) { return RecordPlace{index << 1}; }
  static constexpr RecordPlace large(std::uint32_t index) { return RecordPlace{index << 1 | 1}; }
  static constexpr RecordPlace from_code(std::uint32_t code) { return RecordPlace{code}; }

  constexpr bool is_empty() const { return code_ == 0; }
  constexpr bool is_large() const { return (code_ & 1) != 0; }
  constexpr std::uint32_t index() const { return code_ >> 1; }
  /// The index of a small record; that of the one that stays 0 for a large one.
  constexpr std::uint32_t small_index() const { return (code_ >> 1) & ((code_ & 1) - 1); }
  constexpr std::uint32_t code() const { return code_; }

 private:
  constexpr explicit RecordPlace(std::uint32_t code) : code_(code) {}
  std::uint32_t code_ = 0;
};

/// The first small record belongs to whatever has nothing below it and stays 0.
struct Records {
  std::vector<SmallRecord> small{SmallRecord{}};
  std::vector<Rollup> large;

  /// Calls for a small record that is to be written soon.
  void prefetch(RecordPlace place) const { __builtin_prefetch(&small[place.small_index()], 1); }
  void add_at(RecordPlace place, const SmallRecord& part) {
    if (place.is_large())
      add(large[place.index()], unpack(part));
    else
      small[place.index()] += part;
  }
  /// Precondition: the place is a large one.
  void add_at(RecordPlace place, const Rollup& part) { add(large[place.index()], part); }
  void take_at(RecordPlace place, const SmallRecord& part) {
    if (place.is_large())
      subtract(large[place.index()], unpack(part));
    else
      small[place.index()] -= part;
  }
  void take_at(RecordPlace place, const Rollup& part) { subtract(large[place.index()], part); }
  /// Calls `use` with the record in its own width.
  template <class Use>
  void with(RecordPlace place, Use use) const {
    if (place.is_large())
      use(large[place.index()]);
    else
      use(small[place.index()]);
  }

  Rollup at(RecordPlace place) const {
    return place.is_large() ? large[place.index()] : unpack(small[place.index()]);
  }
};

}  // namespace kehoach::detail
