"""The one search: places, homes, countries and regions by any name that a reader may type.

The name filter, the box of partners and the boxes of countries and regions all ask here
(:func:`search`), so that they find the same things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from geo.i18n.folding import has_han, syllables
from geo.ties.groups import Area, countries_of
from geo.ties.name_index import (
    ABBREVIATION,
    CODE,
    COUNTRY,
    HOME,
    INITIALS,
    PLACE,
    REGION,
    SOUND,
    Entry,
    Name,
    entries,
)
from geo.ties.name_match import Asked, Rank, asked_for, rank_of
from geo.ties.regions import TIERS
from geo.ties.roster import Roster

KINDS = (PLACE, HOME, COUNTRY, REGION)
SHORTEST_TYPO = 4
"""Letters that a text must have to be looked for with a typing error."""
LONG = 8
"""Letters from which on two typing errors are forgiven, not one."""
NEAREST = 3
"""How many of the nearest are offered where nothing is found."""


class Hit(NamedTuple):
    """Something that was found.

    Attributes:
        kind, key: what it is: place or home (slug), country (alpha-2), region (M49).
        rank: how well it answers.
        name: by which name it was found (:class:`geo.ties.name_index.Name`).
        through: what was found first, where it is found only as something in it, or around it.
    """

    kind: str
    key: str
    rank: Rank
    name: Name
    through: tuple[str, str] | None = None


class Found(NamedTuple):
    """What a search finds, the best first; ``nearest`` if nothing is called so."""

    hits: tuple[Hit, ...]
    nearest: bool = False

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of what was found of one kind; none if they are only the nearest."""
        return () if self.nearest else tuple(hit.key for hit in self.hits if hit.kind == kind)


@lru_cache(maxsize=512)
def search(roster: Roster, text: str, kinds: tuple[str, ...] = KINDS) -> Found:
    """What a text finds, the best first.

    Whole names go before whole words, these before beginnings and beginnings before middles. A code
    or short name in full ("UK", "DE") finds what is called so and nothing that only begins so. What
    is asked for through something else is found as well: partners of a country, the country of a
    partner.

    Args:
        text: as a reader types it, in any script, case and width.
        kinds: what may be found, of :data:`KINDS`.
    """
    asked = asked_for(text)
    if not asked.words:
        return Found(())
    direct = list(_direct(entries(roster), asked)) or list(_misspelt(entries(roster), asked))
    hits = _with_related(roster, direct, kinds)
    if hits:
        return Found(tuple(sorted(hits, key=_order)))
    return Found(tuple(_nearest(entries(roster), asked, kinds)), nearest=True)


def _order(hit: Hit) -> tuple[int, bool, int]:
    return hit.rank, hit.through is not None, len(hit.name.joined)


def _direct(known: Iterable[Entry], asked: Asked) -> list[Hit]:
    """What is called so. A code in full, in capitals, or a short name leaves only whole matches."""
    hits = [hit for entry in known if (hit := _best(entry, asked)) is not None]
    coded = any(
        hit.rank == Rank.WHOLE
        and (hit.name.how == ABBREVIATION or (hit.name.how == CODE and asked.text.isupper()))
        for hit in hits
    )
    return [hit for hit in hits if hit.rank == Rank.WHOLE] if coded else hits


def _best(entry: Entry, asked: Asked) -> Hit | None:
    if asked.joined not in entry.letters:
        return None
    ranked = ((rank, name) for name in entry.names if (rank := rank_of(name, asked)) is not None)
    best = min(ranked, key=lambda one: one[0], default=None)
    return Hit(entry.kind, entry.key, *best) if best else None


def _misspelt(known: Iterable[Entry], asked: Asked) -> Iterator[Hit]:
    """What is called nearly so: a letter or two wrong, or other characters of the same sound."""
    from rapidfuzz.distance import OSA  # read when something is not found, not at the start

    heard = "".join(syllables(asked.joined)) if has_han(asked.joined) else ""
    allowed = 0 if len(asked.joined) < SHORTEST_TYPO else 1 if len(asked.joined) < LONG else 2
    if has_han(asked.joined):
        allowed = min(1, len(asked.joined) // 3)
    for entry in known:
        near = []
        for name in entry.names:
            if heard and name.how == SOUND and name.joined == heard:
                near.append((0, name))
            if not allowed or name.how in (CODE, ABBREVIATION, INITIALS, SOUND):
                continue
            for part in {name.joined, *name.words}:
                off = OSA.distance(part, asked.joined, score_cutoff=allowed)
                if off <= allowed:
                    near.append((off, name))
        if near:
            best = min(near, key=lambda one: one[0])[1]
            yield Hit(entry.kind, entry.key, Rank.TYPO, best)


def _nearest(known: Iterable[Entry], asked: Asked, kinds: Collection[str]) -> list[Hit]:
    """What is called most like it, where nothing is called so."""
    from rapidfuzz import fuzz

    heard = "".join(syllables(asked.joined)) or asked.joined
    scored = []
    for entry in known:
        if entry.kind in kinds:
            likeness = (
                (fuzz.ratio(name.joined, heard if name.how == SOUND else asked.joined), name)
                for name in entry.names
                if name.how not in (CODE, ABBREVIATION, INITIALS)
            )
            score, name = max(likeness, key=lambda one: one[0], default=(0.0, entry.names[0]))
            if score > 0:
                scored.append((score, Hit(entry.kind, entry.key, Rank.TYPO, name)))
    return [hit for _, hit in sorted(scored, key=lambda one: -one[0])[:NEAREST]]


def _with_related(roster: Roster, direct: list[Hit], kinds: Collection[str]) -> list[Hit]:
    """The hits of the kinds that may be found, and what is found through the others."""
    found = {(hit.kind, hit.key): hit for hit in direct if hit.kind in kinds}
    for hit in direct:
        for kind, key in _around(roster, hit):
            if kind in kinds and (kind, key) not in found:
                rank = max(hit.rank, Rank.RELATED)
                found[kind, key] = Hit(kind, key, rank, hit.name, (hit.kind, hit.key))
    return list(found.values())


def _around(roster: Roster, hit: Hit) -> Iterator[tuple[str, str]]:
    """What something leads to: a country and a region to partners, a partner to its country.

    A region leads to its partners only where it is named in full, for "east" would be half the
    world.
    """
    if hit.kind == PLACE:
        yield COUNTRY, str(roster.places.at[hit.key, "country"])
    elif hit.kind == COUNTRY:
        yield from ((PLACE, place) for place in _places_in(roster).get(hit.key, ()))
        row = roster.countries.loc[hit.key]
        yield from ((REGION, row[f"{tier}_m49"]) for tier in reversed(TIERS) if row[f"{tier}_m49"])
    elif hit.kind == REGION and hit.rank == Rank.WHOLE:
        for country in sorted(countries_of(Area(hit.key), roster, roster.as_of)):
            yield from ((PLACE, place) for place in _places_in(roster).get(country, ()))


@lru_cache(maxsize=4)
def _places_in(roster: Roster) -> dict[str, list[str]]:
    """The places of each country."""
    found: dict[str, list[str]] = {}
    for place, country in roster.places["country"].items():
        found.setdefault(str(country), []).append(str(place))
    return found
