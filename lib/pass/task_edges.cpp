// SPDX-License-Identifier: BSL-1.0
#include "pass/task_edges.hpp"

#include "base/prefetch.hpp"

namespace kehoach::detail {

TaskEdges task_edges(const Model& model) {
  const std::uint32_t n = model.count(ItemKind::task) + 1;
  TaskEdges all;
  all.gone.assign(n, true);
  all.uppers.offset.assign(1, 0);
  all.earlier.offset.assign(1, 0);
  all.uppers.offset.reserve(n + 1);
  all.earlier.offset.reserve(n + 1);
  all.uppers.to.reserve(n + n / 16);
  const auto end_row = [](Edges& edges) {
    edges.offset.push_back(static_cast<std::uint32_t>(edges.to.size()));
  };
  const auto end_rows_before = [&](std::uint32_t t) {
    while (all.uppers.offset.size() <= t) end_row(all.uppers), end_row(all.earlier);
  };
  model.each_task([&](TaskId t, const TaskRow& row) {
    end_rows_before(t.value());
    all.gone[t.value()] = false;
    const TaskRecord record = model.record(row);
    for (std::uint32_t i = 0; i < record.implements(); ++i)
      all.uppers.to.push_back(record.upper(i).value());
    for (std::uint32_t i = 0; i < record.after(); ++i) {
      const Predecessor e = record.predecessor(i);
      all.earlier.to.push_back(e.task.value());
      all.said.push_back({{e.lag, e.link, e.unit}, e.calendar});
    }
  });
  end_rows_before(n);
  return all;
}

Waiting waiting(const TaskEdges& all) {
  const std::uint32_t n = all.ids();
  Waiting found;
  found.lowers.assign(n, 0);
  for (const Node u : all.uppers.to) ++found.lowers[u];
  Edges& edges = found.edges;
  edges.offset.assign(n + 1, 0);
  for (Node t = 0; t < n; ++t)
    edges.offset[t + 1] =
        edges.offset[t] + found.lowers[t] + static_cast<std::uint32_t>(all.earlier.of(t).size());
  edges.to.resize(edges.offset[n]);
  std::vector<std::uint32_t> next(edges.offset.begin(), edges.offset.end() - 1);
  constexpr std::size_t soon = 16;
  const std::vector<Node>& uppers = all.uppers.to;
  std::size_t at = 0;
  for (Node t = 0; t < n; ++t)
    for (const std::size_t end = all.uppers.offset[t + 1]; at < end; ++at) {
      if (at + 2 * soon < uppers.size()) call_for(&next[uppers[at + 2 * soon]]);
      if (at + soon < uppers.size()) call_for(edges.to.data() + next[uppers[at + soon]]);
      edges.to[next[uppers[at]]++] = t;
    }
  for (Node t = 0; t < n; ++t)
    for (const Node e : all.earlier.of(t)) edges.to[next[t]++] = e;
  return found;
}

}  // namespace kehoach::detail
