// SPDX-License-Identifier: BSL-1.0
#include "pass/structure.hpp"

#include <algorithm>
#include <set>

#include "pass/frame.hpp"

namespace kehoach::detail {
namespace {

/// What a task names, each once, ascending.
struct Named {
  std::vector<std::uint32_t> uppers;
  std::vector<std::uint32_t> predecessors;
  std::uint32_t document = 0;
  std::uint32_t event_task = 0;
};

Named named(const Model& model, TaskId t) {
  Named n;
  if (!model.present(t)) return n;
  const TaskRow& row = model.task(t);
  const auto tidy = [](std::vector<std::uint32_t>& v) {
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end()), v.end());
  };
  model.each_upper(row, [&](TaskId u) { n.uppers.push_back(u.value()); });
  model.each_predecessor(row,
                         [&](const Predecessor& e) { n.predecessors.push_back(e.task.value()); });
  tidy(n.uppers);
  tidy(n.predecessors);
  n.document = row.document;
  const DeadlineRule& rule = model.rule(row);
  if (rule.kind == DeadlineKind::after_event && rule.event == Event::task_done)
    n.event_task = rule.event_task.value();
  return n;
}

/// Calls visit for what is in `a` and not in `b`.
template <class Visit>
void without(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
             Visit&& visit) {
  for (std::uint32_t x : a)
    if (!std::binary_search(b.begin(), b.end(), x)) visit(x);
}

class Structure : private Neighbours {
 public:
  Structure(const Said& said, Timetable& times, Writer writer, PassWork& work, WaveSeeds& seeds)
      : said_(said), times_(times), writer_(writer), work_(work), seeds_(seeds) {}

  Result<Done> run() {
    for (Item item : said_.touched)
      if (item.kind == ItemKind::task) task(TaskId(item.id));
    return connect();
  }

 private:
  using Edge = std::pair<Node, Node>;
  struct Waiting {
    Edge edge;
    bool upper;  ///< else a predecessor
  };

  void task(TaskId id) {
    const std::uint32_t t = id.value();
    if (names_the_same(id)) {
      said_.after.each_predecessor(said_.after.task(id), [&](const Predecessor& e) {
        seeds_.backward.push_back({e.task.value(), id});
      });
      seeds_.forward.push_back({t, id});
      seeds_.backward.push_back({t, id});
      return;
    }
    times_.times.resize(std::max(t + 1, times_.times.size()), {}, writer_);
    const Named was = t <= said_.before.count(ItemKind::task) ? named(said_.before, id) : Named{};
    const Named is = named(said_.after, id);
    const bool there = said_.after.present(id);
    relist(times_.tasks_of, was.document, is.document, t);
    relist(times_.followers, was.event_task, is.event_task, t);
    without(was.uppers, is.uppers, [&](Node u) { times_.lowers.remove(u, t, writer_); });
    without(was.predecessors, is.predecessors,
            [&](Node p) { times_.successors.remove(p, t, writer_); });
    without(is.uppers, was.uppers, [&](Node u) { await({u, t}, true); });
    without(is.predecessors, was.predecessors, [&](Node p) { await({t, p}, false); });
    for (Node p : was.predecessors) seeds_.backward.push_back({p, id});
    for (Node p : is.predecessors) seeds_.backward.push_back({p, id});
    for (const std::vector<Node>* list :
         {&was.uppers, &is.uppers, &was.predecessors, &is.predecessors})
      near_.insert(near_.end(), list->begin(), list->end());
    near_.push_back(t);
    if (!there) {
      times_.times.edit(t, writer_) = TaskTimes{};
      return;
    }
    if (!said_.before.present(id)) times_.ranks.append(t, writer_);
    seeds_.forward.push_back({t, id});
    seeds_.backward.push_back({t, id});
  }
  bool names_the_same(TaskId id) const {
    if (!said_.before.present(id) || !said_.after.present(id)) return false;
    const TaskRow was = said_.before.task(id), is = said_.after.task(id);
    return is.kept_lists_of(was) && is.document == was.document && is.rule == was.rule;
  }
  void relist(ListTable& lists, std::uint32_t was, std::uint32_t is, std::uint32_t t) {
    if (was == is) return;
    if (was != 0) lists.remove(was, t, writer_);
    if (is != 0) lists.add(is, t, writer_);
  }
  void await(Edge edge, bool upper) {
    waiting_.push_back({edge, upper});
    not_yet_.insert(edge);
  }

  /// Edges enter one by one, so that the order is right for all that are in.
  Result<Done> connect() {
    for (const Waiting& w : waiting_) {
      const auto [from, to] = w.edge;
      if (w.upper)
        times_.lowers.add(from, to, writer_);
      else
        times_.successors.add(to, from, writer_);
      not_yet_.erase(w.edge);
      const std::uint64_t before = work_.visited;
      if (!times_.ranks.insert(from, to, *this, writer_, work_.visited))
        return build(said_.after, writer_).error();  // finds the cycle and words it
      work_.changed += work_.visited != before;
    }
    for (const Node t : near_) tie(t);
    return Done{};
  }
  void tie(Node t) {
    if (!said_.after.present(TaskId(t))) return;
    const TaskRecord all = said_.after.record(said_.after.task(TaskId(t)));
    unsigned ties = times_.lowers.empty(t) ? 0 : has_lower;
    if (!times_.successors.empty(t)) ties |= has_successor;
    if (all.after() != 0) ties |= has_predecessor;
    if (all.implements() > 1) ties |= has_uppers;
    TaskTimes row = times_.of(TaskId(t));
    if (row.ties == ties) return;
    row.ties = static_cast<std::uint8_t>(ties);
    times_.times.edit(t, writer_) = row;
  }

  bool is_in(Node from, Node to) const {
    return not_yet_.empty() || !not_yet_.contains({from, to});
  }
  void after(Node t, const Visit& visit) const override {
    times_.lowers.each(t, visit);
    said_.after.each_predecessor(said_.after.task(TaskId(t)), [&](const Predecessor& e) {
      if (is_in(t, e.task.value())) visit(e.task.value());
    });
  }
  void before(Node t, const Visit& visit) const override {
    times_.successors.each(t, visit);
    said_.after.each_upper(said_.after.task(TaskId(t)), [&](TaskId u) {
      if (is_in(u.value(), t)) visit(u.value());
    });
  }

  const Said& said_;
  Timetable& times_;
  Writer writer_;
  PassWork& work_;
  WaveSeeds& seeds_;
  std::vector<Waiting> waiting_;
  std::vector<Node> near_;  ///< those on which something else may hang now
  std::set<Edge> not_yet_;
};

}  // namespace

Result<Done> update_structure(const Said& said, Timetable& times, Writer writer, PassWork& order,
                              WaveSeeds& seeds) {
  return Structure(said, times, writer, order, seeds).run();
}

std::vector<TaskId> tasks_near(const Timetable& before, const Model& after,
                               std::span<const Item> touched) {
  if (!after.any_absent()) return {};
  std::vector<std::uint32_t> found;
  const auto add = [&](std::uint32_t task) { found.push_back(task); };
  bool any_gone = false;
  for (const Item item : touched) {
    if (after.state(item) != RowState::removed) continue;
    any_gone = true;
    if (item.kind == ItemKind::document) before.tasks_of.each(item.id, add);
    if (item.kind != ItemKind::task) continue;
    for (const ListTable* naming : {&before.lowers, &before.successors, &before.followers})
      naming->each(item.id, add);
  }
  if (!any_gone) return {};
  for (const Item item : touched)
    if (item.kind == ItemKind::task) add(item.id);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return {found.begin(), found.end()};
}

bool same_uppers(const Said& said) {
  const auto uppers = [](const Model& model, TaskId t) {
    std::vector<TaskId> found;
    model.each_upper(model.task(t), [&](TaskId u) { found.push_back(u); });
    return found;
  };
  return std::all_of(said.touched.begin(), said.touched.end(), [&](Item item) {
    if (item.kind != ItemKind::task) return true;
    const TaskId t(item.id);
    return said.before.present(t) && said.after.present(t) &&
           uppers(said.before, t) == uppers(said.after, t);
  });
}

}  // namespace kehoach::detail
