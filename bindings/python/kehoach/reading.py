# SPDX-License-Identifier: BSL-1.0
"""Vietnamese administrative papers read into plain data, and put together into plans."""

from __future__ import annotations

import json
from typing import NamedTuple

from ._kehoach import _read, _read_cascade
from .errors import MisuseError

try:
    from . import _papers
except ImportError:  # a wheel brings no libraries that read Word and PDF files
    _papers = None


class ReadCascade(NamedTuple):
    """Plans made from papers; what is proposed is for the host to decide."""

    engine: object
    proposals: list
    unplaced: list
    units: list


def reads_docx():
    """Was this package made with what reads Word files? A wheel is not."""
    return _papers is not None and _papers.reads_docx()


def reads_pdf():
    """Was this package made with what reads PDF files? A wheel is not."""
    return _papers is not None and _papers.reads_pdf()


def paper_text(file, *, max_bytes=64 << 20, max_pages=5000):
    """The text of a .docx, .pdf or text file, given as bytes.

    ParseError: damaged, or no paper; TooLargeError: unpacks to more; NotUnderstoodError: a scan without
    text; MisuseError: encrypted, or of a kind this package was made without (see `reads_docx`).
    """
    if _papers is None:
        raise MisuseError("this package was made without what reads Word and PDF files", 7)
    return _papers.paper_text(bytes(file), max_bytes, max_pages)


def read(text, vocabulary=()):
    """One paper as the dict that `kehoach read --json` prints; of a Word or PDF file give `paper_text`.

    `vocabulary`: further words as (kind, words, value), for example ("label", "ai lo", "lead").
    """
    return json.loads(_read(text, [tuple(entry) for entry in vocabulary]))


def read_cascade(papers, accept=None, vocabulary=()):
    """Several papers, by the name the host has for each, as one cascade.

    `accept`: proposals from this score (0 to 1) on become links between tasks; None: none does.
    """
    engine, links = _read_cascade(
        list(papers.items()),
        2.0 if accept is None else accept,
        [tuple(entry) for entry in vocabulary],
    )
    found = json.loads(links)
    return ReadCascade(engine, found["proposals"], found["unplaced"], found["units"])
