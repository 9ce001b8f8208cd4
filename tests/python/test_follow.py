# SPDX-License-Identifier: BSL-1.0
"""An engine that follows a day: what commits then tell, and what they cost."""

import kehoach
import pytest


@pytest.fixture
def engine():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_unit(key="bv", level="hospital", name="Bệnh viện")
        edit.add_document(key="KH", symbol="1/KH-BV", issued="2025-01-06")
        edit.add_task(
            key="T", document="KH", leads=["bv"], deadline={"kind": "by_date", "last": "2025-07-31"}
        )
    return engine


def changes(commit, field):
    return [(change.before, change.after) for change in commit.changes if change.field == field]


def test_a_later_day_returns_what_turned_in_between(engine):
    engine.follow("2025-07-31")
    later = engine.follow("2025-08-01")
    open_in_time, overdue = map(kehoach.status_words.index, ("open_in_time", "open_overdue"))
    assert changes(later, "status") == [(open_in_time, overdue)]
    assert not later.work.rebuilt and later.work.status.changed == 1


def test_a_commit_tells_the_statuses_of_the_day_followed(engine):
    engine.follow("2025-07-01")
    edit = engine.edit()
    edit.add_observation(what="done", task="T", date="2025-06-30")
    commit = edit.commit()
    done = kehoach.status_words.index("done_in_time")
    assert changes(commit, "status")[0][1] == done and commit.work.forward.visited == 0
    engine.unfollow()
    assert not changes(engine.add_json('{"format": "kehoach.cascade/1"}'), "status")


def test_a_day_outside_the_calendar_is_refused(engine):
    with pytest.raises(kehoach.OutsideCalendarError):
        engine.follow("1950-01-01")


def test_findings_asked_for_again_cost_what_changed(engine):
    engine.follow("2025-07-01")
    first = engine.snapshot().evaluate("2025-07-01")
    assert first.audit_work.rebuilt and first.audit_work.visited > 0
    edit = engine.edit()
    edit.add_observation(what="done", task="T", date="2025-06-30")
    edit.commit()
    again = engine.snapshot().evaluate("2025-07-01")
    assert not again.audit_work.rebuilt and again.audit_work.visited < first.audit_work.visited
    assert [f.message for f in again.findings] == [f.message for f in first.findings]
