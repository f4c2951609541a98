"""How well a tie is known: its date, its sources, what they leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geo.i18n import Words, mark
from geo.i18n.dates import precision
from geo.ties.partner import ids_of
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

REFERENCE = "reference work"
"""The kind of source that rests on others (:data:`geo.i18n.phrases.SOURCE_KIND`)."""

NO_DATE, NO_DAY, ONE_SOURCE, REFERENCE_ONLY = "no-date", "no-day", "one", "reference"
DISAGREE, DOUBT = "disagree", "doubt"
MARKS = {
    NO_DATE: mark("date unknown"),
    NO_DAY: mark("no exact day"),
    ONE_SOURCE: mark("one source only"),
    REFERENCE_ONLY: mark("reference works only"),
    DISAGREE: mark("sources disagree"),
    DOUBT: mark("open to doubt"),
}
"""What may have to be said of a tie, in the order in which it is."""

DISAGREEMENT = re.compile(r"we follow|disagree|misprint|doubt|(un|not )certain|instead", re.I)
"""How the notes of the data tell that sources disagree (CONTRIBUTING.md: a conflict between
sources is told in the note; the note in Chinese tells the same)."""


@dataclass(frozen=True)
class Known:
    """How well a tie is known.

    Attributes:
        tie: its slug.
        sources: ids.
        marks: keys of :data:`MARKS`.
    """

    tie: str
    sources: tuple[str, ...]
    marks: tuple[str, ...]


@lru_cache(maxsize=64)
def known(roster: Roster, view: View) -> tuple[Known, ...]:
    """How well every tie that a view shows is known, in the order of the roster."""
    return tuple(_known(row, roster) for row in select(roster, view).itertuples())


def _known(row: Any, roster: Roster) -> Known:
    sources = ids_of([row.sources])
    exact = precision(row.established)
    found = {
        NO_DATE: exact == "unknown",
        NO_DAY: exact in ("month", "year"),
        ONE_SOURCE: len(sources) == 1,
        REFERENCE_ONLY: bool(sources) and _resting_on_others(roster).issuperset(sources),
        DISAGREE: bool(DISAGREEMENT.search(row.note_en)),
        DOUBT: bool(getattr(row, "doubt", "")),
    }
    return Known(row.Index, sources, tuple(name for name, is_so in found.items() if is_so))


@lru_cache(maxsize=16)
def _resting_on_others(roster: Roster) -> frozenset[str]:
    """The ids of the sources that rest on others."""
    return frozenset(roster.sources.index[roster.sources["kind"] == REFERENCE])


def finding(roster: Roster, view: View, words: Words) -> str:
    """How many ties there are, and how many of them are known to the day, in a sentence."""
    ties = known(roster, view)
    if not ties:
        return words.say("No tie matches this selection")
    dated = sum(not {NO_DATE, NO_DAY} & set(one.marks) for one in ties)
    several = sum(ONE_SOURCE not in one.marks for one in ties)
    return words.count(
        "{n} tie: {dated} dated to the day, {several} with two sources or more",
        "{n} ties: {dated} dated to the day, {several} with two sources or more",
        len(ties),
        dated=words.number(dated),
        several=words.number(several),
    )
