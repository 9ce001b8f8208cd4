# SPDX-License-Identifier: BSL-1.0
"""Papers read into dicts, and several of them into plans."""

import io
import json
import pathlib
import zipfile

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


def docx(*paragraphs):
    """The least that is a Word file."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{main}"><w:body>{text}</w:body></w:document>'
        )
    return out.getvalue()


def test_a_word_file_becomes_text():
    if not kehoach.reads_docx():
        pytest.skip("this package was made without libzip and pugixml")
    file = docx("SỞ Y TẾ TỈNH HÒA AN", "Số: 12/KH-SYT")
    assert kehoach.paper_text(file).splitlines()[:2] == ["SỞ Y TẾ TỈNH HÒA AN", "Số: 12/KH-SYT"]
    assert kehoach.read(kehoach.paper_text(file))["document"]["symbol"] == "12/KH-SYT"
    with pytest.raises(kehoach.ParseError):
        kehoach.paper_text(file[:-30])
    with pytest.raises(kehoach.TooLargeError):
        kehoach.paper_text(file, max_bytes=20)


def test_a_text_file_is_its_own_text():
    if kehoach.reads_docx() or kehoach.reads_pdf():
        assert kehoach.paper_text("Số: 12/KH-SYT".encode()) == "Số: 12/KH-SYT"
    else:
        with pytest.raises(kehoach.MisuseError):
            kehoach.paper_text(b"")
