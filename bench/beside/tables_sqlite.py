#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The work with SQLite, in memory: a recursive query gives each task its depth (the
longest way down to it), one UPDATE a depth the dates, a recursive query of distinct pairs (one below
the other) the sums."""
import sqlite3

from cascade import NO_LIMIT, main

TABLES = """
CREATE TABLE task(id INTEGER PRIMARY KEY, calendar INT, start INT, due INT, duration INT, leaf INT,
                  weight INT, reported INT, reported_weight INT, progress INT,
                  depth INT, early INT, late INT);
CREATE TABLE implements(upper INT, lower INT, PRIMARY KEY(upper, lower)) WITHOUT ROWID;
CREATE TABLE sequence(earlier INT, later INT, lag INT, PRIMARY KEY(earlier, later)) WITHOUT ROWID;
CREATE TABLE day(calendar INT, day INT, rank INT, PRIMARY KEY(calendar, day)) WITHOUT ROWID;
CREATE TABLE working(calendar INT, rank INT, day INT, PRIMARY KEY(calendar, rank)) WITHOUT ROWID;
CREATE TABLE deepest(id INTEGER PRIMARY KEY, depth INT);
CREATE TABLE below(top INTEGER PRIMARY KEY, tasks INT, leaves INT, weight INT, reported INT,
                   reported_weight INT, progress INT);
"""
INDEXES = """
CREATE INDEX task_depth ON task(depth);
CREATE INDEX implements_lower ON implements(lower, upper);
CREATE INDEX sequence_later ON sequence(later, earlier, lag);
"""
DEPTH = """
INSERT INTO deepest
WITH RECURSIVE ends_before(later, earlier) AS (
  SELECT upper, lower FROM implements UNION ALL SELECT later, earlier FROM sequence),
step(id, depth) AS (
  SELECT id, 0 FROM task WHERE id NOT IN (SELECT earlier FROM ends_before)
  UNION SELECT lower, depth + 1 FROM step JOIN implements ON upper = id
  UNION SELECT earlier, depth + 1 FROM step JOIN sequence ON later = id)
SELECT id, max(depth) FROM step GROUP BY id
"""
DEPTHS = "UPDATE task SET depth = (SELECT depth FROM deepest WHERE deepest.id = task.id)"
EARLY = """
UPDATE task SET early = (
  SELECT day FROM working WHERE calendar = task.calendar AND rank = task.duration - 1 + max(
    (SELECT rank FROM day WHERE calendar = task.calendar AND day = task.start),
    ifnull((SELECT max(rank + 1 + lag) FROM sequence JOIN task AS before ON before.id = earlier
            JOIN day ON day.calendar = task.calendar AND day.day = before.early
            WHERE later = task.id), 0)))
WHERE depth = ?
"""
LATE = f"""
UPDATE task SET late = min(
  due,
  ifnull((SELECT min(above.late) FROM implements JOIN task AS above ON above.id = upper
          WHERE lower = task.id), {NO_LIMIT}),
  ifnull((SELECT min(working.day) FROM sequence JOIN task AS after ON after.id = later
          JOIN day ON day.calendar = task.calendar AND day.day = after.late + 1
          JOIN working ON working.calendar = task.calendar
                      AND working.rank = day.rank - 1 - after.duration - lag
          WHERE earlier = task.id), {NO_LIMIT}))
WHERE depth = ?
"""
BELOW = """
INSERT INTO below
WITH RECURSIVE pair(top, id) AS (
  SELECT upper, lower FROM implements
  UNION SELECT top, lower FROM pair JOIN implements ON upper = id)
SELECT top, count(*), sum(leaf), sum(weight), sum(reported), sum(reported_weight), sum(progress)
FROM pair JOIN task USING (id) GROUP BY top
"""
MORE = """
UPDATE below SET reported = reported + ?2, reported_weight = reported_weight + ?3,
                 progress = progress + ?4
WHERE top IN (
  WITH RECURSIVE above(id) AS (
    SELECT upper FROM implements WHERE lower = ?1
    UNION SELECT upper FROM above JOIN implements ON lower = id)
  SELECT id FROM above)
"""


class Work:
    def __init__(self, cascade):
        self.database = sqlite3.connect(":memory:")
        self.database.executescript(TABLES)
        add = self.database.executemany
        add("INSERT INTO task VALUES(?,?,?,?,?,?,?,?,?,?,NULL,NULL,NULL)",
            ((task, *row[:4], *row[4]) for task, row in enumerate(
                zip(cascade.calendar, cascade.start, cascade.due, cascade.duration,
                    cascade.own()))))
        add("INSERT INTO implements VALUES(?,?)", cascade.implements())
        add("INSERT INTO sequence VALUES(?,?,?)", cascade.sequences())
        for calendar, (ranks, working) in enumerate(zip(cascade.rank, cascade.working)):
            add("INSERT INTO day VALUES(?,?,?)",
                ((calendar, cascade.first_day + i, rank) for i, rank in enumerate(ranks)))
            add("INSERT INTO working VALUES(?,?,?)",
                ((calendar, rank, working[rank]) for rank in range(ranks[-1])))
        self.database.executescript(INDEXES)
        self.database.execute("ANALYZE")
        self.database.commit()

    def all(self):
        run = self.database.execute
        run("DELETE FROM deepest")
        run(DEPTH)
        run(DEPTHS)
        depths = [depth for depth, in run("SELECT DISTINCT depth FROM task ORDER BY depth")]
        for depth in reversed(depths):
            run(EARLY, (depth,))
        for depth in depths:
            run(LATE, (depth,))
        run("DELETE FROM below")
        run(BELOW)
        self.database.commit()

    def report(self, task, percent):
        run = self.database.execute
        weight, *before = run("SELECT weight, reported, reported_weight, progress FROM task "
                              "WHERE id = ?", (task,)).fetchone()
        now = (1, weight, weight * percent * 100)
        run("UPDATE task SET reported = ?, reported_weight = ?, progress = ? WHERE id = ?",
            (*now, task))
        run(MORE, (task, *(a - b for a, b in zip(now, before))))
        self.database.commit()

    def dates(self):
        return zip(*self.database.execute("SELECT early, late FROM task ORDER BY id"))

    def sums(self):
        return self.database.execute("SELECT * FROM below")


if __name__ == "__main__":
    main(f"SQLite {sqlite3.sqlite_version}", Work)
