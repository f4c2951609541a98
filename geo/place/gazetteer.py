"""The gazetteer: where a place is, by a name that a list gives it, found offline.

Our own places come first; then the places of GeoNames over 5,000 inhabitants and the first-order
divisions of ISO 3166-2, each at its seat (GeoNames, CC BY 4.0; ``tools/build_gazetteer.py`` says
from which packages).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from math import cos, hypot, radians

from geo.i18n.folding import folded, has_han, words_in
from geo.place.candidate import CITY, NAME, NAMESAKE, OWN, PART, SEAT, SHORT, Candidate
from geo.place.gazetteer_tables import lines_called, lines_of_divisions
from geo.place.name_rules import (
    AROUND,
    INSIDE,
    SAME,
    SHORTER,
    Reading,
    names_division,
    readings,
)
from geo.place.own_places import own_places

WHY = {SAME: NAME, SHORTER: SHORT, INSIDE: PART, AROUND: CITY}
"""Why a place is a candidate, by the reading of the name that found it."""
NEAR_KM = 80.0
"""How far from a city its parts may lie."""
SAME_KM = 5.0
"""Candidates of one name that lie this near are one place."""
AROUND_MOST = 8
"""Places of a name that are looked at for what lies in or near them."""
KM_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""
SHORTEST = 2
"""Characters of a city's Chinese name at the front of that of a part of it."""


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
    mine = list(own_places().get(key, ())) if own and reading.how in (SAME, SHORTER) else []
    others = [_candidate(line, reading.how) for line in lines_called(key)]
    here = [one for one in (*mine, *others) if country in ("", one.country)]
    if reading.how == AROUND and _two_things(here):
        return []
    found = [one for one in here if _fits(one, reading)]
    if division and reading.how == SHORTER:
        found = [_namesake(one) if one.kind == "city" else one for one in found]
    return sorted(found, key=lambda one: _order(one, division))


def _namesake(city: Candidate) -> Candidate:
    """A city found by the name of a province that is not known."""
    return city._replace(approximate=True, why=NAMESAKE)


def _fits(one: Candidate, reading: Reading) -> bool:
    """Whether a part of something lies in that division or near that city; if neither is known,
    it fits."""
    if reading.how != INSIDE:
        return True
    around = [
        other for text in readings(reading.around) for other in _lines_in(text.text, one.country)
    ]
    return not around or any(_within(one, other) for other in around[:AROUND_MOST])


def _within(one: Candidate, other: Candidate) -> bool:
    if other.kind == "division" and folded(one.region) == folded(other.name_en):
        return True
    return _km(one, other) <= NEAR_KM


def _two_things(found: list[Candidate]) -> bool:
    """Whether a name is that of a city and of a division far from it: a place in Washington need
    not lie in the city."""
    cities = [one for one in found if one.kind != "division"]
    seats = [one for one in found if one.kind == "division"]
    return bool(cities) and any(_km(cities[0], seat) > NEAR_KM for seat in seats)


def _lines_in(text: str, country: str) -> list[Candidate]:
    found = [_candidate(line, SAME) for line in lines_called(folded(text))]
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
        if _lines_in(front, country):
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
    for line in lines_of_divisions():
        one = _candidate(line, SAME)
        found.setdefault(one.country, []).append(one)
    return found
