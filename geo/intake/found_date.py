"""What is read from a cell that should hold a date."""

from __future__ import annotations

import calendar
from typing import Literal, NamedTuple

Problem = Literal["", "unreadable", "impossible", "ambiguous", "several", "about", "short year"]


FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Years that a number alone can mean."""


class Found(NamedTuple):
    """A date read from a cell.

    Attributes:
        date: EDTF level 0; "" where nothing can be known.
        problem: "" where all is well; otherwise what a reader must be told.
    """

    date: str
    problem: Problem = ""


def exact(year: int, month: int | None = None, day: int | None = None) -> Found:
    """The date of a year, month and day; of an impossible one what is possible of it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Found("", "impossible")
    if month is None:
        return Found(f"{year:04}")
    if not 1 <= month <= 12:
        return Found(f"{year:04}", "impossible")
    if day is None:
        return Found(f"{year:04}-{month:02}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return Found(f"{year:04}-{month:02}", "impossible")
    return Found(f"{year:04}-{month:02}-{day:02}")
