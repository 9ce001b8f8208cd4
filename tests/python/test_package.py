# SPDX-License-Identifier: BSL-1.0
"""The package itself: its exceptions, its stubs, what it exports."""

import ast
import json
import pathlib
import pickle
import shutil
import subprocess
import sys

import kehoach
import pytest

PACKAGE = pathlib.Path(kehoach.__file__).parent

# mypy finds what is installed by itself, and minds being told.
MYPY_ENVIRONMENT = {"PATH": "/usr/bin:/bin"}
if "site-packages" not in PACKAGE.parts:
    MYPY_ENVIRONMENT["MYPYPATH"] = str(PACKAGE.parent)

CODES = """unknown_id unknown_key duplicate_key missing_field invalid_value stale_edit misuse cycle
still_used outside_calendar impossible_date overflow divide_by_zero syntax wrong_type unknown_field
too_large not_utf8 not_understood cancelled internal""".split()


def classes_of_stub():
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text())
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def test_every_code_has_an_exception_of_its_own():
    assert {cls.code for cls in kehoach.Error.__subclasses__()} == set(CODES)
    assert all(getattr(kehoach, cls.__name__) is cls for cls in kehoach.Error.__subclasses__())


def test_an_exception_survives_pickling():
    error = kehoach.CycleError("a -> b -> a", 10, [1, 2], [])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kehoach.CycleError and again.message == error.message
    assert error.describe() == "các mục chờ lẫn nhau thành vòng"
    assert error.describe("en") == "items wait for each other in a circle"
    assert again.items == [1, 2] and again.number == 10


def test_star_import_shadows_nothing():
    import builtins

    assert not set(kehoach.__all__) & set(dir(builtins))


def test_the_stub_names_what_is_exported():
    names = classes_of_stub().keys() | {"days", "tasks_frame", "rules", "status_words"}
    names |= {"describe", "to_vietnamese", "read_phrases", "resolve", "instances", "report_chain"}
    names |= {"moved_deadlines", "moved_due", "to_lunar", "from_lunar", "read", "read_cascade"}
    names |= {"lunar_new_year", "leap_month", "days_in_lunar_month", "default_vocabulary"}
    names |= {"check_tally", "rounding_of", "finding_codes"}
    names |= {"diff", "records", "on_bar", "paper_text", "reads_docx", "reads_pdf"}
    assert set(kehoach.__all__) == names


@pytest.mark.parametrize("name", sorted(classes_of_stub()))
def test_the_stub_lists_the_members_of(name):
    node = classes_of_stub()[name]
    wanted = {
        child.name for child in node.body if isinstance(child, ast.FunctionDef)
    } | {child.target.id for child in node.body if isinstance(child, ast.AnnAssign)}
    cls = getattr(kehoach, name)
    here = {member for member in vars(cls) if not member.startswith("_")}
    if issubclass(cls, kehoach.Error):
        here |= {"message", "number", "items", "more", "code"} & wanted
        here -= {"code"} - wanted
    assert here == {member for member in wanted if not member.startswith("_")}
    assert all(hasattr(cls, member) for member in wanted if member.startswith("__"))


def test_the_stub_type_checks(tmp_path):
    if shutil.which("mypy") is None:
        pytest.skip("mypy is not installed")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = ["mypy", "--strict", "--python-executable", sys.executable, str(program)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=MYPY_ENVIRONMENT,
    )
    wrong = [line for line in done.stdout.splitlines() if "program.py" in line]
    assert done.returncode == 1 and len(wrong) == 2, done.stdout + done.stderr
    assert 'Argument "level"' in done.stdout and '"TaskState" has no attribute "statsu"' in done.stdout


def test_the_examples_type_check(tmp_path):
    if shutil.which("mypy") is None:
        pytest.skip("mypy is not installed")
    examples = pathlib.Path(__file__).parents[2] / "examples" / "python"
    notebook = json.loads((examples / "five_documents.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    (tmp_path / "notebook.py").write_text("\n".join(cells), "utf-8")
    done = subprocess.run(
        ["mypy", "--check-untyped-defs", "--ignore-missing-imports", "--python-executable", sys.executable]
        + [str(examples / "main_job.py"), str(tmp_path / "notebook.py")],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=MYPY_ENVIRONMENT,
    )
    assert done.returncode == 0, done.stdout + done.stderr


PROGRAM = """
from datetime import date
from typing import Optional
import kehoach

engine = kehoach.Engine.from_json("{}")
with engine.edit() as edit:
    task: kehoach.Item = edit.add_task(key="a", document="d")
today = engine.snapshot().evaluate(as_of=date(2026, 1, 1))
due: Optional[date] = today.state(task).due
for row in today.due("2026-01-01", "2026-02-01"):
    print(row.item, row.working_days_left + 1, row.instance and row.instance.number)
print(today.rollup(unit="a", level="hospital").progress(2, "truncate"))
print(today.explain(("task", "a")).text("en"))
try:
    engine.verify()
except kehoach.CycleError as error:
    print(error.items, error.more)
today.rollup(level="hosptial")
today.state(task).statsu
"""
