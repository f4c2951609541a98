"""Rules of single cells: what is wrong with one, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite

from geo.i18n.dates import FORM, first_day, precision

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE | re.ASCII)
"""How a colour is written."""

Rule = Callable[[str], str]
"""From a cell to what is wrong with it and what to do; "" where all is well."""


def date(cell: str) -> str:
    """A date at its own precision, or nothing."""
    try:
        if not cell or (FORM.fullmatch(cell) and first_day(cell)):
            return ""
    except ValueError:  # a day that no calendar has
        pass
    return f"{quoted(cell)} is not a date: write 1986-05-29, 2012-08, 2015 or nothing"


def span(cell: str) -> str:
    """A date, or two with a slash between, or nothing."""
    ends = cell.split("/")
    return date(cell) if len(ends) > 2 or any(map(date, ends)) else ""


def day(cell: str) -> str:
    """A full date, or nothing."""
    if not cell or (not date(cell) and precision(cell) == "day"):
        return ""
    return f"{quoted(cell)} is not a day: write 1986-05-29 or nothing"


def number(cell: str, most: float = float("inf"), needed: bool = False) -> str:
    """A number that is not larger than so much either way."""
    if not cell and not needed:
        return ""
    try:
        if isfinite(float(cell)) and abs(float(cell)) <= most and cell.isascii():
            return ""
    except ValueError:
        pass
    limit = f" between -{most:g} and {most:g}" if isfinite(most) else ""
    return f"{quoted(cell)} is not a number{limit}: write one such as 35.44"


def whole(cell: str) -> str:
    """A whole number, or nothing."""
    good = not cell or (cell.isascii() and cell.isdigit())
    return "" if good else f"{quoted(cell)} is not a whole number: write one such as 63, or nothing"


def one_of(*known: str) -> Rule:
    """One of a few words."""
    choice = ", ".join(word or "nothing" for word in known)
    return lambda cell: "" if cell in known else f"{quoted(cell)} is none of: {choice}"


def colour(cell: str) -> str:
    """A colour."""
    good = COLOUR.fullmatch(cell)
    return "" if good else f"{quoted(cell)} is not a colour: write one such as #1565a9"


def quoted(cell: str) -> str:
    """A cell in quotation marks, on one line, cut where it is long."""
    line = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in cell)
    return f"“{line}”" if len(line) <= 60 else f"“{line[:59]}…”"
