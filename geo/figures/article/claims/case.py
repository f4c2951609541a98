"""A statement put to the roster as of a day, and the kinds of tests that can be put."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.article.claims.verdict import Part, Verdict, verdict_of
from geo.i18n import Words
from geo.i18n.dates import first_day
from geo.ties.counts import Span
from geo.ties.regions import TIERS, lies_in
from geo.ties.roster import LEVELS, Roster, role_column
from geo.ties.time import CERTAIN, NO, ended_by, in_force, undated

Given = Mapping[str, str]
"""Parameters of a test, by name, as they are written in ``claims.csv``."""


HOMES = ("home", "homes", "against", "capital", "port", "other")
"""Parameters that name homes."""

ASKED = (
    *("home", "place", "level", "established", "earliest", "latest", "gone", "country", "capital"),
    *("name_en", "name_zh", "home_en", "home_zh", "continent", "rank", *TIERS),
    *(role_column(broad) for broad in (False, True)),
)
"""The columns of :attr:`Roster.ties` that tests look at; a frame of all fifty is slow to part."""


def read_parameters(text: str) -> dict[str, str]:
    """Parameters from a cell: ``home=shanghai; expect=total:85,countries:57``.

    Raises:
        ValueError: a part is no pair of a name and a value, or a name stands twice.
    """
    given: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not (name and sign and value):
            raise ValueError(f"“{part}” is not a name and a value with = between")
        if name in given:
            raise ValueError(f"{name} stands there twice")
        given[name] = value
    return given


def whole(text: str) -> int:
    """A whole number, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"“{text}” is not a whole number")
    return int(text)


def year(text: str) -> int:
    """A year of four digits, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise ValueError(f"“{text}” is not a year such as 1978")
    return int(text)


def date(text: str) -> str:
    """A date at its own precision, as it is written in a cell.

    Raises:
        ValueError: it is none.
    """
    try:
        if first_day(text):
            return text
    except ValueError:  # said below, for days that no calendar has as well
        pass
    raise ValueError(f"“{text}” is not a date such as 1973-11-30")


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
class Case:
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

    def one(self, name: str, usual: str | None = None) -> str:
        """The value of a parameter.

        Raises:
            ValueError: it is not given, and there is no usual value.
        """
        value = self.given.get(name, usual)
        if value is None:
            raise ValueError(f"the test needs the parameter {name}")
        return value

    def many(self, name: str, usual: str | None = None) -> tuple[str, ...]:
        """The values of a parameter, with commas between."""
        return tuple(filter(None, (value.strip() for value in self.one(name, usual).split(","))))

    def pairs(self, name: str) -> list[tuple[str, str]]:
        """The values of a parameter that are themselves pairs: ``total:85,countries:57``.

        Raises:
            ValueError: a value has no colon.
        """
        found = [value.partition(":") for value in self.many(name)]
        if any(not sign for _, sign, _ in found):
            raise ValueError(f"each value of {name} needs a colon in it")
        return [(left, right) for left, _, right in found]

    def pair(self, name: str) -> tuple[str, str]:
        """The two values of a parameter.

        Raises:
            ValueError: there are more or fewer.
        """
        found = self.many(name)
        if len(found) != 2:
            raise ValueError(f"{name} must name two, with a comma between")
        return found[0], found[1]

    def number(self, name: str) -> int:
        """The value of a parameter as a whole number.

        Raises:
            ValueError: it is none.
        """
        return whole(self.one(name))

    def year(self, name: str) -> int:
        """The value of a parameter as a year.

        Raises:
            ValueError: it is none.
        """
        return year(self.one(name))

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


@dataclass(frozen=True)
class Outcome:
    """What a test found as of a day.

    Attributes:
        figure: the finding in a few words.
        parts: the conditions, one by one.
        ties: slugs of the ties that were looked at.
        remark: what a reader should know of how far this can be trusted; "" if nothing.
    """

    figure: str
    parts: tuple[Part, ...]
    ties: tuple[str, ...] = ()
    remark: str = ""

    @property
    def verdict(self) -> Verdict:
        """By the one rule for all statements."""
        return verdict_of(self.parts)


Run = Callable[[Case], Outcome]


@dataclass(frozen=True)
class Kind:
    """A kind of test: its name in ``claims.csv``, its rule as a message, what it does."""

    name: str
    rule: str
    run: Run


@dataclass
class Kinds:
    """The kinds of tests, by name."""

    by_name: dict[str, Kind] = field(default_factory=dict)

    def add(self, name: str, rule: str) -> Callable[[Run], Run]:
        """Register a function as a kind of test under a name, with its rule in words."""

        def register(run: Run) -> Run:
            self.by_name[name] = Kind(name, rule, run)
            return run

        return register


KINDS = Kinds()


def span_of(ties: pd.DataFrame, distinct: str | None = None) -> Span:
    """Certain and possible number of ties, or of distinct values of a column."""
    sure = ties[ties["state"] == CERTAIN]
    if distinct is None:
        return Span(len(sure), len(ties))
    return Span(sure[distinct].nunique(), ties[distinct].nunique())


def slugs(*frames: pd.DataFrame) -> tuple[str, ...]:
    """The ties of some frames, once each."""
    return tuple(dict.fromkeys(str(slug) for frame in frames for slug in frame.index))
