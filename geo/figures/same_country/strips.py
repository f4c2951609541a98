"""The strips of countries: those in which homes meet, and those of one home alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import ceil

from geo.figures.captions import MOST_NAMED, dates_left_open, too_many_ties, view_line
from geo.figures.figure import Figure
from geo.figures.panel import Panel, Size, Spec, as_drawn
from geo.figures.same_country.latecomers import entries, late
from geo.figures.same_country.later import later_ties
from geo.figures.same_country.later_text import later_sentences
from geo.figures.same_country.order import Country, by_country, in_order
from geo.figures.same_country.strip_axes import LANE
from geo.figures.same_country.strip_chart import strip_chart
from geo.figures.same_country.text import (
    HOW_TO_READ,
    HYPOTHETICAL,
    THE_BAND,
    alone_sentence,
    headline,
    order_unknown,
)
from geo.figures.scene import Scene
from geo.figures.ties_behind import ties_behind
from geo.ties.counts import unsure
from geo.ties.select import select
from geo.ties.tie import Tie

LANES = 26
"""So many lanes of a strip fit on a sheet; more countries go on the next one."""
A_LANE = 6
"""About so many ties of one home in one country find room on a lane."""
LARGEST, LEAST = 2.2, 600.0
"""A strip is drawn at the most so many times as large as on a page, and laid out for at least so
many pixels."""
AROUND = 60.0
"""Height of legend and axes, in pixels."""
MOST_PARTS = 12
"""In so many parts a strip is dealt out at the most."""


def strip_panel(countries: Sequence[Country], scene: Scene, title: str, topic: str = "") -> Panel:
    """Some countries as a panel.

    Args:
        countries: at least one, in the order to be drawn.
        title: what the chart shows, for those who do not see it.
        topic: in small letters over it.
    """

    def draw(size: Size) -> Spec:
        drawn = strip_chart(countries, scene, title, size[0])
        return _as_high_as(size, drawn, countries, scene, title) if size[1] else drawn

    tall = AROUND + LANE * sum(map(_lanes, countries))
    return Panel(draw, as_drawn, topic=topic, scale=LARGEST, least=LEAST, tall=tall)


def _as_high_as(
    size: Size, drawn: Spec, countries: Sequence[Country], scene: Scene, title: str
) -> Spec:
    """A strip in the shape of its room on a sheet: one that is too high is laid out wider."""
    over = (drawn["height"] + AROUND) / size[1]
    if over > 1.0:
        drawn = strip_chart(countries, scene, title, size[0] * over)
    return drawn | {"width": size[0] * max(over, 1.0)}


def strip(scene: Scene, alone: bool, part: int) -> Figure:
    """A strip of countries: one part on sheets, the whole on a page.

    Title, subtitle and remarks are the same for every part.

    Args:
        alone: whether it is of the countries with one home, not of those in which homes meet.
        part: which part, counted from 0.
    """
    roster, view, words = scene.roster, scene.view, scene.words
    countries = by_country(roster, view)
    title = headline(roster, view, countries, words)
    if alone:
        title = alone_sentence(roster, view, countries, words) or title
    shown = countries_of(scene, alone)
    remarks = [words.say(HOW_TO_READ)]
    if any(tie.supposed for country in shown for tie in country.ties):
        remarks.append(words.say(HYPOTHETICAL))
    if any(country.contested for country in shown):
        actual = roster.without_supposed  # what has followed what is a question of history
        found = entries(actual, view)
        later = later_sentences(late(found), found, later_ties(actual, view), words)
        remarks = [*later, order_unknown(shown, words), words.say(THE_BAND), *remarks]
    whole = view.shows_whole_period(roster)
    dealt = parts(scene, alone)
    return Figure(
        title,
        view_line(roster, view, words),
        [_part(dealt, part, scene, title)] if part < len(dealt) else [],
        remarks=[text for text in remarks if text],
        details=dates_left_open(unsure(roster, view), whole, words),
        instead=too_many_ties(len(select(roster, view)), words),
        whole=[strip_panel(shown, scene, title)] if dealt else [],
        tables=ties_behind(scene, _by_country(shown), "alone" if alone else "same-country"),
    )


def _by_country(countries: Sequence[Country]) -> list[Tie]:
    """The ties of some countries, in the order of these, the oldest first."""
    late = dt.date.max
    return [
        tie
        for country in countries
        for tie in sorted(country.ties, key=lambda one: one.earliest or late)
    ]


def _part(dealt: Sequence[Sequence[Country]], part: int, scene: Scene, title: str) -> Panel:
    words, topic = scene.words, ""
    if len(dealt) > 1:
        topic = words.say(
            "Part {part} of {parts}",
            part=words.number(part + 1),
            parts=words.number(len(dealt)),
        )
    return strip_panel(dealt[part], scene, title, topic)


def countries_of(scene: Scene, alone: bool) -> list[Country]:
    """The countries of one of the strips, in the order of the view.

    Where homes meet in no country, those of one home stand on the first strip, and none on the
    other.
    """
    countries = in_order(by_country(scene.roster, scene.view), scene.view)
    if not any(country.contested for country in countries):
        return [] if alone else countries
    return [country for country in countries if country.contested != alone]


def homes_meet(scene: Scene) -> bool:
    """Whether there is a country in which more than one home of the view has a tie."""
    return any(country.contested for country in by_country(scene.roster, scene.view))


def parts(scene: Scene, alone: bool) -> list[list[Country]]:
    """The countries of a strip dealt out in as many parts as sheets need, all about equally full.

    Returns:
        None where more ties are shown than can be read by name.
    """
    shown = countries_of(scene, alone)
    if not shown or len(select(scene.roster, scene.view)) > MOST_NAMED:
        return []
    lanes = [_lanes(country) for country in shown]
    several = min(MOST_PARTS, ceil(sum(lanes) / LANES))
    full = sum(lanes) / several
    found: list[list[Country]] = [[] for _ in range(several)]
    above = 0
    for country, tall in zip(shown, lanes, strict=True):
        middle = above + tall - 0.5
        found[min(int(middle // full), several - 1)].append(country)
        above += tall
    return [part for part in found if part]


def _lanes(country: Country) -> int:
    """About how many lanes a country takes."""
    homes = [tie.home for tie in country.ties]
    return sum(1 + homes.count(home) // A_LANE for home in country.homes)
