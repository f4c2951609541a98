"""Official counts beside ours: each on its own day, and ours over the years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geo.figures.article.ours import (
    COUNTED,
    COUNTRIES,
    TOTAL,
    counted_ties,
    levels_of,
    ours,
    standing,
)
from geo.i18n import Words
from geo.i18n.dates import last_day
from geo.i18n.phrases import ties_of
from geo.ties.counts import Span
from geo.ties.roster import LEVELS, Roster

FEWEST_FOR_A_PICTURE = 3


@dataclass(frozen=True)
class Stated:
    """A number of an official count beside ours.

    Attributes:
        count: key of the count.
        home: whose.
        what: one of :data:`COUNTED`.
        day: the last day that its date can mean.
        number: as it is stated.
        own: ours on that day.
        source: id of its source.
    """

    count: str
    home: str
    what: str
    day: dt.date
    number: int
    own: Span
    source: str

    @property
    def off(self) -> int:
        """How far it lies outside of ours; 0 where our ties allow it."""
        return max(0, self.own.certain - self.number, self.number - self.own.possible)


@dataclass(frozen=True)
class Step:
    """Our own count from a day on."""

    day: dt.date
    certain: int
    possible: int


@lru_cache(maxsize=8)
def official(roster: Roster) -> tuple[Stated, ...]:
    """Every number of the official counts beside ours.

    Countries are counted over all levels where the count gives a total, else over sister ties.
    """
    found = []
    for row in roster.official_counts.reset_index().to_dict("records"):
        day = last_day(row["as_of"])
        for what in COUNTED:
            if row[what] and day:
                own = ours(roster, row["home"], what, day, countries_of_all=bool(row[TOTAL]))
                found.append(
                    Stated(row["count"], row["home"], what, day, int(row[what]), own, row["source"])
                )
    return tuple(found)


def stated(roster: Roster, home: str, what: str) -> list[Stated]:
    """The official numbers of one kind for a home."""
    return [one for one in official(roster) if (one.home, one.what) == (home, what)]


def drawn(roster: Roster, homes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Home and what is counted, wherever there are enough official numbers for a picture."""
    ways = [(home, what) for home in homes for what in (TOTAL, *LEVELS)]
    return [way for way in ways if len(stated(roster, *way)) >= FEWEST_FOR_A_PICTURE]


@lru_cache(maxsize=64)
def band(roster: Roster, home: str, what: str) -> tuple[Step, ...]:
    """Our own count over the years, a step a day on which it changes.

    From the year before the first official number to the as-of day. Ties without any date stay
    possible to the end: that all of them are certain on the as-of day itself is no event.
    """
    numbers = stated(roster, home, what)
    first = min((one.day.year for one in numbers), default=roster.period[0])
    ties, start = counted_ties(roster, home, levels_of(what)), dt.date(first - 1, 1, 1)
    end, eve = np.datetime64(roster.as_of), np.datetime64(roster.as_of) - 1
    known = np.concatenate([ties.earliest, ties.latest, ties.gone])
    turns = known[(known >= np.datetime64(start)) & (known <= end)]
    days = np.unique(np.concatenate([turns, np.array([start, roster.as_of], "datetime64[D]")]))
    until = np.minimum(days, eve)
    certain, possible = (standing(made, ties.gone, until) for made in (ties.latest, ties.earliest))
    steps = zip(days.tolist(), certain.tolist(), possible.tolist(), strict=True)
    return tuple(Step(*step) for step in steps)


def agreement(roster: Roster, homes: tuple[str, ...], words: Words) -> str:
    """How many official numbers lie within ours, in a sentence."""
    found = [one for one in official(roster) if one.home in homes]
    if not found:
        return words.say("There is no published figure to compare ours with")
    agree = words.say(
        "{n} of {m} published figures lie within our range",
        n=words.number(sum(not one.off for one in found)),
        m=words.number(len(found)),
    )
    worst = max(found, key=lambda one: one.off)
    if not worst.off:
        return agree
    return words.say(
        "{agree}; largest gap {by}: {home} {year} ({count})",
        agree=agree,
        count=count_sentence(worst.what, Span(worst.number, worst.number), words),
        home=words.of(roster.homes.loc[worst.home], "name"),
        year=worst.day.year,
        by=words.number(worst.off),
    )


def count_sentence(what: str, found: Span, words: Words) -> str:
    """A count with its unit: 63–64 sister-city ties, 57 countries."""
    n = words.range(found.certain, found.possible)
    if what == COUNTRIES:
        return words.count("{n} country", "{n} countries", found.possible, n=n)
    levels = LEVELS if what == TOTAL else (what,)
    return words.say("{n} {ties}", n=n, ties=ties_of(words, levels, found.possible))
