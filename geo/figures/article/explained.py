"""Published counts beside ours: how far apart they are, and the ties that could explain it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.article.official import Stated, count_sentence, official
from geo.figures.article.ours import COUNTRIES, TOTAL, levels_of
from geo.figures.date_columns import DATE, bounds_of, date_of, spread
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.ties.counts import Span
from geo.ties.names import home_name
from geo.ties.roster import Roster

DAYS_BEFORE = 400
"""A tie made so many days before a count may not have been counted yet: a year and some weeks."""
MOST_NAMED = 8
"""Ties that are named in one cell; of more the number is given."""

OPEN = mark("perhaps made by then: {names}")
OTHER = mark("in force at another level: {names}")
NEW = mark("made in the year before: {names}")


def explained(scene: Scene) -> Table:
    """A row a number of a published count, for the Chinese cities of the view."""
    roster, words, homes = scene.roster, scene.words, scene.view.homes

    def rows() -> pd.DataFrame:
        found = [one for one in official(roster) if one.home in homes]
        dates = roster.official_counts["as_of"]
        return pd.DataFrame(
            {
                words.say("Chinese city"): [home_name(roster, one.home, words) for one in found],
                **spread([str(dates[one.count]) for one in found], words, DATE),
                words.say("published"): [_count(one, published(one), words) for one in found],
                words.say("atlas"): [_count(one, one.own, words) for one in found],
                words.say("difference"): [difference(one) for one in found],
                words.say("What could explain it"): [why(one, roster, words) for one in found],
                words.say("Source"): [one.source for one in found],
            }
        )

    return Table(
        words.say("Published counts beside ours"),
        rows,
        "published",
        dates=[date_of(DATE, words)],
        bounds=bounds_of(DATE, words),
    )


def published(one: Stated) -> Span:
    """The published number, as a count of ours would be."""
    return Span(one.number, one.number)


def _count(one: Stated, span: Span, words: Words) -> str:
    return count_sentence(one.what, span, words)


def difference(one: Stated) -> int:
    """How many more are published than our range allows; less than 0 for fewer."""
    return one.off if one.number > one.own.possible else -one.off


def why(one: Stated, roster: Roster, words: Words) -> str:
    """The ties that could explain why a count is not ours, in words; "" where they are equal."""
    if one.own.certain == one.own.possible == one.number:
        return ""
    groups = [(OPEN, _open(one, roster))]
    if one.number > one.own.possible and one.what != COUNTRIES:
        groups.append((OTHER, _of_other_levels(one, roster)))
    if one.number < one.own.certain:
        groups.append((NEW, _new(one, roster)))
    return words.say("; ").join(
        words.say(message, names=_names(ties, words)) for message, ties in groups if len(ties)
    )


def _standing(one: Stated, roster: Roster) -> pd.DataFrame:
    """The ties of a Chinese city that had not ended by the day of a count."""
    ties = _of_home(roster, one.home)
    return ties[~(ties["gone"] <= pd.Timestamp(one.day))]


def _counted(one: Stated, roster: Roster) -> pd.DataFrame:
    """Those of a level that the count means."""
    of_all = bool(roster.official_counts.at[one.count, TOTAL])
    ties = _standing(one, roster)
    return ties[ties["level"].isin(levels_of(one.what, countries_of_all=of_all))]


@lru_cache(maxsize=16)
def _of_home(roster: Roster, home: str) -> pd.DataFrame:
    return roster.ties[roster.ties["home"] == home]


def _open(one: Stated, roster: Roster) -> pd.DataFrame:
    """Those counted of which it is not known whether they had been made by the day."""
    ties, day = _counted(one, roster), pd.Timestamp(one.day)
    begun = (ties["earliest"] <= day) | ties["earliest"].isna()
    sure = ties["latest"] <= day
    if one.what == COUNTRIES:  # a country that counts already is counted once
        begun &= ~ties["country"].isin(ties[sure]["country"])
    return ties[begun & ~sure]


def _of_other_levels(one: Stated, roster: Roster) -> pd.DataFrame:
    """Those of municipal level that the count does not mean and may have taken in."""
    ties = _standing(one, roster)
    municipal = ties["level"].isin(("sister", "exchange"))
    counted = ties["level"].isin(levels_of(one.what))
    return ties[municipal & ~counted & (ties["latest"] <= pd.Timestamp(one.day))]


def _new(one: Stated, roster: Roster) -> pd.DataFrame:
    """Those counted that were made shortly before the day."""
    ties, day = _counted(one, roster), pd.Timestamp(one.day)
    since = day - pd.Timedelta(days=DAYS_BEFORE)
    return ties[(ties["latest"] <= day) & (ties["earliest"] >= since)]


def _names(ties: pd.DataFrame, words: Words) -> str:
    names: Sequence[Any] = list(ties[f"name_{words.lang}"])
    if len(names) <= MOST_NAMED:
        return words.row(names)
    more = words.number(len(names) - MOST_NAMED)
    return words.say("{names} and {n} more", names=words.row(names[:MOST_NAMED]), n=more)
