#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The work with networkx: two directed graphs, topological_sort, descendants and ancestors."""
import networkx

from cascade import NO_LIMIT, main


class Work:
    def __init__(self, cascade):
        self.given = cascade
        self.own = list(cascade.own())
        self.implements = networkx.DiGraph()  # from upper to lower
        self.implements.add_nodes_from(range(cascade.size))
        self.implements.add_edges_from(cascade.implements())
        self.graph = self.implements.copy()   # and from later to earlier in sequence
        self.graph.add_edges_from((later, earlier, {"lag": lag})
                                  for earlier, later, lag in cascade.sequences())

    def all(self):
        order = list(networkx.topological_sort(self.graph))  # what may end last comes first
        self.early, self.late = [0] * len(order), [0] * len(order)
        for task in reversed(order):
            self.early[task] = self.earliest(task)
        for task in order:
            self.late[task] = self.latest(task)
        self.below = [self.sum_below(task) for task in order if self.implements.out_degree(task)]
        self.row_of = {row[0]: row for row in self.below}

    def earliest(self, task):
        calendar, given = self.given.calendar[task], self.given
        rank, first = given.rank[calendar], given.first_day
        start = rank[given.start[task] - first]
        for _, earlier, link in self.graph.out_edges(task, data=True):
            if "lag" in link:
                start = max(start, rank[self.early[earlier] - first] + 1 + link["lag"])
        return given.working[calendar][start + given.duration[task] - 1]

    def latest(self, task):
        calendar, given = self.given.calendar[task], self.given
        last = given.due[task]
        for later, _, link in self.graph.in_edges(task, data=True):
            end = self.late[later]
            if "lag" in link and end != NO_LIMIT:
                rank = given.rank[calendar][end + 1 - given.first_day]
                end = given.working[calendar][rank - 1 - given.duration[later] - link["lag"]]
            last = min(last, end)
        return last

    def sum_below(self, task):
        below = networkx.descendants(self.implements, task)
        return [task, len(below), *map(sum, zip(*(self.own[lower] for lower in below)))]

    def report(self, task, percent):
        before = self.own[task]
        now = self.own[task] = (1, before[1], 1, before[1], before[1] * percent * 100)
        more = [a - b for a, b in zip(now, before)]
        for upper in networkx.ancestors(self.implements, task):
            row = self.row_of[upper]
            for field, value in enumerate(more):
                row[field + 2] += value

    def dates(self):
        return self.early, self.late

    def sums(self):
        return self.below


if __name__ == "__main__":
    main(f"networkx {networkx.__version__}", Work)
