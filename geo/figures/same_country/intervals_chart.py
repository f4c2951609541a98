"""Shares with their intervals, one under another: a point, what chance allows, the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from geo.figures.same_country.coverage import Coverage
from geo.figures.same_country.latecomers import deterred
from geo.i18n import Words
from geo.stats.proportions import Share
from geo.style.altair_theme import FIT, FONT, themed
from geo.style.colours import Ground, home_colours
from geo.ties.names import home_names
from geo.ties.roster import Roster
from geo.ties.view import View

ROW = 34
"""Height of a row in pixels."""
OVER = 20
"""How far a name stands above its line where it does not stand before it, in pixels."""


@dataclass(frozen=True)
class Row:
    """One share: what it is called, its counts as said, its colour."""

    name: str
    share: Share
    sentence: str
    colour: str


def intervals_chart(rows: list[Row], ground: Ground, description: str, narrow: bool) -> Any:
    """Draw shares between 0 and 100 %, each with its 95 % interval and its counts.

    Args:
        rows: from top to bottom; at least one. A share of nothing is drawn without a point.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
        narrow: whether it is for a phone, where the name stands above its line.
    """
    table = pd.DataFrame(
        [
            {
                "y": number + 0.5,
                "name": row.name,
                "sentence": row.sentence,
                "share": row.share.share,
                "low": row.share.low,
                "high": row.share.high,
                "color": row.colour,
            }
            for number, row in enumerate(rows)
        ]
    )
    height = ROW * (1.4 if narrow else 1.0)
    left, right = (4, 6) if narrow else (260, 120)
    scale = alt.Scale(domain=[0, 1], range=[left, alt.ExprRef(f"width - {right}")])
    axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1], title=None, domain=False)
    down = alt.Scale(domain=[0, len(rows)], reverse=True)
    y = alt.Y("y:Q", scale=down, axis=None)
    colour = alt.Color("color:N", scale=None)
    base = alt.Chart(table)
    line = base.mark_rule(strokeWidth=3, opacity=0.5).encode(
        x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", y=y, color=colour
    )
    point = (
        alt.Chart(table.dropna(subset=["share"]))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(x=alt.X("share:Q", scale=scale, axis=axis), y=y, color=colour)
    )
    text: dict[str, Any] = {"font": FONT, "fontSize": 13, "baseline": "middle"}
    text["dy"] = -OVER if narrow else 0
    name = base.mark_text(align="left", color=ground.ink, **text).encode(
        x=alt.value(0), y=y, text="name:N"
    )
    sentence = base.mark_text(align="right", color=ground.ink, **text).encode(
        x=alt.value("width"), y=y, text="sentence:N"
    )
    chart = alt.layer(line, point, name, sentence, autosize=FIT)
    return themed(
        chart.properties(height=len(rows) * height, width="container"), ground, description
    )


def deterred_rows(
    found: pd.DataFrame, roster: Roster, view: View, words: Words, ground: Ground
) -> list[Row]:
    """How often each home entered by the capital where it was taken, and elsewhere.

    Args:
        found: entries (:func:`geo.figures.same_country.latecomers.entries`) of the view.
    """
    colours = home_colours(roster.homes, ground)
    rows = []
    for home, name in zip(view.homes, home_names(roster, view.homes, words), strict=True):
        result, colour = deterred(found, home), colours[home]
        taken = words.say("{home}, capital taken", home=name)
        free = words.say("{home}, elsewhere", home=name)
        rows += [
            Row(taken, result.taken, _of(result.taken, words), colour),
            Row(free, result.free, _of(result.free, words), colour),
        ]
    return rows


def coverage_rows(
    covered: list[Coverage], roster: Roster, words: Words, ground: Ground
) -> list[Row]:
    """Which share of an area's states each home covers, and any of them."""
    colours = home_colours(roster.homes, ground)
    return [
        Row(
            home_names(roster, (found.home,), words)[0] if found.home else words.say("any of them"),
            found.share,
            words.say(
                "{a} of {n}",
                a=words.range(found.share.count, found.possible),
                n=words.number(found.share.of),
            ),
            colours[found.home] if found.home else ground.faint,
        )
        for found in covered
    ]


def _of(share: Share, words: Words) -> str:
    return words.say("{a} of {n}", a=words.number(share.count), n=words.number(share.of))
