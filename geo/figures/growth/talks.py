"""How long it took from the first dated step to the day of the tie, where both are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pandas as pd

from geo.i18n import Words
from geo.i18n.dates import first_day, last_day
from geo.ties.roster import Roster

EXACT = 0.25
"""Years by which dates may leave a way open and it is still told to the tenth of a year."""


@dataclass(frozen=True)
class Talk:
    """The way to one tie.

    Attributes:
        tie: its slug.
        event: slug of the first dated step towards it.
        begun: the days between which that step lies.
        made: the days between which the tie was made.
    """

    tie: str
    event: str
    begun: tuple[dt.date, dt.date]
    made: tuple[dt.date, dt.date]

    @property
    def years(self) -> tuple[float, float]:
        """How long it took at the least and at the most."""
        least = (self.made[0] - self.begun[1]).days / 365.25
        return max(least, 0.0), (self.made[1] - self.begun[0]).days / 365.25

    @property
    def middle(self) -> float:
        """How long it took, in the middle of what is possible."""
        return sum(self.years) / 2


def talks(roster: Roster, ties: pd.DataFrame) -> list[Talk]:
    """The ties with a dated event that certainly lies before them, the longest way first.

    Args:
        roster: whose events are looked through.
        ties: rows of its ties; those without any date or bounds are passed over.
    """
    begun: dict[str, tuple[dt.date, dt.date, str]] = {}
    for event in roster.events.itertuples():
        start, _, end = event.date.partition("/")
        low, high = first_day(start), last_day(end or start)
        if low and high and event.tie in ties.index:
            known = begun.get(event.tie)
            begun[event.tie] = min(known or (low, high, event.Index), (low, high, event.Index))
    found = []
    for slug, (low, high, event) in begun.items():
        tie = ties.loc[slug]
        if pd.isna(tie["earliest"]) or high >= tie["earliest"].date():
            continue
        days = tie["earliest"].date(), tie["latest"].date()
        found.append(Talk(slug, event, (low, high), days))
    return sorted(found, key=lambda one: (-one.middle, one.tie))


def median_years(some: Sequence[Talk]) -> float:
    """The median of how long it took, in the middle of what is possible of each."""
    return median(one.middle for one in some)


def years_told(one: Talk, words: Words) -> str:
    """How many years it took, no more exactly than the dates are: 0.6, 13.8; 22, 17."""
    least, most = one.years
    return words.number(one.middle, 1 if most - least < EXACT else 0)
