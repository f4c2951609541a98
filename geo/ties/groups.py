"""Groups of states with dated memberships, and the areas of the world that a reader may ask about.

An area is a region of the United Nations' M49 standard or a group such as ASEAN. A region is always
the same; a group is asked about as of a day, and a membership without a date counts on no day. The
states of an area are the member states of the United Nations in it: shares are counted among them,
so that a dependency is no gap. Data without a table of memberships know no groups, and count every
country of an area.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.i18n import Words, mark
from geo.i18n.dates import first_day, last_day
from geo.ties.regions import TIERS, every_region, lies_in
from geo.ties.roster import Roster

STATES = "un"
"""The group of all states among which shares are counted."""

BELT_ROAD = "belt-road"
"""The countries that have signed a document on the Belt and Road with China."""

GROUPS = {
    "asean": mark("ASEAN"),
    "eu": mark("European Union"),
    "brics": mark("BRICS"),
    BELT_ROAD: mark("Belt and Road countries"),
    "un": mark("The world (member states of the United Nations)"),
}
"""What the groups are called, in the order in which they are offered."""


@dataclass(frozen=True)
class Area:
    """A region or a group: its code (M49, or a key of :data:`GROUPS`), its depth among regions."""

    code: str
    depth: int = 0

    @property
    def is_group(self) -> bool:
        """Whether membership has dates."""
        return self.code in GROUPS


def knows_states(roster: Roster) -> bool:
    """Whether the data say which countries are states."""
    return STATES in _memberships(roster)


def is_state(roster: Roster, country: str) -> bool:
    """Whether a country (its code) is a member state of the United Nations, as of the data.

    Where the data do not say, every country counts as one.
    """
    return not knows_states(roster) or country in members(roster, STATES, roster.as_of)


def areas(roster: Roster) -> list[Area]:
    """All areas to choose from: the groups, then the regions, continents before their parts."""
    groups = [Area(code) for code in GROUPS if code in _memberships(roster)]
    return groups + [Area(region.code, region.depth) for region in every_region(roster).values()]


def groups_of(roster: Roster) -> list[str]:
    """Keys of the groups that a reader may narrow the ties to: all but that of all states."""
    return [code for code in GROUPS if code in _memberships(roster) and code != STATES]


def lies_in_areas(roster: Roster, ties: pd.DataFrame, codes: Iterable[str]) -> pd.Series:
    """Whether the partner of each tie lies in one of the areas.

    Args:
        codes: M49 codes, and keys of :data:`GROUPS`, which mean their members on the as-of day:
            what is drawn does not change its partners while the years are moved.
    """
    groups = [code for code in codes if code in GROUPS]
    of_groups = [members(roster, group, roster.as_of) for group in groups]
    inside = lies_in(ties, tuple(code for code in codes if code not in GROUPS))
    return inside | ties["country"].isin(frozenset().union(*of_groups))


def area_name(area: Area, roster: Roster, words: Words) -> str:
    """An area's name in the reader's language."""
    if area.is_group:
        return words.say(GROUPS[area.code])
    return str(getattr(every_region(roster)[area.code], words.lang))


def countries_of(area: Area, roster: Roster, day: dt.date) -> frozenset[str]:
    """Codes of the countries of an area: all of a region, the members of a group on a day."""
    if area.is_group:
        return members(roster, area.code, day)
    return _by_region(roster).get(area.code, frozenset())


@lru_cache(maxsize=8)
def _by_region(roster: Roster) -> dict[str, frozenset[str]]:
    """Codes of the countries of every region, by the region's code."""
    found: dict[str, set[str]] = {}
    for tier in TIERS:
        for country, code in roster.countries[f"{tier}_m49"].items():
            found.setdefault(code, set()).add(str(country))
    return {code: frozenset(countries) for code, countries in found.items() if code}


def states_of(area: Area, roster: Roster, day: dt.date) -> frozenset[str]:
    """Codes of the states of an area on a day, without those that the homes lie in.

    A home has no partner in its own country. Where the data do not say which countries are states
    (:func:`knows_states`), all of them count.
    """
    abroad = countries_of(area, roster, day) - set(roster.homes["country"])
    return abroad & members(roster, STATES, day) if knows_states(roster) else abroad


@lru_cache(maxsize=512)
def members(roster: Roster, group: str, day: dt.date) -> frozenset[str]:
    """Codes of the countries that belonged to a group on a day, by inexact dates as well.

    A membership that is dated by its year or month only counts from the first day it can mean to
    the last.
    """
    return frozenset(
        country
        for country, first, last in _memberships(roster).get(group, ())
        if first is not None and first <= day and (last is None or day <= last)
    )


def joined(roster: Roster, group: str) -> dict[str, tuple[dt.date, dt.date]]:
    """By country, the first and the last day on which it can have joined a group, where known."""
    found: dict[str, tuple[dt.date, dt.date]] = {}
    if not roster.memberships.empty:
        rows = roster.memberships[roster.memberships["group"] == group]
        for country, since in zip(rows["country"], rows["since"], strict=True):
            first, last = first_day(since), last_day(since)
            if first and last:
                found[str(country)] = (first, last)
    return found


def left(roster: Roster, group: str, day: dt.date) -> list[str]:
    """Codes of the countries that had belonged to a group and did so no longer on a day."""
    return sorted(
        country
        for country, _, last in _memberships(roster).get(group, ())
        if last is not None and last < day and country not in members(roster, group, day)
    )


Membership = tuple[str, dt.date | None, dt.date | None]
"""A country, its first day in a group, and its last (``None`` while it belongs to it)."""


@lru_cache(maxsize=8)
def _memberships(roster: Roster) -> dict[str, list[Membership]]:
    """The memberships of every group."""
    found: dict[str, list[Membership]] = {}
    if not roster.memberships.empty:
        columns = (roster.memberships[name] for name in ("group", "country", "since", "until"))
        for group, country, since, until in zip(*columns, strict=True):
            found.setdefault(group, []).append((country, first_day(since), last_day(until)))
    return found
