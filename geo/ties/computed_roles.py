"""Roles of places that are not in our tables, by the rule of ours from the same kind of evidence.

The evidence are two small tables: ``data/gazetteer/ports.csv``, the ports of the World Port Index
(NGA Pub. 150, edition 2026-03, public domain), and ``data/gazetteer/capitals.csv``, the capitals
of states (GeoNames, CC BY 4.0; Chinese names from Natural Earth, public domain). What they do not
tell is not known, never "no": the index has no ports of inland navigation and does not tell lakes
from seas.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import lru_cache
from math import inf
from typing import NamedTuple

from geo.i18n.folding import folded, words_in
from geo.place.candidate import CITY, NAMESAKE, PART, SEAT, Candidate
from geo.place.distance import km_within
from geo.place.gazetteer import divisions
from geo.place.gazetteer_tables import TABLES, lines_of_cities
from geo.ties.roles import NAMED_KM, NEAR_KM, PortEvidence, port_by_rule

NOT_KNOWN = ""
"""What is said where the evidence does not tell."""
SAME_KM = 1.0
"""Points this near are one place in two tables."""
CAPITAL_KM = 40.0
"""A place of the capital's name within this distance is the capital."""
AGGLOMERATION = 300_000
"""People of the smallest agglomerations in the UN's World Urbanization Prospects."""
DEGREES = 1.5
"""How many degrees of latitude from a place its ports are looked for; 100 km are less."""

Point = tuple[float, float]


class Port(NamedTuple):
    """A port of the World Port Index: number, names, harbour size, point (lon, lat in degrees)."""

    number: str
    names: tuple[str, ...]
    size: str
    point: Point


class ComputedRole(NamedTuple):
    """What a place is in its own country, computed.

    Attributes:
        capital: is, contains, no, or :data:`NOT_KNOWN`.
        port: sea, or :data:`NOT_KNOWN`.
        evidence: the port of the World Port Index that speaks most for it; ``None`` if none does.
        km: geodesic from the place to it.
        computed: always; what is in our tables is not computed, but looked up and checked.
    """

    capital: str
    port: str
    evidence: Port | None = None
    km: float | None = None
    computed: bool = True


def computed_role(place: Candidate) -> ComputedRole:
    """Capital and port of a place by the rules of :mod:`geo.ties.roles`.

    Args:
        place: a candidate of the gazetteer; a division stands at its seat.
    """
    capital, part, ports = _capital(place), _part_of_a_city(place), _near(place)
    core = bool(ports) and not part and _core(place)
    for km, named, port in sorted(ports, key=lambda one: one[0]):
        if port_by_rule(PortEvidence(port.size, km, named, part, core)) == "sea":
            return ComputedRole(capital, "sea", port, km)
    return ComputedRole(capital, NOT_KNOWN)


def _capital(place: Candidate) -> str:
    told = _capitals().get(place.country)
    if told is None:
        return NOT_KNOWN
    names, point = told
    if _part_of_a_city(place):
        return "no"
    km = _km(place, point, CAPITAL_KM)
    if place.kind == "division" or place.why == NAMESAKE:
        return "contains" if km <= SAME_KM and _surely(place) else NOT_KNOWN
    called_so = bool({folded(place.name_en), folded(place.name_zh)} & names)
    if km <= SAME_KM or (called_so and km <= CAPITAL_KM):
        return "is"
    return "no"


def _surely(division: Candidate) -> bool:
    """Whether a division is the one that was named, and alone has its seat there.

    Moscow lies in no oblast, though the oblast is called by its name and governed from there.
    """
    seated = divisions().get(division.country, ())
    here = [one for one in seated if _km(division, (one.lon, one.lat), SAME_KM) < inf]
    return division.why == SEAT and len(here) == 1


def _part_of_a_city(place: Candidate) -> bool:
    """Whether a place is a district, or stands for one at its city."""
    return place.kind == "district" or place.why in (PART, CITY)


def _core(place: Candidate) -> bool:
    """Whether a place has as many people as the agglomerations that the UN ranks, and is none of
    those that are counted in a larger one. Which these are the gazetteer does not know: so no place
    is a core that has a larger city within :data:`geo.ties.roles.NEAR_KM` (Saitama, Tangerang)."""
    people = place.population or 0
    return people >= AGGLOMERATION and not any(
        more > people and _km(place, point, NEAR_KM) < inf
        for more, point in _large_cities().get(place.country, ())
    )


def _named(place: Candidate, port: Port) -> bool:
    """Whether a port bears the name of a place, or one that has all its words; of the names of the
    index the first decides, as in our tables (Fiumicino is also called Rome)."""
    words = _words(place.name_en)
    return bool(words) and words <= _words(port.names[0])


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    return frozenset(words_in(name))


def _near(place: Candidate) -> list[tuple[float, bool, Port]]:
    """The ports that can speak for a place: km to them, and whether they bear its name."""
    found = []
    for port in _ports()[place.country]:
        if abs(port.point[1] - place.lat) <= DEGREES:
            named = _named(place, port)
            km = _km(place, port.point, NAMED_KM if named else NEAR_KM)
            if km < inf:
                found.append((km, named, port))
    return found


def _km(place: Candidate, point: Point, most: float) -> float:
    return km_within((place.lon, place.lat), point, most)


@lru_cache(maxsize=1)
def _large_cities() -> dict[str, list[tuple[int, Point]]]:
    """Inhabitants and points of the large cities of each country."""
    found: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    for line in lines_of_cities():
        *_, country, _, lat, lon, people, _ = line.split("\t")
        if people and int(people) >= AGGLOMERATION:
            found[country].append((int(people), (float(lon), float(lat))))
    return found


@lru_cache(maxsize=1)
def _ports() -> dict[str, list[Port]]:
    """The ports of each country."""
    found: dict[str, list[Port]] = defaultdict(list)
    for row in _rows("ports"):
        names = tuple(filter(None, (row["name"], row["alternate"])))
        point = float(row["lon"]), float(row["lat"])
        found[row["country"]].append(Port(row["number"], names, row["size"], point))
    return found


@lru_cache(maxsize=1)
def _capitals() -> dict[str, tuple[set[str], Point]]:
    """The folded names and the point of the capital of each state."""
    return {
        row["country"]: (
            {folded(row["name_en"]), folded(row["name_zh"])} - {""},
            (float(row["lon"]), float(row["lat"])),
        )
        for row in _rows("capitals")
    }


def _rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
