"""The model tested on the past: fitted on what was there, asked for what came next.

At each cut-off the model is fitted to the choices made by then and ranks all cities without a tie
of the home's, by what was known then. In the main test every later choice is forecast once, from
the last cut-off before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np

from geo.figures.prospects.model import (
    LEAST,
    Chosen,
    Question,
    choices_of,
    fitted,
    fitted_on,
    made_by,
    made_since,
    scores,
)
from geo.figures.prospects.rules import RULES
from geo.figures.prospects.terms import Known
from geo.stats.choice import Numbers, log_chances
from geo.stats.ranking import Estimate, Forecasts, paired, rank_of, summary

CUTS = (1999, 2004, 2009, 2014, 2019)
"""The years to whose end the model is fitted."""
MODEL = "model"
FEWEST = 10
"""Fewer forecasts than this tell nothing; the page says so."""
MAIN = "hits"
"""The measure by which the model is judged, fixed before the test: hits among the first 30."""


@dataclass(frozen=True)
class Window:
    """What is forecast from a cut-off.

    Attributes:
        cut: the year to whose end the model was fitted.
        until: the last year of the ties that are forecast.
        fitted: to how many choices.
        ties: slugs of those that are forecast.
    """

    cut: int
    until: int
    fitted: int
    ties: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Test:
    """The forecasts of a home, or of several together, beside those of the plain rules.

    Attributes:
        windows: from which cut-offs.
        made: by model and rule, the same choices in the same order.
        left_out: ties whose dates do not say in which window they fall.
    """

    windows: tuple[Window, ...]
    made: dict[str, Forecasts]
    left_out: tuple[str, ...]

    @property
    def of(self) -> int:
        """How many choices were forecast."""
        return len(self.made[MODEL].ranks)

    @cached_property
    def summaries(self) -> dict[str, dict[str, Estimate]]:
        """Every measure of the model and of each rule."""
        return {name: summary(one) for name, one in self.made.items()}

    @cached_property
    def against(self) -> dict[str, dict[str, Estimate]]:
        """How much more the model has than each rule, of the same choices."""
        return {rule: paired(self.made[MODEL], self.made[rule]) for rule in RULES}


def windows_of(as_of: int) -> list[tuple[int, int]]:
    """The cut-offs, each with the last year of the window after it."""
    ends = [*CUTS, as_of]
    return [(cut, end) for cut, end in pairwise(ends) if end > cut]


@lru_cache(maxsize=32)
def joined(asked: Question, home: str) -> Test:
    """The main test: each choice forecast once, from the last cut-off before it."""
    return _test(asked, home, windows_of(asked.roster.as_of.year))


@lru_cache(maxsize=64)
def ever_after(asked: Question, home: str, cut: int) -> Test:
    """All choices after one cut-off, in whatever year."""
    return _test(asked, home, [(cut, asked.roster.as_of.year)])


@lru_cache(maxsize=64)
def next_years(asked: Question, home: str, cut: int) -> Test:
    """The choices of the five years after one cut-off."""
    return _test(asked, home, [(cut, min(cut + 5, asked.roster.as_of.year))])


@lru_cache(maxsize=16)
def together(asked: Question) -> Test:
    """The main test of all homes as one."""
    tests = [joined(asked, home) for home in asked.homes]
    made = {name: _stacked([one.made[name] for one in tests]) for name in (MODEL, *RULES)}
    return Test(
        tuple(window for one in tests for window in one.windows),
        made,
        tuple(tie for one in tests for tie in one.left_out),
    )


def _test(asked: Question, home: str, windows: Sequence[tuple[int, int]]) -> Test:
    """The forecasts from some cut-offs; those at which too few choices had been made are none."""
    found: dict[str, list[tuple[float, int, float]]] = {name: [] for name in (MODEL, *RULES)}
    told: list[Window] = []
    ties: set[int] = set()
    for cut, until in windows:
        then = asked.known_on(home, np.datetime64(f"{cut + 1}-01-01"))
        later = made_since(asked, home, cut + 1, until)
        before = made_by(asked, home, cut)
        ties.update(one.at for one in later)
        if len(before) < LEAST:
            continue
        rows = _rows(asked, then, later)
        for name, order, chances in _rankings(asked, home, cut, before, then):
            found[name] += [(rank_of(order, row), len(then.free), chances[row]) for row in rows]
        told.append(
            Window(cut, until, len(before), tuple(asked.history.ties[one.at] for one in later))
        )
    first, last = windows[0][0], windows[-1][1]
    made = {
        name: Forecasts(*(np.array([row[part] for row in rows], dtype=float) for part in range(3)))
        for name, rows in found.items()
    }
    return Test(tuple(told), made, _between(asked, home, first, last, ties))


def _rows(asked: Question, then: Known, later: Sequence[Chosen]) -> list[int]:
    """Where the cities chosen later stand among those that were free at the cut-off."""
    free = {int(city): row for row, city in enumerate(then.free)}
    cities = [int(asked.history.city[one.at]) for one in later]
    return [free[city] for city in cities if city in free]


def _rankings(
    asked: Question, home: str, cut: int, before: Sequence[Chosen], then: Known
) -> Iterator[tuple[str, Numbers, Numbers]]:
    """Of the model and of each rule: what it ranks by, and the log chance of every city."""
    fit = fitted(asked, home, cut)
    if fit is not None:
        yield MODEL, scores(then, fit.weights), log_chances(then.terms, fit.weights)
    for name, rule in RULES.items():
        weights = fitted_on(before, rule.columns).weights
        chances = log_chances(then.terms[:, rule.columns], weights)
        yield name, rule.scores(asked.cities, then), chances


def _between(asked: Question, home: str, first: int, last: int, ties: set[int]) -> tuple[str, ...]:
    """Choices after the first cut-off of which it is not certain in which window they fall."""
    start, end = np.datetime64(f"{first + 1}-01-01"), np.datetime64(f"{last + 1}-01-01")
    history = asked.history
    return tuple(
        history.ties[one.at]
        for one in choices_of(asked, home)
        if one.at not in ties and history.latest[one.at] >= start and history.earliest[one.at] < end
    )


def _stacked(some: Sequence[Forecasts]) -> Forecasts:
    return Forecasts(
        np.concatenate([one.ranks for one in some]),
        np.concatenate([one.of for one in some]),
        np.concatenate([one.scores for one in some]),
    )
