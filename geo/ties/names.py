"""What homes are called in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from geo.i18n import Words
from geo.ties.roster import Roster


def home_name(roster: Roster, home: str, words: Words) -> str:
    """The name of a home, given by its slug."""
    return str(roster.homes.at[home, f"name_{words.lang}"])


def home_names(roster: Roster, homes: Sequence[str], words: Words) -> list[str]:
    """The names of some homes, in their order."""
    return [home_name(roster, home, words) for home in homes]
