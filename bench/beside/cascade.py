# SPDX-License-Identifier: BSL-1.0
"""A national cascade as bench/beside/write_cascade.cpp wrote it, and how a tool's answers are told."""
import array
import json
import statistics
import sys
import time

NO_LIMIT = 2**31 - 1
COLUMNS = ("calendar", "start", "due", "duration", "before", "lag", "upper", "upper2", "weight",
           "progress")


class Cascade:
    """Arrays of 32-bit numbers: one by column, `rank` and `working` by calendar, and the reports."""

    def __init__(self, path):
        numbers = array.array("i")
        with open(path, "rb") as file:
            numbers.frombytes(file.read())
        if sys.byteorder == "big":
            numbers.byteswap()
        self.size, calendars, self.first_day, days, reports = numbers[:5]
        at = 5

        def take(count):
            nonlocal at
            at += count
            return numbers[at - count:at]

        for name in COLUMNS:
            setattr(self, name, take(self.size))
        tables = [(take(days + 1), take(days + 1)) for _ in range(calendars)]
        self.rank = [rank for rank, _ in tables]        # working days before a day
        self.working = [working for _, working in tables]  # the k-th one's number
        self.reports = list(zip(take(reports), take(reports)))

    def implements(self):
        """(upper, lower) of every task that implements another."""
        for uppers in (self.upper, self.upper2):
            for task, upper in enumerate(uppers):
                if upper >= 0:
                    yield upper, task

    def sequences(self):
        """(earlier, later, working days between) within the plans."""
        for task, before in enumerate(self.before):
            if before >= 0:
                yield before, task, self.lag[task]

    def own(self):
        """Of each task: leaf, weight, reported, reported weight, weighted progress."""
        inner = set(self.upper) | set(self.upper2)
        for task, (weight, progress) in enumerate(zip(self.weight, self.progress)):
            if task in inner:
                yield 0, 0, 0, 0, 0
            elif progress < 0:
                yield 1, weight, 0, 0, 0
            else:
                yield 1, weight, 1, weight, weight * progress


def place(task):
    """Two tasks cannot swap their answers."""
    return task % 1009 + 1


def check_dates(early, late):
    total = 0
    for task, (first, last) in enumerate(zip(early, late)):
        total += place(task) * (first + (0 if last == NO_LIMIT else last))
    return int(total)


def check_sums(rows):
    """`rows`: (task, tasks, leaves, weight, reported, reported weight, progress)."""
    return int(sum(place(task) * (n + 3 * leaves + 5 * weight + 7 * reported + 11 * reported_weight
                                  + 13 * progress)
                   for task, n, leaves, weight, reported, reported_weight, progress in rows))


def main(tool, make):
    """Runs the work of bench/beside/work.hpp. `make(cascade)` builds; it has all(), report(task,
    percent), dates() -> (early, late) and sums() -> rows as in `check_sums`."""
    cascade, repetitions = Cascade(sys.argv[1]), int(sys.argv[2])
    ready, again, report = [], [], []

    def timed(into, call, clock=time.process_time):  # however busy the machine is otherwise
        begin = clock()
        call()
        into.append(clock() - begin)

    for _ in range(repetitions):
        work = None

        def build():
            nonlocal work
            work = make(cascade)
            work.all()

        timed(ready, build)
        timed(again, work.all)
    dates, sums = check_dates(*work.dates()), check_sums(work.sums())
    for task, percent in cascade.reports:
        timed(report, lambda: work.report(task, percent), time.perf_counter)
    print(json.dumps({
        "tool": tool, "tasks": cascade.size, "ready": statistics.median(ready),
        "again": statistics.median(again), "report": statistics.median(report), "dates": dates,
        "sums": sums, "sums_after": check_sums(work.sums())}))
