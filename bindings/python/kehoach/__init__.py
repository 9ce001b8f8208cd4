# SPDX-License-Identifier: BSL-1.0
"""Plans that cascade down an administration: what is due, who is late, what it adds up to, and why.

    import kehoach

    engine = kehoach.Engine.from_json(open("plans.json", "rb").read())
    today = engine.snapshot().evaluate(as_of="2026-02-01")
    today.overdue().to_pandas()
    print(today.explain(("task", "84/II.1")))

Days are `datetime.date`, or anything that says one ("2026-02-01", numpy.datetime64, a midnight
pandas.Timestamp); None is "none". Figures are `decimal.Decimal`; ints and texts will do, floats will
not, for they are not exact. Items are named by `Item`, by the host's own key where the kind is known,
or by a pair ("task", key). Enumerations are the words of cascade JSON.
"""

import json as _json
import re as _re
from decimal import Decimal as _Decimal

from . import rules
from ._kehoach import (
    Adequacy,
    AuditWork,
    Breach,
    Burden,
    Calendar,
    CalendarChange,
    ChainLink,
    Change,
    Commit,
    Contrast,
    Contribution,
    Coverage,
    CrossTable,
    Deadline,
    DeadlineStep,
    DueItem,
    Edit,
    Engine,
    Evaluation,
    Finding,
    FindingInfo,
    Frequency,
    Inference,
    Instance,
    Item,
    Lateness,
    LatenessPart,
    LunarDate,
    Milestone,
    MovedDeadline,
    MovedDue,
    Partial,
    PassWork,
    Phrase,
    Reason,
    ReportChain,
    ReportConflict,
    ReportTiming,
    Rollup,
    Schedule,
    Score,
    ScoredTask,
    SeriesPoint,
    Sharing,
    Snapshot,
    TallyFault,
    TargetTally,
    TaskState,
    Text,
    TightTask,
    Turn,
    Verdict,
    WindowDay,
    Work,
    Worst,
    __version__,
    check_tally,
    days_in_lunar_month,
    default_vocabulary,
    describe,
    diff,
    finding_codes,
    from_lunar,
    instances,
    leap_month,
    lunar_new_year,
    moved_deadlines,
    moved_due,
    read_phrases,
    report_chain,
    resolve,
    rounding_of,
    status_words,
    to_lunar,
    to_vietnamese,
)
from .errors import (
    CancelledError,
    CycleError,
    DivideByZeroError,
    DuplicateKeyError,
    Error,
    ImpossibleDateError,
    InternalError,
    InvalidValueError,
    MissingFieldError,
    MisuseError,
    NotUnderstoodError,
    NotUtf8Error,
    NumberOverflowError,
    OutsideCalendarError,
    ParseError,
    StaleEditError,
    StillUsedError,
    TooLargeError,
    UnknownFieldError,
    UnknownIdError,
    UnknownKeyError,
    WrongTypeError,
)
from . import frames as _frames
from .frames import Explanation, Rows, days, on_bar, records, tasks_frame
from .reading import ReadCascade, paper_text, read, read_cascade, reads_docx, reads_pdf


def _from_dict(cls, plans):
    """A cascade from the dict that its JSON reads as (json.load); see cascade.schema.json."""
    return cls.from_json(_dumps(plans))


def _add_dict(self, plans):
    """Adds the items of a dict in one commit: all of them, or an error and nothing."""
    return self.add_json(_dumps(plans))


def _dumps(plans):
    text = _json.dumps(plans, ensure_ascii=False, default=_json_value)
    return _re.sub(r'"\\u0000([-.0-9]+)\\u0000"', r"\1", text)


def _json_value(value):
    if isinstance(value, _Decimal):
        return f"\0{value:f}\0"  # with its own digits; no text of a plan holds U+0000
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    raise TypeError(f"{type(value).__name__} is nothing that cascade JSON can say")


def _to_dict(self):
    """The plans as dicts and lists; figures with a point are Decimal."""
    return _json.loads(self.to_json(), parse_float=_Decimal)


def _taking_frames(name):
    add = getattr(Edit, name)

    def add_rows(self, rows):
        return add(self, records(rows) if hasattr(rows, "to_dict") else rows)

    add_rows.__name__ = name
    add_rows.__doc__ = f"{add.__doc__}\n\nOr a pandas frame with a row each: cells without a value do not count."
    setattr(Edit, name, add_rows)


def _turns(self, until):
    """What turns due, overdue or otherwise from tomorrow to `until` if nobody reports anything more."""
    return Rows(self._turns(until), self.snapshot, Turn)


def _due(self, first, last, **scope):
    """What falls due in [first, last], by day, then tasks before reports, then id; of a scope as in
    `rollup`, if one is given."""
    return Rows(self._due(first, last, **scope), self.snapshot, DueItem)


def _overdue(self, **scope):
    """What is open and overdue, oldest first; of a scope as in `rollup`, if one is given."""
    return Rows(self._overdue(**scope), self.snapshot, DueItem)


def _burden(self, first, last):
    """How many reports each office must send in each month of [first, last]."""
    return Rows(self._burden(first, last), self.snapshot, Burden)


def _findings(self):
    """What is wrong or suspicious in the plans themselves, errors first."""
    return Rows(self._findings, self.snapshot, Finding)


def _explain(self, item, aspect="everything"):
    """Why? `item` is an Item or a pair ("task", key)."""
    return Explanation(self._explain(item, aspect), self.snapshot, Reason)


def _series(self, target, period, first, last):
    """The verdict on a target at the end of each period that touches [first, last]."""
    return Rows(self._series(target, period, first, last), self.snapshot, SeriesPoint)


CrossTable.to_pandas = _frames.table_frame
Partial.to_pandas = _frames.partial_frame
Evaluation.series = _series
for _kind in ("calendar", "unit", "document", "task", "report", "indicator", "target", "observation"):
    _taking_frames(f"add_{_kind}s")
Engine.from_dict = classmethod(_from_dict)
Engine.add_dict = _add_dict
Snapshot.to_dict = _to_dict
Evaluation.turns = _turns
Evaluation.due = _due
Evaluation.overdue = _overdue
Evaluation.burden = _burden
Evaluation.findings = property(_findings)
Evaluation.explain = _explain
Evaluation.to_pandas = tasks_frame

__all__ = [
    name
    for name in dir()
    if not name.startswith("_") and name not in ("errors", "frames", "name", "reading")
]
