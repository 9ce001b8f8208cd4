# SPDX-License-Identifier: BSL-1.0
"""The law of time: phrases, steps, periods, chains of reports, versions of calendars, lunar days."""

import datetime

import kehoach
import pytest
from kehoach import rules

D = datetime.date


@pytest.fixture
def vietnam():
    return kehoach.Calendar.vietnam()


# ---- phrases


def test_words_become_rules_and_rules_days():
    (phrase,) = kehoach.read_phrases("Sở báo cáo quý chậm nhất ngày 10 tháng cuối của quý")
    assert phrase.kind == "recurring" and not phrase.incomplete
    assert phrase.recurrence == {"period": "quarter", "due": "last_month", "day": 10}
    assert phrase.rule["recurrence"] == phrase.recurrence
    assert kehoach.resolve(phrase.rule, issued="2025-04-22").due == D(2025, 6, 10)
    assert [i.rolled for i in kehoach.instances(phrase.rule, "2026-01-01", "2026-12-31")] == [
        D(2026, 3, 10),
        D(2026, 6, 10),
        D(2026, 9, 10),
        D(2026, 12, 10),
    ]


def test_a_phrase_says_where_it_stands_in_characters():
    text = "Đơn vị gửi báo cáo trước ngày 31/01/2026; Sở tổng hợp."
    (phrase,) = kehoach.read_phrases(text)
    assert text[phrase.begin : phrase.end] == "trước ngày 31/01/2026" == phrase.rule["text"]
    assert phrase.rule["exclusive"] and phrase.rule["last"] == D(2026, 1, 31)


def test_what_is_left_out_is_said_to_be_inferred():
    first, second = kehoach.read_phrases(
        "trước ngày 31/01, cuối năm chậm nhất ngày 31/11", plan_year=2026
    )
    (inferred,) = first.inferred
    assert (inferred.what, inferred.taken_from, inferred.value) == ("year", "plan_year", 2026)
    assert second.suggested == D(2026, 11, 30)


def test_the_further_parts_of_phrases():
    (often,) = kehoach.read_phrases("ít nhất 02 lần mỗi quý")
    assert (often.frequency.times, often.frequency.every, often.frequency.unit) == (2, 3, "month")
    assert often.frequency.at_least
    (hour,) = kehoach.read_phrases("trước 17h00 ngày 31/3/2026")
    assert hour.minute == 17 * 60 and hour.exclusive_minute
    (window,) = kehoach.read_phrases("từ ngày 15 tháng trước đến 14 tháng báo cáo")
    assert window.kind == "data_window" and window.window_first.day == 15
    assert window.frequency is None and window.minute is None


def test_what_cannot_be_read_is_not_understood():
    with pytest.raises(kehoach.NotUnderstoodError):
        kehoach.read_phrases("Sở Y tế")
    with pytest.raises(TypeError):
        kehoach.read_phrases("2026", year=2026)
    with pytest.raises(TypeError):
        kehoach.read_phrases(None)


# ---- rules outside any plan


def test_each_step_of_a_term_is_named(vietnam):
    deadline = kehoach.resolve(rules.after("2026-02-05", 15), vietnam)
    assert [s.rule for s in deadline.steps] == ["written", "art_147_3", "art_148_1", "roll_next"]
    assert deadline.steps[-1].source == "Bộ luật Dân sự 2015, Điều 148(5)"
    assert deadline.due == D(2026, 2, 23)
    assert kehoach.resolve(rules.after("2026-02-05", 15), roll_terms="none").due == D(2026, 2, 20)


def test_policies_are_named_as_in_settings():
    rule = rules.by_date("2026-01-31", exclusive=True)
    assert kehoach.resolve(rule).last_valid == D(2026, 1, 30)
    assert kehoach.resolve(rule, before="lenient").last_valid == D(2026, 1, 31)
    with pytest.raises(TypeError, match="policy has no field"):
        kehoach.resolve(rule, margins={})
    with pytest.raises(kehoach.InvalidValueError, match="strict, lenient"):
        kehoach.resolve(rule, before="perhaps")


def test_a_task_cannot_be_named_outside_a_plan():
    with pytest.raises(kehoach.UnknownKeyError):
        kehoach.resolve(rules.after("T1", 5))


def test_periods_have_their_window(vietnam):
    rule = rules.every("quarter", "last_month", 20, window="decree_09")
    second = kehoach.instances(rule, "2026-01-01", "2026-12-31", vietnam)[1]
    assert (second.data_first, second.data_last) == (D(2026, 3, 15), D(2026, 6, 14))
    assert kehoach.describe(second, "quarter") == "quý II/2026"
    assert kehoach.describe(second, "quarter", "en") == "Q2 2026"
    with pytest.raises(kehoach.InvalidValueError, match="recurring"):
        kehoach.instances(rules.by_date("2026-01-31"), "2026-01-01", "2026-12-31")


def test_the_law_sets_report_calendars(vietnam):
    half = kehoach.instances(rules.decree_09("half_year"), "2026-01-01", "2026-12-31", vietnam)
    assert [(i.data_first, i.last_valid) for i in half] == [
        (D(2025, 12, 15), D(2026, 6, 25)),
        (D(2026, 6, 15), D(2026, 12, 25)),
    ]
    (year,) = kehoach.instances(rules.health_statistics("year", "province"), "2026-01-01",
                                "2026-12-31", vietnam)
    assert year.rolled == D(2026, 2, 5)
    (year,) = kehoach.instances(rules.health_statistics("year", "central"), "2026-01-01",
                                "2026-12-31", vietnam)
    assert year.last_valid == D(2026, 3, 30)
    for period, tier in [("week", "commune"), ("month", "central"), ("month", "ward")]:
        with pytest.raises(ValueError):
            rules.health_statistics(period, tier)
    for period in ("week", "nine_months"):
        with pytest.raises(ValueError):
            rules.decree_09(period)


def test_the_end_of_a_month_names_its_article():
    (phrase,) = kehoach.read_phrases("cuối tháng 6/2026")
    assert phrase.rule["point"] == "month"
    steps = kehoach.resolve(phrase.rule).steps
    assert [s.rule for s in steps] == ["written", "art_146_2"]


def test_a_year_of_days_off_is_listed(vietnam):
    days = vietnam.exceptions("2026-01-01", "2026-12-31")
    assert len(days) == 17 and days[1]["source"] == "12729/VPCP-KGVX"
    assert days[1]["announced"] == D(2025, 12, 25) and days[2]["working"]
    with pytest.raises(kehoach.OutsideCalendarError):
        vietnam.exceptions("2017-01-01", "2026-12-31")


# ---- chains


def level(name, day, handling, **more):
    due = rules.every("quarter", "last_month", day, window="decree_09")
    return {"name": name, "clause": "84/KH-SYT", "due": due, "handling": handling, **more}


def test_a_chain_has_latest_days_and_margins(vietnam):
    levels = [level("đơn vị", 10, 0), level("Sở", 20, 3, calendar=vietnam), level("tỉnh", 25, 2)]
    chain = kehoach.report_chain(levels, "2026-05-01", check_data=False)
    assert chain.holds and not chain.conflicts
    assert [t.margin for t in chain.levels] == [5, 1, None]
    assert chain.levels[0].needed == D(2026, 6, 17) and chain.levels[2].needed is None
    broken = kehoach.report_chain(levels, "2026-05-01")
    assert [c.rule for c in broken.conflicts] == ["data_closes_too_late"]
    assert "84/KH-SYT" in broken.conflicts[0].text.vi
    with pytest.raises(TypeError, match="level has no field"):
        kehoach.report_chain([{**levels[0], "hand": 1}], "2026-05-01")
    with pytest.raises(kehoach.InvalidValueError):
        kehoach.report_chain([], "2026-05-01")


# ---- calendars


def test_a_new_version_says_what_it_changes_and_moves():
    march = kehoach.Calendar.vietnam("2024-03-31")
    april = kehoach.Calendar.vietnam("2024-04-12")
    off, worked = march.differences(april)
    assert off.date == D(2024, 4, 29) and off.working_before and not off.working_after
    assert off.before is None and off.after["announced"] == D(2024, 4, 12)
    assert worked.text.en.startswith("2024-05-04 is now worked")
    (moved,) = kehoach.moved_deadlines(
        [rules.by_date("2024-06-28"), {"rule": rules.after("issued", 3, "working_day"),
                                       "issued": "2024-04-25"}], march, april
    )
    assert moved.index == 1
    assert (moved.before.due, moved.after.due) == (D(2024, 5, 2), D(2024, 5, 3))
    assert [c.date for c in moved.causes] == [off.date]


def test_calendars_are_made_of_others(vietnam):
    six = kehoach.Calendar(vietnam, key="six", week=[True] * 6 + [False])
    saturday = D(2026, 7, 4)
    both = kehoach.Calendar.combined([vietnam, six], combine="both_work")
    either = kehoach.Calendar.combined([vietnam, six], combine="either_works", name="Hai nơi")
    turns = kehoach.Calendar.combined(
        [vietnam, six],
        combine="in_turn",
        parts=[{"calendar": "vn"}, {"calendar": "six", "from": "2026-07-01"}],
    )
    assert not both.is_working_day(saturday) and either.is_working_day(saturday)
    assert turns.is_working_day(saturday) and not turns.is_working_day(D(2026, 6, 27))
    assert either.name == "Hai nơi"
    with pytest.raises(kehoach.InvalidValueError):
        kehoach.Calendar.combined([vietnam], combine="both_work")
    assert kehoach.Calendar(vietnam, known_on="2024-03-31").is_working_day("2024-04-29")
    assert vietnam.as_known_on("2024-03-31").is_working_day("2024-04-29")


def test_plans_say_what_a_new_calendar_moved():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_calendar(key="march", base="vietnam_public_sector", known_on="2024-03-31")
        edit.set(calendar="march")
        edit.add_unit(key="so", level="department", name="Sở")
        edit.add_document(key="KH", symbol="1/KH", issued="2024-01-02", issuer="so")
        edit.add_task(key="T", name="Việc", document="KH", leads=["so"],
                      deadline=rules.by_date("2024-04-29"))
        edit.add_report(key="BC", name="Báo cáo tuần", document="KH",
                        due=rules.every("week", "weekday", 1), **{"from": ["so"]})
    before = engine.snapshot()
    assert before.spec(("calendar", "march"))["known_on"] == D(2024, 3, 31)
    edit = engine.edit()
    edit.change(("calendar", "march"), key="march", base="vietnam_public_sector")
    commit = edit.commit()
    (due,) = [c for c in commit.changes if c.field == "due"]
    assert due.cause == engine.snapshot().find("calendar", "march")
    moved = kehoach.moved_due(before, engine.snapshot(), "2024-04-01", "2024-12-31")
    assert {m.item.kind for m in moved} == {"task", "report"}
    for m in moved:
        assert (m.before, m.after) == (D(2024, 4, 29), D(2024, 5, 2))
        assert [c.date for c in m.causes] == [D(2024, 4, 29)]
    assert moved[-1].instance.number == 18


# ---- lunar days


def test_lunar_days_go_there_and_back():
    assert str(kehoach.lunar_new_year(2025)) == "2025-01-29" and kehoach.leap_month(2025) == 6
    assert kehoach.days_in_lunar_month(2025, 12) == 29  # no 30 Tết
    with pytest.raises(kehoach.ImpossibleDateError):
        kehoach.days_in_lunar_month(2026, 3, leap=True)
    lunar = kehoach.to_lunar("2026-02-17")
    assert (lunar.year, lunar.month, lunar.day, lunar.leap) == (2026, 1, 1, False)
    assert kehoach.describe(lunar) == "mùng 1 tháng 1 năm Bính Ngọ"
    assert kehoach.from_lunar(2026, 3, 10) == D(2026, 4, 26)
    with pytest.raises(kehoach.ImpossibleDateError):
        kehoach.from_lunar(2026, 12, 30)
    with pytest.raises(kehoach.InvalidValueError):
        kehoach.to_lunar("1900-01-01")
