#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The work with numpy: tasks level by level, all of a level at once; pairs of tasks (one below the
other) for the sums, made one step down at a time and each kept once."""
import numpy

from cascade import NO_LIMIT, main


class Rows:
    """For each task those that it is linked to."""

    def __init__(self, size, tasks, others):
        order = numpy.argsort(tasks, kind="stable")
        self.others = others[order]
        self.first = numpy.concatenate(([0], numpy.cumsum(numpy.bincount(tasks, minlength=size))))

    def of(self, tasks):
        """(which of `tasks`, other) for every link of theirs."""
        count = self.first[tasks + 1] - self.first[tasks]
        which = numpy.repeat(numpy.arange(len(tasks)), count)
        skipped = numpy.cumsum(count) - count
        at = numpy.arange(len(which)) + numpy.repeat(self.first[tasks] - skipped, count)
        return which, self.others[at]


class Work:
    def __init__(self, cascade):
        self.size = cascade.size
        for name in ("calendar", "start", "due", "duration", "before", "lag"):
            setattr(self, name, numpy.array(getattr(cascade, name), dtype=numpy.int64))
        self.rank = numpy.array(cascade.rank)
        self.working = numpy.array(cascade.working)
        self.first_day = cascade.first_day
        self.first, self.second = numpy.array(cascade.upper), numpy.array(cascade.upper2)
        task = numpy.arange(self.size)
        one, two, after = self.first >= 0, self.second >= 0, self.before >= 0
        self.upper = numpy.concatenate((self.first[one], self.second[two])).astype(numpy.int64)
        self.lower = numpy.concatenate((task[one], task[two]))
        self.lowers = Rows(self.size, self.upper, self.lower)
        self.later = Rows(self.size, self.before[after], task[after])
        # Whatever must end earlier than a task.
        self.earlier = Rows(self.size, numpy.concatenate((self.upper, task[after])),
                            numpy.concatenate((self.lower, self.before[after])))
        weight, progress = numpy.array(cascade.weight), numpy.array(cascade.progress)
        leaf = numpy.bincount(self.upper, minlength=self.size) == 0
        told = leaf & (progress >= 0)
        self.own = [leaf * 1, leaf * weight, told * 1, told * weight, told * weight * progress]

    def all(self):
        levels = self.levels()
        self.early, self.late = numpy.zeros(self.size, int), self.due.copy()
        for tasks in reversed(levels):
            self.earliest(tasks)
        for tasks in levels:
            self.latest(tasks)
        self.add_up()

    def levels(self):
        """Tasks by the longest way down to them."""
        left = numpy.bincount(self.earlier.others, minlength=self.size)
        levels, tasks = [], numpy.flatnonzero(left == 0)
        while len(tasks):
            levels.append(tasks)
            _, earlier = self.earlier.of(tasks)
            numpy.subtract.at(left, earlier, 1)
            tasks = numpy.unique(earlier[left[earlier] == 0])
        return levels

    def earliest(self, tasks):
        calendar, before = self.calendar[tasks], self.before[tasks]
        start = self.rank[calendar, self.start[tasks] - self.first_day]
        follows = before >= 0
        ended = self.early[before[follows]] - self.first_day
        after = self.rank[calendar[follows], ended] + 1 + self.lag[tasks[follows]]
        start[follows] = numpy.maximum(start[follows], after)
        self.early[tasks] = self.working[calendar, start + self.duration[tasks] - 1]

    def latest(self, tasks):
        last = self.late[tasks]
        for uppers in (self.first, self.second):
            upper = uppers[tasks]
            last = numpy.where(upper >= 0, numpy.minimum(last, self.late[upper]), last)
        which, later = self.later.of(tasks)
        limited = self.late[later] != NO_LIMIT
        which, later = which[limited], later[limited]
        calendar = self.calendar[later]
        rank = self.rank[calendar, self.late[later] + 1 - self.first_day]
        end = self.working[calendar, rank - 1 - self.duration[later] - self.lag[later]]
        numpy.minimum.at(last, which, end)
        self.late[tasks] = last

    def add_up(self):
        pairs = self.upper * self.size + self.lower
        found = [pairs]
        while len(pairs):
            which, lower = self.lowers.of(pairs % self.size)
            pairs = numpy.unique(pairs[which] // self.size * self.size + lower)
            found.append(pairs)
        pairs = numpy.unique(numpy.concatenate(found))
        top, task = pairs // self.size, pairs % self.size
        self.below = [numpy.bincount(top, minlength=self.size)]
        self.below += [numpy.bincount(top, weights=own[task], minlength=self.size)
                       for own in self.own]

    def report(self, task, percent):
        weight = self.own[1][task]
        more = []
        for own, now in zip(self.own[2:], (1, weight, weight * percent * 100)):
            more.append(now - own[task])
            own[task] = now
        above, queue = set(), [task]
        for lower in queue:
            for upper in (self.first[lower], self.second[lower]):
                if upper >= 0 and upper not in above:
                    above.add(upper)
                    queue.append(upper)
        tops = numpy.array(queue[1:], dtype=int)
        for below, value in zip(self.below[3:], more):
            below[tops] += value

    def dates(self):
        return self.early.tolist(), self.late.tolist()

    def sums(self):
        return zip(range(self.size), *(column.astype(int).tolist() for column in self.below))


if __name__ == "__main__":
    main(f"numpy {numpy.__version__}", Work)
