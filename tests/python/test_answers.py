# SPDX-License-Identifier: BSL-1.0
"""Evaluations: what Python sees of the answers, as objects, columns and frames."""

import datetime
import gc
import json
from decimal import Decimal

import kehoach
import numpy as np
import pytest


def test_states(today):
    state = today.state("T2")
    assert state.status == "open_in_time" and state.due == datetime.date(2025, 9, 30)
    assert state.reported == Decimal(40) and state.derived is None
    assert today.state("T1").status == "done_in_time"
    assert today.state(kehoach.Item("task", 4)).status == "open_without_deadline"
    assert today.as_of == datetime.date(2025, 8, 4)
    with pytest.raises(kehoach.UnknownIdError):
        today.state(99)


def test_statuses_are_a_view_that_keeps_its_evaluation_alive(snapshot):
    statuses = snapshot.evaluate(as_of="2025-08-04").statuses
    gc.collect()
    words = [kehoach.status_words[code] for code in statuses]
    assert words == ["open_in_time", "done_in_time", "open_in_time", "open_without_deadline"]
    assert statuses.dtype == np.uint8 and not statuses.flags.owndata and not statuses.flags.writeable
    with pytest.raises(ValueError):
        statuses[0] = 3


def test_two_views_share_their_memory(today):
    assert today.statuses.ctypes.data == today.statuses.ctypes.data


def test_columns_are_of_equal_length(today):
    state, schedule = today.state_columns(), today.snapshot.schedule_columns()
    assert {len(column) for column in (*state.values(), *schedule.values())} == {4}
    assert state["due"].dtype == schedule["latest_finish"].dtype == "datetime64[D]"
    assert not state["due"].flags.owndata and state["due"].base is not None  # a view, not a copy
    assert str(kehoach.days(state["due"])[1]) == "2025-07-30"
    assert np.isnat(kehoach.days(state["due"])[3])


def test_due_and_overdue(today):
    due = today.due("2025-09-01", "2025-09-30")
    assert [str(row.due) for row in due] == ["2025-09-10", "2025-09-30"]
    assert due[0].item.kind == "report" and due[0].instance.number == 3
    assert due[0].expected == 2 and due[0].received == 0
    assert due[1].unit == today.snapshot.find("unit", "khoa")
    assert [row.item.kind for row in today.overdue()] == ["report"]  # the second quarter's


def test_a_frame_of_what_is_overdue(snapshot):
    frame = snapshot.evaluate(as_of="2025-10-06").overdue().to_pandas()
    assert list(frame["item"]) == ["Báo cáo quý", "Báo cáo quý", "Tập huấn"]
    assert frame["due"].dtype == "datetime64[ns]"
    assert list(frame["working_days_left"])[-1] == -4


def test_an_empty_list_makes_an_empty_frame(today):
    frame = today.due("2025-08-09", "2025-08-09").to_pandas()
    assert len(frame) == 0 and "due" in frame.columns


def test_a_frame_of_all_tasks(today):
    frame = today.to_pandas()
    assert list(frame["key"]) == ["CP/1", "T1", "T2", "T3"]
    assert list(frame["status"])[1] == "done_in_time" and frame["status"].dtype == "category"
    assert frame.loc[3, "reported"] == 40.0
    assert frame["total_slack"].dtype == "Int32"
    assert frame["due"].isna().tolist() == [False, False, False, True]


def test_rollups_are_exact(today):
    sum_ = today.rollup(document="KH")
    assert (sum_.total, sum_.done, sum_.open, sum_.weight) == (3, 1, 2, 5)
    assert sum_.done_of_assigned() == Decimal("33.33")
    assert sum_.done_of_assigned(decimals=0) == Decimal(33)
    assert sum_.done_of_assigned(decimals=1, rounding="truncate") == Decimal("33.3")
    assert sum_.progress() == Decimal(44)
    assert sum_.counts["done_in_time"] == 1
    assert [int(task) for task in today.tasks(document="KH")] == [2, 3, 4]
    assert today.rollup(unit="bv", below=False).total == 1
    assert today.rollup(level="division").total == 2
    with pytest.raises(TypeError, match='scope has no field "uint"'):
        today.rollup(uint="bv")


def test_a_verdict(snapshot):
    verdict = snapshot.evaluate(as_of="2026-01-05").verdict("BS-2025")
    assert verdict.compliance == "met"
    assert verdict.actual == Decimal("13.1") and verdict.gap == Decimal(0)
    assert verdict.missing == [snapshot.find("unit", "khoa")]
    assert verdict.milestone.by == datetime.date(2025, 12, 31)


def test_findings(today):
    codes = [finding.code for finding in today.findings]
    assert codes.count("impossible_date") == 1
    finding = today.findings[codes.index("impossible_date")]
    assert finding.item == kehoach.Item("task", 4) and "31/11" in str(finding.message)
    assert finding.message.en and finding.severity in ("warning", "error")
    assert len(today.findings.to_pandas()) == len(codes)


def test_an_explanation_is_a_tree_and_a_text(today):
    why = today.explain(("task", "T1"), "deadline")
    lines = str(why).splitlines()
    assert len(lines) == len(why) and why[0].depth == 0
    assert why.text("en") != why.text("vi")
    assert "30/7/2025" in why.text("vi")
    tree = json.loads(why.to_json())
    steps, found = list(tree["reasons"]), []
    while steps:
        step = steps.pop(0)
        found.append(step["text"]["vi"])
        steps[:0] = step.get("because", [])
    assert tree["format"] == "kehoach.reasons/1"
    assert found == [reason.text.vi for reason in why]
    assert why.to_dot("en").count("[label=") == len(why)
    with pytest.raises(kehoach.MisuseError):
        today.explain(("task", "T1"), "verdict")


def test_reprs_can_be_read(today):
    assert "T" not in repr(today.state("T1")) or "TaskState(" in repr(today.state("T1"))
    assert repr(today.state("T1")).startswith("TaskState(status='done_in_time', due=2025-07-30")
    row = today.due("2025-09-30", "2025-09-30")[0]
    assert repr(row).startswith("DueItem(item=Item('task', 3), due=2025-09-30")
    assert "2 documents, 4 tasks" in repr(today.snapshot) or "4 tasks" in repr(today.snapshot)
    assert repr(today) == "<Evaluation as of 2025-08-04, 4 tasks>"


def test_known_at_hides_what_was_recorded_later(snapshot):
    assert snapshot.evaluate("2025-08-04", known_at="2025-07-30").state("T2").reported is None
    assert snapshot.evaluate("2025-08-04", known_at=None).state("T2").reported == 40


def test_a_day_no_calendar_knows(snapshot):
    with pytest.raises(kehoach.OutsideCalendarError):
        snapshot.evaluate(as_of="2061-01-01")
    with pytest.raises(kehoach.OutsideCalendarError):
        snapshot.evaluate(as_of=None)


def test_findings_tell_what_they_took(engine):
    today = engine.snapshot().evaluate("2025-08-04")
    assert today.audit_work.rebuilt and today.audit_work.visited > 3
