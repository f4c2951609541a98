"""What each home has chosen, as a model: fitted to its choices up to a day.

The specification was fixed before any test: the terms of :mod:`geo.figures.prospects.terms`, all of
them, and a ridge penalty of 1, as if before any choice every weight were drawn from a normal
distribution around 0 with a standard deviation of 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geo.figures.prospects.cities import Cities, cities_of
from geo.figures.prospects.history import History, history_of
from geo.figures.prospects.terms import Known, known
from geo.place.distance import Point
from geo.stats.choice import Fit, Numbers, Occasion, fit
from geo.stats.pooled import pooled_fit
from geo.ties.groups import Area, countries_of
from geo.ties.roster import Roster

PENALTY = 1.0
LEAST = 15
"""Fewer choices than this say too little of ten terms; nothing is fitted then."""
LEAST_OF_A_PART = 5
"""Of choices before a year, or since, that are fitted on their own; their intervals are wide."""


@dataclass(frozen=True, eq=False)
class Chosen:
    """One choice of a home.

    Attributes:
        at: its place in the history.
        known: what was known then of all that could be chosen.
        row: which of them was chosen.
    """

    at: int
    known: Known
    row: int

    @property
    def occasion(self) -> Occasion:
        """The same as the model sees it."""
        return Occasion(self.known.terms, self.row)


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked: where some homes go next, by ties of some levels.

    Attributes:
        roster, homes, levels: whose ties.
        cities: among which they choose.
        history: of their ties.
    """

    roster: Roster
    homes: tuple[str, ...]
    levels: tuple[str, ...]
    cities: Cities
    history: History

    def place(self, home: str) -> tuple[str, Point]:
        """The country of a home, and where it lies."""
        row = self.roster.homes.loc[home]
        return str(row["country"]), (float(row["lon"]), float(row["lat"]))

    def countries_in(self, areas: Sequence[str]) -> frozenset[str]:
        """The countries of some areas, groups with their members of the as-of day."""
        day = self.roster.as_of
        found = [countries_of(Area(code), self.roster, day) for code in areas]
        return frozenset().union(*found)

    def known_on(self, home: str, day: np.datetime64, *, strictly: bool = True) -> Known:
        """What is known of every city that a home could choose on a day."""
        return known(self.cities, self.history, home, self.place(home), day, strictly=strictly)


@lru_cache(maxsize=16)
def question(roster: Roster, homes: tuple[str, ...], levels: tuple[str, ...]) -> Question | None:
    """The question for some homes and levels; ``None`` where the package has no cities.

    Raises:
        ValueError: a table of cities cannot be used.
    """
    cities, history = cities_of(roster), history_of(roster, homes, levels)
    if cities is None or history is None:
        return None
    return Question(roster, homes, levels, cities, history)


@lru_cache(maxsize=8)
def choices_of(asked: Question, home: str) -> tuple[Chosen, ...]:
    """Every choice of a home in the order in which it may have been made.

    Few are kept: what was known at sixty choices takes seven megabytes.
    """
    found = []
    for at in asked.history.choices(home):
        then = asked.known_on(home, asked.history.earliest[at], strictly=False)
        rows = np.flatnonzero(then.free == asked.history.city[at])
        if len(rows):  # a partner at home, in a list of a reader's own, is no choice abroad
            found.append(Chosen(int(at), then, int(rows[0])))
    return tuple(found)


def made_by(asked: Question, home: str, year: int) -> list[Chosen]:
    """The choices that had certainly been made by the end of a year."""
    day = np.datetime64(f"{year + 1}-01-01")
    return [one for one in choices_of(asked, home) if asked.history.latest[one.at] < day]


def made_since(asked: Question, home: str, year: int, until: int) -> list[Chosen]:
    """The choices that had certainly been made from the start of a year to the end of another."""
    day = np.datetime64(f"{year}-01-01")
    return [one for one in made_by(asked, home, until) if asked.history.earliest[one.at] >= day]


@lru_cache(maxsize=256)
def fitted(asked: Question, home: str, until: int, since: int | None = None) -> Fit | None:
    """The weights of a home's choices up to the end of a year; ``None`` where they are too few.

    Args:
        since: only of choices from the start of that year on.
    """
    some = made_by(asked, home, until) if since is None else made_since(asked, home, since, until)
    least = LEAST if since is None else LEAST_OF_A_PART
    return fit([one.occasion for one in some], PENALTY) if len(some) >= least else None


@lru_cache(maxsize=64)
def second_opinion(asked: Question, home: str, until: int) -> Fit | None:
    """The same by a logistic regression over all cities of all choices, chosen or not."""
    some = made_by(asked, home, until)
    if len(some) < LEAST:
        return None
    rows = np.vstack([one.known.terms for one in some])
    starts = np.cumsum([0, *(len(one.known.free) for one in some[:-1])])
    yes = np.zeros(len(rows), dtype=bool)
    yes[[start + one.row for start, one in zip(starts, some, strict=True)]] = True
    return pooled_fit(rows, yes, PENALTY)


def fitted_on(some: Sequence[Chosen], columns: Sequence[int]) -> Fit:
    """The weights of some of the terms alone."""
    chosen = list(columns)
    return fit([Occasion(one.known.terms[:, chosen], one.row) for one in some], PENALTY)


def scores(then: Known, weights: Numbers) -> Numbers:
    """The score of every city that is free, the highest first to be chosen."""
    found: Numbers = then.terms @ weights
    return found
