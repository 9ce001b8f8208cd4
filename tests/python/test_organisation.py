# SPDX-License-Identifier: BSL-1.0
"""Offices that merge and hang in two lines, groups by rule, the audit's codes, the burden of reports."""

import datetime

import kehoach
import pytest
from kehoach import rules

BEFORE = "2025-06-30"


@pytest.fixture
def merger():
    """An old province merges on 01/7/2025; a station below it is directed by the ministry."""
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_unit(key="bo", level="ministry", name="Bộ")
        edit.add_unit(
            key="moi",
            level="province",
            name=[{"from": "2025-07-01", "value": "Tỉnh mới"}],
            parent="bo",
        )
        edit.add_unit(
            key="cu",
            level="province",
            name="Tỉnh cũ",
            parent="bo",
            successors=[{"from": "2025-07-01", "unit": "moi"}],
            closed="2025-07-01",
        )
        edit.add_unit(
            key="tram",
            level="station",
            name="Trạm",
            type="trạm y tế",
            parent="cu",
            professional_parent="bo",
        )
        edit.add_unit(
            key="cac-tram",
            name="Các trạm",
            member_rules=[{"below": "bo", "line": "professional", "level": "station"}],
        )
        edit.add_document(key="KH", symbol="1/KH", issued="2025-02-03")
        edit.add_task(
            key="T",
            name="Tập huấn",
            document="KH",
            leads=["cu"],
            deadline=rules.by_date("2025-08-15"),
        )
        edit.add_report(
            key="BC",
            name="Báo cáo",
            document="KH",
            **{"from": ["cu"]},
            due=rules.every("month", "same_month", 20),
        )
    return engine


def test_a_verdict_within_older_boundaries(merger):
    with merger.edit() as edit:
        edit.add_indicator(key="g", name="Giường bệnh", aggregation="sum")
        edit.add_target(
            key="G",
            indicator="g",
            unit="moi",
            executing=["cu"],
            milestones=[{"by": "2025-12-31", "bound": 900}],
        )
        for unit, date, value in (("cu", "2025-06-15", 400), ("moi", "2025-09-30", 950)):
            edit.add_observation(what="value", indicator="g", unit=unit, date=date, value=value)
    today = merger.snapshot().evaluate("2025-10-15")
    assert today.verdict("G").actual == 950
    assert today.verdict("G", boundaries=BEFORE).actual == 400


def test_open_duties_pass_to_the_successor(merger):
    plans = merger.snapshot()
    old, new = plans.find("unit", "cu"), plans.find("unit", "moi")
    today = plans.evaluate("2025-08-04")
    assert today.answerable("T") == [new] and today.answerable("T", BEFORE) == [old]
    assert today.rollup(unit="moi").total == 1 and today.rollup(unit="cu").total == 0
    assert today.rollup(unit="cu", boundaries=BEFORE).total == 1
    assert today.tasks(unit="bo", line="professional") == []
    assert [d.unit for d in today.due("2025-08-01", "2025-08-31", unit="moi")] == [new, new]
    assert today.due("2025-08-01", "2025-08-31", unit="cu") == []
    late = plans.evaluate("2025-09-01").overdue(unit="moi", document="KH")
    assert kehoach.Item("task", 1) in [d.item for d in late]


def test_offices_hang_in_two_lines(merger):
    plans = merger.snapshot()

    def item(key):
        return plans.find("unit", key)

    assert plans.parent("tram", BEFORE) == item("cu")
    assert plans.parent("tram", "2025-07-01") == item("moi")
    assert plans.parent("tram", "2025-07-01", "professional") == item("bo")
    assert plans.parent("bo", "2025-07-01") is None
    assert plans.exists("cu", BEFORE) and not plans.exists("cu", "2025-07-01")
    assert plans.expand("cac-tram", "2025-07-01") == [item("tram")]
    assert plans.expand("cu", "2025-07-01") == [item("moi")]


def test_what_was_said_of_an_office_says_it_again(merger):
    plans = merger.snapshot()
    for key in ("cu", "tram", "cac-tram"):
        spec = plans.spec(("unit", key))
        with merger.edit() as edit:
            edit.change(("unit", key), **spec)
        assert merger.snapshot().spec(("unit", key)) == spec
    assert plans.spec(("unit", "cu"))["closed"] == datetime.date(2025, 7, 1)


def test_the_burden_of_reports(merger):
    months = merger.snapshot().evaluate("2025-06-02").burden("2025-06-01", "2025-07-31")
    assert [(m.month.month, m.reports, m.mergeable) for m in months] == [(7, 1, 0), (6, 1, 0)]
    assert months[0].obligations == [kehoach.Item("report", 1)]


def test_codes_are_switched_off_and_weighed_otherwise(merger):
    table = kehoach.finding_codes()
    assert [info.number for info in table] == list(range(1, len(table) + 1))
    assert all(info.meaning.vi and info.meaning.en for info in table)
    code = "report_before_period_ends"
    severities = {}
    for word in ("error", "off"):
        with merger.edit() as edit:
            edit.set(findings={code: word}, burden=3)
        today = merger.snapshot().evaluate("2025-06-02")
        severities[word] = [f.severity for f in today.findings if f.code == code]
    assert severities == {"error": ["error"], "off": []}
    with pytest.raises(TypeError):
        merger.edit().set(findings={"no_such_code": "off"})
    with pytest.raises(kehoach.InvalidValueError):
        merger.edit().set(findings={code: "terrible"})
