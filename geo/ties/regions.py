"""Regions of the world after the United Nations' M49 standard, as nested groups of countries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.ties.roster import Roster

TIERS = ("region", "subregion", "intermediate")
"""Columns that hold M49 codes, from the continent inwards."""


@dataclass(frozen=True)
class Region:
    """One group of countries: its M49 code, names, and how deep it lies (0 is a continent)."""

    code: str
    en: str
    zh: str
    depth: int


@lru_cache(maxsize=16)
def every_region(roster: Roster, with_ties: bool = False) -> dict[str, Region]:
    """The regions of the world by their codes, in reading order (:func:`regions_present`).

    Args:
        with_ties: only those in which the roster has a tie.
    """
    codes = roster.ties["country"] if with_ties else roster.countries.index
    found = regions_present(roster.countries, set(codes))
    return {region.code: region for region in found}


def regions_present(countries: pd.DataFrame, codes: set[str]) -> list[Region]:
    """The regions that hold at least one of the countries, continents first, parts under them.

    Args:
        countries: the table of countries, indexed by alpha-2 code.
        codes: alpha-2 codes of the countries that count.

    Returns:
        Regions in reading order: each continent by its English name, then its parts.
    """
    found: dict[str, Region] = {}
    present = countries[countries.index.isin(codes)]
    for row in present.sort_values([f"{tier}_en" for tier in TIERS]).itertuples():
        for depth, tier in enumerate(TIERS):
            code = getattr(row, f"{tier}_m49")
            if code and code not in found:
                name_en, name_zh = (getattr(row, f"{tier}_{lang}") for lang in ("en", "zh"))
                found[code] = Region(code, name_en, name_zh, depth)
    return list(found.values())


def lies_in(ties: pd.DataFrame, codes: tuple[str, ...]) -> pd.Series:
    """Whether the partner of each tie lies in one of the regions (M49 codes of any tier)."""
    inside: pd.Series = ties[list(TIERS)].isin(codes).any(axis=1)
    return inside
