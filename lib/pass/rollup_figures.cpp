// SPDX-License-Identifier: BSL-1.0
#include <kehoach/rollup.hpp>

#include <cstddef>
#include <numeric>

namespace kehoach {
namespace {

std::uint32_t count(const Rollup& rollup, Status status) {
  return rollup.counts[static_cast<std::size_t>(status)];
}

std::optional<Quantity> quotient(Quantity part, Quantity whole, int decimals, Rounding rounding) {
  const Result<Quantity> rate = part.over(whole, decimals, rounding);
  return rate.ok() ? std::optional<Quantity>(*rate) : std::nullopt;
}

/// Of `weight`, in percent, for a sum of weight × 1/100 percent.
std::optional<Quantity> mean(std::int64_t weighted_progress, std::int64_t weight, int decimals,
                             Rounding rounding) {
  const Result<Quantity> percent = Quantity::make(weighted_progress, 2);
  return percent.ok() ? quotient(*percent, weight, decimals, rounding) : std::nullopt;
}

}  // namespace

std::uint32_t Rollup::total() const {
  const std::uint32_t all = std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
  return all - count(*this, Status::cancelled);
}

std::uint32_t Rollup::done() const {
  return count(*this, Status::done_in_time) + count(*this, Status::done_late);
}

std::uint32_t Rollup::open() const {
  return total() - done();
}

std::optional<Quantity> Rollup::done_of_due(int decimals, Rounding rounding) const {
  const std::int64_t due = std::int64_t{done()} + count(*this, Status::open_overdue);
  return quotient(std::int64_t{done()} * 100, due, decimals, rounding);
}

std::optional<Quantity> Rollup::done_of_assigned(int decimals, Rounding rounding) const {
  return quotient(std::int64_t{done()} * 100, std::int64_t{total()}, decimals, rounding);
}

std::uint32_t Rollup::done_at_best() const {
  return done() + leaves - reported;
}

std::optional<Quantity> Rollup::done_of_assigned_at_best(int decimals, Rounding rounding) const {
  return quotient(std::int64_t{done_at_best()} * 100, std::int64_t{total()}, decimals, rounding);
}

std::optional<Quantity> Rollup::progress(int decimals, Rounding rounding) const {
  return mean(weighted_progress, weight, decimals, rounding);
}

std::optional<Quantity> Rollup::progress_at_best(int decimals, Rounding rounding) const {
  const std::int64_t unreported = weight - reported_weight;
  return mean(weighted_progress + unreported * 10'000, weight, decimals, rounding);
}

}  // namespace kehoach
