// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks, stage by stage from the last to the first: a
// task is a part of its primary upper task's record, with all below it, and positions are such that
// records are read and written in order (pass/rollup_runs.hpp). Where tasks implement several,
// `rollup_shared` makes the records exact.
#include "pass/rollup.hpp"

#include <algorithm>

#include "pass/rollup_runs.hpp"
#include "pass/rollup_shared.hpp"

namespace kehoach::detail {
namespace {

class TreeSum {
 public:
  TreeSum(const RollupTasks& tasks, const RollupPlan& plan, Records& records, Records* parts)
      : tasks_(tasks), plan_(plan), records_(records), parts_(parts) {}

  /// The runs from `first` up to `end` of one stage. No two callers may share an upper task.
  void sum_up(std::uint32_t first, std::uint32_t end) {
    Shared shared = first_shared(first == 0 ? 0 : plan_.runs[first - 1].end);
    add_runs(
        plan_.runs, first, end, records_,
        [&](std::uint32_t p, std::uint32_t count, SmallRecord* sums) { add_up(p, count, sums); },
        [&](std::uint32_t p, std::uint32_t count, const SmallRecord* sums) {
          if (parts_ != nullptr) note(shared, p, p + count, sums);
        });
  }

  /// Large records of a stage to those above them.
  void sum_up_wide(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = end; i-- > first;)
      add(records_.large[plan_.wide[i].second], records_.large[plan_.wide[i].first]);
  }

 private:
  using Shared = std::vector<std::uint32_t>::const_iterator;

  /// The running sum after each of `count` positions from `p` on; before them it is sums[0].
  void add_up(std::uint32_t p, std::uint32_t count, SmallRecord* sums) const {
    const RecordPlace* const place = plan_.place.data() + p;
    const Status* const status = tasks_.status.data() + p;
    const std::int32_t* const weight = tasks_.weight.data() + p;
    const std::int16_t* const progress = tasks_.progress.data() + p;
    const SmallRecord* const small = records_.small.data();
    SmallRecord sum = sums[0];
    for (std::uint32_t i = 0; i < count; ++i) {
      const RecordPlace below = place[i];
      sum += record_of(status[i], progress[i], weight[i], below.is_empty());
      sum += small[below.small_index()];
      sums[i + 1] = sum;
    }
  }

  Shared first_shared(std::uint32_t p) const {
    const std::vector<std::uint32_t>& positions = plan_.shared.position;
    return std::lower_bound(positions.begin(), positions.end(), p);
  }
  /// What shared tasks from `first` up to `end` and all below each of them add up to.
  void note(Shared& next, std::uint32_t first, std::uint32_t end, const SmallRecord* sums) const {
    const std::vector<std::uint32_t>& positions = plan_.shared.position;
    for (; next != positions.end() && *next < end; ++next) {
      SmallRecord whole = sums[*next - first + 1];
      whole -= sums[*next - first];
      const RecordPlace part =
          plan_.shared.part[static_cast<std::size_t>(next - positions.begin())];
      parts_->add_at(part, whole);
      if (part.is_large()) parts_->add_at(part, records_.large[plan_.place[*next].index()]);
    }
  }

  const RollupTasks& tasks_;
  const RollupPlan& plan_;
  Records& records_;
  Records* parts_;
};

}  // namespace

RollupTable sum_primary_tree(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                             const Crew& crew, Records* parts) {
  RollupTable table;
  table.plan = std::move(plan);
  const RollupPlan& by = *table.plan;
  table.records.small.resize(by.small);
  table.records.large.resize(by.large + 1);
  if (parts != nullptr) {
    parts->small.assign(by.shared.small, {});
    parts->large.assign(by.shared.large, {});
  }
  TreeSum tree(tasks, by, table.records, parts);
  const auto same_upper = [&](std::uint32_t run) { return same_record(by.runs, run); };
  for (std::size_t s = by.stages.size(); s-- > 1;) {
    const RollupStage &stage = by.stages[s - 1], &next = by.stages[s];
    crew.share_groups(stage.first_run, next.first_run, same_upper,
                      [&](std::uint32_t first, std::uint32_t end) { tree.sum_up(first, end); });
    tree.sum_up_wide(stage.first_wide, next.first_wide);
  }
  table.total = table.records.large.back();
  table.records.large.pop_back();
  return table;
}

RollupTable rollup(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                   const Crew& crew) {
  Records parts;
  RollupTable table = sum_primary_tree(std::move(plan), tasks, crew, &parts);
  const SharedTasks& shared = table.plan->shared;
  table.sharing.shared = shared.size();
  if (shared.size() == 0) return table;
  take_off_nested(shared, parts);
  if (table.plan->by_fronts)
    add_by_fronts(tasks, shared, parts, table);
  else
    add_by_lists(parts, table, crew);
  return table;
}

RollupTable rollup(const RollupTasks& tasks) {
  return rollup(std::make_shared<const RollupPlan>(plan_rollup(tasks)), tasks, Crew::alone());
}

Rollup rollup_of(const RollupTasks& tasks, const RollupTable& table,
                 std::span<const std::uint32_t> positions) {
  Rollup sum;
  for (auto next = positions.begin(); next != positions.end();) {
    const auto most = std::min<std::ptrdiff_t>(positions.end() - next, SmallRecord::most_tasks);
    SmallRecord part;
    for (const auto end = next + most; next != end; ++next)
      part += record_of(tasks, *next, table.is_leaf(*next));
    add(sum, unpack(part));
  }
  return sum;
}

void merge(Rollup& into, const Rollup& others) {
  add(into, others);
}

}  // namespace kehoach::detail
