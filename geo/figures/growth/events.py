"""What is known to have happened in ties: the dated events of a view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.growth.made import Made
from geo.i18n.dates import first_day, last_day
from geo.ties.roster import Roster
from geo.ties.select import passing
from geo.ties.view import View


@dataclass(frozen=True)
class Happening:
    """One event of a tie.

    Attributes:
        event: its slug.
        tie, home, place: of the tie.
        date: at its own precision, or two with a slash between.
        first, last: the days between which it lies.
        text_en, text_zh: what happened.
        sources: ids, a semicolon between.
    """

    event: str
    tie: str
    home: str
    place: str
    date: str
    first: dt.date
    last: dt.date
    text_en: str
    text_zh: str
    sources: str


def happenings(roster: Roster, view: View) -> list[Happening]:
    """The events of a view, by date: of ties that pass its filters, begun in its years.

    Where the view asks for the events of one place, of its ties alone.
    """
    every = _happenings(roster, view.ties_only)
    first, last = view.years
    return [
        one for one in every if first <= one.first.year <= last and view.events in ("", one.place)
    ]


@lru_cache(maxsize=64)
def _happenings(roster: Roster, view: View) -> tuple[Happening, ...]:
    ties = passing(roster, view)[["home", "place"]].to_dict("index")
    found = []
    for event in roster.events.itertuples():
        start, _, end = event.date.partition("/")
        first, last = first_day(start), last_day(end or start)
        if event.tie in ties and first and last:
            tie = ties[event.tie]
            found.append(
                Happening(
                    str(event.Index),
                    event.tie,
                    tie["home"],
                    tie["place"],
                    event.date,
                    first,
                    last,
                    event.text_en,
                    event.text_zh,
                    event.sources,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.event)))


def places_with_events(roster: Roster, view: View) -> list[str]:
    """The places with events in a view, whatever single place it asks for: most events first."""
    counts: dict[str, int] = {}
    for one in happenings(roster, view.but(events="")):
        counts[one.place] = counts.get(one.place, 0) + 1
    return sorted(counts, key=lambda place: (-counts[place], place))


def a_year(
    some: Sequence[Happening], homes: Sequence[str], years: tuple[int, int]
) -> dict[str, Made]:
    """The events of each home by the year in which they began, or can have begun first."""
    span = range(years[0], years[1] + 1)
    found = {}
    for home in homes:
        began = [one.first.year for one in some if one.home == home]
        found[home] = Made(years, [began.count(year) for year in span], [], 0)
    return found
