"""A statement put to the roster as of a day: its parameters, and the ties that it is about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.article.claims.parameters import Given, Parameters
from geo.i18n import Words
from geo.ties.counts import Span
from geo.ties.regions import TIERS, lies_in
from geo.ties.roster import LEVELS, Roster, role_column
from geo.ties.time import CERTAIN, NO, ended_by, in_force, undated

HOMES = ("home", "homes", "against", "capital", "port", "other")
"""Parameters that name homes."""

ASKED = (
    *("home", "place", "level", "established", "earliest", "latest", "gone", "country", "capital"),
    *("name_en", "name_zh", "home_en", "home_zh", "continent", "rank", *TIERS),
    *(role_column(broad) for broad in (False, True)),
)
"""The columns of :attr:`Roster.ties` that tests look at; a frame of all fifty is slow to part."""


@lru_cache(maxsize=8)
def _asked(roster: Roster) -> pd.DataFrame:
    """The ties with what tests look at alone, texts as plain objects: cheap to part."""
    ties = roster.ties[list(ASKED)]
    texts = [name for name in ties if pd.api.types.is_string_dtype(ties[name])]
    plain = ties.astype(dict.fromkeys(texts, object)).copy()
    return plain.set_axis(ties.index.astype(object))


@lru_cache(maxsize=64)
def _states(roster: Roster, day: dt.date) -> pd.Series:
    """Whether each tie is in force on a day; on the as-of day undated ones certainly are."""
    ties = _asked(roster)
    state = in_force(ties, day)
    if day >= roster.as_of:
        state = state.mask(undated(ties) & ~ended_by(ties, day), CERTAIN)
    return state


@dataclass(frozen=True)
class Case(Parameters):
    """A statement's test with its parameters, as of the end of a day.

    Attributes:
        roster: what is known.
        given: the parameters.
        day: the day whose state is asked for.
        words: the language in which the findings are said.
    """

    roster: Roster
    given: Given
    day: dt.date
    words: Words

    def ties(self, *homes: str, levels: tuple[str, ...] | None = None) -> pd.DataFrame:
        """The ties in force on the day, certainly or possibly, of some homes or of all.

        The parameters ``levels`` (sister ties if it is not given), ``region`` (M49 codes) and
        ``country`` narrow them. On the as-of day a tie without any date is certainly in force.

        Returns:
            Rows of ``roster.ties`` with the column ``state`` (``certain`` or ``possible``).
        """
        ties = self.made(*homes, levels=levels)
        state = _states(self.roster, self.day).loc[ties.index]
        return ties.assign(state=state)[state != NO]

    def made(self, *homes: str, levels: tuple[str, ...] | None = None) -> pd.DataFrame:
        """The ties of some homes or of all, whatever their dates; narrowed like :meth:`ties`."""
        ties = _asked(self.roster)
        kept = ties["level"].isin(levels or self.levels)
        if homes:
            kept &= ties["home"].isin(homes)
        if "region" in self.given:
            kept &= lies_in(ties, self.many("region"))
        if "country" in self.given:
            kept &= ties["country"].isin(self.many("country"))
        return ties[kept]

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that the statement is about; sister ties if it does not say.

        Raises:
            ValueError: there is no such level.
        """
        asked = self.many("levels", LEVELS[0])
        if unknown := set(asked) - set(LEVELS):
            raise ValueError(f"no such level: {', '.join(sorted(unknown))}")
        return asked

    @property
    def unknown(self) -> list[str]:
        """The homes that the test asks for and our data do not hold."""
        asked = [home for name in HOMES if name in self.given for home in self.many(name)]
        return [home for home in asked if home not in self.roster.homes.index]

    def home(self, slug: str) -> str:
        """A home's name; its slug where our data do not hold it."""
        homes = self.roster.homes
        return self.words.of(homes.loc[slug], "name") if slug in homes.index else slug.title()

    def country(self, code: str) -> str:
        """A country's name; its code where there is none of that code."""
        table = self.roster.countries
        return self.words.of(table.loc[code], "name") if code in table.index else code

    def place(self, slug: str) -> str:
        """A place's name; its slug where our data do not hold it."""
        places = self.roster.places
        return self.words.of(places.loc[slug], "name") if slug in places.index else slug.title()

    def tie(self, tie: Any) -> str:
        """A tie (row of the roster) in a few words: home, partner and date."""
        return self.words.say(
            "{home} with {partner}, {date}",
            home=self.words.of(tie, "home"),
            partner=self.words.of(tie, "name"),
            date=self.words.date(str(tie["established"])),
        )

    def span(self, span: Span) -> str:
        """A count as it is written."""
        return self.words.range(span.certain, span.possible)


def span_of(ties: pd.DataFrame, distinct: str | None = None) -> Span:
    """Certain and possible number of ties, or of distinct values of a column."""
    sure = ties[ties["state"] == CERTAIN]
    if distinct is None:
        return Span(len(sure), len(ties))
    return Span(sure[distinct].nunique(), ties[distinct].nunique())


def slugs(*frames: pd.DataFrame) -> tuple[str, ...]:
    """The ties of some frames, once each."""
    return tuple(dict.fromkeys(str(slug) for frame in frames for slug in frame.index))
