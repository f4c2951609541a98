"""The figure: ties in force over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pandas as pd

from geo.figures.figure import Figure, Remark, Table
from geo.figures.growth.composing import (
    composed,
    filtered_ties,
    marks_remark,
    roles_remark,
    undated_remark,
    year_by_year,
)
from geo.figures.growth.curves_chart import Plot, Point, curves_chart, round_ticks
from geo.figures.growth.ended import ended_remark
from geo.figures.growth.growth_text import ends_sentence, growth_title
from geo.figures.growth.in_force import Curve, Curves, curves
from geo.figures.growth.parts import Part, parts_of
from geo.figures.growth.turning import Mark, decimal, marks_of
from geo.figures.growth.turning_table import turning_table
from geo.figures.panel import Panel, filled
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.ties.names import home_head, home_name

COUNTED = mark(
    "Counted: all ties in force at the end of the year, whenever they were made; an ended one "
    "until its last day."
)
BAND = mark("Shading: how many more there may have been, because dates are inexact.")
AT_LEAST = mark("Drawn: what is certain; because dates are inexact there may have been more.")
"""How to read a band, and what is said of an office's charts, which have none."""


def growth(scene: Scene) -> Figure:
    """Ties in force at the end of each year, by home; parted as the view asks."""
    words = scene.words
    ties, marks = filtered_ties(scene), marks_of(scene)
    parts = parts_of(scene, ties)
    whole = _curves(scene, ties, Part("", np.ones(len(ties), dtype=bool)))
    found = [_curves(scene, ties, part) for part in parts]
    most = max((max(one.possible) for some in found for one in some.values()), default=0)
    unsure = any(one.possible != one.certain for one in whole.values())
    return composed(
        scene,
        growth_title(scene, whole),
        [_panel(scene, part, some, most, marks) for part, some in zip(parts, found, strict=True)]
        if most
        else [],
        topic=words.say("Ties in force over the years"),
        columns=3,
        remarks=[
            words.say(COUNTED),
            *roles_remark(scene),
            *([Remark(words.say(BAND), native=words.say(AT_LEAST))] if unsure else []),
            *undated_remark(ties, words),
            *ended_remark(scene, ties),
            *marks_remark(marks, words),
        ],
        tables=[_table(scene, parts, found), *turning_table(scene, marks)],
    )


def _curves(scene: Scene, ties: pd.DataFrame, part: Part) -> dict[str, Curve]:
    """The curves of a part from the end of the year before the view's first."""
    first, last = scene.view.years
    return curves(ties, scene.view.homes, (first - 1, last), scene.roster.as_of, part.flags)


def _panel(scene: Scene, part: Part, found: Curves, most: int, marks: Sequence[Mark]) -> Panel:
    """The curves of one part, all parts over one scale."""
    words, roster = scene.words, scene.roster
    plot = Plot(
        {home: _points(scene, curve) for home, curve in found.items()},
        {
            home: f"{home_name(roster, home, words)} {words.range(*curve.last)}"
            for home, curve in found.items()
        },
        most * 1.04,
        round_ticks(most),
        "d",
        marks,
        named=not part.name,
    )
    heading = ends_sentence(scene, found, part.name) if part.name else ""
    told = heading or growth_title(scene, found)
    return Panel(
        lambda size: curves_chart(plot, scene, told, size),
        filled,
        heading,
        numbers=year_by_year(
            scene,
            "line",
            {home: [float(count) for count in one.certain[1:]] for home, one in found.items()},
        ),
        scale=1.8,
        least=300,
        tall=200,
    )


def moments(scene: Scene) -> list[float]:
    """The ends of the years of the view in decimal years; before them the first one's beginning."""
    first, last = scene.view.years
    as_of = decimal(scene.roster.as_of + dt.timedelta(days=1))
    return [float(first), *(min(year + 1.0, as_of) for year in range(first, last + 1))]


def _points(scene: Scene, curve: Curve) -> list[Point]:
    words = scene.words
    return [
        Point(when, sure, sure, most, f"{year}{words.say(': ')}{words.range(sure, most)}")
        for when, year, sure, most in zip(
            moments(scene),
            range(curve.years[0], curve.years[1] + 1),
            curve.certain,
            curve.possible,
            strict=True,
        )
    ]


def _table(scene: Scene, parts: Sequence[Part], found: Sequence[Curves]) -> Table:
    """One row a year, home and part."""
    words = scene.words
    first, last = scene.view.years

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                words.say("Year"): year,
                home_head(scene.roster, words): home_name(scene.roster, home, words),
                words.say("Part"): part.name or words.say("all"),
                words.say("certainly in force at its end"): curve.certain[at],
                words.say("at most"): curve.possible[at],
            }
            for part, some in zip(parts, found, strict=True)
            for home, curve in some.items()
            for at, year in enumerate(range(first, last + 1), 1)
        )

    return Table(words.say("Ties in force, year by year"), rows, "growth")
