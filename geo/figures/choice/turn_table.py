"""The turns in numbers: before and since, the sharpest year, a step against a trend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.figures.choice.compare import kinds_called
from geo.figures.choice.tables import DIGITS, odds_cells
from geo.figures.choice.turn import Turn
from geo.figures.choice.turn_text import spans_called
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.ties.names import home_head, home_name


def turn_table(scene: Scene, turns: Sequence[Turn]) -> Table:
    """One row a home and kind: its counts before the turning year and since, their odds ratio
    with Fisher's p, the sharpest year with its permutation p (with ended ties and without), the
    years beyond 95 % of random orders, and the log likelihoods of a step and of a steady change.

    Args:
        turns: as :func:`geo.figures.choice.turn.told_turn` gives them, of one turning year.
    """
    name = scene.words.say("Before {year} and since, in numbers", year=turns[0].year)
    return Table(name, lambda: pd.DataFrame(_row(scene, one) for one in turns), "turns")


def _row(scene: Scene, one: Turn) -> dict[str, Any]:
    words, split, standing = scene.words, one.split, one.standing
    return {
        home_head(scene.roster, words): home_name(scene.roster, one.home, words),
        words.say("Partners"): words.say(kinds_called(scene.view.broad)[one.kind]),
        words.say("before"): one.before.count,
        words.say("before: all ties"): one.before.of,
        words.say("since"): one.since.count,
        words.say("since: all ties"): one.since.of,
        **odds_cells(words.say("Odds ratio (since / before)"), one.odds, words),
        words.say("Sharpest year"): split and split.year,
        words.say("p (permutation)"): split and _rounded(split.p),
        words.say("Sharpest year without ended ties"): standing and standing.year,
        words.say("p without ended ties"): standing and _rounded(standing.p),
        words.say("Years beyond 95% of random orders"): split
        and words.row(spans_called(split, words)),
        words.say("Log likelihood of one step"): split and _rounded(split.step),
        words.say("Log likelihood of a steady change"): split and _rounded(split.trend),
    }


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
