# SPDX-License-Identifier: BSL-1.0
"""How days, figures, words and items cross the border, and calendars."""

import datetime
from decimal import Decimal

import kehoach
import numpy as np
import pandas as pd
import pytest

FRIDAY = datetime.date(2026, 2, 13)


@pytest.fixture
def calendar():
    return kehoach.Calendar.vietnam()


@pytest.mark.parametrize(
    "day",
    [
        FRIDAY,
        "2026-02-13",
        datetime.datetime(2026, 2, 13),
        np.datetime64("2026-02-13"),
        np.datetime64("2026-02-13T00:00"),
        pd.Timestamp("2026-02-13"),
    ],
)
def test_a_day_may_be_said_in_many_ways(calendar, day):
    assert calendar.add_working_days(day, 2) == datetime.date(2026, 2, 24)


@pytest.mark.parametrize("day", [None, pd.NaT, np.datetime64("NaT")])
def test_no_day_is_outside_every_calendar(calendar, day):
    with pytest.raises(kehoach.OutsideCalendarError):
        calendar.is_working_day(day)


def test_a_time_of_day_is_refused(calendar):
    with pytest.raises(ValueError, match="time of day"):
        calendar.is_working_day(datetime.datetime(2026, 2, 13, 8))


def test_an_impossible_day_has_its_own_exception(calendar):
    with pytest.raises(kehoach.ImpossibleDateError, match="31/11"):
        calendar.is_working_day("2025-11-31")
    with pytest.raises(kehoach.ParseError):
        calendar.is_working_day("13/2/2026")


def test_working_days_between_and_rolls(calendar):
    assert calendar.working_days_between(FRIDAY, "2026-02-24") == 2
    assert calendar.working_days_between("2026-02-24", FRIDAY) == -2
    assert calendar.roll_forward("2026-02-17") == datetime.date(2026, 2, 23)
    assert calendar.roll_back("2026-02-17") == FRIDAY
    assert calendar.first == datetime.date(2018, 1, 1)


def test_an_array_of_days_gives_an_array(calendar):
    days = np.array([["2026-02-13", "2026-02-14"]], dtype="datetime64[D]")
    moved = calendar.add_working_days(days, 1)
    assert moved.dtype == np.dtype("datetime64[D]") and moved.shape == (1, 2)
    assert (moved == np.datetime64("2026-02-23")).all()


def test_a_day_off_names_its_notice(calendar):
    why = calendar.exception("2026-02-17")
    assert why["working"] is False and why["source"] == "9441/TB-BNV"
    assert calendar.exception("2026-02-24") is None


def test_a_calendar_of_ones_own_inherits_days(calendar):
    day_off = {"date": "2026-02-25", "name": "Ngày truyền thống"}
    own = kehoach.Calendar(base=calendar, key="bv", name="Bệnh viện", days=[day_off])
    assert not own.is_working_day("2026-02-25")
    assert not own.is_working_day("2026-02-17")
    assert "Bệnh viện" in repr(own)


def test_a_field_nobody_knows_is_an_error():
    with pytest.raises(TypeError, match='calendar has no field "wek"'):
        kehoach.Calendar(wek=[True] * 7)
    with pytest.raises(TypeError, match="calendar.days cannot be 3"):
        kehoach.Calendar(days=3)


def test_an_item_is_a_small_value():
    item = kehoach.Item("task", 12)
    assert (item.kind, item.id, int(item)) == ("task", 12, 12)
    assert item == kehoach.Item("task", 12) and item != kehoach.Item("unit", 12)
    assert {item: 1}[kehoach.Item("task", 12)] == 1
    assert repr(item) == "Item('task', 12)"
    assert not kehoach.Item("none", 0)
    with pytest.raises(kehoach.InvalidValueError, match="none of"):
        kehoach.Item("tsk", 1)


def test_figures_are_exact():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_indicator(key="a", name="A", factor="0.1")
        edit.add_indicator(key="b", name="B", factor=Decimal("1E+2"))
        edit.add_indicator(key="c", name="C", factor=np.int64(7))
        with pytest.raises(TypeError, match="exact"):
            edit.add_indicator(key="d", name="D", factor=0.1)
        with pytest.raises(kehoach.ParseError):
            edit.add_indicator(key="d", name="D", factor="0,1")
    plans = engine.snapshot()
    factors = [plans.spec(item)["factor"] for item in plans.items("indicator")]
    assert factors == [Decimal("0.1"), Decimal(100), Decimal(7)]


def test_words_for_people():
    assert kehoach.describe("done_in_time", "en") == "done in time"
    assert kehoach.describe("no_data") == kehoach.describe("no_data", "vi")
    rule = kehoach.rules.by_date("2025-07-31", exclusive=True)
    assert "31/7/2025" in kehoach.describe(rule)
    assert kehoach.to_vietnamese(datetime.date(2026, 1, 8)) == "08/01/2026"
    assert kehoach.to_vietnamese(Decimal("472971.5")) == "472.971,5"
    assert kehoach.to_vietnamese(None) == ""
    with pytest.raises(kehoach.InvalidValueError):
        kehoach.describe("done_in_tim")


def test_columns_of_day_numbers_become_days():
    days = kehoach.days(np.array([0, 20665, -(2**31)], dtype="int32"))
    assert days.dtype == np.dtype("datetime64[D]")
    assert str(days[0]) == "1970-01-01" and str(days[1]) == "2026-07-31" and np.isnat(days[2])
