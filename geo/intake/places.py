"""Where a partner lies: asked of a gazetteer, by every way its name can be taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from geo.intake.name_parts import AND, TAG, one_script, parts_of, region_named, slips, stem
from geo.place import gazetteer
from geo.place.candidate import Candidate
from geo.place.country_names import plain


class Gazetteer(Protocol):
    """Whatever knows places by name."""

    def candidates(self, name: str, country: str | None = None, limit: int = 5) -> list[Candidate]:
        """The places a name may mean, the best first.

        Args:
            name: in any language.
            country: ISO 3166-1 alpha-2 code, where it is known.
            limit: how many at most.
        """
        ...


LARGE = 500_000
"""People a city must have for a name to be taken for a misspelling of its name."""


DEEP = 30
"""Candidates that are asked for, so that one in the region named is among them."""


MOST_OFFERED = 5
"""Candidates that are offered."""


MOST_NEAR = 100
"""Names of a file that are looked at so."""


class Places:
    """A gazetteer that is asked once for each name.

    Args:
        known: what knows the places; the atlas's gazetteer where none is given.
        looked_up: places that it does not know, by name and country, found elsewhere.
    """

    def __init__(
        self,
        known: Gazetteer | None = None,
        looked_up: Mapping[tuple[str, str], Candidate] | None = None,
    ) -> None:
        self._gazetteer: Gazetteer = known or gazetteer
        self.looked_up = looked_up or {}
        self._known: dict[tuple[str, str | None, str], list[Candidate]] = {}
        self._near: dict[tuple[str, str], Candidate | None] = {}

    def candidates(self, name: str, country: str | None, region: str = "") -> list[Candidate]:
        """The places that a cell may mean, those in the region it names first."""
        key = (name, country, region)
        if key not in self._known:
            self._known[key] = self._ask(name, country, region or region_named(name))
        return self._known[key]

    def are_one(self, name: str, other: str) -> bool:
        """Whether two names, in whatever language, are surely of one place: 上海市 and Shanghai; a
        district that stands at its city is not the city."""
        if stem(name) == stem(other):
            return True
        both = [found[0] for one in (name, other) if (found := self.candidates(one, None))]
        return (
            len(both) == 2
            and _spot(both[0]) == _spot(both[1])
            and not any(place.approximate for place in both)
        )

    def _ask(self, name: str, country: str | None, region: str) -> list[Candidate]:
        """What the names in a cell agree on, in the region it names; else what the whole means."""
        parts, whole = parts_of(name), " ".join(name.split())
        found = _agreed([self._gazetteer.candidates(part, country, DEEP) for part in parts])
        if whole not in parts and all(place.approximate for place in found):
            found = [
                place
                for place in self._gazetteer.candidates(whole, country)
                if place.kind != "division" or stem(place.name_en) != stem(region)
            ] or found
        wanted = self._divisions(region, country, found)
        inside = [place for place in found if stem(place.region) in wanted or not place.region]
        return (inside if wanted else found)[:MOST_OFFERED]

    def _divisions(
        self, region: str, country: str | None, found: Sequence[Candidate]
    ) -> frozenset[str]:
        """Every name of the region that a cell names, made plain; none if it names no region."""
        if not region:
            return frozenset()
        known = self._gazetteer.candidates(region, country, DEEP)
        names = {stem(place.name_en) for place in known if place.kind == "division"}
        if names or stem(region) in {stem(place.region) for place in found}:
            names.add(stem(region))
        return frozenset(names)

    def near(self, name: str, country: str) -> Candidate | None:
        """The large city whose name a cell misses by one slip; ``None`` where there is none.

        Only large cities count: for every slip of the pen there is some village. And only so many
        names of a file are looked at, for each is some hundred questions.
        """
        letters = " ".join(name.split())
        if not re.fullmatch(r"[A-Za-z '-]{6,30}", letters) or len(self._near) >= MOST_NEAR:
            return None
        key = (letters, country)
        if key not in self._near:
            found = (
                place
                for one in slips(letters)
                for place in self._gazetteer.candidates(one, country)
                if (place.population or 0) >= LARGE and plain(place.name_en) == plain(one)
            )
            self._near[key] = next(found, None)
        return self._near[key]

    def two_cities(self, name: str, country: str | None) -> tuple[str, str] | None:
        """The two cities that a cell names, ``None`` if it names one.

        Halves with a sign between them that stands for *and* are two; with a hyphen they are two
        if both halves are places and the whole is none (*Bloomington-Normal*, not *Baden-Baden*).
        """
        flat = " ".join(name.split())
        parts = [part.strip() for part in AND.split(re.sub(r"[(（].*?[)）]", "", flat))]
        if len(parts) == 2 and all(parts) and one_script(parts) and not TAG.search(flat):
            return parts[0], parts[1]
        halves = [half.strip() for half in flat.partition(",")[0].split("-")]
        if len(halves) != 2 or not all(len(half) > 2 for half in halves):
            return None
        whole = self._gazetteer.candidates("-".join(halves), country)
        both = all(_exactly(self._gazetteer.candidates(half, country), half) for half in halves)
        return (halves[0], halves[1]) if both and not _exactly(whole, "".join(halves)) else None


def _exactly(found: Sequence[Candidate], name: str) -> bool:
    return any(stem(name) in (stem(one.name_en), stem(one.name_zh)) for one in found)


def _agreed(lists: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Places in several lists, those in most of them first and otherwise as they come."""
    times = Counter(spot for found in lists for spot in set(map(_spot, found)))
    places: dict[tuple[float, float], Candidate] = {}
    for found in lists:
        for place in found:
            places.setdefault(_spot(place), place)
    return sorted(places.values(), key=lambda one: -times[_spot(one)])


def _spot(place: Candidate) -> tuple[float, float]:
    """Where a place is to about a kilometre: two tables round one place differently."""
    return round(place.lat, 2), round(place.lon, 2)
