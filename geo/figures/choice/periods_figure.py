"""The figure: how the choice moved from period to period, and before and since one year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.choice.compare import CAPITALS_OR_PORTS
from geo.figures.choice.composing import bars_are_intervals, composed, series_of_shares
from geo.figures.choice.periods import by_period, in_no_period
from geo.figures.choice.periods_chart import periods_chart
from geo.figures.choice.turn import (
    SAME,
    TOO_FEW,
    Turn,
    doubtful,
    stretches,
    told_turn,
    turning_year,
)
from geo.figures.choice.turn_table import turn_table
from geo.figures.choice.turn_text import (
    COUNTED,
    doubts_sentence,
    stretches_sentence,
    timing_sentence,
    turns_sentence,
    verdict,
)
from geo.figures.figure import Figure, Remark
from geo.figures.numbers_table import numbers_table
from geo.figures.panel import Numbers, Panel, filled
from geo.figures.periods import periods_of
from geo.figures.scene import Scene
from geo.i18n import YEARS_TO, mark
from geo.i18n.dates import year_span
from geo.ties.roster import role_column
from geo.ties.select import select
from geo.ties.time import CERTAIN, Years, undated

PERIOD = 60.0
"""Width of a period in a chart of them, so that its years and counts can be read."""

TOPIC = {
    "capital": mark("Share of capitals among the ties made in each period"),
    "port": mark("Share of ports among the ties made in each period"),
}
TOPIC_STRICTLY = TOPIC | {
    "port": mark("Share of sea ports among the ties made in each period"),
}
"""What the charts show, by kind, and the same where only sea ports count."""
BELOW = mark("Below them: count / total.")


def choice_by_periods(scene: Scene) -> Figure:
    """How the choice moved from period to period."""
    roster, view, words = scene.roster, scene.view, scene.words
    chosen = ever_made(scene)
    made = chosen[chosen["made"] == CERTAIN]
    year, spans = turning_year(view), periods_of(view)
    turns = {
        kind: [told_turn(made, home, kind, year) for home in view.homes]
        for kind in CAPITALS_OR_PORTS
    }
    every = [one for of_kind in turns.values() for one in of_kind]
    panels = [_panel(scene, made, spans, kind, turns[kind]) for kind in turns] if len(made) else []
    return composed(
        scene,
        verdict(turns["capital"], view.broad, roster, words),
        panels,
        topic=words.say("Made before {year} and since", year=year),
        remarks=[
            *_moved(scene, made, turns["capital"]),
            bars_are_intervals(words),
            Remark(words.say(BELOW), native=""),
            *_counted(scene, chosen, spans),
        ],
        details=_timing(scene, every),
        tables=[turn_table(scene, every), *numbers_table(panels, "periods", words)],
    )


def _timing(scene: Scene, turns: Sequence[Turn]) -> list[str]:
    """Whether the ties can date each share that moved."""
    told = (timing_sentence(one, scene.view.broad, scene.roster, scene.words) for one in turns)
    return [sentence for sentence in told if sentence]


def ever_made(scene: Scene) -> pd.DataFrame:
    """The ties made in the years of the view, ended ones too, capitals as they were at signing."""
    roster, view = scene.roster, scene.view.but(roles=(), ended=True)
    chosen = select(roster, view)
    return chosen.assign(role=chosen[role_column(view.broad, at_signing=True)])


def _moved(scene: Scene, made: pd.DataFrame, turns: Sequence[Turn]) -> list[str]:
    """The stretches of every share that moved, and what of it rests on ties open to doubt."""
    roster, broad, words = scene.roster, scene.view.broad, scene.words
    told = []
    for one in turns:
        if one.course in (TOO_FEW, SAME):
            continue
        told.append(stretches_sentence(one, stretches(made, one), broad, roster, words))
        if found := doubtful(made, one):
            told.append(doubts_sentence(one, found, broad, roster, words))
    return told


def _panel(
    scene: Scene, made: pd.DataFrame, spans: Sequence[Years], kind: str, turns: Sequence[Turn]
) -> Panel:
    roster, words = scene.roster, scene.words
    shares = by_period(made, scene.view.homes, spans, kind, roster.period)
    topics = TOPIC if scene.view.broad else TOPIC_STRICTLY
    names = [year_span(span, roster.period[1], YEARS_TO[words.lang]) for span in spans]
    heading = turns_sentence(turns, scene.view.broad, roster, words)
    return Panel(
        lambda size: periods_chart(shares, names, roster, words, scene.ground, heading),
        filled,
        heading,
        topic=words.say(topics[kind]),
        numbers=Numbers("column", names, series_of_shares(scene, shares), percent=True),
        least=90 + PERIOD * len(spans),
        tall=200,
    )


def _counted(scene: Scene, chosen: pd.DataFrame, spans: Sequence[Years]) -> list[str]:
    """Which ties are in none of the periods, and how the others count."""
    words, whole = scene.words, scene.roster.period
    nowhere = in_no_period(chosen, spans, whole)
    certain = words.say("The period of every tie is certain.")
    if nowhere:
        certain = words.count(
            "{n} tie whose period is not certain is left out, {dateless} without any date.",
            "{n} ties whose period is not certain are left out, {dateless} without any date.",
            nowhere,
            dateless=words.number(int(undated(chosen).sum())),
        )
    return [certain, words.say(COUNTED)]
