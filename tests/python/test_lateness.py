# SPDX-License-Identifier: BSL-1.0
"""Chains to the top and accounts of lateness as Python sees them."""

import datetime

import kehoach
import pytest

PLANS = """{"format": "kehoach.cascade/1",
 "units": [{"key": "bo", "level": "ministry", "name": "Bộ"},
           {"key": "bv", "level": "hospital", "name": "Bệnh viện"}],
 "documents": [{"key": "1", "symbol": "1/KH", "issuer": "bo", "issued": "2025-03-03"},
               {"key": "2", "symbol": "2/KH", "issuer": "bv", "issued": "2025-03-17"}],
 "tasks": [{"key": "u", "document": "1", "leads": ["bo"],
            "deadline": {"kind": "by_date", "last": "2025-03-28"}},
           {"key": "l", "document": "2", "leads": ["bv"], "duration": 3, "implements": ["u"]},
           {"key": "free", "document": "2"}]}"""


@pytest.fixture(name="snapshot")
def plans():
    return kehoach.Engine.from_json(PLANS).snapshot()


def test_a_chain_leads_to_the_deadline_that_binds(snapshot):
    chain = snapshot.binding_chain("l")
    assert [(link.task.id, link.bond) for link in chain] == [(2, "upper"), (1, "deadline")]
    assert chain[0].latest_finish == datetime.date(2025, 3, 28) and chain[0].slack == 7
    assert snapshot.binding_chain("free") == []


def test_the_tightest_tasks_of_a_document(snapshot):
    assert [(t.task.id, t.slack) for t in snapshot.tightest("2", 5)] == [(2, 7)]
    assert snapshot.tightest("2", 0) == []
    with pytest.raises(kehoach.UnknownKeyError):
        snapshot.tightest("3", 5)


def test_the_parts_of_lateness_add_up(snapshot):
    late = snapshot.lateness("l", "2025-04-10")
    assert late.days == sum(part.days for part in late.parts) == 8
    assert sum(part.late for part in late.parts) == 8 and not late.done
    assert [part.spent for part in late.parts] == ["issued", "passed_on", "done"]
    assert [part.level for part in late.parts] == ["ministry", "hospital", "hospital"]
    assert late.parts[1].text.vi.startswith("Chuyển tiếp") and late.parts[1].text.en
    assert snapshot.lateness("free", "2025-04-10").days is None


def test_chains_and_accounts_are_explained_like_anything_else(snapshot):
    today = snapshot.evaluate("2025-04-10")
    chain = today.explain(("task", "l"), "binding_chain")
    assert len(chain) > 1 and chain[0].rule.startswith("binding_")
    account = today.explain(("task", "l"), "lateness")
    assert account[0].rule == "lateness" and account.to_dot().startswith("digraph")
    with pytest.raises(kehoach.MisuseError):
        today.explain(("unit", "bv"), "lateness")
