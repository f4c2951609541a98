"""The anniversaries of a view: which fall into the span it asks about, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.i18n.phrases import LEVEL, home_of
from geo.style.colours import home_colours
from geo.ties.anniversaries import Anniversary, Span, coming, span_of, written
from geo.ties.doubts import CALLED, DOUBTS
from geo.ties.roster import Roster
from geo.ties.tie import shown

PAIR = mark("{home} – {partner}")
YEARS = mark("{n} years")


@dataclass(frozen=True)
class Line:
    """An anniversary in words.

    Attributes:
        place: slug of the partner.
        date: as exact as it is known, in full.
        rough: the same in few letters: the day, or the month or year in which it lies.
        years: how many.
        home, partner, country: names; the home with its district.
        level: what the level is called.
        note: what must be known before it is kept: an inexact date, a doubt; and why.
        colour: of the home, ``#rrggbb``.
        sure: whether it certainly falls into the span.
    """

    place: str
    date: str
    rough: str
    years: str
    home: str
    partner: str
    country: str
    level: str
    note: str
    colour: str
    sure: bool


def anniversaries(scene: Scene) -> tuple[Anniversary, ...]:
    """Those of the ties that the view shows, in the span that it asks about."""
    view = scene.view
    ties = shown(scene.roster, view)
    return coming(ties, span(scene), view.round_years)


def span(scene: Scene) -> Span:
    """The days that the view asks about."""
    return span_of(scene.view.due, scene.roster.as_of)


def lines(scene: Scene, found: Sequence[Anniversary]) -> list[Line]:
    """Anniversaries in words, in their order."""
    colours = home_colours(scene.roster.homes, scene.ground)
    return [_line(one, scene.roster, scene.words, colours[one.tie.home]) for one in found]


def _line(one: Anniversary, roster: Roster, words: Words, colour: str) -> Line:
    tie = one.tie
    return Line(
        tie.place,
        words.date(one.when),
        rough_date(one, words),
        words.say(YEARS, n=words.number(one.years)),
        home_of(words, roster.ties.loc[tie.tie]),
        words.of(tie, "name"),
        words.of(tie, "country"),
        words.say(LEVEL[tie.level]),
        words.clauses(_cautions(one, roster, words)),
        colour,
        one.sure,
    )


def rough_date(one: Anniversary, words: Words) -> str:
    """The day, or the month, year or years in which it lies."""
    date = written(one)
    return words.date(date) if date else words.years(one.first.year, one.last.year)


def _cautions(one: Anniversary, roster: Roster, words: Words) -> list[str]:
    """What is not sure of an anniversary."""
    row = roster.ties.loc[one.tie.tie]
    doubt = row.get("doubt", "")
    told = []
    if not written(one):
        told.append(words.say("the year is not known"))
    elif not one.exact:
        told.append(words.say("the day is not known"))
    if doubt in DOUBTS:
        told.append(words.say("open to doubt: {what}", what=words.say(CALLED[doubt])))
    return told


def why_inexact(one: Anniversary, roster: Roster, words: Words) -> str:
    """What the data say of a date that is not exact, or of a doubt; "" where all is known."""
    row = roster.ties.loc[one.tie.tie]
    needed = not one.exact or row.get("doubt", "") in DOUBTS
    return words.of(row, "note") if needed else ""
