// SPDX-License-Identifier: BSL-1.0
// Many parts at once. Above a task or sum with one upper task lies that one and whatever is above it,
// nothing else, so all that comes from below goes on together: each part is added to the sum right
// above it, and what a sum has more than before goes on from there. Where several are above, it goes to
// each distinct one, aside. Sums of a branch stand behind the one above them, but for those that came
// later: from the last one to the first, then, nearly every one finds all from below arrived.
#include "base/prefetch.hpp"
#include "pass/board_update.hpp"

namespace kehoach::detail {

void BoardUpdate::count_together(const Look& look, const Rollup& more) {
  const std::uint32_t over = board_.over_[look.task];
  if (over == Board::many) {
    for (const std::uint32_t at : sums_above(TaskId(look.task))) count_at(at, more);
    return;
  }
  if (over == 0) return;
  add(board_.sums_.edit(over, writer_).below, more);
  mark(over, static_cast<std::uint32_t>(together_->causes.size()));
  together_->causes.push_back(cause_);
}

void BoardUpdate::call_sum(std::uint32_t task) const {
  const std::uint32_t over = board_.over_[task];
  if (!together_ || over == 0 || over == Board::many) return;
  board_.prefetch_sum(over);
  call_for(&together_->first[over]);
}

/// It and all that it goes on to. Parts come in order, so the first one to mark a sum is the first in it.
void BoardUpdate::mark(std::uint32_t at, std::uint32_t part) {
  while (at != 0 && together_->first[at] == Board::many) {
    together_->first[at] = part;
    const std::uint32_t up = board_.above_[at];
    if (up == 0 || up == Board::many) return;
    ++together_->waits[up];
    at = up;
  }
}

void BoardUpdate::carry_up() {
  Together& t = *together_;
  for (std::uint32_t next = board_.sums_.size(); next-- > 1;) {
    constexpr std::uint32_t ahead = 16;
    if (next > ahead) call_both(next - ahead);
    for (std::uint32_t at = next; at >= next && t.first[at] != Board::many && t.waits[at] == 0;)
      at = carry_on(at);  // at once to the one above, where its turn is over
  }
}

/// As it is and as it was, if there is anything in it.
void BoardUpdate::call_both(std::uint32_t at) const {
  if (together_->first[at] == Board::many) return;
  board_.prefetch_sum(at);
  if (at < sums_before_.size()) sums_before_.prefetch(at);
}

/// Returns the sum to which all of it went, or 0.
std::uint32_t BoardUpdate::carry_on(std::uint32_t at) {
  Together& t = *together_;
  ++work_.sums.visited;
  const Board::Sum& sum = board_.sums_[at];
  Rollup more = sum.below;
  subtract(more, sum_before(at));
  const std::uint32_t up = board_.above_[at];
  if (up == 0) return 0;
  if (up == Board::many) {
    cause_ = t.causes[t.first[at]];
    for (const std::uint32_t over : sums_above(TaskId(sum.task))) count_at(over, more);
    return 0;
  }
  --t.waits[up];
  add(board_.sums_.edit(up, writer_).below, more);
  return up;
}

void BoardUpdate::count_aside() {
  Together& t = *together_;
  for (const Together::Aside& a : t.aside) {
    ++work_.sums.visited;
    add(board_.sums_.edit(a.sum, writer_).below, a.more);
    t.first[a.sum] = std::min(t.first[a.sum], a.part);
  }
}

void BoardUpdate::tell_together() {
  const Together& t = *together_;
  const std::uint32_t end = model_.count(ItemKind::task) + 1;
  for (std::uint32_t task = 1; task < end; ++task) {
    constexpr std::uint32_t ahead = 16;
    if (const std::uint32_t at = board_.sum_of(task + ahead); at != 0) call_both(at);
    const std::uint32_t at = board_.sum_of(task);
    if (at == 0 || t.first[at] == Board::many) continue;
    tell_sum(task, sum_before(at), board_.sums_[at].below, t.causes[t.first[at]]);
  }
}

}  // namespace kehoach::detail
