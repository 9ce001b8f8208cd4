# SPDX-License-Identifier: BSL-1.0
"""Recurrences, terms and working days beside dateutil and NumPy, on seeded random days.

Known differences, each with its reason, are the last tests:

* dateutil leaves out a month without the day; Civil Code art. 148(3) takes its last one.
* dateutil knows no impossible day: 31/11 has no occurrence; here it is an instance that says so.
* NumPy counts on without end and takes 0 working days from a day off to the next working day;
  here nothing added is the day itself, and outside the calendar nobody knows the days off.
"""

import datetime
import random

import kehoach
import numpy as np
import pytest
from kehoach import rules

rrule = pytest.importorskip("dateutil.rrule", reason="python3-dateutil is not installed")
relativedelta = pytest.importorskip("dateutil.relativedelta").relativedelta

D = datetime.date
FIRST, LAST = D(2018, 1, 1), D(2050, 12, 31)
PERIODS = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}


@pytest.fixture(scope="module")
def vietnam():
    return kehoach.Calendar.vietnam()


def by_dateutil(**rule):
    begin = datetime.datetime(2017, 1, 1)
    days = rrule.rrule(dtstart=begin, until=datetime.datetime(2050, 12, 31), **rule)
    return [t.date() for t in days if t.date() >= FIRST]


def by_us(rule):
    # found by the last valid day, which may be the day before the written one
    all_days = kehoach.instances(rule, FIRST - datetime.timedelta(1), LAST, roll_fixed_dates="none")
    return [i.written for i in all_days if FIRST <= i.written <= LAST]


def months_of(period, shift):
    length = PERIODS[period]
    ends = [9] if period == "nine_months" else range(length, 13, length)
    return [(end - 1 + shift) % 12 + 1 for end in ends]


def test_report_days_recur_as_in_dateutil():
    chance = random.Random(5545)
    for _ in range(60):
        period = chance.choice(list(PERIODS))
        due = chance.choice(["last_month", "next_month"])
        day = chance.choice([*range(1, 29), "last"])
        ours = by_us(rules.every(period, due, day, exclusive=chance.random() < 0.5))
        months = months_of(period, due == "next_month")
        theirs = by_dateutil(
            freq=rrule.YEARLY, bymonth=months, bymonthday=-1 if day == "last" else day
        )
        assert ours == theirs, (period, due, day)


def test_weekdays_recur_as_in_dateutil():
    for weekday in range(1, 8):
        ours = by_us(rules.every("week", "weekday", weekday))
        assert ours == by_dateutil(freq=rrule.WEEKLY, byweekday=weekday - 1)


def test_terms_end_where_relativedelta_ends():
    chance = random.Random(148)
    units = ["day", "week", "month", "year"]
    for _ in range(2000):
        event = D(2018, 1, 1) + datetime.timedelta(chance.randrange(10000))
        unit, count = chance.choice(units), chance.randrange(25)
        term = kehoach.resolve(rules.after(event, count, unit), roll_terms="none")
        assert term.due == event + relativedelta(**{unit + "s": count}), (event, count, unit)


def numpy_calendar(vietnam):
    """Saturdays are worked where we work them; all other days off are holidays."""
    every = [vietnam.first + datetime.timedelta(n) for n in range((vietnam.last - vietnam.first).days)]
    off = [d for d in every if not vietnam.is_working_day(d)]
    return np.busdaycalendar(weekmask="1111111", holidays=np.array(off, dtype="datetime64[D]"))


def test_working_days_are_those_numpy_counts(vietnam):
    theirs = numpy_calendar(vietnam)
    chance = np.random.default_rng(9)
    days = np.datetime64("2018-06-01") + chance.integers(0, 14000, 5000)
    for n in (1, 2, 5, 30, 90):
        ours = vietnam.add_working_days(days, n)
        # Theirs: first to a working day, backwards, so that a day off counts from its eve.
        assert (ours == np.busday_offset(days, n, roll="backward", busdaycal=theirs)).all()
        back = vietnam.add_working_days(days, -n)
        assert (back == np.busday_offset(days, -n, roll="forward", busdaycal=theirs)).all()
    later = days + chance.integers(0, 400, 5000)
    counted = np.busday_count(days + 1, later + 1, busdaycal=theirs)
    for day, last, count in list(zip(days, later, counted))[:500]:
        assert vietnam.working_days_between(day, last) == count


def test_known_difference_a_short_month_has_a_last_day():
    theirs = by_dateutil(freq=rrule.MONTHLY, bymonthday=31)
    ours = by_us(rules.every("month", "same_month", 31))
    assert len(ours) == 33 * 12 and len(theirs) == 33 * 7
    assert set(theirs) < set(ours)


def test_known_difference_an_impossible_day_is_said_to_be_one():
    assert by_dateutil(freq=rrule.YEARLY, bymonth=11, bymonthday=31) == []
    ours = kehoach.instances(rules.every("year", "fixed", 31, month=11), FIRST, LAST)
    assert len(ours) == 33 and all(i.impossible for i in ours)


def test_known_difference_nothing_added_is_the_day_itself(vietnam):
    saturday = np.datetime64("2026-03-07")
    there = np.busday_offset(saturday, 0, roll="forward", busdaycal=numpy_calendar(vietnam))
    assert there == np.datetime64("2026-03-09")
    assert vietnam.add_working_days("2026-03-07", 0) == D(2026, 3, 7)
    with pytest.raises(kehoach.OutsideCalendarError):
        vietnam.add_working_days("2061-01-03", 1)
