"""The cities that a home could choose next, ranked by what it has chosen so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geo.figures.prospects.cities import Whole
from geo.figures.prospects.model import Question, fitted, scores
from geo.figures.prospects.terms import TERMS, Known
from geo.i18n import mark
from geo.stats.choice import Fit, Numbers
from geo.ties.view import View

GROUPS: Mapping[str, tuple[str, ...]] = {
    "port": ("port", "harbour"),
    "capital": ("capital",),
    "size": ("rank", "people"),
    "distance": ("distance",),
    "own": ("own",),
    "other": ("rival_country", "rival_city"),
    "region": ("region",),
}
"""What a reader can give more or less weight, and the terms of each."""
GROUP_CALLED = {
    "port": mark("port and harbour"),
    "capital": mark("capital"),
    "size": mark("population and rank"),
    "distance": mark("distance"),
    "own": mark("own ties in the country"),
    "other": mark("ties of the other city"),
    "region": mark("share of the continent"),
}


@dataclass(frozen=True, eq=False)
class Ranking:
    """All cities that a home could choose on a day, ranked.

    Attributes:
        known: what was known of them.
        fit: the weights by which they are ranked, those of the reader applied.
        scores: of each, the highest first.
        order: the rows of ``known`` from the first place to the last.
        places: the place of each row, from 1.
    """

    known: Known
    fit: Fit
    weights: Numbers
    scores: Numbers
    order: Whole
    places: Whole

    def parts(self, row: int) -> dict[str, float]:
        """What each term adds to the score of a city, beside the mean of all cities."""
        mean = self.known.terms.mean(axis=0)
        added = self.weights * (self.known.terms[row] - mean)
        return dict(zip(TERMS, added.tolist(), strict=True))

    def place_of(self, city: int) -> int | None:
        """The place of a city; ``None`` if it could not be chosen."""
        rows = np.flatnonzero(self.known.free == city)
        return int(self.places[rows[0]]) if len(rows) else None


def first_day_after(asked: Question, year: int) -> np.datetime64:
    """The day after the end of a year, or after the as-of day, which comes first."""
    end = np.datetime64(f"{year + 1}-01-01")
    return min(end, np.datetime64(asked.roster.as_of) + np.timedelta64(1, "D"))


@lru_cache(maxsize=64)
def ranking(
    asked: Question, home: str, year: int, weights: tuple[tuple[str, int], ...] = ()
) -> Ranking | None:
    """The ranking as of the end of a year; ``None`` where too few choices had been made.

    Args:
        weights: groups of terms (:data:`GROUPS`) and how many per cent of their weight count.
    """
    fit = fitted(asked, home, year)
    if fit is None:
        return None
    known = asked.known_on(home, first_day_after(asked, year))
    weighed = fit.weights * _shares(weights)
    found = scores(known, weighed)
    keys = np.array(asked.cities.keys)[known.free]
    order = np.lexsort((keys, -found))
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(1, len(order) + 1)
    return Ranking(known, fit, weighed, found, order, places)


def place_beside(of: Ranking, terms: Sequence[float]) -> int:
    """The place that a city which is not in the tables would have among the others.

    Args:
        terms: one for each of :data:`geo.figures.prospects.terms.TERMS`.
    """
    score = float(np.asarray(terms) @ of.weights)
    return int((of.scores > score).sum()) + 1


def _shares(weights: tuple[tuple[str, int], ...]) -> Numbers:
    """What the reader makes of each term, as a share of its weight."""
    percent = dict(weights)
    by_term = {term: group for group, terms in GROUPS.items() for term in terms}
    return np.array([percent.get(by_term[term], 100) / 100 for term in TERMS])


def passing(asked: Question, of: Ranking, home: str, view: View) -> list[int]:
    """The rows that pass a view's filters, from the first place to the last."""
    cities, rows = asked.cities, of.order
    free = of.known.free[rows]
    kept = np.ones(len(rows), dtype=bool)
    if view.countries:
        kept &= np.isin(cities.country[free], view.countries)
    if view.regions:
        inside = asked.countries_in(view.regions)
        kept &= np.isin(cities.country[free], sorted(inside))
    if view.roles:
        capital, port = cities.capital_in(of.known.year)[free], cities.port[free]
        roles = np.where(
            capital, np.where(port, "both", "capital"), np.where(port, "port", "neither")
        )
        kept &= np.isin(roles, view.roles)
    if view.untied:
        kept &= of.known.terms[rows, list(TERMS).index("own")] == 0
    return [int(row) for row in rows[kept]]
