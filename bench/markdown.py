# SPDX-License-Identifier: BSL-1.0
"""Paragraphs and tables in Markdown, in English and Vietnamese.

Texts are written in English; words.py has each of them in Vietnamese, and one that is missing there
is an error. Numbers are written the way of the language.
"""
import textwrap

from words import VIETNAMESE


class Name(str):
    """Written the same in every language."""


class Number(str):
    """Written with "," between thousands and "." before decimals in English."""


def times(ratio):
    """How many times as long: two figures, or whole."""
    return Number(f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.2g}")


def count(value, decimals=0):
    return Number(f"{value:,.{decimals}f}")


class Join(list):
    """Several pieces as one text."""


def text(piece, vietnamese):
    if isinstance(piece, Join):
        return "".join(text(part, vietnamese) for part in piece)
    if not vietnamese or isinstance(piece, Name):
        return str(piece)
    if isinstance(piece, Number):
        return piece.translate(str.maketrans(",.", ".,"))
    return VIETNAMESE[piece]


def table(rows, vietnamese):
    """The first row is the head."""
    lines = ["| " + " | ".join(text(cell, vietnamese) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def paragraph(piece, vietnamese):
    return textwrap.fill(text(piece, vietnamese), 104, break_on_hyphens=False)


def render(blocks, vietnamese=False):
    """`blocks`: pieces of text, or the rows of a table as a list of tuples."""
    return "\n\n".join(table(block, vietnamese) if isinstance(block, list)
                       and not isinstance(block, Join) else paragraph(block, vietnamese)
                       for block in blocks)
