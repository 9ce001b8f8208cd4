# SPDX-License-Identifier: BSL-1.0
"""Deadline rules as Edit.add_task(deadline=...) takes them: dicts of cascade JSON, by name."""

from __future__ import annotations


def by_date(last, *, exclusive=False, text=None):
    """One closing day; `exclusive`: the paper says "before that day"."""
    return _rule("by_date", last=last, exclusive=exclusive or None, text=text)


def period(first, last, *, text=None):
    """A span of days, due on its last."""
    return _rule("period", first=first, last=last, text=text)


def ongoing(first=None, *, text=None):
    """"Thường xuyên": never overdue."""
    return _rule("ongoing", first=first, text=text)


def after(event, term, unit="day", *, text=None):
    """`term` days, working days, weeks, months or years after an event.

    `event` is "issued" (of the task's document), a day, or a task whose end starts the term.
    """
    where = {"event": "issued"}
    if event != "issued":
        # a day speaks of years or is a text like 2025-12-31; everything else names a task
        is_day = hasattr(event, "year") or (isinstance(event, str) and _looks_like_day(event))
        where = (
            {"event": "date", "event_date": event}
            if is_day
            else {"event": "task_done", "event_task": event}
        )
    return _rule("after_event", term=term, term_unit=unit, text=text, **where)


def every(period, due="none", day=None, *, month=None, exclusive=False, text=None, **fields):
    """Once in every week, month, quarter, half_year, nine_months or year."""
    recurrence = {"period": period, "due": due, "day": day, "month": month, **fields}
    recurrence["exclusive"] = exclusive or None
    return _rule("recurring", recurrence=_given(recurrence), text=text)


def decree_09(period):
    """A report to the Government by NĐ 09/2019/NĐ-CP: its data window, day 25 of the last month."""
    if period not in ("month", "quarter", "half_year", "year"):
        raise ValueError(f"NĐ 09/2019/NĐ-CP sets no window for {period!r}")
    return every(period, "last_month", 25, window="decree_09")


def health_statistics(period, tier):
    """A report by TT 37/2019/TT-BYT of a commune, district, province or central unit."""
    if period not in ("month", "quarter", "half_year", "nine_months", "year"):
        raise ValueError(f"TT 37/2019/TT-BYT has no report for {period!r}")
    if tier == "central":
        if period != "year":
            raise ValueError("central units report the year")
        return every(period, "fixed_next_year", 31, month=3, exclusive=True)
    working_days = {"commune": 5, "district": 15, "province": 25}
    if tier not in working_days:
        raise ValueError(f"tier {tier!r} is none of commune, district, province, central")
    return every(period, "after_end", working_days[tier])


def impossible(day, month, year=None, *, text=None):
    """A day that does not exist (31/11), kept as written."""
    return _rule("impossible", written=_given({"day": day, "month": month, "year": year}), text=text)


def _looks_like_day(text):
    return len(text) == 10 and text[4] == "-" and text[7] == "-" and text.replace("-", "").isdigit()


def _given(fields):
    return {name: value for name, value in fields.items() if value is not None}


def _rule(kind, **fields):
    return {"kind": kind, **_given(fields)}
