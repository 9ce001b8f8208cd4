// SPDX-License-Identifier: BSL-1.0
/// Splits a range of positions among the workers of the host's executor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <kehoach/executor.hpp>

namespace kehoach::detail {

class Crew {
 public:
  /// A part is no smaller than this; fewer than twice as many are done sooner than handed over.
  static constexpr std::uint32_t least = 4096;

  explicit Crew(const Executor& executor) : executor_(executor) {}
  /// All in the calling thread.
  static Crew alone() {
    static const Executor nobody;
    return Crew(nobody);
  }

  /// Calls work(begin, end) on parts that together are [first, end), side by side; returns when all
  /// are done. Whatever `work` writes for one position, it must not read for another.
  template <class Work>
  void share(std::uint32_t first, std::uint32_t end, const Work& work) const {
    const std::uint32_t size = end - first;
    if (executor_.workers <= 1 || !executor_.run || size < 2 * least) {
      if (size != 0) work(first, end);
      return;
    }
    // A few pieces a worker, as some cost more than others.
    const auto pieces = static_cast<std::uint32_t>(
        std::min(std::uint64_t{executor_.workers} * 4, std::uint64_t{size / least}));
    executor_.run(pieces, [&](std::size_t piece) {
      const auto begin = static_cast<std::uint32_t>(std::uint64_t{size} * piece / pieces);
      const auto next = static_cast<std::uint32_t>(std::uint64_t{size} * (piece + 1) / pieces);
      work(first + begin, first + next);
    });
  }

  /// The same, but what belongs together, as `together(i)` says of `i` and the one before it, stays in
  /// one part.
  template <class Together, class Work>
  void share_groups(std::uint32_t first, std::uint32_t end, const Together& together,
                    const Work& work) const {
    const auto cut = [&](std::uint32_t i) {
      while (i != first && i != end && together(i)) ++i;
      return i;
    };
    share(first, end, [&](std::uint32_t from, std::uint32_t to) {
      from = cut(from);
      to = cut(to);
      if (from < to) work(from, to);
    });
  }

  /// Whether `spread` has them done side by side.
  bool spreads(std::uint32_t count) const {
    return executor_.workers > 1 && executor_.run && count / 2 >= executor_.workers;
  }
  /// Calls work(i, crew) for each of `count` things that have nothing to do with each other: side by
  /// side, each with a crew of one, where there are enough for all workers; else one after the other.
  template <class Work>
  void spread(std::uint32_t count, const Work& work) const {
    if (spreads(count))
      executor_.run(count,
                    [&](std::size_t i) { work(static_cast<std::uint32_t>(i), Crew::alone()); });
    else
      for (std::uint32_t i = 0; i < count; ++i) work(i, *this);
  }

 private:
  const Executor& executor_;
};

}  // namespace kehoach::detail
