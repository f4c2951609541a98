"""A place that a name may mean, and why."""

from __future__ import annotations

from typing import NamedTuple

from geo.i18n import mark

OWN = mark("a place of the atlas")
NAME = mark("by its name")
SHORT = mark("by its name without what kind of place it is")
SEAT = mark("the seat of the province or region of that name")
PART = mark("a part of the city that is named with it")
CITY = mark("the city that is named with it")
NAMESAKE = mark("the city of that name, for the province or region")
BY_NOMINATIM = mark("looked up with Nominatim")


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
