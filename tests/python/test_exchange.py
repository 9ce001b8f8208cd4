# SPDX-License-Identifier: BSL-1.0
"""Plans from dicts and pandas frames and back; answers as tables for people; versions."""

import datetime
import decimal

import kehoach
import pandas as pd
import pytest

PLAN = {
    "format": "kehoach.cascade/1",
    "units": [{"key": "bv", "level": "hospital", "name": "Bệnh viện <A>"}],
    "documents": [{"key": "KH", "symbol": "1/KH-BV", "issued": datetime.date(2025, 1, 6)}],
    "indicators": [{"key": "BS", "name": "Bác sĩ", "decimals": 2}],
    "targets": [
        {
            "key": "BS-1",
            "indicator": "BS",
            "unit": "bv",
            "milestones": [{"by": "2025-12-31", "bound": decimal.Decimal("13.10")}],
        }
    ],
}


@pytest.fixture
def engine():
    return kehoach.Engine.from_dict(PLAN)


def test_figures_go_through_dicts_exactly(engine):
    again = engine.snapshot().to_dict()
    bound = again["targets"][0]["milestones"][0]["bound"]
    assert isinstance(bound, decimal.Decimal) and bound == decimal.Decimal("13.1")
    assert again["documents"][0]["issued"] == "2025-01-06"
    other = kehoach.Engine.from_dict(again)
    assert other.snapshot().to_json() == engine.snapshot().to_json()


def test_a_dict_is_added_whole_or_not_at_all(engine):
    more = {"format": "kehoach.cascade/1", "tasks": [{"key": "a", "document": "KH"}, {"key": "a", "document": "KH"}]}
    before = engine.snapshot().to_json()
    with pytest.raises(kehoach.DuplicateKeyError):
        engine.add_dict(more)
    assert engine.snapshot().to_json() == before
    more["tasks"].pop()
    engine.add_dict(more)
    assert engine.snapshot().find("task", "a")
    with pytest.raises(TypeError, match="set"):
        engine.add_dict({"tasks": {1, 2}})


def test_a_frame_of_tasks_is_a_batch(engine):
    frame = pd.DataFrame(
        {
            "key": ["a", "b"],
            "document": ["KH", "KH"],
            "name": ["Tập huấn", None],
            "weight": [3, float("nan")],
            "leads": [["bv"], ["bv"]],
            "deadline": [{"kind": "by_date", "last": pd.Timestamp("2025-07-31")}, pd.NaT],
        }
    )
    with engine.edit() as edit:
        items = edit.add_tasks(frame)
    plans = engine.snapshot()
    assert [plans.key(item) for item in items] == ["a", "b"]
    assert plans.spec(items[0])["weight"] == 3 and "name" not in plans.spec(items[1])
    assert str(plans.deadline(items[0]).due) == "2025-07-31"
    with pytest.raises(TypeError, match="wieght"):
        engine.edit().add_tasks(frame.rename(columns={"weight": "wieght"}))


def test_answers_are_tables_in_a_notebook(engine):
    with engine.edit() as edit:
        edit.add_task(key="a", document="KH", name="<b>", leads=["bv"], deadline=kehoach.rules.by_date("2025-07-31"))
    late = engine.snapshot().evaluate(as_of="2025-08-04")
    html = late.overdue()._repr_html_()
    assert "<th>due</th>" in html and "<td>2025-07-31</td>" in html
    assert "&lt;b&gt;" in html and "<b>" not in html
    why = late.explain(("task", "a"))._repr_html_()
    assert why.startswith("<pre>") and "&lt;b&gt;" in why


def test_a_branch_is_taken_over_and_taken_back(engine):
    before = engine.snapshot()
    branch = engine.branch()
    branch.add_dict({"format": "kehoach.cascade/1", "tasks": [{"key": "a", "document": "KH"}]})
    engine.adopt(branch)
    [added] = [c for c in kehoach.diff(before, engine.snapshot()) if c.item.kind == "task" and c.field == "item"]
    assert (added.before, added.after) == (0, 1)
    engine.undo()
    assert engine.snapshot().to_json() == before.to_json()
    engine.undo()
    engine.restore(before)
    assert engine.snapshot().to_json() == before.to_json()
    with pytest.raises(kehoach.MisuseError):
        engine.adopt(engine)
    with pytest.raises(kehoach.MisuseError):
        engine.restore(kehoach.Engine().snapshot())


def test_what_turns_by_itself_is_known_before(engine):
    with engine.edit() as edit:
        edit.add_task(key="a", document="KH", leads=["bv"], deadline=kehoach.rules.by_date("2025-07-31"))
    today = engine.snapshot().evaluate(as_of="2025-07-01")
    [turn] = today.turns("2025-08-31")
    assert (str(turn.on), turn.before, turn.after) == ("2025-08-01", "open_in_time", "open_overdue")
    assert list(today.turns("2025-08-31").to_pandas().columns) == ["task", "on", "before", "after"]


def test_a_text_beyond_the_limits_is_refused():
    text = '{"format": "kehoach.cascade/1", "units": [{"key": "a", "level": "hospital", "name": "A"}]}'
    with pytest.raises(kehoach.TooLargeError):
        kehoach.Engine.from_json(text, max_bytes=20)
    with pytest.raises(kehoach.TooLargeError):
        kehoach.Engine().add_json(text, max_depth=2)
    assert kehoach.Engine.from_json(text, max_bytes=200, max_depth=5).snapshot().count("unit") == 1
