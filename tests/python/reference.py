# SPDX-License-Identifier: BSL-1.0
"""The engine once more, slow and obvious: plain dicts, days walked one by one, every answer computed
from the top of the definitions each time it is asked for. It shares no code with the library; what it
says follows the public headers. Items are named by their keys."""

import calendar
import datetime
import functools

DAY = datetime.timedelta(days=1)


class Plans:
    """What was said: dicts by key, each with the fields of cascade JSON."""

    def __init__(self):
        self.calendars, self.units, self.documents, self.tasks = {}, {}, {}, {}
        self.facts = {}  # by key, in the order of adding
        self.margins = {}
        self.calendar = None

    def copy(self):
        other = Plans()
        for name, value in vars(self).items():
            setattr(other, name, dict(value) if isinstance(value, dict) else value)
        return other

    def later(self, task):
        """The tasks that must end before this one can."""
        below = [k for k, t in self.tasks.items() if task in t["implements"]]
        return below + [edge["task"] for edge in self.tasks[task]["after"]]

    def fault(self):
        """"still_used" or "cycle" where a commit must be refused, else None."""
        for spec in self.tasks.values():
            named = spec["implements"] + [edge["task"] for edge in spec["after"]]
            named += [spec["deadline"]["event_task"]] if "event_task" in spec["deadline"] else []
            if any(task not in self.tasks for task in named):
                return "still_used"
        # Whoever waits for nobody is struck out, again and again; a cycle is what is left.
        waits = {task: set(self.later(task)) for task in self.tasks}
        while True:
            free = [task for task, others in waits.items() if not others]
            if not free:
                return "cycle" if waits else None
            for task in free:
                del waits[task]
            for others in waits.values():
                others.difference_update(free)


class Walk:
    """Working days by looking at one day after the other."""

    def __init__(self, spec):
        self.week = spec["week"]
        self.days = {day["date"]: day["working"] for day in spec["days"]}

    def works(self, day):
        return self.days.get(day, self.week[day.weekday()])

    def forward(self, day):
        while not self.works(day):
            day += DAY
        return day

    def back(self, day):
        while not self.works(day):
            day -= DAY
        return day

    def add(self, day, n):
        for _ in range(n):
            day = self.forward(day + DAY)
        for _ in range(-n):
            day = self.back(day - DAY)
        return day

    def between(self, start, end):
        if end < start:
            return -self.between(end, start)
        count = 0
        while start < end:
            start += DAY
            count += self.works(start)
        return count


def months_later(day, n):
    """The corresponding day, or the last of a month that has none."""
    month = day.month - 1 + n
    year, month = day.year + month // 12, month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def latest_of(days):
    days = [day for day in days if day is not None]
    return max(days) if days else None


def earliest_of(days):
    days = [day for day in days if day is not None]
    return min(days) if days else None


class Answers:
    """All answers about one state of the plans, as of one day."""

    def __init__(self, plans, as_of):
        self.plans, self.as_of = plans, as_of
        for name in ("walk", "document_start", "earliest", "latest", "standing"):
            setattr(self, name, functools.lru_cache(None)(getattr(self, name)))

    # ---- who and where ----

    def office(self, task):
        spec = self.plans.tasks[task]
        return spec["leads"][0] if spec["leads"] else self.plans.documents[spec["document"]]["issuer"]

    def walk(self, task):
        unit = self.office(task)
        while unit is not None and "calendar" not in self.plans.units[unit]:
            unit = self.plans.units[unit].get("parent")
        key = self.plans.units[unit]["calendar"] if unit is not None else self.plans.calendar
        return Walk(self.plans.calendars[key])

    def implementers(self, task):
        return [key for key, spec in self.plans.tasks.items() if task in spec["implements"]]

    def below(self, tops):
        found, frontier = set(), list(tops)
        while frontier:
            for key in self.implementers(frontier.pop()):
                if key not in found:
                    found.add(key)
                    frontier.append(key)
        return found

    def document_start(self, document):
        spec = self.plans.documents[document]
        if "issued" in spec:
            return spec["issued"]
        return latest_of([self.document_start(upper) for upper in spec["implements"]])

    # ---- deadlines ----

    def term(self, task, start):
        rule, walk = self.plans.tasks[task]["deadline"], self.walk(task)
        n, unit = rule["term"], rule["term_unit"]
        if unit == "working_day":
            last = walk.add(start, n)
        elif unit in ("day", "week"):
            last = start + n * (7 if unit == "week" else 1) * DAY
        else:
            last = months_later(start, n * (12 if unit == "year" else 1))
        return walk.forward(last)

    def deadline(self, task):
        """First day of the window and the day that decides, as far as the papers say."""
        spec = self.plans.tasks[task]
        rule, walk = spec["deadline"], self.walk(task)
        if rule["kind"] == "by_date":
            return None, walk.forward(rule["last"] - (DAY if rule.get("exclusive") else 0 * DAY))
        if rule["kind"] == "period":
            return rule["first"], walk.forward(rule["last"])
        if rule["kind"] == "ongoing":
            return rule.get("first"), None
        if rule["kind"] == "after_event" and rule["event"] in ("issued", "date"):
            start = rule.get("event_date") or self.plans.documents[spec["document"]].get("issued")
            return (start, self.term(task, start)) if start else (None, None)
        return None, None

    # ---- schedule ----

    def start_bound(self, task):
        start = self.document_start(self.plans.tasks[task]["document"])
        return latest_of([start, self.deadline(task)[0]])

    def moved(self, edge, task, day, sign, extra):
        lag = sign * (edge.get("lag", 0) + extra)
        if edge.get("unit") == "calendar_day":
            return day + lag * DAY
        own = edge.get("calendar")
        return (Walk(self.plans.calendars[own]) if own else self.walk(task)).add(day, lag)

    def duration(self, task):
        return max(1, self.plans.tasks[task]["duration"])

    def earliest(self, task):
        walk, length = self.walk(task), self.duration(task)
        starts, finishes = [self.start_bound(task)], []
        for edge in self.plans.tasks[task]["after"]:
            start, finish = self.earliest(edge["task"])
            if start is None:
                continue
            link = edge.get("link", "FS")
            day = start if link in ("SS", "SF") else finish
            asked = self.moved(edge, task, day, 1, 1 if link == "FS" else 0)
            (starts if link in ("FS", "SS") else finishes).append(asked)
        start, finish = latest_of(starts), latest_of(finishes)
        if start is not None:
            start = walk.forward(start)
            end = walk.add(start, length - 1)
            if finish is None or finish <= end:
                return start, end
        if finish is None:
            return None, None
        end = walk.forward(finish)
        return walk.add(end, 1 - length), end

    def latest_start(self, task):
        last = self.latest(task)
        walk = self.walk(task)
        return None if last is None else walk.add(walk.back(last), 1 - self.duration(task))

    def latest(self, task):
        limits = [self.deadline(task)[1]]
        walk, length = self.walk(task), self.duration(task)
        for upper in self.plans.tasks[task]["implements"]:
            last = self.latest(upper)
            level = self.plans.units[self.office(upper)].get("level", "division")
            if last is not None:
                limits.append(self.walk(upper).add(last, -self.plans.margins.get(level, 0)))
        for after, spec in self.plans.tasks.items():
            for edge in spec["after"]:
                if edge["task"] != task or self.latest(after) is None:
                    continue
                link = edge.get("link", "FS")
                start = self.latest_start(after)
                finish = self.walk(after).back(self.latest(after))
                day = start if link in ("FS", "SS") else finish
                day = walk.back(self.moved(edge, after, day, -1, 1 if link == "FS" else 0))
                limits.append(walk.add(day, length - 1) if link in ("SS", "SF") else day)
        return earliest_of(limits)

    def total_slack(self, task):
        finish, last = self.earliest(task)[1], self.latest(task)
        return None if finish is None or last is None else self.walk(task).between(finish, last)

    # ---- status ----

    def facts(self, task):
        known = [f for f in self.plans.facts.values() if f["task"] == task and f["date"] <= self.as_of]
        return sorted(known, key=lambda fact: fact["date"])  # stable: of one day, as added

    def standing(self, task):
        """Status, day that decides, day done, progress in percent."""
        done = progress = extended = None
        started = suspended = cancelled = False
        for fact in self.facts(task):
            what = fact["what"]
            started = started or what in ("started", "progress")
            suspended = what == "suspended" or (suspended and what != "resumed")
            cancelled = what == "cancelled" or (cancelled and what != "resumed")
            if what == "progress":
                progress = fact["value"]
            if what == "done":
                done, progress = fact["date"], 100
            if what == "resumed":
                done = None
            if what == "extended":
                extended = fact["extended_to"]
        rule, due = self.plans.tasks[task]["deadline"], self.deadline(task)[1]
        if rule.get("event") == "task_done":
            event = self.standing(rule["event_task"])[2]
            due = self.term(task, event) if event else None
        due = extended or due
        first = self.start_bound(task)
        if cancelled:
            status = "cancelled"
        elif done is not None:
            status = "done_in_time" if due is None or done <= due else "done_late"
        elif suspended:
            status = "suspended"
        elif first is not None and first > self.as_of and not started:
            status = "not_yet_started"
        elif due is None:
            status = "open_without_deadline"
        else:
            status = "open_in_time" if self.as_of <= due else "open_overdue"
        return status, due, done, progress

    # ---- sums over sets ----

    def rollup(self, tasks):
        counts = {}
        for task in tasks:
            status = self.standing(task)[0]
            counts[status] = counts.get(status, 0) + 1
        leaves = [t for t in tasks if not self.implementers(t) and self.standing(t)[0] != "cancelled"]
        weight = {task: self.plans.tasks[task]["weight"] for task in leaves}
        reported = [task for task in leaves if self.standing(task)[3] is not None]
        done = {task for task in reported if self.standing(task)[2]}  # whatever was reported since
        progress = {task: 100 if task in done else self.standing(task)[3] for task in reported}
        return {
            "counts": counts,
            "leaves": len(leaves),
            "reported": len(reported),
            "weight": sum(weight.values()),
            "reported_weight": sum(weight[task] for task in reported),
            "weighted_progress": sum(weight[t] * progress[t] * 100 for t in reported),
        }
