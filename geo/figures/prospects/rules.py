"""The plain rules that the model has to beat: each ranks all cities without a fit.

A rule is written as keys, the most important first. For its log score the same keys are weighed by
a conditional logit of their own, fitted to the same choices as the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from geo.figures.prospects.cities import Cities, Numbers
from geo.figures.prospects.terms import TERMS, Known
from geo.i18n import mark

COLUMN = {term: number for number, term in enumerate(TERMS)}
Keys = Callable[[Cities, Known], list[Numbers]]
"""What a rule sorts by, the most important first, the largest first."""


@dataclass(frozen=True)
class Rule:
    """A plain rule.

    Attributes:
        name: what it is called (a message).
        keys: what it sorts by.
        terms: of the model that its log score weighs.
    """

    name: str
    keys: Keys
    terms: tuple[str, ...]

    def scores(self, cities: Cities, then: Known) -> Numbers:
        """A score for every city that is free; equal where the rule knows no difference."""
        table = np.column_stack(self.keys(cities, then))
        order = np.lexsort(table.T[::-1])
        steps = np.any(np.diff(table[order], axis=0) != 0, axis=1)
        found = np.empty(len(table))
        found[order] = np.concatenate([[0.0], np.cumsum(steps)])
        return found

    @property
    def columns(self) -> list[int]:
        """The columns of its terms."""
        return [COLUMN[term] for term in self.terms]


def _term(then: Known, term: str) -> Numbers:
    found: Numbers = then.terms[:, COLUMN[term]]
    return found


RULES: Mapping[str, Rule] = {
    "people": Rule(
        mark("the largest cities"), lambda cities, then: [_term(then, "people")], ("people",)
    ),
    "gravity": Rule(
        mark("population by distance"),
        lambda cities, then: [_term(then, "people") - _term(then, "distance")],
        ("people", "distance"),
    ),
    "harbours": Rule(
        mark("ports by harbour size"),
        lambda cities, then: [
            cities.harbour[then.free].astype(float),
            _term(then, "people"),
        ],
        ("port", "harbour", "people"),
    ),
    "capitals": Rule(
        mark("capitals by population"),
        lambda cities, then: [_term(then, "capital"), _term(then, "people")],
        ("capital", "people"),
    ),
    "rival": Rule(
        mark("partners of the other city"),
        lambda cities, then: [
            _term(then, "rival_city"),
            _term(then, "rival_country"),
            _term(then, "people"),
        ],
        ("rival_city", "rival_country", "people"),
    ),
    "hand": Rule(
        mark("new country, capital, size"),
        lambda cities, then: [
            (_term(then, "own") == 0).astype(float),
            _term(then, "capital"),
            _term(then, "people"),
        ],
        ("own", "capital", "people"),
    ),
}
"""The rules by key, the simplest first."""
