"""Dates as people write them, to dates at their own precision (EDTF level 0: 1973-11-30, 1973-11,
1973), or to what is wrong with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from geo.intake.date_forms import NUMERIC, TIME_OF_DAY, one_date
from geo.intake.found_date import Found
from geo.intake.vocabulary import is_nothing

LONGEST = 150
"""Letters of the longest cell that is looked at for dates."""


def read_date(cell: str, day_first: bool | None = None) -> Found:
    """The date in a cell.

    Args:
        cell: as it stands in the file.
        day_first: whether 03/04/1999 is 3 April (``True``) or March 4th (``False``); ``None``
            where that is not known, and the answer is then the year alone, ``ambiguous``.
    """
    text = normal(cell)
    if is_nothing(text):
        return Found("")
    if len(text) > LONGEST:
        return Found("", "unreadable")
    whole = one_date(text, day_first)
    if whole:
        return whole
    return (
        _first_of_several(SEVERAL.split(text), day_first)
        or _first_of_several(text.split(","), day_first)
        or _about(text, day_first)
        or Found("", "unreadable")
    )


def _first_of_several(parts: Sequence[str], day_first: bool | None) -> Found | None:
    """The first date of a cell that holds several, ``None`` if it does not."""
    dates = [found for part in parts if (found := one_date(part.strip(), day_first)) and found.date]
    begins = len(dates) > 1 and one_date(parts[0].strip(), day_first)
    return Found(dates[0].date, dates[0].problem or "several") if begins else None


SEVERAL = re.compile(r"\s*(?:[;、/|]|\b(?:and|und|et|i|y)\b|及|和)\s*")
"""What stands between two dates in one cell."""


MARKS = re.compile(r"\[[^\]]{0,20}\]|[(（](?:註|注|주|note)?\s*\d{0,2}[)）]|[*＊※†‡]|^['’]")
"""Footnote marks, and the apostrophe by which spreadsheets keep a text."""


ABOUT = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approx\.?|um|vers|około|ok\.|约|約|大约|약)\s*|"
    r"\s*(?:\?|左右|前后|頃|ごろ|경|\(\?\))$",
    re.IGNORECASE,
)


def normal(cell: str) -> str:
    """A cell with plain digits and signs, without footnote marks and blanks around."""
    text = unicodedata.normalize("NFKC", cell).replace("\u2212", "-").replace("\u2013", "-")
    text = re.sub(r"\d", lambda digit: str(unicodedata.decimal(digit[0])), text)  # ١٩٧٣ too
    return re.sub(r"\s+", " ", MARKS.sub("", text.replace("\n", " ; "))).strip(" ;,")


def _about(text: str, day_first: bool | None) -> Found | None:
    """A date that is said to be inexact."""
    bare = ABOUT.sub("", text)
    found = one_date(bare, day_first) if bare != text else None
    return Found(found.date, found.problem or "about") if found else None


def day_comes_first(cells: Iterable[str]) -> bool | None:
    """Whether 03/04/1999 is 3 April in a file, by its other dates.

    Returns:
        ``None`` where none of them tells, or where they contradict each other.
    """
    evidence = set(_evidence(cells))
    return evidence.pop() if len(evidence) == 1 else None


def _evidence(cells: Iterable[str]) -> Iterator[bool]:
    for cell in cells:
        for part in SEVERAL.split(normal(cell)) if "/" not in cell else [normal(cell)]:
            match = NUMERIC.fullmatch(TIME_OF_DAY.sub("", part))
            if match and match[5] and len(match[5]) == 4 and len(match[1]) < 3:
                first, second = int(match[1]), int(match[3])
                if first > 12 >= second or second > 12 >= first:
                    yield first > 12
