"""How two partners in one country lie to each other: one place, one seat, or different cities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from geo.place.distance import km_between
from geo.ties.tie import Tie

SAME, SEAT, OTHER = "same", "seat", "other"
RELATIONS = (SAME, SEAT, OTHER)
"""Two partners in one country, the closest first: the same place; two places with one seat (a city
and the region around it); different cities."""

SEAT_KM = 5.0
"""Seats this near are one city (the City of London and London 2 km apart; Athens and Piraeus, 9 km
apart, are two)."""
KM_A_DEGREE = 110.5
"""A degree of latitude is at least so long."""
CITY = re.compile(r"\(([^()]+)\)$")
"""The city that a district is a part of, as it ends the district's name: “Meguro (Tokyo)”."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


def relation(one: Tie, other: Tie) -> str:
    """How the partners of two ties lie to each other.

    One of :data:`RELATIONS`. Two places have one seat if their seats are the same point or lie
    within :data:`SEAT_KM`, if both are or contain their country's capital, or if one is a district
    whose name names the other's city. A region that contains a city other than its seat and the
    capital is not recognised: the data hold no boundaries.
    """
    if one.place == other.place:
        return SAME
    if one.country != other.country:
        return OTHER
    if one.capital != "no" and other.capital != "no":
        return SEAT
    near = (
        _one_city((one.lon, one.lat), (other.lon, other.lat))
        or _part_of(one, other)
        or _part_of(other, one)
    )
    return SEAT if near else OTHER


def closest(found: Iterable[str]) -> str:
    """The closest of several relations; "" of none."""
    return min(found, key=RELATIONS.index, default="")


def nearest(tie: Tie, others: Iterable[Tie]) -> tuple[str, Tie | None]:
    """The closest relation of a tie to any of some others, and the first that has it."""
    related = [(relation(tie, other), other) for other in others]
    near = closest(kind for kind, _ in related)
    return near, next((other for kind, other in related if kind == near), None)


def _one_city(one: Point, other: Point) -> bool:
    """Whether two seats lie so near that they are one city."""
    if abs(one[1] - other[1]) > SEAT_KM / KM_A_DEGREE:  # to find the distance itself takes long
        return False
    return _apart(one, other) <= SEAT_KM


@lru_cache(maxsize=4096)
def _apart(one: Point, other: Point) -> float:
    return km_between(one, other)


def _part_of(one: Tie, other: Tie) -> bool:
    """Whether one partner is a district of the other's city, by its English name."""
    if one.kind != "district":
        return False
    city = CITY.search(one.name_en)
    of_other = CITY.search(other.name_en)
    if city and of_other and other.kind == "district":
        return city[1] == of_other[1]
    return other.seat_en in ((city[1] if city else ""), one.name_en.partition("-")[0])
