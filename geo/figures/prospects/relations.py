"""Which states have no diplomatic relations with China, and on which day that was so."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from geo.data import read_table
from geo.ties.roster import Roster


def no_relations(roster: Roster) -> dict[str, str]:
    """The day (ISO 8601) of which it is known, by the code of the state; none without a table."""
    return dict(_table(roster.package, roster.without_brought.key))


@lru_cache(maxsize=4)
def _table(package: str, key: str) -> tuple[tuple[str, str], ...]:
    try:
        table = read_table("no_relations", Path(package))
    except FileNotFoundError:
        return ()
    return tuple(zip(table["country"], table["as_of"], strict=True))
