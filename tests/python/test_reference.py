# SPDX-License-Identifier: BSL-1.0
"""Seeded random edits on the engine and on the slow reference (reference.py): dates, slack, statuses
and exact sums must be the same after each of them, and so must what is refused. As a program:
test_reference.py SEEDS EDITS [FIRST] runs that many, for as long as it takes."""

import datetime
import random
import sys

import kehoach
import pytest
from reference import DAY, Answers, Plans

START = datetime.date(2025, 3, 3)
LEVELS = "national ministry province commune department hospital station division".split()
# A task that is gone is "still used" by those that were there, unknown to what the edit says anew.
REFUSALS = {
    "cycle": (kehoach.CycleError,),
    "still_used": (kehoach.StillUsedError, kehoach.UnknownIdError),
}


class Session:
    """One engine and what the reference knows of it."""

    def __init__(self, seed):
        self.random, self.engine, self.plans = random.Random(seed), kehoach.Engine(), Plans()
        self.names, self.refused = 0, 0
        plans, edit = self.plans, self.engine.edit()
        for _ in range(3):
            key = self.new("c")
            plans.calendars[key] = self.calendar()
            edit.add_calendar(key=key, **plans.calendars[key])
        plans.calendar = "c1"
        edit.set(calendar="c1")
        for _ in range(6):
            key = self.new("u")
            plans.units[key] = self.unit()
            edit.add_unit(key=key, **plans.units[key])
        for _ in range(5):
            key = self.new("d")
            plans.documents[key] = self.document()
            edit.add_document(key=key, **self.said(plans.documents[key]))
        edit.commit()

    # ---- random items ----

    def new(self, letter):
        self.names += 1
        return f"{letter}{self.names}"

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def day(self, spread=500):
        return START + self.random.randrange(spread) * DAY

    def some(self, keys, most):
        keys = list(keys)
        return self.random.sample(keys, min(len(keys), self.random.randrange(most + 1)))

    def calendar(self):
        week = [self.chance(75) for _ in range(7)]
        week[self.random.randrange(7)] = True
        days = {self.day(700) for _ in range(self.random.randrange(5))}
        return {"week": week, "days": [{"date": d, "working": self.chance(30)} for d in sorted(days)]}

    def unit(self):
        spec = {"level": self.random.choice(LEVELS), "name": "Đơn vị"}
        if self.plans.units and self.chance(70):  # under one that was there before
            spec["parent"] = self.random.choice(list(self.plans.units))
        if self.chance(40):
            spec["calendar"] = self.random.choice(list(self.plans.calendars))
        return spec

    def document(self, before=None):
        spec = {"issuer": self.random.choice(list(self.plans.units)), "implements": []}
        if self.chance(65):
            spec["issued"] = self.day(120) - 60 * DAY
        upper = list(self.plans.documents)
        spec["implements"] = self.some(upper if before is None else upper[: upper.index(before)], 2)
        return spec

    @staticmethod
    def said(spec):
        """A document as the engine takes it."""
        said = {name: value for name, value in spec.items() if name != "implements"}
        said["relations"] = [{"relation": "implements", "to": to} for to in spec["implements"]]
        return said

    def rule(self, own):
        term = {"kind": "after_event", "term": 1 + self.random.randrange(20)}
        term["term_unit"] = self.random.choice(["day", "working_day", "week", "month", "year"])
        if term["term_unit"] in ("month", "year"):
            term["term"] %= 3
        others = [task for task in self.plans.tasks if task != own]
        first = self.day()
        rules = [
            {"kind": "none"},
            {"kind": "ongoing"},
            {"kind": "ongoing", "first": first},
            {"kind": "period", "first": first, "last": first + self.random.randrange(90) * DAY},
            {**term, "event": "issued"},
            {**term, "event": "date", "event_date": self.day()},
            {"kind": "impossible", "written": {"day": 31, "month": 11}},
        ] + 4 * [{"kind": "by_date", "last": self.day(), "exclusive": self.chance(30)}]
        if others:
            rules.append({**term, "event": "task_done", "event_task": self.random.choice(others)})
        return self.random.choice(rules)

    def task(self, own=None):
        others = [task for task in self.plans.tasks if task != own]
        after = []
        for before in self.some(others, 2):
            edge = {"task": before, "link": self.random.choice(["FS", "SS", "FF", "SF"])}
            edge["lag"] = self.random.randrange(-3, 9)
            edge["unit"] = self.random.choice(["working_day", "working_day", "calendar_day"])
            if self.chance(15):
                edge["calendar"] = self.random.choice(list(self.plans.calendars))
            after.append(edge)
        return {
            "document": self.random.choice(list(self.plans.documents)),
            "leads": self.some(self.plans.units, 2),
            "deadline": self.rule(own),
            "duration": self.random.randrange(20),
            "weight": self.random.randrange(4),
            "implements": self.some(others, 2),
            "after": after,
        }

    def fact(self, task):
        what = self.random.choice(
            "started progress progress done done cancelled suspended resumed extended".split()
        )
        fact = {"what": what, "task": task, "date": self.day(300)}
        if what == "progress":
            fact["value"] = self.random.randrange(101)
        if what == "extended":
            fact["extended_to"] = self.day()
        return fact

    # ---- random edits ----

    def step(self):
        """One commit; the reference says beforehand whether it must be refused."""
        after, edit = self.plans.copy(), self.engine.edit()
        before, self.plans = self.plans, after
        for _ in range(1 + self.random.randrange(3)):
            self.one(after, edit)
        fault = after.fault()
        if fault is None:
            edit.commit()
            return
        with pytest.raises(REFUSALS[fault]):
            edit.commit()
        self.refused += 1
        self.plans = before

    def one(self, plans, edit):
        what, old = self.random.randrange(100), list(plans.tasks)
        if what < 22 or not old:
            if len(old) < 40:
                key = self.new("t")
                plans.tasks[key] = self.task()
                edit.add_task(key=key, **plans.tasks[key])
        elif what < 50:
            key = self.random.choice(old)
            spec = {**plans.tasks[key], **self.change(key)}
            plans.tasks[key] = spec
            edit.change(("task", key), key=key, **spec)
        elif what < 60:
            key = self.random.choice(old)
            del plans.tasks[key]
            plans.facts = {name: fact for name, fact in plans.facts.items() if fact["task"] != key}
            edit.remove(("task", key))
        elif what < 68:
            key = self.random.choice(list(plans.documents))
            plans.documents[key] = self.document(before=key)
            edit.change(("document", key), key=key, **self.said(plans.documents[key]))
        elif what < 73:
            key = self.random.choice(list(plans.units))
            spec = {**plans.units[key], "level": self.random.choice(LEVELS)}
            spec.pop("calendar", None)
            if self.chance(50):
                spec["calendar"] = self.random.choice(list(plans.calendars))
            plans.units[key] = spec
            edit.change(("unit", key), key=key, **spec)
        elif what < 77:
            key = self.random.choice(list(plans.calendars))
            plans.calendars[key] = self.calendar()
            edit.change(("calendar", key), key=key, **plans.calendars[key])
        elif what < 80:
            plans.margins = {level: self.random.randrange(4) for level in LEVELS}
            plans.calendar = self.random.choice(list(plans.calendars))
            edit.set(calendar=plans.calendar, margins=plans.margins)
        elif what < 97 or not plans.facts:
            key = self.new("f")
            plans.facts[key] = self.fact(self.random.choice(old))
            edit.add_observation(key=key, **plans.facts[key])
        else:
            key = self.random.choice(list(plans.facts))
            del plans.facts[key]
            edit.remove(("observation", key))

    def change(self, key):
        """One thing about a task, said anew."""
        field = self.random.choice("duration weight deadline implements after leads document".split())
        return {field: self.task(own=key)[field]}

    # ---- comparing ----

    def compare(self):
        as_of, now = self.day(600), self.engine.snapshot()
        mine, today = Answers(self.plans, as_of), now.evaluate(as_of)
        tasks = [now.key(item) for item in now.items("task")]
        assert sorted(tasks) == sorted(self.plans.tasks)
        plan, state = columns(now.schedule_columns()), columns(today.state_columns())
        for i, task in enumerate(tasks):
            start, finish = mine.earliest(task)
            schedule = [start, finish, mine.latest_start(task), mine.latest(task)]
            found = [plan[name][i] for name in (
                "earliest_start", "earliest_finish", "latest_start", "latest_finish")]
            assert found == schedule, task
            assert slack_of(plan["total_slack"][i]) == mine.total_slack(task), task
            status, due, done, progress = mine.standing(task)
            found = [kehoach.status_words[state["status"][i]], state["due"][i],
                     state["done_on"][i]]
            assert found == [status, due, done], task
            reported = state["reported"][i]
            assert (None if reported != reported else reported) == progress, task
        for task in self.random.sample(tasks, min(5, len(tasks))):
            self.same_sums(today.rollup(under=task), mine.rollup(mine.below([task])), task)
        for document in self.plans.documents:
            own = {key for key, spec in self.plans.tasks.items() if spec["document"] == document}
            sums = mine.rollup(own | mine.below(own))
            self.same_sums(today.rollup(document=document), sums, document)

    @staticmethod
    def same_sums(found, expected, what):
        counts = {status: n for status, n in found.counts.items() if n}
        assert counts == expected.pop("counts"), what
        assert {name: getattr(found, name) for name in expected} == expected, what


def columns(arrays):
    return {name: array.tolist() for name, array in arrays.items()}


def slack_of(number):
    return None if number == -(2**31) else number


def run(seed, edits):
    session = Session(seed)
    for edit in range(edits):
        session.step()
        try:
            session.compare()
        except AssertionError as difference:
            raise AssertionError(f"seed {seed}, edit {edit}: {difference}") from difference
    session.engine.verify()
    return session.refused


@pytest.mark.parametrize("seed", range(1, 9))
def test_random_edits_give_what_the_slow_reference_gives(seed):
    assert run(seed, 40) < 40


def test_some_edits_are_refused_as_the_reference_says():
    assert sum(run(seed, 25) for seed in range(101, 105)) > 0


if __name__ == "__main__":
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    for number in range(first, first + int(sys.argv[1])):
        print(f"seed {number}: {run(number, int(sys.argv[2]))} refused", flush=True)
