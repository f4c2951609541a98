"""Groups of states with dated memberships, and the areas of the world that a reader may ask about.

An area is a region of the United Nations' M49 standard or a group such as ASEAN. A region is always
the same; a group is asked about as of a day. The states of an area are the member states of the
United Nations in it: shares are counted among them, so that a dependency is no gap.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.i18n import Words, mark
from geo.i18n.dates import first_day, last_day
from geo.ties.regions import TIERS, regions_present
from geo.ties.roster import Roster

STATES = "un"
"""The group of all states among which shares are counted."""

GROUPS = {
    "asean": mark("ASEAN"),
    "eu": mark("European Union"),
    "brics": mark("BRICS"),
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


def areas(roster: Roster) -> list[Area]:
    """All areas to choose from: the groups, then the regions, continents before their parts."""
    everywhere = regions_present(roster.countries, set(roster.countries.index))
    return [Area(code) for code in GROUPS] + [
        Area(region.code, region.depth) for region in everywhere
    ]


def area_name(area: Area, roster: Roster, words: Words) -> str:
    """An area's name in the reader's language."""
    if area.is_group:
        return words.say(GROUPS[area.code])
    names = {
        region.code: str(getattr(region, words.lang))
        for region in regions_present(roster.countries, set(roster.countries.index))
    }
    return names[area.code]


def countries_of(area: Area, roster: Roster, day: dt.date) -> set[str]:
    """Codes of the countries of an area: all of a region, the members of a group on a day."""
    if area.is_group:
        return members(roster, area.code, day)
    codes = roster.countries[[f"{tier}_m49" for tier in TIERS]]
    return set(roster.countries.index[codes.eq(area.code).any(axis=1)])


def states_of(area: Area, roster: Roster, day: dt.date) -> set[str]:
    """Codes of the states of an area on a day, without those that the homes lie in.

    A home has no partner in its own country.
    """
    abroad = countries_of(area, roster, day) - set(roster.homes["country"])
    return abroad & members(roster, STATES, day)


def members(roster: Roster, group: str, day: dt.date) -> set[str]:
    """Codes of the countries that belonged to a group on a day, by inexact dates as well.

    A membership that is dated by its year or month only counts from the first day it can mean to
    the last.
    """
    table = _memberships(roster)
    stands = [
        row.group == group and row.first <= day and (row.last is None or day <= row.last)
        for row in table.itertuples()
    ]
    return set(table.loc[stands, "country"])


@lru_cache(maxsize=8)
def _memberships(roster: Roster) -> pd.DataFrame:
    """Group, country, first day and last day (``None`` while it stands) of every membership."""
    table = roster.memberships
    return pd.DataFrame(
        {
            "group": table["group"],
            "country": table["country"],
            "first": pd.Series([first_day(date) for date in table["since"]], dtype=object),
            "last": pd.Series([last_day(date) for date in table["until"]], dtype=object),
        }
    )
