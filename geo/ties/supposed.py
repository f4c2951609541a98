"""A tie that there is not: which home, and which city, written into an address and read from one.

``shanghai:MM:Yangon`` is a tie of Shanghai with Yangon in Myanmar; a fourth part names the region
where a country has several cities of one name. The city is looked up in the gazetteer
(:mod:`geo.place.gazetteer`), so that an address can bring no city that there is not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from geo.i18n.folding import folded
from geo.place.candidate import NAME, OWN, SEAT, SHORT, Candidate
from geo.place.gazetteer import candidates

MOST_SUPPOSED = 3
"""Hypothetical ties in one view; with more of them nobody would know what changed what."""
LONGEST_NAME = 80
"""Characters of a part of one; no name of a place is longer."""
LOOKED_AT = 24
"""Places of one name that are looked through for the one that is meant."""
ONE_STATE = ("CN", "HK", "MO")
"""Codes of China's own places: a sister city is abroad."""


@dataclass(frozen=True)
class Supposed:
    """A hypothetical tie.

    Attributes:
        home: slug.
        country: alpha-2 code of the city's country.
        name: of the city, as the gazetteer has it in English.
        region: in which it lies, where the country has a larger city of the name; mostly empty.
    """

    home: str
    country: str
    name: str
    region: str = ""

    def __str__(self) -> str:
        """As it stands in an address."""
        return ":".join(filter(None, (self.home, self.country, self.name, self.region)))


def parts_of(text: str) -> list[str]:
    """The parts of a hypothetical tie in an address; none if they are too few, many or long."""
    parts = [part.strip() for part in unicodedata.normalize("NFKC", text).split(":")]
    fits = len(parts) in (3, 4) and all(0 < len(part) <= LONGEST_NAME for part in parts)
    return parts if fits and all(map(str.isprintable, parts)) else []


@lru_cache(maxsize=256)
def city_of(country: str, name: str, region: str = "") -> Candidate | None:
    """The city of a hypothetical tie; ``None`` if the gazetteer has none of this name.

    Args:
        country: alpha-2 code.
        name: in any language.
        region: in which it lies; empty for the first that the gazetteer has.
    """
    found = cities_called(name, country, LOOKED_AT)
    return next((one for one in found if not region or folded(one.region) == folded(region)), None)


def cities_called(name: str, country: str | None, limit: int) -> list[Candidate]:
    """The cities that a name may mean, the best first; parts of cities are none.

    A province of the same name beside its seat is left out: it would stand at the same point.
    """
    found = [one for one in candidates(name, country, LOOKED_AT) if one.why in WHOLE]
    cities = [one for one in found if one.kind != "division"]
    kept = [one for one in cities or found if one.country not in ONE_STATE]
    return kept[:limit]


WHOLE = (OWN, NAME, SHORT, SEAT)
"""Why a whole city or province was found, not a part of one or a namesake."""


def supposed_with(home: str, city: Candidate) -> Supposed | None:
    """The hypothetical tie of a home with a city; ``None`` if no address could name the city."""
    name = re.sub(r"\s*:\s*", " ", city.name_en)
    for region in ("", city.region):
        if city_of(city.country, name, region) == city:
            return Supposed(home, city.country, name, region)
    return None
