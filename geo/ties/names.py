"""What homes and countries are called in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geo.i18n import Words
from geo.ties.roster import Roster


def home_name(roster: Roster, home: str, words: Words) -> str:
    """The name of a home, given by its slug."""
    return _names(roster, words.lang)[home]


def home_names(roster: Roster, homes: Sequence[str], words: Words) -> list[str]:
    """The names of some homes, in their order."""
    return [home_name(roster, home, words) for home in homes]


def country_name(roster: Roster, country: str, words: Words) -> str:
    """The name of a country, given by its alpha-2 code."""
    return _countries(roster, words.lang)[country]


@lru_cache(maxsize=16)
def _countries(roster: Roster, lang: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in roster.countries[f"name_{lang}"].items()}


@lru_cache(maxsize=16)
def _names(roster: Roster, lang: str) -> dict[str, str]:
    """The name of every home; kept, because a page writes them hundreds of times."""
    return {str(home): str(name) for home, name in roster.homes[f"name_{lang}"].items()}


def home_head(roster: Roster, words: Words) -> str:
    """What a column or box of homes is called: a reader may have added some of other countries."""
    chinese = set(roster.homes["country"]) <= {"CN"}
    return words.say("Chinese city") if chinese else words.say("City")
