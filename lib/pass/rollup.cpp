// SPDX-License-Identifier: BSL-1.0
// First the sums along the tree of primary upper tasks, stage by stage from the last to the first: a
// task is a part of its primary upper task's record, with all below it, and positions are such that
// records are read and written in order (pass/rollup_runs.hpp). Where tasks implement several,
// `rollup_shared` makes the records exact.
#include "pass/rollup.hpp"

#include <algorithm>

#include "pass/rollup_runs.hpp"
#include "pass/rollup_shared.hpp"
#include "pass/rollup_weigh.hpp"

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
    Weighed own;
    weigh(tasks_, plan_.place.data(), p, count, own);
    const RecordPlace* const place = plan_.place.data() + p;
    const Status* const status = tasks_.status.data() + p;
    const SmallRecord* const small = records_.small.data();
    SmallRecord sum = sums[0];
    for (std::uint32_t i = 0; i < count; ++i) {
      sum.counts += status_parts::of[static_cast<std::size_t>(status[i])].count;
      sum.weights += own.weights[i];
      sum.progress += own.progress[i];
      sum += small[place[i].small_index()];
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

/// The sums of one day, group by group.
class Rolling {
 public:
  /// `parts`, unless null, gets those of the shared tasks.
  Rolling(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks, Records* parts)
      : plan_(*plan), parts_(parts), tree_(tasks, plan_, table_.records, parts) {
    table_.plan = std::move(plan);
    // Records are set to 0 right before they are summed up, so that they are close to the core then.
    table_.records.small.reserve(plan_.small);
    table_.records.large.resize(plan_.large + plan_.group_count());
    if (parts == nullptr) return;
    parts->small.assign(plan_.shared.small, {});
    parts->large.assign(plan_.shared.large, {});
  }
  void run(const Crew& all, bool exact) {
    if (all.spreads(plan_.group_count())) table_.records.small.resize(plan_.small);
    all.spread(plan_.group_count(), [&](std::uint32_t group, const Crew& crew) {
      const RollupGroup &here = plan_.groups[group], &next = plan_.groups[group + 1];
      if (table_.records.small.size() < next.small_record)
        table_.records.small.resize(next.small_record);
      sum_tree(here, next, crew);
      if (!exact) return;
      take_off_nested(plan_.shared, *parts_, here.shared, next.shared);
      add_by_lists(*parts_, table_, group, crew);
    });
    for (std::uint32_t group = 0; group < plan_.group_count(); ++group)
      add(table_.total, table_.records.large[plan_.everything(group).index()]);
    table_.records.large.resize(plan_.large);
  }
  RollupTable result() { return std::move(table_); }

 private:
  void sum_tree(const RollupGroup& here, const RollupGroup& next, const Crew& crew) {
    for (std::uint32_t s = next.stage; s-- > here.stage;) {
      const RollupStage &stage = plan_.stages[s], &after = plan_.stages[s + 1];
      crew.share_groups(
          stage.first_run, after.first_run,
          [&](std::uint32_t run) { return same_record(plan_.runs, run); },
          [&](std::uint32_t first, std::uint32_t end) { tree_.sum_up(first, end); });
      tree_.sum_up_wide(stage.first_wide, after.first_wide);
    }
  }

  const RollupPlan& plan_;
  Records* parts_;
  RollupTable table_;
  TreeSum tree_;
};

}  // namespace

RollupTable sum_primary_tree(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                             const Crew& crew, Records* parts) {
  Rolling sums(std::move(plan), tasks, parts);
  sums.run(crew, false);
  return sums.result();
}

RollupTable rollup(std::shared_ptr<const RollupPlan> plan, const RollupTasks& tasks,
                   const Crew& crew) {
  const SharedTasks& shared = plan->shared;
  const bool by_lists = shared.size() != 0 && !plan->by_fronts;
  const std::uint64_t steps = plan->mends.size() + plan->wide_mends.size();
  Records parts;
  Rolling sums(std::move(plan), tasks, &parts);
  sums.run(crew, by_lists);
  RollupTable table = sums.result();
  table.sharing.shared = shared.size();
  if (by_lists) table.sharing.steps = steps;
  if (table.plan->by_fronts) {
    take_off_nested(shared, parts, 0, shared.size());
    add_by_fronts(tasks, shared, parts, table);
  }
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
