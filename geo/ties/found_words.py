"""How it is said what a search has found, and why where that is not plain."""

from __future__ import annotations

from collections.abc import Mapping

from geo.i18n import Words, mark
from geo.ties.groups import Area, area_name
from geo.ties.name_index import (
    ABBREVIATION,
    CODE,
    COUNTRY,
    FORMER,
    FULL,
    HOME,
    INITIALS,
    OTHER,
    PLACE,
    SEAT,
    SOUND,
)
from geo.ties.name_match import Rank
from geo.ties.names import country_name, home_name
from geo.ties.roster import Roster
from geo.ties.search import Hit

WHY: Mapping[str, str] = {
    FORMER: mark("formerly {name}"),
    OTHER: mark("also {name}"),
    ABBREVIATION: mark("also {name}"),
    CODE: mark("code {name}"),
    FULL: mark("in full: {name}"),
    SEAT: mark("seat of government: {name}"),
    SOUND: mark("{name}, by its sound"),
    INITIALS: mark("{name}, by its initials"),
}
"""What is said of a name by which something was found and which is not its own."""

THROUGH: Mapping[str, str] = {
    PLACE: mark("{name} lies there"),
    COUNTRY: mark("through {name}"),
}
"""What is said of something that was found through a partner, and through a country or region."""


def name_of(roster: Roster, words: Words, kind: str, key: str) -> str:
    """What a place, home, country or region is called.

    Raises:
        KeyError: there is no such thing in the roster.
    """
    if kind == PLACE:
        return str(roster.places.at[key, f"name_{words.lang}"])
    if kind == HOME:
        return home_name(roster, key, words)
    if kind == COUNTRY:
        return country_name(roster, key, words)
    return area_name(Area(key), roster, words)


def why(roster: Roster, words: Words, hit: Hit) -> str:
    """Why something was found, where its own name does not say so; empty where it does.

    "formerly Leningrad", "also Köln", "through Vietnam"; for what was found with a letter wrong
    nothing, unless it was found by another name than its own.
    """
    if hit.through:
        kind, key = hit.through
        message = THROUGH.get(kind, THROUGH[COUNTRY])
        return words.say(message, name=name_of(roster, words, kind, key))
    if hit.name.how not in WHY or (hit.rank == Rank.TYPO and hit.name.how == SOUND):
        return ""
    return words.say(WHY[hit.name.how], name=hit.name.text)
