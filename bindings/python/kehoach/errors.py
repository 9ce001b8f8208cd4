# SPDX-License-Identifier: BSL-1.0
"""One exception class per error code, all under `Error`."""

from __future__ import annotations


class Error(Exception):
    """What went wrong: `code` (a word), `number`, `message`, `items` at fault, `more` faults."""

    code = "internal"

    def __init__(self, message="", number=0, items=(), more=()):
        super().__init__(message)
        self.message = message
        self.number = number
        self.items = list(items)
        self.more = list(more)

    def __str__(self):
        if not self.more:
            return self.message
        return f"{self.message} (and {len(self.more)} more: see .more)"

    def describe(self, language="vi"):
        """The words for its code: "các mục chờ lẫn nhau thành vòng"; `message` names the items."""
        from ._kehoach import describe_error

        return describe_error(self.code, language)

    def __reduce__(self):
        return type(self), (self.message, self.number, self.items, self.more)


class UnknownIdError(Error, LookupError):
    """An id that this engine never gave out, or of a removed item."""

    code = "unknown_id"


class UnknownKeyError(Error, LookupError):
    """A key that names nothing."""

    code = "unknown_key"


class DuplicateKeyError(Error):
    """A second item of one kind with the same key."""

    code = "duplicate_key"


class MissingFieldError(Error, ValueError):
    """A field that must be given is empty."""

    code = "missing_field"


class InvalidValueError(Error, ValueError):
    """A value outside its stated range."""

    code = "invalid_value"


class StaleEditError(Error):
    """Another edit was committed after this one was begun."""

    code = "stale_edit"


class MisuseError(Error):
    """A call the state of the object does not allow."""

    code = "misuse"


class CycleError(Error):
    """Items that wait for each other; `items` in order, the last waits for the first."""

    code = "cycle"


class StillUsedError(Error):
    """An item cannot be removed while others refer to it."""

    code = "still_used"


class OutsideCalendarError(Error, ValueError):
    """A day outside the range a calendar is valid for."""

    code = "outside_calendar"


class ImpossibleDateError(Error, ValueError):
    """A day that does not exist, where a real day is needed."""

    code = "impossible_date"


class NumberOverflowError(Error, OverflowError):
    """A number beyond what exact arithmetic holds here."""

    code = "overflow"


class DivideByZeroError(Error, ZeroDivisionError):
    """A ratio whose denominator is 0."""

    code = "divide_by_zero"


class ParseError(Error, ValueError):
    """Text that is not well formed; line and column are in the message."""

    code = "syntax"


class WrongTypeError(Error, TypeError):
    """A JSON value of the wrong type."""

    code = "wrong_type"


class UnknownFieldError(Error, ValueError):
    """A JSON key the format does not have."""

    code = "unknown_field"


class TooLargeError(Error, ValueError):
    """Beyond a stated limit."""

    code = "too_large"


class NotUtf8Error(Error, ValueError):
    """Bytes that are not UTF-8."""

    code = "not_utf8"


class NotUnderstoodError(Error, ValueError):
    """A phrase nobody can turn into a rule without guessing."""

    code = "not_understood"


class CancelledError(Error):
    """The host's own callback asked to stop."""

    code = "cancelled"


class InternalError(Error):
    """A broken promise of this library: please report it."""

    code = "internal"


_BY_CODE = {cls.code: cls for cls in Error.__subclasses__()}


def make(code, number, message, items, more):
    """The exception for a code; called by the compiled module."""
    return _BY_CODE.get(code, InternalError)(message, number, items, more)
