"""What an address says of anniversaries: the days that are asked about, the years that are round.

Another file reads the other parameters (:mod:`geo.ties.parameters`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from geo.i18n.dates import first_day, precision
from geo.ties.called import plain
from geo.ties.roster import Roster
from geo.ties.values import BETWEEN, first_of, split
from geo.ties.view import MOST_ROUND

YEARS_AHEAD = 200
"""Anniversaries are reckoned so many years from the first tie at the most."""


def due(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """A year, or the day on which twelve months begin; not before the first tie of the roster."""

    def read(text: str) -> str | None:
        try:
            day = first_day(text)
        except ValueError:
            return None
        if day is None or precision(text) == "month":
            return None
        return text if 0 <= day.year - roster.period[0] <= YEARS_AHEAD else None

    return first_of(values, read, missed)


def round_years(values: Sequence[str], roster: Roster, missed: list[str]) -> Any:
    """Numbers of years, each once, in order."""
    parts = split(values, BETWEEN)
    texts = {part: plain(part) for part in parts}
    good = {part: int(text) for part, text in texts.items() if re.fullmatch("[0-9]{1,3}", text)}
    numbers = sorted({number for number in good.values() if 0 < number <= YEARS_AHEAD})
    missed.extend(part for part in parts if good.get(part) not in numbers)
    missed.extend(str(number) for number in numbers[MOST_ROUND:])
    return tuple(numbers[:MOST_ROUND]) or None
