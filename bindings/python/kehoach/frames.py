# SPDX-License-Identifier: BSL-1.0
"""Lists of answers, and answers as pandas frames. pandas is imported only when a frame is asked for."""

from __future__ import annotations

from html import escape

import numpy as np

from . import _kehoach

_NO_DAY = np.iinfo(np.int32).min


def days(column):
    """int32 day numbers as datetime64[D], -2**31 as NaT. A copy: NumPy's days are 64 bits wide."""
    column = np.asarray(column)
    if column.dtype.kind == "M":
        return column
    out = column.astype("int64").astype("datetime64[D]")
    out[column == _NO_DAY] = np.datetime64("NaT")
    return out


def records(frame):
    """The rows of a pandas frame as dicts: cells without a value left out, whole floats as ints."""
    return [
        {name: _plain(cell) for name, cell in row.items() if not _is_nothing(cell)}
        for row in frame.to_dict(orient="records")
    ]


def _is_nothing(cell):
    return cell is None or (np.isscalar(cell) and cell != cell) or str(cell) in ("NaT", "<NA>")


def _plain(cell):
    # pandas turns a column of whole numbers with a gap into floats
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def on_bar(bar):
    """A progress callback that drives a bar such as tqdm's: commit(progress=on_bar(tqdm()))."""

    def show(stage, done, total):
        if bar.desc != f"{stage}: ":
            bar.reset(total=total)
            bar.set_description(stage)
        bar.update(done - bar.n)

    return show


_MOST_SHOWN = 60


class Rows(list):
    """A list of answers of one kind, which a frame can be made of."""

    def __init__(self, rows, snapshot, record):
        super().__init__(rows)
        self._snapshot = snapshot
        self._record = record

    def to_pandas(self):
        """One row an answer, one column a field; items by label, days as datetime64."""
        import pandas as pd

        names = self._record._fields
        return pd.DataFrame({name: self._column(name) for name in names}, columns=list(names))

    def _column(self, name):
        return [_cell(getattr(row, name), self._snapshot) for row in self]

    def _repr_html_(self):
        names = self._record._fields
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{self._html(getattr(row, name))}</td>" for name in names) + "</tr>"
            for row in self[:_MOST_SHOWN]
        )
        more = f"<p>{len(self)} rows</p>" if len(self) > _MOST_SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def _html(self, value):
        cell = _cell(value, self._snapshot)
        if isinstance(cell, np.datetime64):
            cell = str(cell)[:10]
        return "" if cell is None else escape(str(cell))


class Explanation(Rows):
    """Why an answer is what it is; str() gives indented Vietnamese sentences."""

    def text(self, language="vi"):
        """One line a step, indented by two spaces a depth."""
        return "".join(f"{'  ' * reason.depth}{reason.text.in_(language)}\n" for reason in self)

    def to_json(self):
        """A tree in both languages: a step holds the steps that explain it under "because"."""
        return _kehoach._reasons_json(self, self._snapshot)

    def to_dot(self, language="vi"):
        """A drawing for Graphviz: a box for each step, an arrow to each that explains it."""
        return _kehoach._reasons_dot(self, language)

    def __str__(self):
        return self.text()

    def _repr_html_(self):
        return f"<pre>{escape(self.text())}</pre>"


def _cell(value, snapshot):
    if isinstance(value, _kehoach.Item):
        return snapshot.label(value) if value in snapshot else None
    if isinstance(value, _kehoach.Text):
        return value.vi
    if isinstance(value, list):
        return [_cell(entry, snapshot) for entry in value]
    if hasattr(value, "isoformat"):
        return np.datetime64(value, "ns")
    return value


def tasks_frame(evaluation):
    """Every task with its place, status, dates, slack and progress, indexed by task number."""
    import pandas as pd

    snapshot = evaluation.snapshot
    state = evaluation.state_columns()
    schedule = snapshot.schedule_columns()
    items = [_kehoach.Item("task", int(number)) for number in state["task"]]
    frame = pd.DataFrame(
        {
            "key": [snapshot.key(item) for item in items],
            "label": [snapshot.label(item) for item in items],
            "status": pd.Categorical.from_codes(state["status"], _kehoach.status_words),
        },
        index=pd.Index(state["task"], name="task"),
    )
    for name in ("due", "done_on", "next_change_at"):
        frame[name] = _timestamps(state[name])
    for name in ("earliest_start", "earliest_finish", "latest_start", "latest_finish"):
        frame[name] = _timestamps(schedule[name])
    for name in ("total_slack", "free_slack"):
        frame[name] = _nullable(schedule[name])
    frame["reported"] = state["reported"]
    frame["derived"] = state["derived"]
    return frame


def _count(rollup, what):
    value = getattr(rollup, what)
    return value() if callable(value) else value


def table_frame(table, what="total"):
    """Rows by columns of one figure of each sum: total, done, open, progress …; totals last."""
    import pandas as pd

    def head(place):
        if isinstance(place, _kehoach.Item):
            return table.snapshot.label(place)
        if isinstance(place, tuple):
            return f"{place[0]}/{place[1]}"
        return place

    rows, columns = list(table.rows), list(table.columns)
    cells = [
        [_count(table.at(r, c), what) for c in range(len(columns))]
        + [_count(table.row_totals[r], what)]
        for r in range(len(rows))
    ]
    cells.append([_count(sum_, what) for sum_ in table.column_totals] + [_count(table.total, what)])
    return pd.DataFrame(
        cells,
        index=[head(row) for row in rows] + ["*"],
        columns=[head(column) for column in columns] + ["*"],
    )


def partial_frame(partial, what="total"):
    """The same from merged sums, by keys; "*" are totals."""
    import pandas as pd

    cells = {
        ("*" if row is None else row, "*" if column is None else column): _count(sum_, what)
        for row, column, sum_ in partial.cells
    }
    return pd.Series(cells).unstack()


def _timestamps(column):
    # pandas 1.5 knows days only as nanoseconds
    return days(column).astype("datetime64[ns]")


def _nullable(column):
    import pandas as pd

    return pd.arrays.IntegerArray(column.copy(), column == _NO_DAY)
