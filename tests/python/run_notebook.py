# SPDX-License-Identifier: BSL-1.0
"""run_notebook.py NOTEBOOK: runs it in a fresh kernel, beside its data; every cell must succeed, the
plots must be drawn, and what is committed must hold no output."""

import os
import pathlib
import sys
import tempfile

try:
    import matplotlib  # noqa: F401
    import nbclient
    import nbformat
    import pandas  # noqa: F401
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)


def images(cell):
    return [out for out in cell.get("outputs", []) if "image/png" in out.get("data", {})]


def main(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code), "commit it without outputs"
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(IPYTHONDIR=home, MPLCONFIGDIR=home, JUPYTER_RUNTIME_DIR=home)
        nbclient.NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
        ).execute()
    drawn = sum(bool(images(cell)) for cell in code)
    tables = sum("text/html" in out.get("data", {}) for cell in code for out in cell.outputs)
    print(f"{len(code)} cells, {drawn} plots, {tables} tables")
    assert drawn == 3 and tables >= 2


main(pathlib.Path(sys.argv[1]).resolve())
