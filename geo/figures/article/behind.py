"""The ties behind a statement: partner, country, date, status on both days, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.figures.article.statements import tested_of
from geo.i18n import Words
from geo.i18n.phrases import LEVEL, ROLE, ROLE_STRICT, home_of, since
from geo.ties.citation import publisher_of, title_of
from geo.ties.roster import Roster
from geo.ties.time import CERTAIN, NO, ended_by, in_force, undated


@dataclass(frozen=True)
class Cited:
    """A source by its id: its title and publisher, and the publisher's own address if there is one.

    Attributes:
        url: of the scheme http or https, or empty.
    """

    source: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class TieBehind:
    """One tie in words.

    Attributes:
        place, home: slugs.
        cells: partner, country, home, since, level, role, rank, and its state on both days.
        sources: where it is known from.
    """

    place: str
    home: str
    cells: tuple[str, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class Behind:
    """The ties behind a statement as a table.

    Attributes:
        caption: what the table holds.
        heads: over the cells, and over the sources.
        rows: oldest first.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[TieBehind, ...]


@lru_cache(maxsize=128)
def behind(roster: Roster, lang: str, slug: str) -> Behind:
    """The ties behind one statement."""
    words, tested = Words(lang), tested_of(roster, lang, slug)
    ties = roster.ties.loc[list(tested.ties)].sort_values(["earliest", "place"])
    days = (tested.claim.day, roster.as_of)
    states = zip(*(_states(ties, day, roster, words) for day in days), strict=True)
    heads = (
        words.say("Partner"),
        words.say("Country"),
        words.say("Chinese city"),
        words.say("Since"),
        words.say("Level"),
        words.say("Capital or port"),
        words.say("Rank"),
        *(words.date(day.isoformat()) for day in days),
        words.say("Sources"),
    )
    rows = tuple(
        _row(tie, both, roster, words) for tie, both in zip(ties.itertuples(), states, strict=True)
    )
    caption = words.say(
        "The ties behind the statement: {statement}", statement=words.of(tested.claim, "statement")
    )
    return Behind(caption, heads, rows)


def cited(ids: Iterable[str], roster: Roster, words: Words) -> tuple[Cited, ...]:
    """Sources by their ids, each with its title; links only to the publishers' own addresses."""
    return tuple(_source(source, roster.sources, words) for source in ids)


def _source(source: str, table: pd.DataFrame, words: Words) -> Cited:
    if source not in table.index:
        return Cited(source)
    row = table.loc[source]
    web = row["url"].startswith(("https://", "http://"))
    title = words.say(
        "{title} ({publisher})", title=title_of(row, words), publisher=publisher_of(row, words)
    )
    return Cited(source, title, row["url"] if web else "")


def _row(tie: Any, states: tuple[str, ...], roster: Roster, words: Words) -> TieBehind:
    cells = (
        words.of(tie, "name"),
        words.of(tie, "country"),
        home_of(words, tie),
        since(words, tie),
        words.say(LEVEL[tie.level]),
        _role(tie, words),
        "–" if pd.isna(tie.rank) else words.number(tie.rank),
        *states,
    )
    ids = (part.strip() for part in tie.sources.split(";"))
    return TieBehind(tie.place, tie.home, cells, cited(ids, roster, words))


def _role(tie: Any, words: Words) -> str:
    """What the partner is, counted strictly, and broadly where that differs."""
    strict, broad = words.say(ROLE_STRICT[tie.role_strict]), words.say(ROLE[tie.role_broad])
    if tie.role_strict == tie.role_broad:
        return strict
    return words.say("{strict}; wide: {broad}", strict=strict, broad=broad)


def _states(ties: pd.DataFrame, day: dt.date, roster: Roster, words: Words) -> list[str]:
    """In words, tie by tie, whether it is in force on a day."""
    states = in_force(ties, day)
    if day >= roster.as_of:
        states = states.mask(undated(ties) & ~ended_by(ties, day), CERTAIN)
    sentence = {
        CERTAIN: words.say("in force"),
        NO: words.say("not yet made"),
    }
    found = states.map(lambda state: sentence.get(state, words.say("perhaps in force")))
    return list(found.mask(ended_by(ties, day), words.say("ended")))
