"""What is known of every city on a day, as the terms of the model.

Nothing that became known later goes in: ties that had certainly been made before the day, people as
of the last count, capitals of that year. Two things are of today for want of others, and the page
says so: the ports, and which agglomerations are in the table at all (300,000 in 2018).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.figures.prospects.cities import Cities, Flags, Numbers, Whole
from geo.figures.prospects.history import History
from geo.i18n import mark
from geo.place.distance import Point, km_from

TERMS = {
    "port": mark("sea port"),
    "harbour": mark("large or medium harbour"),
    "capital": mark("national capital"),
    "rank": mark("rank in its country"),
    "people": mark("population"),
    "distance": mark("distance"),
    "own": mark("own ties in the country"),
    "rival_country": mark("other’s tie in the country"),
    "rival_city": mark("other’s tie with the city"),
    "region": mark("share of the continent"),
}
"""The terms in their order, and what they are called; rank, population, distance, own ties and
share are logarithms."""
MEDIUM = 3
"""Of the harbour sizes the smallest that counts as large or medium."""
CONTINENTS = 5
LEAST_PEOPLE, LEAST_KM = 1.0, 50.0
"""Logarithms of less would say more than is known."""


@dataclass(frozen=True, eq=False)
class Known:
    """What was known on a day, seen from a home.

    Attributes:
        day: before which everything lies.
        year: whose populations and capitals count.
        free: the places of the cities that could be chosen: abroad, and without a tie of the
            home's own.
        terms: a row each of ``free``, a column a term.
    """

    day: np.datetime64
    year: int
    free: Whole
    terms: Numbers


def known(
    cities: Cities,
    history: History,
    home: str,
    at: tuple[str, Point],
    day: np.datetime64,
    *,
    strictly: bool = False,
) -> Known:
    """What was known of every city that a home could choose on a day.

    Args:
        home: its slug.
        at: its country, and where it lies.
        day: only what had certainly happened before it counts.
        strictly: whether cities are out into which the home may have had a tie, too; otherwise
            only those into which it certainly had one.
    """
    # The day before: what is known at the start of a year is what its eve has seen.
    year = (day - np.timedelta64(1, "D") if strictly else day).astype("datetime64[Y]")
    number = int(year.astype(int)) + 1970
    before, mine = history.before(day), history.home == home
    taken = history.possibly_before(day) if strictly else before
    out = np.zeros(len(cities), dtype=bool)
    out[history.city[mine & taken & (history.city >= 0)]] = True
    free = np.flatnonzero(cities.outside(at[0]) & ~out)
    return Known(day, number, free, _terms(cities, history, mine, at[1], before, number, free, day))


def _terms(
    cities: Cities,
    history: History,
    mine: Flags,
    at: Point,
    before: Flags,
    year: int,
    free: Whole,
    day: np.datetime64,
) -> Numbers:
    """The columns of :data:`TERMS` for the cities that are free."""
    stands = before & ~(history.gone < day)
    country, continent = cities.country[free], cities.region[free]
    rivals = ~mine & before
    columns = {
        "port": cities.port[free],
        "harbour": cities.harbour[free] >= MEDIUM,
        "capital": cities.capital_in(year)[free],
        "rank": np.log(cities.ranks_in(year)[free]),
        "people": np.log(np.maximum(cities.people_in(year)[free], LEAST_PEOPLE)),
        "distance": np.log(np.maximum(km_from(at, cities.lon[free], cities.lat[free]), LEAST_KM)),
        "own": np.log1p(_counted(history.country[mine & stands], country)),
        "rival_country": np.isin(country, history.country[rivals]),
        "rival_city": np.isin(free, history.city[rivals & (history.city >= 0)]),
        "region": np.log(
            (1 + _counted(history.region[mine & before], continent))
            / (CONTINENTS + int((mine & before).sum()))
        ),
    }
    return np.column_stack([np.asarray(columns[term], dtype=float) for term in TERMS])


def _counted(codes: npt.NDArray[np.str_], of: npt.NDArray[np.str_]) -> Numbers:
    """How often each code stands among some."""
    names, numbers = np.unique(codes, return_counts=True)
    found = dict(zip(names.tolist(), numbers.tolist(), strict=True))
    return np.array([float(found.get(code, 0)) for code in of.tolist()])
