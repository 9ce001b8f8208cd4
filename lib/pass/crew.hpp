// SPDX-License-Identifier: BSL-1.0
/// Splits a range of positions among the workers of the host's executor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include <kehoach/executor.hpp>

namespace kehoach::detail {

class Crew {
 public:
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
    hand_out(first, end, 4096, work);
  }

  /// The same with the ranges between cuts[first], cuts[first + 1] … cuts[end].
  template <class Work>
  void share_parts(std::span<const std::uint32_t> cuts, std::uint32_t first, std::uint32_t end,
                   const Work& work) const {
    hand_out(first, end, 2,
             [&](std::uint32_t from, std::uint32_t to) { work(cuts[from], cuts[to]); });
  }

 private:
  /// Fewer than twice `least` are done sooner than handed over.
  template <class Work>
  void hand_out(std::uint32_t first, std::uint32_t end, std::uint32_t least,
                const Work& work) const {
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

  const Executor& executor_;
};

}  // namespace kehoach::detail
