// SPDX-License-Identifier: BSL-1.0
// Merging: cells add up by their labels, lists are united by key, and then each task that one side
// implements and the other one owns is settled: its leaf, if it is one, leaves the sums. What is left of
// the tasks from elsewhere is what no side owns yet, so the order of merging does not matter.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "pass/partial.hpp"
#include "pass/rollup_record.hpp"

namespace kehoach {
namespace detail {
namespace {

using State = Partial::State;

Error refused(Errc code, std::string message) {
  return {code, std::move(message), {}, {}};
}

bool fits(const Rollup& a, const Rollup& b) {
  std::uint64_t tasks = std::uint64_t{a.leaves} + b.leaves;
  for (std::size_t i = 0; i < a.counts.size(); ++i)
    tasks = std::max(tasks, std::uint64_t{a.counts[i]} + b.counts[i]);
  std::int64_t ignored = 0;
  return tasks <= 0xFFFF'FFFF && !__builtin_add_overflow(a.weight, b.weight, &ignored) &&
         !__builtin_add_overflow(a.weighted_progress, b.weighted_progress, &ignored);
}

/// Labels of both sides as one list, and the cells of both in one table by it.
class Sums {
 public:
  explicit Sums(State& out) : out_(out) {}

  /// For each cell of a side its index in the table; nothing on overflow.
  std::optional<std::vector<std::uint32_t>> add_side(const State& side) {
    std::vector<std::uint32_t> labels{0};
    for (const std::string& label : side.labels) {
      const auto [it, fresh] =
          label_at_.try_emplace(label, static_cast<std::uint32_t>(out_.labels.size() + 1));
      if (fresh) out_.labels.push_back(label);
      labels.push_back(it->second);
    }
    std::vector<std::uint32_t> cells;
    for (const State::SumCell& cell : side.cells) {
      const std::uint64_t at = std::uint64_t{labels[cell.row]} << 32 | labels[cell.column];
      const auto [it, fresh] =
          cell_at_.try_emplace(at, static_cast<std::uint32_t>(out_.cells.size()));
      if (fresh) out_.cells.push_back({labels[cell.row], labels[cell.column], {}});
      Rollup& sum = out_.cells[it->second].sum;
      if (!fits(sum, cell.sum)) return std::nullopt;
      add(sum, cell.sum);
      cells.push_back(it->second);
    }
    return cells;
  }

 private:
  State& out_;
  std::unordered_map<std::string, std::uint32_t> label_at_;
  std::unordered_map<std::uint64_t, std::uint32_t> cell_at_;
};

class Merge {
 public:
  Merge(const State& a, const State& b) : a_(a), b_(b) {}

  Result<State> run() {
    if (a_.question != b_.question)
      return refused(Errc::invalid_value,
                     "partials of different questions: " + a_.question + " | " + b_.question);
    out_.question = a_.question;
    if (auto error = unite_own()) return *error;
    if (auto error = unite_foreign()) return *error;
    if (!add_sums()) return refused(Errc::overflow, "the sums are beyond what a rollup holds");
    if (auto error = settle()) return *error;
    make_canonical(out_);
    return std::move(out_);
  }

 private:
  /// The key behind a hash, as far as either side has it.
  std::string key_of(std::uint64_t hash) const {
    for (const State* side : {&a_, &b_}) {
      for (const State::Leaf& leaf : side->leaves)
        if (hash_text(leaf.key) == hash) return '"' + leaf.key + '"';
      for (const State::Foreign& task : side->foreign)
        if (hash_text(task.key) == hash) return '"' + task.key + '"';
    }
    return "a task whose key has the hash " + std::to_string(hash);
  }

  std::optional<Error> unite_own() {
    std::merge(a_.own.begin(), a_.own.end(), b_.own.begin(), b_.own.end(),
               std::back_inserter(out_.own),
               [](const State::Own& x, const State::Own& y) { return x.key < y.key; });
    const auto twice =
        std::adjacent_find(out_.own.begin(), out_.own.end(),
                           [](const State::Own& x, const State::Own& y) { return x.key == y.key; });
    if (twice == out_.own.end()) return std::nullopt;
    return refused(Errc::duplicate_key, "two shards own the same task: " + key_of(twice->key));
  }

  std::optional<Error> unite_foreign() {
    std::map<std::string, State::Foreign> all;
    for (const State* side : {&a_, &b_})
      for (const State::Foreign& task : side->foreign) {
        const auto [it, fresh] = all.try_emplace(task.key, task);
        if (it->second.place != task.place) return other_place(task.key);
        it->second.implemented = it->second.implemented || task.implemented;
      }
    for (auto& [key, task] : all) out_.foreign.push_back(std::move(task));
    return std::nullopt;
  }

  static Error other_place(const std::string& key) {
    return refused(Errc::invalid_value, "two shards disagree on the document of task \"" + key +
                                            "\" or on what it implements");
  }

  bool add_sums() {
    Sums sums(out_);
    for (const State* side : {&a_, &b_}) {
      const auto cells = sums.add_side(*side);
      if (!cells) return false;
      const auto first_set = static_cast<std::uint32_t>(out_.sets.size());
      for (const std::vector<std::uint32_t>& set : side->sets) {
        std::vector<std::uint32_t>& made = out_.sets.emplace_back();
        for (const std::uint32_t cell : set) made.push_back((*cells)[cell]);
      }
      for (const State::Leaf& leaf : side->leaves) {
        out_.leaves.push_back(leaf);
        out_.leaves.back().set += first_set;
      }
    }
    return true;
  }

  std::optional<Error> settle() {
    std::unordered_map<std::string_view, std::size_t> leaf_at;
    for (std::size_t i = 0; i < out_.leaves.size(); ++i) leaf_at.emplace(out_.leaves[i].key, i);
    std::vector<bool> gone(out_.leaves.size(), false);
    std::vector<State::Foreign> left;
    for (State::Foreign& task : out_.foreign) {
      const auto own =
          std::lower_bound(out_.own.begin(), out_.own.end(), hash_text(task.key),
                           [](const State::Own& o, std::uint64_t hash) { return o.key < hash; });
      if (own == out_.own.end() || own->key != hash_text(task.key)) {
        left.push_back(std::move(task));
        continue;
      }
      if (own->place != task.place) return other_place(task.key);
      if (!task.implemented || own->kind == State::Kind::inner) continue;
      if (own->kind == State::Kind::closed_leaf)
        return refused(Errc::misuse, "implemented in another shard though its own is closed: \"" +
                                         task.key + '"');
      own->kind = State::Kind::inner;
      const auto leaf = leaf_at.find(task.key);
      if (leaf == leaf_at.end()) return other_place(task.key);
      take_out(out_.leaves[leaf->second]);
      gone[leaf->second] = true;
    }
    out_.foreign = std::move(left);
    std::vector<State::Leaf> kept;
    for (std::size_t i = 0; i < out_.leaves.size(); ++i)
      if (!gone[i]) kept.push_back(std::move(out_.leaves[i]));
    out_.leaves = std::move(kept);
    return std::nullopt;
  }

  void take_out(const State::Leaf& leaf) {
    const Rollup part = leaf_part(leaf.weight, leaf.progress);
    for (const std::uint32_t cell : out_.sets[leaf.set]) subtract(out_.cells[cell].sum, part);
  }

  const State& a_;
  const State& b_;
  State out_;
};

/// `order[new] = old` sorted by `less`, and its inverse.
template <class Less>
std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> sorting(std::size_t count,
                                                                          Less less) {
  std::vector<std::uint32_t> order(count), rank(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), less);
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  return {std::move(order), std::move(rank)};
}

/// Equal labels become one (rows and columns are numbered apart), unused ones go.
void sort_labels(State& state) {
  std::vector<std::string> sorted;
  for (const State::SumCell& cell : state.cells)
    for (const std::uint32_t at : {cell.row, cell.column})
      if (at != 0) sorted.push_back(state.labels[at - 1]);
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<std::uint32_t> now{0};
  for (const std::string& label : state.labels)
    now.push_back(static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), label) -
                                             sorted.begin() + 1));
  for (State::SumCell& cell : state.cells) {
    cell.row = now[cell.row];
    cell.column = now[cell.column];
  }
  state.labels = std::move(sorted);
}

void sort_cells(State& state) {
  const auto key = [&](std::uint32_t i) {
    return std::pair{state.cells[i].row, state.cells[i].column};
  };
  const auto [order, rank] =
      sorting(state.cells.size(), [&](auto a, auto b) { return key(a) < key(b); });
  std::vector<State::SumCell> cells;
  for (const std::uint32_t old : order) cells.push_back(state.cells[old]);
  state.cells = std::move(cells);
  for (std::vector<std::uint32_t>& set : state.sets) {
    for (std::uint32_t& cell : set) cell = rank[cell];
    std::sort(set.begin(), set.end());
  }
}

/// Only sets that a leaf has, each once, in their own order.
void sort_sets(State& state) {
  std::vector<std::vector<std::uint32_t>> used;
  for (const State::Leaf& leaf : state.leaves) used.push_back(state.sets[leaf.set]);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (State::Leaf& leaf : state.leaves)
    leaf.set = static_cast<std::uint32_t>(
        std::lower_bound(used.begin(), used.end(), state.sets[leaf.set]) - used.begin());
  state.sets = std::move(used);
}

}  // namespace

void make_canonical(State& state) {
  sort_labels(state);
  sort_cells(state);
  std::sort(state.leaves.begin(), state.leaves.end(),
            [](const State::Leaf& a, const State::Leaf& b) { return a.key < b.key; });
  std::sort(state.own.begin(), state.own.end(),
            [](const State::Own& a, const State::Own& b) { return a.key < b.key; });
  std::sort(state.foreign.begin(), state.foreign.end(),
            [](const State::Foreign& a, const State::Foreign& b) { return a.key < b.key; });
  sort_sets(state);
}

}  // namespace detail

Result<Done> Partial::merge(const Partial& other) {
  Result<State> merged = detail::Merge(*state_, *other.state_).run();
  if (!merged.ok()) return merged.error();
  *state_ = std::move(merged).value();
  return Done{};
}

}  // namespace kehoach
