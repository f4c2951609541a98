"""Shares with their intervals, one under another: a point, what chance allows, the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from geo.draw.charts.theme import FIT, FONT, dressed
from geo.draw.palette import Ground
from geo.measure.shares import Share

ROW = 34
"""Height of a row in pixels."""
OVER = 20
"""How far a name stands above its line where it does not stand before it, in pixels."""


@dataclass(frozen=True)
class Row:
    """One share: what it is called, its counts as said, its colour."""

    name: str
    share: Share
    said: str
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
                "said": row.said,
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
    said = base.mark_text(align="right", color=ground.ink, **text).encode(
        x=alt.value("width"), y=y, text="said:N"
    )
    chart = alt.layer(line, point, name, said, autosize=FIT)
    return dressed(
        chart.properties(height=len(rows) * height, width="container"), ground, description
    )
