// SPDX-License-Identifier: BSL-1.0
#include "pass/rollup_weigh.hpp"

#include "base/widest.hpp"

namespace kehoach::detail {
namespace {

/// All bits or none.
inline std::uint32_t mask(bool yes) {
  return 0u - static_cast<std::uint32_t>(yes);
}

/// In 32 bits, so that twice as many are done at a time as their sums would allow.
struct Parts {
  std::array<std::uint32_t, rollup_block> weight, reported_weight, progress, counts;
};

}  // namespace

KEHOACH_WIDEST void weigh(const RollupTasks& tasks, const RecordPlace* place, std::uint32_t p,
                          std::uint32_t count, Weighed& to) {
  const RecordPlace* const below = place + p;
  const Status* const statuses = tasks.status.data() + p;
  const std::int32_t* const weights = tasks.weight.data() + p;
  const std::int16_t* const reports = tasks.progress.data() + p;
  Parts parts;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto status = static_cast<std::int32_t>(statuses[i]);
    const std::uint32_t counted =
        mask(below[i].code() == 0) & mask(status != static_cast<int>(Status::cancelled));
    const std::uint32_t done = mask(status <= static_cast<int>(Status::done_late));
    const std::uint32_t progress =
        (static_cast<std::uint32_t>(std::int32_t{reports[i]}) & ~done) | (10'000u & done);
    const std::uint32_t reported = counted & mask(static_cast<std::int32_t>(progress) >= 0);
    parts.weight[i] = static_cast<std::uint32_t>(weights[i]) & counted;
    parts.reported_weight[i] = static_cast<std::uint32_t>(weights[i]) & reported;
    parts.progress[i] = progress;
    parts.counts[i] = (counted & 1u << 16) | (reported & 1u << 24);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t reported_weight = parts.reported_weight[i];
    to.weights[i] = parts.weight[i] | reported_weight << 32;
    to.progress[i] = reported_weight * parts.progress[i] + (std::uint64_t{parts.counts[i]} << 32);
  }
}

}  // namespace kehoach::detail
