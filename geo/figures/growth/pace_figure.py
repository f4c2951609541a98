"""The figure: at what pace ties were made, where it changed, and the silences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from geo.figures.figure import Figure, Table
from geo.figures.growth.composing import composed, marks_remark
from geo.figures.growth.made import ever_made, made
from geo.figures.growth.pace import Pace, PaceByHome, Silence, pace, silences
from geo.figures.growth.pace_chart import KEYS, PacePlot, pace_chart
from geo.figures.growth.pace_text import (
    METHOD,
    RIBBONS,
    near_sentences,
    pace_heading,
    pace_title,
    silence_sentences,
)
from geo.figures.growth.turning import Mark, marks_of
from geo.figures.panel import Panel, filled
from geo.figures.periods import periods_of
from geo.figures.scene import Scene
from geo.i18n import mark
from geo.ties.names import home_head, home_name
from geo.ties.select import last_day_shown

UNSURE = mark(
    "Ties whose year is not known count in a period that holds every year in which they can lie, "
    "and in no stretch: {n}."
)
MOST_SILENCES = 20
"""Silences in the table, of each home."""


def pace_by_period(scene: Scene) -> Figure:
    """Ties a year by period and in stretches of one pace; changes against the turning points."""
    view, words, as_of = scene.view, scene.words, scene.roster.as_of
    ties, marks = ever_made(scene), marks_of(scene)
    spans, every = periods_of(view), np.ones(len(ties), dtype=bool)
    counted = {
        home: one
        for home, one in made(ties, view.homes, view.years, every).items()
        if sum(one.counts) + len(one.spans)
    }
    found = {home: pace(one, spans, as_of) for home, one in counted.items()}
    end = last_day_shown(scene.roster, view)
    quiet = {
        home: [
            one
            for one in silences(ties[ties["home"] == home], end)
            if one.after or end == as_of  # elsewhere what came after is not shown
        ]
        for home in found
    }
    unsure = sum(one.unsure for one in found.values())
    return composed(
        scene,
        pace_title(scene, found)
        if found
        else words.say("No tie of a known year was made in these years"),
        _panels(scene, found, marks),
        topic=words.say("Pace, by period and in stretches"),
        columns=1,
        remarks=[
            words.say(RIBBONS),
            *([words.say(UNSURE, n=words.number(unsure))] if unsure else []),
            *near_sentences(scene, found, marks),
            *marks_remark(marks, words),
        ],
        details=[*silence_sentences(scene, quiet), words.say(METHOD)],
        keys=[
            (KEYS["line"].format(c=scene.ground.faint), words.say("stretch of one pace")),
            (
                KEYS["ribbon"].format(c=scene.ground.faint),
                words.say("period, with its 95% interval"),
            ),
        ],
        tables=[_table(scene, found), _silences(scene, ties, quiet)],
    )


def _panels(scene: Scene, found: PaceByHome, marks: Sequence[Mark]) -> list[Panel]:
    """A panel a home, all over one scale; an office could draw neither stretches nor ribbons."""
    every = [one for home in found.values() for _, one in home.periods]
    steps = [one.rate for home in found.values() for _, one in home.stretches if home.changes]
    most = max([*(one.high for one in every), *steps, 0.0]) * 1.1
    return [_panel(scene, PacePlot(home, one, most, marks)) for home, one in found.items()]


def _panel(scene: Scene, plot: PacePlot) -> Panel:
    heading = pace_heading(scene, plot.home, plot.pace)
    return Panel(
        lambda size: pace_chart(plot, scene, heading, size),
        filled,
        heading,
        scale=1.8,
        least=330,
        tall=150,
    )


def _table(scene: Scene, found: Mapping[str, Pace]) -> Table:
    """One row a home and period, and one a home and stretch."""
    words = scene.words

    def rows() -> pd.DataFrame:
        return pd.DataFrame(
            {
                home_head(scene.roster, words): home_name(scene.roster, home, words),
                words.say("Kind"): kind,
                words.say("First year"): years[0],
                words.say("Last year"): years[1],
                words.say("Ties"): one.count,
                words.say("Ties a year"): round(one.rate, 3),
                words.say("Low (95%)"): round(one.low, 3),
                words.say("High (95%)"): round(one.high, 3),
                words.say("p (random order)"): own.p if kind != words.say("period") else None,
            }
            for home, own in found.items()
            for kind, some in (
                (words.say("period"), own.periods),
                (words.say("stretch of one pace"), own.stretches),
            )
            for years, one in some
        )

    return Table(words.say("Pace in numbers"), rows, "pace")


def _silences(scene: Scene, ties: pd.DataFrame, found: Mapping[str, Sequence[Silence]]) -> Table:
    """The longest times without a new tie, one a row."""
    words = scene.words

    def partner(slug: str) -> str:
        return words.of(ties.loc[slug], "name") if slug else ""

    def rows() -> pd.DataFrame:
        cells: list[dict[str, Any]] = [
            {
                home_head(scene.roster, words): home_name(scene.roster, home, words),
                words.say("Years"): round(one.years, 2),
                words.say("After the tie with"): partner(one.before),
                words.say("Its latest day"): one.since.isoformat(),
                words.say("Before the tie with"): partner(one.after),
                words.say("Its earliest day"): one.until.isoformat() if one.after else "",
            }
            for home, some in found.items()
            for one in some[:MOST_SILENCES]
        ]
        return pd.DataFrame(cells)

    return Table(words.say("Longest times without a new tie"), rows, "silences")
