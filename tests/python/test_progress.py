# SPDX-License-Identifier: BSL-1.0
"""Long calls say how far they have come, and stop when asked."""

import signal
import threading

import kehoach
import pytest

TASKS = 40_000


@pytest.fixture(scope="module")
def large():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        edit.add_unit(key="bv", level="hospital", name="Bệnh viện")
        edit.add_document(key="KH", symbol="1/KH-BV", issued="2025-01-06")
        rule = kehoach.rules.by_date("2025-07-31")
        edit.add_tasks({"document": "KH", "leads": ["bv"], "deadline": rule} for _ in range(TASKS))
    return engine


def touched(engine):
    """An edit of the settings: everything is computed anew."""
    edit = engine.edit()
    edit.set(before="lenient")
    return edit


def test_the_callback_is_told_stage_and_tasks(large):
    seen = []
    touched(large.branch()).commit(progress=lambda *step: seen.append(step))
    assert len(seen) > 3 and all(0 <= done <= total for _, done, total in seen)
    assert {total for _, _, total in seen} >= {TASKS}
    seen.clear()
    large.snapshot().evaluate("2025-08-01", progress=lambda *step: seen.append(step))
    assert seen
    seen.clear()
    large.branch().follow("2025-08-01", progress=lambda *step: seen.append(step))
    assert seen


def test_false_cancels_and_nothing_has_changed(large):
    branch = large.branch()
    before = branch.snapshot()
    with pytest.raises(kehoach.CancelledError):
        touched(branch).commit(progress=lambda *step: False)
    assert branch.snapshot().revision == before.revision
    with pytest.raises(kehoach.CancelledError):
        before.evaluate("2025-08-01", progress=lambda *step: False)


def test_reading_and_restoring_are_watched(large):
    text = large.snapshot().to_json()
    stages = []
    kehoach.Engine.from_json(text, progress=lambda stage, *_: stages.append(stage))
    assert stages[:2] == ["keys", "keys"] and "items" in stages
    with pytest.raises(kehoach.CancelledError):
        kehoach.Engine.from_json(text, progress=lambda *step: False)
    branch = large.branch()
    first = branch.snapshot()
    touched(branch).commit()
    branch.follow("2025-08-01")
    with pytest.raises(kehoach.CancelledError):
        branch.add_json('{"format": "kehoach.cascade/1"}', progress=lambda *step: False)
    with pytest.raises(kehoach.CancelledError):
        branch.restore(first, progress=lambda *step: False)
    with pytest.raises(kehoach.CancelledError):
        branch.undo(progress=lambda *step: False)


def test_threads_change_no_answer(large):
    alone, helped = large.branch(), large.branch()
    touched(alone).commit()
    touched(helped).commit(threads=3)
    helped.verify()
    one = alone.snapshot().evaluate("2025-08-04")
    two = helped.snapshot().evaluate("2025-08-04", threads=2)
    assert two.rollup().total == one.rollup().total == TASKS
    assert [d.item for d in two.overdue()] == [d.item for d in one.overdue()]
    with pytest.raises(kehoach.InvalidValueError):
        alone.snapshot().evaluate("2025-08-04", threads=0)


def test_what_the_callback_raises_goes_through(large):
    branch = large.branch()
    before = branch.snapshot().revision

    def fail(*step):
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        touched(branch).commit(progress=fail)
    assert branch.snapshot().revision == before


def test_a_callback_cannot_use_the_engine_it_is_called_from(large):
    branch = large.branch()
    with pytest.raises(kehoach.MisuseError):
        touched(branch).commit(progress=lambda *step: branch.snapshot())
    branch.snapshot()


def test_ctrl_c_ends_a_long_call(large):
    branch = large.branch()
    before = branch.snapshot().revision
    edit = touched(branch)
    with pytest.raises(KeyboardInterrupt):
        edit.commit(progress=lambda *step: signal.raise_signal(signal.SIGINT))
    assert branch.snapshot().revision == before


def test_another_thread_may_ask_meanwhile(large):
    branch = large.branch()
    begun, asked = threading.Event(), []

    def ask():
        begun.wait()
        asked.append(branch.snapshot().revision)

    other = threading.Thread(target=ask)
    other.start()
    commit = touched(branch).commit(progress=lambda *step: begun.set())
    other.join(timeout=60)
    assert asked and asked[0] <= commit.revision


def test_a_bar_shows_each_stage_to_its_end(large):
    class Bar:
        """What on_bar uses of tqdm."""

        desc, n, total, shown = "", 0, None, []

        def reset(self, total):
            self.n, self.total = 0, total

        def set_description(self, text):
            self.desc = f"{text}: "
            self.shown.append(text)

        def update(self, more):
            assert more >= 0
            self.n += more
            assert self.n <= self.total

    touched(large.branch()).commit(progress=kehoach.on_bar(Bar()))
    assert len(Bar.shown) >= 2
    tqdm = pytest.importorskip("tqdm")
    with open("/dev/null", "w") as nowhere, tqdm.tqdm(file=nowhere) as bar:
        touched(large.branch()).commit(progress=kehoach.on_bar(bar))
