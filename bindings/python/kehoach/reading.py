# SPDX-License-Identifier: BSL-1.0
"""Vietnamese administrative papers read into plain data, and put together into plans."""

from __future__ import annotations

import json
from typing import NamedTuple

from ._kehoach import _read, _read_cascade


class ReadCascade(NamedTuple):
    """Plans made from papers; what is proposed is for the host to decide."""

    engine: object
    proposals: list
    unplaced: list
    units: list


def read(text, vocabulary=()):
    """One paper as the dict that `kehoach read --json` prints. Of a Word or PDF file give the text that
    `pdftotext`, python-docx or the like takes out of it.

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
