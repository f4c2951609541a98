"""Which city stands for a partner: by name in its own country, or by where its seat lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from geo.figures.prospects.cities import Cities
from geo.i18n.folding import words_in
from geo.place.distance import Point, km_from

NAMED_KM = 60.0
"""A city of the partner's name in its country is the partner's if it lies this near."""
NEAR_KM = 30.0
"""Without the name, the nearest city this near; the seat is then counted in it."""
SAME_KM = 5.0
"""So near the seat is the city itself, whatever either is called."""


class Match(NamedTuple):
    """The city of a partner.

    Attributes:
        city: its place among the cities.
        core: whether the partner is the city itself; otherwise it is only counted in it, as
            Yokohama is in Tokyo, and is no choice of that city.
    """

    city: int
    core: bool


def match(cities: Cities, country: str, at: Point, names: Iterable[str]) -> Match | None:
    """The city of a partner; ``None`` if there is none near its seat.

    Args:
        country: of the partner; a city of the same name in another country is another city.
        at: longitude and latitude of its seat.
        names: of the seat and the partner, in English.
    """
    there = np.flatnonzero(cities.country == country)
    if not len(there):
        return None
    km = km_from(at, cities.lon[there], cities.lat[there])
    called = [set(words_in(name)) for name in names if name]
    near = [place for place in np.argsort(km, kind="stable") if km[place] <= NAMED_KM]
    named = [place for place in near if _same_name(cities, int(there[place]), called)]
    best = named[0] if named else near[0] if near and km[near[0]] <= NEAR_KM else None
    if best is None:
        return None
    city, core = int(there[best]), bool(named) or bool(km[best] <= SAME_KM)
    while cities.part_of[city] >= 0:
        city, core = int(cities.part_of[city]), False
    return Match(city, core)


def _same_name(cities: Cities, city: int, called: list[set[str]]) -> bool:
    """Whether the words of one name are among those of the other: New York, New York-Newark."""
    row = cities.rows[city]
    names = [set(words_in(row[name])) for name in ("name", "name_wup") if row.get(name)]
    return any(one and (one <= other or other <= one) for one in called for other in names)
