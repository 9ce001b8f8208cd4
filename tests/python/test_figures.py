# SPDX-License-Identifier: BSL-1.0
"""Tables, sums of shards, targets over time and over offices, points, tallies."""

import datetime
from decimal import Decimal

import kehoach
import pytest


@pytest.fixture(name="engine")
def fixture_engine():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_unit(key="tinh", name="Tỉnh", level="province")
        for number in (1, 2):
            edit.add_unit(key=f"bv{number}", name=f"BV {number}", level="hospital", parent="tinh")
        edit.add_document(key="KH", symbol="1/KH", issuer="tinh", issued="2026-01-05")
        edit.add_task(key="a", name="A", document="KH", leads=["bv1"],
                      deadline={"kind": "by_date", "last": "2026-02-02"})
        edit.add_task(key="b", name="B", document="KH", leads=["bv1", "bv2"], implements=["a"],
                      deadline={"kind": "by_date", "last": "2026-05-05"})
        edit.add_observation(what="done", task="b", date="2026-03-03")
        edit.add_observation(what="progress", task="a", date="2026-03-03", value=10)
        edit.add_indicator(key="ds", name="Dân số", aggregation="sum")
        edit.add_indicator(key="bp", name="Bao phủ", measure="%", aggregation="ratio", factor=100,
                           weight="ds", lowest=0, highest=100)
        edit.add_target(key="tren", indicator="bp", unit="tinh", gather="hospital",
                        milestones=[{"by": "2026-12-31", "bound": 95}])
        edit.add_target(key="duoi", indicator="bp", unit="bv1", implements=["tren"],
                        milestones=[{"by": "2026-12-31", "bound": 90}])
        edit.add_observation(what="value", indicator="ds", unit="bv1", date="2026-01-01", value=1000)
        edit.add_observation(what="value", indicator="ds", unit="bv2", date="2026-01-01", value=3000)
        edit.add_observation(what="value", indicator="bp", unit="bv1", date="2026-03-01", value=900)
    return engine


@pytest.fixture(name="today")
def fixture_today(engine):
    return engine.snapshot().evaluate(as_of="2026-04-01")


def test_a_table_counts_a_task_once_in_a_cell_and_once_in_a_total(today):
    table = today.cross_table(rows="unit", columns="status")
    assert [today.snapshot.key(row) for row in table.rows] == ["tinh", "bv1", "bv2"]
    assert table.columns == ["done_in_time", "open_overdue"]
    assert [sum_.total for sum_ in table.row_totals] == [2, 2, 1]
    assert table.total.total == 2 and table.at(2, 1).total == 0
    assert table.tasks(1, 0) == [today.snapshot.find("task", "b")]
    frame = table.to_pandas()
    assert frame.loc["Tỉnh", "*"] == 2 and frame.loc["*", "done_in_time"] == 1
    quarters = today.cross_table(rows="quarter", unit="bv2")
    assert quarters.rows == [(datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))]


def test_shards_merge_and_save(today):
    whole = today.partial(rows="document", columns="unit")
    again = kehoach.Partial.load(whole.save())
    assert again.save() == whole.save() and again.own_tasks == 2 and not again.unowned
    assert ("KH", "bv2", 1) in [(row, column, sum_.total) for row, column, sum_ in again.cells]
    assert again.to_pandas().loc["*", "*"] == 2
    with pytest.raises(kehoach.DuplicateKeyError):
        again.merge(whole)
    with pytest.raises(kehoach.ParseError):
        kehoach.Partial.load(whole.save()[:-1])


def test_who_reported_what_is_worst_and_where_reports_differ(today):
    keys = [today.snapshot.key(unit) for unit in today.coverage().expected]
    assert keys == ["bv1", "bv2"] and today.coverage().missing == []
    assert today.worst().status == "open_overdue"
    contrast = today.contrasts(5)[0]
    assert (contrast.reported, contrast.derived) == (10, 100)
    assert today.sharing().shared == 0
    assert today.rollup().done_of_assigned_at_best() == Decimal(50)


def test_verdicts_say_what_is_still_possible(today):
    verdict = today.verdict("tren")
    assert (verdict.actual, verdict.least, verdict.most) == (90, Decimal("22.5"), Decimal("97.5"))
    assert not verdict.decided and verdict.days_left == 274
    points = today.series("tren", "month", "2026-01-01", "2026-12-31")
    assert [point.actual for point in points] == [None, None, 90, 90]
    assert points.to_pandas()["compliance"].iloc[-1] == "behind"
    assert today.adequacy("tren")[0].outcome == "not_implied"
    assert today.adequacy("tren")[0].short_by == 5
    assert today.tally(unit="tinh").total == 2


def test_points_follow_the_policy(today):
    score = today.score(unit="tinh", first="2026-01-01", last="2026-06-30", general=30)
    assert score.quantity == 50 and score.total == Decimal(65) and score.grade == "fair"
    assert [task.done for task in score.tasks] == [False, True]
    strict = today.score(unit="tinh", first="2026-01-01", last="2026-06-30", grades=[99, 98, 97])
    assert strict.grade == "poor"


def test_the_tally_that_does_not_add_up():
    faults = kehoach.check_tally(total=9831, done=7892, open_in_time=1602, open_overdue=319,
                                 done_percent="80.3", open_in_time_percent="16.47")
    assert (faults[0].computed, faults[0].culprit, faults[0].suggestion) == (
        9813, "open_in_time", 1620)


def test_a_stated_percentage_tells_how_it_was_rounded():
    assert kehoach.rounding_of("66.7", 2, 3) == "half_up"
    assert kehoach.rounding_of("66.6", 2, 3) == "truncate"
    assert kehoach.rounding_of(65, 2, 3) is None


def test_grades_and_outcomes_have_words():
    assert kehoach.describe("excellent") == "hoàn thành xuất sắc"
    assert kehoach.describe("implied", "en") == "implied by those below"
