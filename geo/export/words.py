"""What stands on every picture in words: where it comes from, what it leaves out."""

from __future__ import annotations

from geo.measure.finding import narrowing
from geo.ties.roster import Roster
from geo.ties.view import View
from geo.words import Words
from geo.words.phrases import LEVEL

MOST_NAMED = 1200
"""More ties than this cannot be read by name in one picture, or in a dozen."""


def too_many_said(ties: int, words: Words) -> str:
    """Why a picture that names every tie is not drawn; "" where it can be."""
    if ties <= MOST_NAMED:
        return ""
    return words.say(
        "{n} ties are too many to be read by name: narrow the view by filters or years.",
        n=words.number(ties),
    )


def view_said(roster: Roster, view: View, words: Words) -> str:
    """Homes, levels, years and filters of a view in one line."""
    homes = words.join(words.of(roster.homes.loc[home], "name") for home in view.homes)
    levels = words.join(words.say(LEVEL[level]) for level in view.levels)
    first, last = view.years
    years = str(first) if first == last else f"{first}–{last}"
    return " · ".join([homes, levels, years, *narrowing(roster, view, words)])
