"""The marks of a timeline in an address: turning points switched on, and the reader's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from geo.ties.roster import Roster
from geo.ties.values import search_text, several
from geo.ties.view import LONGEST_MARK, MARK_YEARS, MOST_MARKS, NO_MARKS

MARK = re.compile(r"([0-9]{4})(?![0-9])年?[\s:]*(.+)")
"""A year, and whatever is not a blank or a colon behind it."""


def marks(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Slugs of turning points; ``none`` alone for none of them, all of them as if none were named.

    In the order of the table, whatever that of the address.
    """
    known = list(roster.turning_points.index)
    found = several(values, {one: one for one in (*known, *NO_MARKS)}, missed)
    named = tuple(one for one in known if one in found)
    if named and NO_MARKS[0] in found:
        missed.append(NO_MARKS[0])
    return None if not found or len(named) == len(known) else named


def own_marks(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Marks of the reader's own, each ``2008 Olympic Games``, by year and name, once each."""
    found: dict[tuple[int, str], None] = {}
    for value in filter(None, values):
        mark = own_mark(value)
        if mark is None or (mark not in found and len(found) == MOST_MARKS):
            missed.append(value)
        else:
            found[mark] = None
    return tuple(sorted(found)) or None


def own_mark(text: str) -> tuple[int, str] | None:
    """A year and a short name from one line, ``None`` where it is no such thing.

    Args:
        text: such as ``2008 Olympic Games`` or ``2008年奥运会``; the name is cut at its longest.
    """
    found = MARK.fullmatch(unicodedata.normalize("NFKC", search_text(text)))
    if not found or not MARK_YEARS[0] <= int(found[1]) <= MARK_YEARS[1]:
        return None
    name = found[2][:LONGEST_MARK].strip()
    return (int(found[1]), name) if name else None
