"""A row that was read to its place on the map, and what is said of that."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from geo.intake import remarks as why
from geo.intake.name_parts import region_named
from geo.intake.places import Places
from geo.intake.remarks import Remark
from geo.intake.row import Defaults, Row


class Hints(NamedTuple):
    """What a row says of a partner's place beside its name and country, "" where it says nothing.

    Attributes:
        region: the state or province it lies in.
        lat, lon: degrees, as they are written.
    """

    region: str
    lat: str
    lon: str


def placed(found: Row, hints: Hints, defaults: Defaults, places: Places) -> Row:
    """A row with the places that its partner may be, and with what is said of them."""
    about: list[Remark] = []
    point, wrong = _point(hints.lat, hints.lon)
    if wrong:
        about.append(Remark("warn", why.COORDINATES, wrong, field="lat"))
    two = places.two_cities(found.partner, found.country)
    if two:
        about.append(Remark("warn", why.TWO_NAMES, found.partner, two[0], "partner"))
    name = two[0] if two else found.partner
    region = hints.region or region_named(found.partner)
    candidates = tuple(places.candidates(name, found.country, region))
    if not candidates and (near := places.near(name, found.country)):
        candidates = (near,)
        about.append(Remark("warn", why.MISSPELT, name, near.name_en, "partner"))
    elsewhere = places.looked_up.get((found.partner, found.country))
    if elsewhere and not candidates and not point:
        candidates = (elsewhere,)
        about.append(Remark("warn", why.LOOKED_UP, found.partner, elsewhere.name_en, "partner"))
    about += _of_home(found, defaults, places)
    return replace(
        found,
        remarks=(*found.remarks, *about),
        candidates=candidates,
        point=point,
        home_country=defaults.home_country,
    )


def _of_home(found: Row, defaults: Defaults, places: Places) -> list[Remark]:
    """What is said of a partner in the country of its home, or of the very home."""
    same_country = found.country == _country_of(found.home, defaults, places)
    if found.home == found.partner or (same_country and places.are_one(found.home, found.partner)):
        return [Remark("reject", why.SELF, found.home, field="partner")]
    if same_country:
        return [Remark("warn", why.SAME_COUNTRY, expected=found.country, field="country")]
    return []


def _country_of(home: str, defaults: Defaults, places: Places) -> str:
    """The country of a home, as far as one is known."""
    if home == defaults.home:
        return defaults.home_country
    found = places.candidates(home, defaults.home_country or None)
    return found[0].country if found else defaults.home_country


def _point(lat: str, lon: str) -> tuple[tuple[float, float] | None, str]:
    """Coordinates in degrees, or what stands there instead."""
    if not lat and not lon:
        return None, ""
    try:
        point = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return None, f"{lat}, {lon}"
    on_globe = abs(point[0]) <= 90 and abs(point[1]) <= 180 and point != (0.0, 0.0)
    return (point, "") if on_globe else (None, f"{lat}, {lon}")
