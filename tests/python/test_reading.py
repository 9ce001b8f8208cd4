# SPDX-License-Identifier: BSL-1.0
"""Papers read into dicts, and several of them into plans."""

import json
import pathlib

import pytest

import kehoach

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
PAPERS = sorted((DATA / "cascade").glob("*.txt"))


@pytest.mark.parametrize("paper", sorted((DATA / "reader").glob("*.txt")), ids=lambda p: p.stem)
def test_a_paper_is_the_dict_of_the_json_format(paper):
    expected = json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))
    assert kehoach.read(paper.read_bytes()) == expected


def test_text_and_bytes_read_alike_and_any_bytes_are_safe():
    paper = PAPERS[0]
    text = paper.read_text(encoding="utf-8")
    assert kehoach.read(text) == kehoach.read(text.encode())
    assert kehoach.read(b"\xff\x00\xfe")["tasks"] == []
    with pytest.raises(TypeError):
        kehoach.read(7)


def test_a_host_adds_words():
    text = "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n1. Làm.\n- Ai lo: Phòng Dược.\n"
    assert kehoach.read(text)["tasks"][0]["lead"] == []
    words = [("label", "ai lo", "lead")]
    assert kehoach.read(text, vocabulary=words)["tasks"][0]["lead"] == ["Phòng Dược"]


def test_papers_become_plans_and_proposals_wait_for_the_host():
    papers = {paper.name: paper.read_bytes() for paper in PAPERS}
    made = kehoach.read_cascade(papers)
    assert made.engine.snapshot().count("task") == 10
    assert any(p["upper"] == "45/KH-UBND II.1" for p in made.proposals)
    assert not any(p["accepted"] for p in made.proposals)
    assert {u["code"] for u in made.unplaced} >= {"group_without_members"}
    assert made.engine.snapshot().evaluate(as_of="2026-03-01")
    again = kehoach.read_cascade(papers, accept=0.7)
    assert any(p["accepted"] for p in again.proposals)


def test_a_threshold_out_of_range_is_refused():
    with pytest.raises(kehoach.InvalidValueError):
        kehoach.read_cascade({}, accept=-1.0)


def test_the_vocabulary_is_data():
    kinds = {kind for kind, words, value in kehoach.default_vocabulary()}
    assert {"unit", "label", "type"} <= kinds
