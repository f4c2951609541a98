"""How many statements have each verdict, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from geo.figures.article.claims import claims_of, examine
from geo.figures.article.text import VERDICT, tallies
from geo.i18n import Words
from geo.ties.roster import Roster


@dataclass(frozen=True)
class Tally:
    """How many statements have each verdict: as of the article, and today.

    Attributes:
        caption: what the table holds.
        heads: over its columns.
        rows: a verdict, and both numbers.
    """

    caption: str
    heads: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=16)
def tally(roster: Roster, lang: str) -> Tally:
    """The tally of all statements of a roster."""
    words = Words(lang)
    rows = (
        (words.say(VERDICT[verdict]), *(words.number(number) for number in pair))
        for verdict, pair in tallies(examine(roster, lang, claims_of(roster))).items()
    )
    return Tally(
        words.say("Statements by their verdict"),
        (words.say("Verdict"), words.say("when written"), words.say("today")),
        tuple((row[0], row[1], row[2]) for row in rows),
    )
