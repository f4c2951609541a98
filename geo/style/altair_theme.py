"""How every chart of the atlas looks: type, ground, grid, and the colours of the homes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from geo.style.colours import Ground, home_colours

FIT = alt.AutoSizeParams(type="fit-x", contains="padding")
"""As wide as the page; the height is the plot's own, and axes and legends come on top of it."""

FONT = "Youcheng Sans, PingFang SC, Microsoft YaHei, sans-serif"


def themed(chart: Any, ground: Ground, description: str) -> Any:
    """A chart in the dress of the atlas.

    Args:
        chart: any Altair chart.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
    """
    faint = {"labelColor": ground.faint, "titleColor": ground.faint}
    return (
        chart.properties(background=ground.paper, description=description)
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            **faint,
            gridColor=ground.land,
            domainColor=ground.land,
            tickColor=ground.land,
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
        )
        .configure_legend(labelColor=ground.ink, titleColor=ground.faint, labelFontSize=12)
        .configure_header(labelColor=ground.ink, titleColor=ground.faint, labelFontSize=13)
        .configure_title(color=ground.ink, fontSize=14, anchor="start")
    )


def home_scale(homes: pd.DataFrame, lang: str, ground: Ground, shown: tuple[str, ...]) -> alt.Scale:
    """Each home's name in its own colour, in the order of the view.

    Args:
        homes: the table of homes, indexed by slug.
        shown: slugs of the homes of the view.
    """
    colours = home_colours(homes, ground)
    return alt.Scale(
        domain=[homes.loc[home, f"name_{lang}"] for home in shown],
        range=[colours[home] for home in shown],
    )


SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
SIGNS = ("●", "■", "▲", "◆", "✚")
"""The same shapes as letters, for labels."""


def shape_scale(shown: tuple[str, ...], names: list[str]) -> alt.Scale:
    """The shape of each home by name, in the order of the view; after five they come again."""
    return alt.Scale(domain=names, range=[SHAPES[at % len(SHAPES)] for at in range(len(shown))])


def signed(names: list[str]) -> list[str]:
    """Each home's name behind its sign."""
    return [f"{SIGNS[at % len(SIGNS)]} {name}" for at, name in enumerate(names)]


def apart(values: list[float], gap: float) -> list[float]:
    """Values moved as little as it takes to lie ``gap`` apart, in their own order of size.

    For labels beside the ends of lines. Pushed up from below, then back by half of what the whole
    has been moved.
    """
    order = sorted(range(len(values)), key=lambda at: values[at])
    moved = list(values)
    for lower, upper in pairwise(order):
        moved[upper] = max(moved[upper], moved[lower] + gap)
    pushed = sum(moved) - sum(values)
    return [value - pushed / len(values) if values else value for value in moved]


def described(chart: Any) -> dict[str, Any]:
    """The description of a chart, with its named tables as they are.

    Altair copies every cell of every table on its way, which takes longer than all else; the
    tables of a chart are plain lists already (:class:`geo.figures.map.static.chart.Sheets`).
    """
    tables = getattr(chart, "datasets", alt.Undefined)
    if tables is alt.Undefined:
        plain: dict[str, Any] = chart.to_dict(validate=False)
        return plain
    bare = chart.copy(deep=False)
    bare.datasets = alt.Undefined
    return bare.to_dict(validate=False) | {"datasets": tables}
