"""What things are called: codes and slugs by every name that an address may give them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from geo.ties.regions import TIERS
from geo.ties.roster import Roster

MORE_COUNTRIES = {"uk": "GB", "el": "GR"}
"""Codes that are in use beside ISO 3166-1."""


def plain(text: str) -> str:
    """A text without differences of case, width and space around it."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def code_of(text: str, known: Mapping[str, str]) -> str | None:
    """A code by what it is called; a number may lack its leading zeros."""
    name = plain(text)
    padded = name.zfill(3) if name.isascii() and name.isdigit() else name
    return known.get(name) or known.get(padded)


@lru_cache(maxsize=8)
def country_names(roster: Roster) -> dict[str, str]:
    """Alpha-2 codes by all that a country may be called: codes, and its names."""
    table = roster.countries
    found = names_of(table.index, table) | {
        plain(code): str(key) for key, code in table["alpha3"].items() if code
    }
    known = {name: code for name, code in MORE_COUNTRIES.items() if code in table.index}
    return known | found


@lru_cache(maxsize=8)
def region_names(roster: Roster) -> dict[str, str]:
    """M49 codes by all that a region may be called: its code, and its names."""
    found: dict[str, str] = {}
    for tier in reversed(TIERS):
        columns = roster.countries[[f"{tier}_m49", f"{tier}_en", f"{tier}_zh"]]
        for code, *names in columns.drop_duplicates().itertuples(index=False):
            if code:
                found |= {plain(name): code for name in (*names, code)}
    return found


@lru_cache(maxsize=8)
def place_names(roster: Roster) -> dict[str, str]:
    """Slugs of places by all that one place alone is called."""
    return names_of(roster.places.index, roster.places)


def names_of(keys: Iterable[str], table: Any) -> dict[str, str]:
    """Keys of a table by key and by its names in both languages, where they name one row alone."""
    called: dict[str, set[str]] = {}
    for lang in ("en", "zh"):
        for key, name in table[f"name_{lang}"].items():
            called.setdefault(plain(str(name)), set()).add(str(key))
    names = {name: min(keys) for name, keys in called.items() if len(keys) == 1 and name}
    return names | {plain(str(key)): str(key) for key in keys}
