"""The turning points and the reader's own marks that a view's curves are marked with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.dates import first_day
from geo.ties.roster import Roster
from geo.ties.select import passing
from geo.ties.view import View

LEAD = 2
"""So many years before the first tie of all a mark is shown too."""


@dataclass(frozen=True)
class Mark:
    """One mark on the axis of time.

    Attributes:
        year: the year in which it begins.
        when: the same in decimal years, of its first possible day.
        name: a few words.
        told: its date and what happened, for whoever points at it; ``""`` for the reader's own.
        own: whether it is the reader's own.
        slug: of a turning point.
    """

    year: int
    when: float
    name: str
    told: str
    own: bool = False
    slug: str = ""


def decimal(day: dt.date) -> float:
    """A day in decimal years: 1 January 1990 is 1990.0."""
    start = dt.date(day.year, 1, 1)
    days = (dt.date(day.year + 1, 1, 1) - start).days
    return day.year + (day - start).days / days


def offered(roster: Roster, view: View) -> list[str]:
    """Slugs of the turning points that concern a view, by date.

    One that concerns a country or a home alone is left out where no tie that passes the filters
    is with that country, or where that home is not shown.
    """
    countries = set(passing(roster, view)["country"])
    table = roster.turning_points.sort_values("date")
    return [
        str(row.Index)
        for row in table.itertuples()
        if row.date and row.country in ("", *countries) and row.home in ("", *view.homes)
    ]


def marks_of(scene: Scene) -> list[Mark]:
    """The marks inside the years of a view, by date: turning points switched on, and own ones.

    Those of the two years before are among them where the years begin with the roster's first tie.
    """
    roster, view, words = scene.roster, scene.view, scene.words
    shown = [one for one in offered(roster, view) if view.marks is None or one in view.marks]
    marks = [_turning_point(roster, one, words) for one in shown]
    marks += [Mark(year, year + 0.5, name, "", own=True) for year, name in view.own_marks]
    first, last = view.years
    first -= LEAD if first == roster.period[0] else 0
    return sorted((one for one in marks if first <= one.year <= last), key=lambda one: one.when)


def _turning_point(roster: Roster, slug: str, words: Words) -> Mark:
    row = roster.turning_points.loc[slug]
    day = first_day(row["date"].partition("/")[0])
    assert day is not None  # offered only with one
    told = f"{words.date(row['date'])}{words.say(': ')}{words.of(row, 'text')}"
    return Mark(day.year, decimal(day), words.of(row, "name"), told, slug=slug)
