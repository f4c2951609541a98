"""To which home and to which partner of the atlas a pair of the register belongs, by its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from geo.i18n import mark
from geo.i18n.folding import folded
from geo.intake.limits import Refused
from geo.place.name_rules import SAME, SHORTER, names_division, readings
from geo.register.listing import Pair
from geo.ties.cell_rules import quoted
from geo.ties.name_index import HOME, PLACE, SEAT
from geo.ties.name_match import Rank
from geo.ties.roster import Roster
from geo.ties.search import Hit, search

MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
"""Cities that stand directly under the central government: each is a province as well."""
WHOLE_CITY = ("", "市", "市辖区", "市本级")
"""What stands for a municipality itself where the register might name a district."""
CITIES = ("city", "municipality")
"""Kinds of places that a name ending in 市 may mean; other kinds are divisions."""

NO_HOME = mark("{found} is no Chinese city of these data; there are: {homes}.")

Key = tuple[str, str, str]
"""A home (slug), its district (folded; "" for the city itself), a place (slug)."""


class Placed(NamedTuple):
    """A pair of one of the homes: the home, its district ("" for the city), the place or ""."""

    pair: Pair
    home: str
    district: str
    place: str

    @property
    def key(self) -> Key:
        """By which ties and pairs are the same."""
        return self.home, self.district, self.place


def homes_named(roster: Roster, names: Iterable[str]) -> list[str]:
    """The homes that a reader names by slug or by a name in either language; all for no name.

    Raises:
        Refused: a name is that of no home.
    """
    found = [_home_named(roster, name) for name in names]
    return list(dict.fromkeys(found)) or [str(home) for home in roster.homes.index]


def _home_named(roster: Roster, name: str) -> str:
    if name in roster.homes.index:
        return name
    if hit := next(_whole_hits(roster, name, HOME), None):
        return hit.key
    known = ", ".join(map(str, roster.homes.index))
    raise Refused(NO_HOME, found=quoted(name), homes=known)


def placed_in(roster: Roster, homes: Iterable[str], pairs: Iterable[Pair]) -> list[Placed]:
    """The pairs of some homes, each with the place of the atlas that its partner is."""
    names = {home: folded(str(roster.homes.at[home, "name_zh"])) for home in homes}
    return [
        Placed(pair, *of_home, place_of(roster, pair))
        for pair in pairs
        if (of_home := _home_of(pair, names)) is not None
    ]


def _home_of(pair: Pair, names: Mapping[str, str]) -> tuple[str, str] | None:
    """The home of a pair, and its district."""
    for home, name in names.items():
        district = _district(folded(pair.province), folded(pair.city), name)
        if district is not None:
            return home, district
    return None


def _district(province: str, city: str, name: str) -> str | None:
    """The district of a home that a pair names, "" for the city itself, ``None`` for another city.

    A municipality may stand as province, with nothing, itself or one of its districts as city; of
    any other city the province says nothing (吉林 is the name of a province and of a city).
    """
    whole = f"{name}市"
    if name in MUNICIPALITIES and province in (name, whole):
        rest = city.removeprefix(whole).removeprefix(name)
    elif city == name:
        rest = ""
    elif city.startswith(whole):
        rest = city.removeprefix(whole)
    elif not city and province == whole:
        rest = ""
    else:
        return None
    return "" if rest in WHOLE_CITY else rest


def place_of(roster: Roster, pair: Pair) -> str:
    """The atlas's place (slug) that a pair's partner is, with certainty; "" if none is.

    It lies in the pair's country and bears the name in full (:func:`geo.ties.search.search`), or
    without the word for what it is (横滨市) where that word fits: 莫斯科州 is not the city.
    """
    for hit in _whole_hits(roster, pair.partner, PLACE):
        if pair.country and roster.places.at[hit.key, "country"] == pair.country:
            return hit.key
    return ""


def _whole_hits(roster: Roster, name: str, kind: str) -> Iterator[Hit]:
    """What is called so in full, the surest first; not what merely has its seat there."""
    for reading in readings(name):
        if reading.how not in (SAME, SHORTER):
            continue
        for hit in search(roster, reading.text, (kind,)).hits:
            whole = hit.rank == Rank.WHOLE and hit.through is None and hit.name.how != SEAT
            if whole and (kind == HOME or reading.how == SAME or _fits(roster, name, hit.key)):
                yield hit


def _fits(roster: Roster, name: str, place: str) -> bool:
    """Whether the word that was taken from a name is one for this kind of place."""
    is_city = roster.places.at[place, "kind"] in CITIES
    return not is_city if names_division(name) else is_city and name.endswith("市")
