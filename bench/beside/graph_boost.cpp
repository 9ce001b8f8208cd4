// SPDX-License-Identifier: BSL-1.0
// The work with Boost.Graph: its compressed sparse row graph, its topological sort, and loops over
// its edges. An edge goes from what ends later to what must end earlier.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/version.hpp>
#include <cstdlib>
#include <memory>
#include <utility>

#include "work.hpp"

namespace {

using namespace kehoach::bench;

struct Link {
  std::int16_t lag;
  bool implements;  ///< else in sequence
};
using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Link,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;

class Work {
 public:
  Work(const NationalCascade& plan, const FlatCalendarPlan& given)
      : given_(given), early_(plan.size()), late_(plan.size()), met_(plan.size(), 0) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Link> links;
    const auto link = [&](std::uint32_t later, std::uint32_t earlier, Link kind) {
      if (later == none || earlier == none) return;
      ends.emplace_back(later, earlier);
      links.push_back(kind);
    };
    for (std::uint32_t i = 0; i < plan.size(); ++i) {
      link(plan.upper[i], i, {0, true});
      link(plan.upper2[i], i, {0, true});
      link(i, plan.before[i], {plan.lag[i], false});
    }
    graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), links.begin(),
                   static_cast<std::uint32_t>(plan.size()));
    const std::vector<std::int32_t> progress = work_progress(plan);
    for (std::uint32_t i = 0; i < plan.size(); ++i) own_.push_back(own(plan, i, progress[i]));
  }

  void all() {
    order_.clear();
    boost::topological_sort(graph_, std::back_inserter(order_));  // what must end first comes first
    forward();
    backward();
    sums_.assign(own_.size(), {});
    for (std::uint32_t i = 0; i < own_.size(); ++i)
      search<true>(i, [&](std::uint32_t task) { sums_[i].add(own_[task]); });
  }

  void report(const WorkReport& said) {
    WorkSums& own = own_[said.task];
    WorkSums now = own;
    now.reported = 1;
    now.reported_weight = own.weight;
    now.progress = own.weight * said.percent * 100;
    const WorkSums more{0,
                        0,
                        0,
                        now.reported - own.reported,
                        now.reported_weight - own.reported_weight,
                        now.progress - own.progress};
    own = now;
    search<false>(said.task, [&](std::uint32_t task) { sums_[task].add(more); });
  }

  WorkCheck dates() const {
    WorkCheck check;
    for (std::size_t i = 0; i < early_.size(); ++i) {
      check.take(i, early_[i]);
      if (late_[i] != flat_unlimited) check.take(i, late_[i]);
    }
    return check;
  }
  WorkCheck sums() const {
    WorkCheck check;
    for (std::size_t i = 0; i < sums_.size(); ++i) check.take(i, sums_[i]);
    return check;
  }

 private:
  static WorkSums own(const NationalCascade& plan, std::uint32_t i, std::int32_t progress) {
    if (plan.has_lower[i]) return {1, 0, 0, 0, 0, 0};
    const std::int64_t weight = plan.weight[i];
    if (progress < 0) return {1, 1, weight, 0, 0, 0};
    return {1, 1, weight, 1, weight, weight * progress};
  }

  void forward() {
    for (const std::uint32_t i : order_) {
      const FlatCalendar& calendar = given_.calendars[given_.calendar[i]];
      std::int32_t start = given_.start[i];
      for (auto [e, end] = out_edges(i, graph_); e != end; ++e)
        if (!graph_[*e].implements)
          start = std::max(start, calendar.add(early_[target(*e, graph_)], 1 + graph_[*e].lag));
      early_[i] = calendar.add(calendar.roll_forward(start), given_.duration[i] - 1);
    }
  }

  void backward() {
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      const FlatCalendar& calendar = given_.calendars[given_.calendar[*at]];
      std::int32_t last = given_.due[*at];
      for (auto [e, end] = in_edges(*at, graph_); e != end; ++e) {
        const std::uint32_t later = source(*e, graph_);
        if (late_[later] == flat_unlimited) continue;
        last = std::min(last, graph_[*e].implements
                                  ? late_[later]
                                  : calendar.add(calendar.roll_back(late_[later]),
                                                 -given_.duration[later] - graph_[*e].lag));
      }
      late_[*at] = last;
    }
  }

  /// Visits each distinct task below another one, or above it, once.
  template <bool below, class Visit>
  void search(std::uint32_t from, Visit visit) {
    ++mark_;
    queue_.assign(1, from);
    const auto follow = [&](auto edges, auto end_of) {
      for (auto [e, end] = edges; e != end; ++e) {
        const std::uint32_t task = end_of(*e);
        if (!graph_[*e].implements || std::exchange(met_[task], mark_) == mark_) continue;
        visit(task);
        queue_.push_back(task);
      }
    };
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      if constexpr (below)
        follow(out_edges(queue_[i], graph_), [&](const auto& e) { return target(e, graph_); });
      else
        follow(in_edges(queue_[i], graph_), [&](const auto& e) { return source(e, graph_); });
    }
  }

  Graph graph_;
  const FlatCalendarPlan& given_;
  std::vector<std::uint32_t> order_;
  std::vector<std::int32_t> early_, late_;
  std::vector<WorkSums> own_, sums_;
  std::vector<std::uint32_t> met_, queue_;
  std::uint32_t mark_ = 0;  ///< of the search that runs
};

}  // namespace

int main(int, char** argv) {
  const NationalCascade plan = national_cascade(std::strtoul(argv[1], nullptr, 10));
  const FlatCalendarPlan given = flat_calendar_plan(plan);
  const int repetitions = std::atoi(argv[2]);
  WorkResult result{"Boost.Graph " BOOST_LIB_VERSION, plan.size(), {}, {}, {}, {}, {}, {}};
  std::replace(result.tool.begin(), result.tool.end(), '_', '.');
  std::unique_ptr<Work> work;
  for (int i = 0; i < repetitions; ++i) {
    work.reset();
    result.ready.push_back(processor_seconds([&] {
      work = std::make_unique<Work>(plan, given);
      work->all();
    }));
    result.again.push_back(processor_seconds([&] { work->all(); }));
  }
  result.dates = work->dates();
  result.sums = work->sums();
  for (const WorkReport& said : work_reports(plan))
    result.report.push_back(seconds([&] { work->report(said); }));
  result.sums_after = work->sums();
  result.print();
}
