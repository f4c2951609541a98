"""Our own counts: how many ties a home has on a day, and on every day of many."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from geo.ties.counts import Span
from geo.ties.roster import LEVELS, Roster

TOTAL, COUNTRIES = "total", "countries"
COUNTED = (TOTAL, *LEVELS, COUNTRIES)
"""What official counts give: ties of all levels, of one level, or their countries."""

Days = Any
"""An array of days (``datetime64[D]``)."""

NEVER, ALWAYS = np.datetime64("9999-12-31"), np.datetime64("0001-01-01")


@dataclass(frozen=True)
class CountedTies:
    """When the ties that a number counts were made and ended, as days that can be compared.

    Attributes:
        earliest, latest: a tie without any date lies before all days, and after all.
        gone: after all days for a tie that stands.
        country: their codes.
    """

    earliest: Days
    latest: Days
    gone: Days
    undated: Any
    country: Any


@lru_cache(maxsize=64)
def counted_ties(roster: Roster, home: str, levels: tuple[str, ...]) -> CountedTies:
    """The ties of a home, of some levels."""
    ties = roster.ties[(roster.ties["home"] == home) & roster.ties["level"].isin(levels)]
    undated = ties["earliest"].isna().to_numpy()
    return CountedTies(
        _days(ties["earliest"], ALWAYS),
        _days(ties["latest"], NEVER),
        _days(ties["gone"], NEVER),
        undated,
        ties["country"].to_numpy(dtype=object),
    )


def _days(column: pd.Series, missing: np.datetime64) -> Days:
    days = column.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), missing, days)


def ours(roster: Roster, home: str, what: str, day: dt.date, countries_of_all: bool = True) -> Span:
    """Our own count of what an official count gives, at the end of a day.

    Args:
        roster: what is known.
        home: slug of the home.
        what: one of :data:`COUNTED`.
        day: the day; a tie without any date may be in force on any day, and is on the as-of day.
        countries_of_all: whether countries are counted over all levels, or over sister ties only.
    """
    ties = counted_ties(roster, home, levels_of(what, countries_of_all))
    moment = np.datetime64(day)
    stands = ties.gone > moment
    sure = (ties.latest <= moment) & stands
    if day >= roster.as_of:
        sure |= ties.undated & stands
    perhaps = (ties.earliest <= moment) & stands
    if what == COUNTRIES:
        return Span(len(set(ties.country[sure])), len(set(ties.country[perhaps])))
    return Span(int(sure.sum()), int(perhaps.sum()))


def levels_of(what: str, countries_of_all: bool = True) -> tuple[str, ...]:
    """The levels of the ties that are counted."""
    if what in LEVELS:
        return (what,)
    return LEVELS if what == TOTAL or countries_of_all else LEVELS[:1]


def standing(made: Days, gone: Days, days: Days) -> Any:
    """How many stand at the end of each day: what is made by then, without what has ended."""
    ended = np.maximum(made, gone)
    return np.searchsorted(np.sort(made), days, "right") - np.searchsorted(
        np.sort(ended), days, "right"
    )
