# SPDX-License-Identifier: BSL-1.0
"""Edits, commits, snapshots, JSON."""

import datetime
import threading

import kehoach
import pytest
from kehoach import rules


def test_items_are_found_by_key_and_have_names(snapshot):
    task = snapshot.find("task", "T2")
    assert task == kehoach.Item("task", 3) and task in snapshot
    assert snapshot.label(task) == "Tập huấn" == snapshot.label(("task", "T2"))
    assert snapshot.key(task) == "T2"
    assert kehoach.Item("task", 99) not in snapshot
    assert [snapshot.key(item) for item in snapshot.items("task")] == ["CP/1", "T1", "T2", "T3"]
    with pytest.raises(kehoach.UnknownKeyError):
        snapshot.find("task", "T9")


def test_a_deadline_comes_with_its_derivation(snapshot):
    deadline = snapshot.deadline("T1")
    assert deadline.kind == "by_date" and deadline.due == datetime.date(2025, 7, 30)
    assert deadline.written == datetime.date(2025, 7, 31)
    assert deadline.steps[0].rule == "written"
    assert snapshot.deadline("T3").due is None
    assert snapshot.deadline("T3").suggested in (None, datetime.date(2025, 11, 30))


def test_links_can_be_followed(snapshot):
    assert [int(task) for task in snapshot.implementers("CP/1")] == [2, 3]
    assert [snapshot.key(unit) for unit in snapshot.expand("all", on="2025-08-01")] == ["bv", "khoa"]
    schedule = snapshot.schedule("T3")
    assert schedule.earliest_finish > datetime.date(2025, 7, 1)


def test_a_spec_can_be_said_again(engine, snapshot):
    again = kehoach.Engine()
    with again.edit() as edit:
        for kind in ("unit", "document", "task", "report", "indicator", "target", "observation"):
            for item in snapshot.items(kind):
                getattr(edit, f"add_{kind}")(**snapshot.spec(item))
    assert again.snapshot().to_json() == snapshot.to_json()


def test_json_in_is_json_out(snapshot):
    text = snapshot.to_json()
    assert kehoach.Engine.from_json(text).snapshot().to_json() == text
    assert kehoach.Engine.from_json(text.encode()).snapshot().to_json() == text


def test_bad_json_says_where(engine):
    with pytest.raises(kehoach.ParseError, match="^line 1, column"):
        kehoach.Engine.from_json("{")
    before = engine.snapshot().to_json()
    with pytest.raises(kehoach.DuplicateKeyError):
        engine.add_json('{"format": "kehoach.cascade/1", "tasks": [{"key": "T1", "document": "KH"}]}')
    assert engine.snapshot().to_json() == before
    with pytest.raises(TypeError):
        kehoach.Engine.from_json(3)


def test_a_change_replaces_and_says_what_moved(engine, snapshot):
    edit = engine.edit()
    spec = snapshot.spec(("task", "T1"))
    edit.change(("task", "T1"), **{**spec, "deadline": rules.by_date("2025-08-15")})
    commit = edit.commit()
    (moved,) = [change for change in commit.changes if change.field == "due"]
    assert moved.item == kehoach.Item("task", 2)
    assert commit.revision == engine.snapshot().revision == snapshot.revision + 1
    assert engine.snapshot().deadline("T1").due == datetime.date(2025, 8, 15)
    assert snapshot.deadline("T1").due == datetime.date(2025, 7, 30)  # a snapshot never changes
    engine.verify()


def test_a_with_block_commits_unless_it_fails(engine):
    with pytest.raises(ZeroDivisionError):
        with engine.edit() as edit:
            edit.add_task(key="X", document="KH")
            1 / 0
    assert engine.snapshot().count("task") == 4
    with pytest.raises(kehoach.MisuseError):
        edit.add_task(key="X", document="KH")
    assert "spent" in repr(edit)


def test_every_fault_is_reported_and_nothing_changes(engine):
    edit = engine.edit()
    edit.add_task(key="X")
    edit.add_task(key="T1", document="KH")
    with pytest.raises(kehoach.Error) as caught:
        edit.commit()
    faults = [caught.value, *caught.value.more]
    assert {fault.code for fault in faults} >= {"missing_field", "duplicate_key"}
    assert all(isinstance(fault, kehoach.Error) and fault.message for fault in faults)
    assert f"and {len(faults) - 1} more" in str(caught.value)
    assert engine.snapshot().count("task") == 4


def test_a_cycle_names_its_items_in_order(engine):
    edit = engine.edit()
    first = edit.reserve("task")
    second = edit.add_task(key="B", document="KH", after=[{"task": first}])
    edit.change(first, key="A", document="KH", after=[{"task": second}])
    with pytest.raises(kehoach.CycleError) as caught:
        edit.commit()
    assert set(caught.value.items) == {first, second} and caught.value.code == "cycle"


def test_an_item_of_the_wrong_kind_is_a_type_error(engine, snapshot):
    with engine.edit() as edit:
        with pytest.raises(TypeError, match="expected a unit"):
            edit.add_task(document="KH", leads=[snapshot.find("task", "T1")])
        with pytest.raises(TypeError, match="task.leads cannot be 'bv'"):
            edit.add_task(document="KH", leads="bv")
        with pytest.raises(TypeError, match='task has no field "nmae"'):
            edit.add_task(document="KH", nmae="x")
        with pytest.raises(TypeError, match="expected an Item or a pair"):
            edit.remove("T1")


def test_a_stale_edit_is_refused(engine):
    one, two = engine.edit(), engine.edit()
    one.add_task(document="KH")
    two.add_task(document="KH")
    one.commit()
    with pytest.raises(kehoach.StaleEditError):
        two.commit()


def test_a_used_item_cannot_be_removed(engine):
    edit = engine.edit()
    edit.remove(("unit", "khoa"))
    with pytest.raises(kehoach.StillUsedError):
        edit.commit()
    with engine.edit() as edit:
        edit.remove(("task", "T3"))
    assert kehoach.Item("task", 4) not in engine.snapshot()


def test_settings_change_deadlines(engine):
    with engine.edit() as edit:
        edit.set(before="lenient", margins={"hospital": 3})
    assert engine.snapshot().deadline("T1").due == datetime.date(2025, 7, 31)
    with engine.edit() as edit, pytest.raises(TypeError, match='settings.margins has no field "x"'):
        edit.set(margins={"x": 3})


def test_a_branch_goes_its_own_way(engine):
    branch = engine.branch()
    with branch.edit() as edit:
        edit.add_task(key="X", document="KH")
    assert branch.snapshot().count("task") == 5 and engine.snapshot().count("task") == 4


def test_an_edit_outlives_its_engine():
    edit = kehoach.Engine().edit()
    edit.add_unit(key="a", level="hospital", name="A")
    assert edit.commit().revision == 1


def test_threads_may_share_an_engine(engine):
    def work():
        for _ in range(20):
            engine.snapshot().evaluate(as_of="2025-08-04").overdue()
            try:
                with engine.edit() as edit:
                    edit.add_task(document="KH")
            except kehoach.StaleEditError:
                pass

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.verify()
    assert engine.snapshot().count("task") > 4


@pytest.mark.parametrize(
    "rule, due",
    [
        (rules.by_date("2025-09-20"), "2025-09-22"),  # a Saturday, rolled
        (rules.period("2025-07-01", "2025-09-30"), "2025-09-30"),
        (rules.ongoing(), None),
        (rules.after("issued", 30), "2025-07-02"),
        (rules.after("2025-12-31", 30), "2026-01-30"),
        (rules.after("T1", 5, "working_day"), "2025-08-06"),
        (rules.every("year", "fixed", 15, month=11), "2025-11-17"),  # a Saturday, rolled
        (rules.impossible(31, 11), None),
    ],
)
def test_rules_have_names(engine, rule, due):
    with engine.edit() as edit:
        edit.add_task(key="X", document="KH", deadline=rule)
    evaluation = engine.snapshot().evaluate(as_of="2025-08-04")
    found = evaluation.state("X").due
    assert str(found) == str(due)


def test_settings_come_back_as_they_were_said(engine):
    said = {
        "before": "lenient",
        "margins": {"hospital": 3},
        "findings": {"no_lead": "off", "due_on_day_off": "warning"},
        "burden": 12,
    }
    assert engine.snapshot().settings == {}
    with engine.edit() as edit:
        edit.set(**said)
    assert engine.snapshot().settings == said


def test_a_calendar_says_what_it_is_made_of():
    own = kehoach.Calendar(key="x", name="X", days=[{"date": "2025-09-05", "working": False, "name": "lễ"}])
    assert own.spec["key"] == "x" and own.spec["days"][0]["name"] == "lễ"
