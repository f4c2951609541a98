"""The figure: where another city was already, did the later one go to the same city?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.captions import view_line
from geo.figures.date_columns import SINCE, bounds_of, date_of
from geo.figures.figure import Figure, Table
from geo.figures.panel import Cross, CrossRow
from geo.figures.same_country.cross_chart import cross_panel
from geo.figures.same_country.later import LaterTie, later_ties, shared_capitals, side_of, sides
from geo.figures.same_country.later_text import (
    EVERY_LATER,
    by_chance,
    capitals_sentences,
    later_title,
    side_sentences,
)
from geo.figures.same_country.pairs import OTHER_SINCE, pairs
from geo.figures.same_country.relation import RELATIONS
from geo.figures.same_country.text import RELATION
from geo.figures.scene import Scene
from geo.i18n import Words, mark
from geo.style.colours import home_colours
from geo.ties.names import home_name

SIDE = {
    "before": mark("{home} later, before {year}"),
    "since": mark("{home} later, since {year}"),
    "unsure": mark("{home} later, year uncertain"),
}
"""What the rows are called, by the side of the turning year."""


def same_city_since(scene: Scene) -> Figure:
    """Later ties by home, before the turning year and since, by what they went to, with names."""
    roster, view, words = scene.roster, scene.view, scene.words
    found, year = later_ties(roster, view), view.turning_year
    counted = [sides(found, home, year) for home in view.homes]
    capitals = [shared_capitals(roster, view, home, year) for home in view.homes]
    cross = _cross(found, scene)
    told = [*side_sentences(counted, roster, view, words), words.say(EVERY_LATER)]
    return Figure(
        later_title(counted, roster, view, words),
        view_line(roster, view, words),
        [cross_panel(cross, scene.ground)] if found else [],
        remarks=told if found else [],
        details=[
            *by_chance(counted, roster, view, words),
            *capitals_sentences(capitals, roster, view, words),
        ],
        instead=words.say(EVERY_LATER),
        tables=[_table(found, words)] if found else [],
    )


def _cross(found: Sequence[LaterTie], scene: Scene) -> Cross:
    words, colours = scene.words, home_colours(scene.roster.homes, scene.ground)
    year = scene.view.turning_year
    rows = []
    for home in scene.view.homes:
        name = home_name(scene.roster, home, words)
        for side, title in SIDE.items():
            own = [one for one in found if one.tie.home == home and side_of(one.tie, year) == side]
            cells = [
                _cell([one for one in own if one.relation == kind], words) for kind in RELATIONS
            ]
            if own:
                rows.append(CrossRow(words.say(title, home=name, year=year), colours[home], cells))
    return Cross([words.say(RELATION[kind]) for kind in RELATIONS], rows)


def _cell(some: Sequence[LaterTie], words: Words) -> tuple[str, str]:
    """How many ties, and with which partners."""
    return words.number(len(some)), words.say(", ").join(words.of(one.tie, "name") for one in some)


def _table(found: Sequence[LaterTie], words: Words) -> Table:
    """Every later tie beside the nearest earlier partner of another home."""
    both = (SINCE, OTHER_SINCE)

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            pairs([(one.tie, one.beside) for one in found], words)
            | {words.say("Relation"): [words.say(RELATION[one.relation]) for one in found]}
        )

    return Table(
        words.say("Every later tie, further ones included"),
        rows,
        "later-ties",
        dates=[date_of(headings, words) for headings in both],
        bounds=[bound for headings in both for bound in bounds_of(headings, words)],
    )
