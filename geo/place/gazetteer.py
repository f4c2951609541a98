"""The gazetteer: where a place is, by a name that a list gives it, found offline.

Our own places come first; then the places of GeoNames over 5,000 inhabitants and the first-order
divisions of ISO 3166-2, each at its seat (GeoNames, CC BY 4.0; ``tools/build_gazetteer.py`` says
from which packages). The tables stay packed until a name is looked for, and are searched as they
stand: a few megabytes, not a dictionary of half a million names.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

from geo.data import read_table
from geo.i18n import mark
from geo.i18n.folding import folded, has_han, words_in
from geo.place.name_rules import (
    AROUND,
    INSIDE,
    SAME,
    SHORTER,
    Reading,
    names_division,
    readings,
)

TABLES = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
OWN = mark("a place of the atlas")
NAME = mark("by its name")
SHORT = mark("by its name without what kind of place it is")
SEAT = mark("the seat of the province or region of that name")
PART = mark("a part of the city that is named with it")
CITY = mark("the city that is named with it")
NAMESAKE = mark("the city of that name, for the province or region")
WHY = {SAME: NAME, SHORTER: SHORT, INSIDE: PART, AROUND: CITY}
"""Why a place is a candidate, by the reading of the name that found it."""
NEAR_KM = 80.0
"""How far from a city its parts may lie."""
SAME_KM = 5.0
"""Candidates of one name that lie this near are one place."""
KM_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""
SHORTEST = 2
"""Characters of a city's Chinese name at the front of that of a part of it."""


class Candidate(NamedTuple):
    """A place that a name may mean.

    Attributes:
        name_en, name_zh: its names; the Chinese one may be empty.
        country: alpha-2 code.
        region: the first-order division that it lies in, or for a division its seat; may be empty.
        lat, lon: degrees, WGS 84.
        population: inhabitants; ``None`` if not known.
        kind: city, division, or a kind of the atlas's own places.
        approximate: whether it stands for something wider or smaller: a province at its seat, a
            district at its city.
        why: why it is a candidate, a message of the catalogue.
    """

    name_en: str
    name_zh: str
    country: str
    region: str
    lat: float
    lon: float
    population: int | None
    kind: str
    approximate: bool
    why: str


def candidates(
    name: str, country: str | None = None, limit: int = 5, *, own: bool = True
) -> list[Candidate]:
    """The places that a name may mean, the best first; none if it is not known.

    Args:
        name: in any language and script, with or without what kind of place it is.
        country: alpha-2 code of the country that it lies in, if known.
        limit: how many at the most.
        own: whether the atlas's own places are looked at.
    """
    return list(_ranked(name, country or "", own)[:limit])


@lru_cache(maxsize=32768)
def _ranked(name: str, country: str, own: bool) -> tuple[Candidate, ...]:
    """Every candidate; kept, because a list of partners names the same ones again and again."""
    division = names_division(name)
    for reading in chain(readings(name), _at_the_front(name, country)):
        if found := _found(reading, country, division, own):
            return tuple(_once(found))
    return ()


def _once(found: list[Candidate]) -> Iterator[Candidate]:
    """Each place once, though two tables may have it; a division beside its seat is another."""
    kept: list[Candidate] = []
    for one in found:
        kinds = [other for other in kept if (one.kind == "division") == (other.kind == "division")]
        if not any(_km(one, other) <= SAME_KM for other in kinds):
            kept.append(one)
            yield one


def _found(reading: Reading, country: str, division: bool, own: bool) -> list[Candidate]:
    key = folded(reading.text)
    if not key:
        return []
    mine = list(_own().get(key, ())) if own and reading.how in (SAME, SHORTER) else []
    others = [_candidate(line, reading.how) for line in _lines(key)]
    found = [
        one for one in (*mine, *others) if country in ("", one.country) and _fits(one, reading)
    ]
    if division and reading.how == SHORTER:
        found = [_namesake(one) if one.kind == "city" else one for one in found]
    return sorted(found, key=lambda one: _order(one, division))


def _namesake(city: Candidate) -> Candidate:
    """A city found by the name of a province that is not known."""
    return city._replace(approximate=True, why=NAMESAKE)


def _fits(one: Candidate, reading: Reading) -> bool:
    """Whether a part of a city lies near it; what is not known to lie anywhere fits."""
    if reading.how != INSIDE:
        return True
    around = [city for text in readings(reading.around) for city in _cities(text.text, one.country)]
    return not around or any(_km(one, city) <= NEAR_KM for city in around[:5])


def _cities(text: str, country: str) -> list[Candidate]:
    found = [_candidate(line, SAME) for line in _lines(folded(text))]
    return [one for one in found if one.country == country]


def _order(one: Candidate, division: bool) -> tuple[bool, bool, int, bool]:
    """Our own first; a division where the name says so; else the one with most people, and a city
    before the division of which it is the seat."""
    strayed = division and one.kind != "division"
    return one.why != OWN, strayed, -(one.population or 0), one.kind == "division"


def _at_the_front(name: str, country: str) -> Iterator[Reading]:
    """A Chinese name that begins with a city's: its end as a part of the city, then the city."""
    word = "".join(words_in(name))
    if not has_han(word) or not country:
        return
    for end in range(len(word) - 1, SHORTEST - 1, -1):
        front, rest = word[:end], word[end:]
        if _cities(front, country):
            yield from (
                Reading(part.text, INSIDE, front) for part in readings(rest) if len(part.text) > 1
            )
            yield Reading(front, AROUND)
            return


def _km(one: Candidate, other: Candidate) -> float:
    """How far apart two places are, roughly: enough to tell one city from the next."""
    east = (one.lon - other.lon + 180) % 360 - 180
    return KM_A_DEGREE * hypot(one.lat - other.lat, east * cos(radians(one.lat)))


def _candidate(line: str, how: str) -> Candidate:
    name_en, name_zh, country, region, lat, lon, people, kind = line.split("\t")
    division = kind == "division"
    return Candidate(
        name_en,
        name_zh,
        country,
        region,
        float(lat),
        float(lon),
        int(people) or None,
        kind,
        division or how == AROUND,
        SEAT if division and how == SAME else WHY[how],
    )


@lru_cache(maxsize=1)
def divisions() -> dict[str, list[Candidate]]:
    """The first-order divisions of each country, each at its seat."""
    found: dict[str, list[Candidate]] = {}
    for line in _tables()[1]:
        if line.endswith(b"\tdivision"):
            one = _candidate(line.decode(), SAME)
            found.setdefault(one.country, []).append(one)
    return found


@lru_cache(maxsize=1)
def _own() -> dict[str, list[Candidate]]:
    """The atlas's own places and homes by their folded names."""
    found: dict[str, list[Candidate]] = {}
    for table, fields in (("places", ("name", "full")), ("homes", ("name",))):
        for row in read_table(table).to_dict("records"):
            thousands = row.get("population") or ""
            one = Candidate(
                row["name_en"],
                row["name_zh"],
                row["country"],
                "",
                float(row["lat"]),
                float(row["lon"]),
                round(float(thousands) * 1000) if thousands else None,
                row.get("kind", "city"),
                False,
                OWN,
            )
            for key in {
                folded(row[f"{field}_{lang}"]) for field in fields for lang in ("en", "zh")
            }:
                found.setdefault(key, []).append(one)
    return found


@lru_cache(maxsize=1)
def _tables() -> tuple[bytes, list[bytes]]:
    """The names as they stand, in the order of their bytes, and the places, a line each."""
    names, places = (
        lzma.decompress((TABLES / f"{table}.tsv.xz").read_bytes()) for table in ("names", "places")
    )
    return names, places.split(b"\n")


def _lines(key: str) -> list[str]:
    """The lines of the places that are called by a folded name, those with most people first."""
    names, places = _tables()
    wanted, low, high = key.encode() + b"\t", 0, len(names)
    while low < high:
        middle = names.rfind(b"\n", 0, (low + high) // 2) + 1
        end = names.find(b"\n", middle)
        if names.startswith(wanted, middle):
            numbers = names[middle + len(wanted) : end].split()
            return [places[int(number)].decode() for number in numbers]
        if names[middle:end].partition(b"\t")[0] < wanted[:-1]:
            low = end + 1
        else:
            high = middle
    return []
