"""The figure: shares among the ties in force, year by year."""

from __future__ import annotations

from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.composing import NARROW, composed
from geo.figures.choice.in_force import (
    ByYear,
    by_year,
    changed_status,
    in_force_sentence,
    latest_sentence,
)
from geo.figures.choice.in_force_chart import in_force_chart
from geo.figures.figure import Figure, Remark
from geo.figures.panel import Numbers, Panel, Series, filled
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.select import select

FAINT = mark(
    "Thin and faint while a city has fewer than five ties. Shading: how far "
    "inexact dates could move the line; ties without any date count only as "
    "possible."
)
PLAIN_LINES = mark(
    "Counted: ties certainly in force. While a city has only a few, each one "
    "shifts its share a good deal."
)
"""How to read the lines, and the same of an office's lines, which have no shades."""


def shares_in_force(scene: Scene) -> Figure:
    """Shares among the ties in force, year by year."""
    roster, view, words = scene.roster, scene.view, scene.words
    ties = select(roster, view.but(ended=True, roles=()))
    tables = {
        kind: by_year(ties, view.homes, view.years, kind, roster.as_of, view.broad)
        for kind in CAPITALS_OR_PORTS
    }
    return composed(
        scene,
        latest_sentence(tables["capital"], "capital", view.broad, roster, words),
        [_panel(scene, kind, table) for kind, table in tables.items() if table],
        topic=words.say("Share among the ties in force at the end of each year"),
        remarks=[
            Remark(words.say(FAINT), native=words.say(PLAIN_LINES)),
            *(
                words.say(
                    "{name} counts by the status of the year, which changed in {year}.",
                    name=name,
                    year=year,
                )
                for name, year in changed_status(ties, view.lang)
            ),
        ],
    )


def _panel(scene: Scene, kind: str, table: ByYear) -> Panel:
    roster, view, words = scene.roster, scene.view, scene.words
    heading = in_force_sentence(table, kind, view.broad, roster, words)
    years = range(view.years[0], view.years[1] + 1)
    return Panel(
        lambda size: in_force_chart(
            table, view.years, roster, words, scene.ground, heading, size[0] < NARROW
        ),
        filled,
        heading,
        numbers=Numbers("line", [str(year) for year in years], _series(scene, table), True),
        least=370,
        tall=230,
    )


def _series(scene: Scene, table: ByYear) -> list[Series]:
    """The share of each home in every year of the view."""
    first, last = scene.view.years
    colours = home_colours(scene.roster.homes, scene.ground)
    found = []
    for home, rows in table.items():
        shares = {row.year: row.share for row in rows}
        found.append(
            Series(
                home_name(scene.roster, home, scene.words),
                colours[home],
                [shares.get(year) for year in range(first, last + 1)],
            )
        )
    return found
