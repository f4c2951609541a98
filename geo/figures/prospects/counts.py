"""Plain counts beside the model: how often a home went where the other one already was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geo.figures.prospects.cities import Flags
from geo.figures.prospects.model import Chosen, Question, choices_of, made_by, made_since
from geo.figures.prospects.rules import COLUMN


@dataclass(frozen=True)
class Following:
    """How many choices went where another home had been before, and where it came later.

    Attributes:
        of: choices.
        city, country: into a city, or a country, in which another home certainly had a tie before.
        city_later, country_later: in which another home had none yet, and has come since.
        city_by_size, country_by_size: how many chance gives if every city is chosen by its
            population alone.
    """

    of: int
    city: int
    country: int
    city_later: int
    country_later: int
    city_by_size: float
    country_by_size: float


def following(asked: Question, home: str, first: int | None, last: int) -> Following:
    """The counts of a home's choices from a year (``None`` for the first) to the end of another."""
    some = made_by(asked, home, last) if first is None else made_since(asked, home, first, last)
    history, others = asked.history, asked.history.home != home
    city, country = _chosen(some, "rival_city"), _chosen(some, "rival_country")
    at = [one.at for one in some]
    ever_city = np.isin(history.city[at], history.city[others])
    ever_country = np.isin(history.country[at], history.country[others])
    return Following(
        len(some),
        int(city.sum()),
        int(country.sum()),
        int((ever_city & ~city).sum()),
        int((ever_country & ~country).sum()),
        sum(_by_size(one, "rival_city") for one in some),
        sum(_by_size(one, "rival_country") for one in some),
    )


def left_out(asked: Question, home: str, year: int) -> int:
    """Choices of which it is not certain whether they were made before a year or since."""
    last = asked.roster.as_of.year
    return (
        len(choices_of(asked, home))
        - len(made_by(asked, home, year - 1))
        - len(made_since(asked, home, year, last))
    )


def _chosen(some: list[Chosen], term: str) -> Flags:
    return np.array([one.known.terms[one.row, COLUMN[term]] > 0 for one in some], dtype=bool)


def _by_size(one: Chosen, term: str) -> float:
    """The share of all people that could be chosen who live where the other home has a tie."""
    people = np.exp(one.known.terms[:, COLUMN["people"]])
    there = one.known.terms[:, COLUMN[term]] > 0
    return float(people[there].sum() / people.sum())
