"""How every chart of the atlas looks: type, ground, grid, and the colours of the homes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from geo.style.chart import FONT as FONT
from geo.style.chart import SHAPES
from geo.style.chart import apart as apart
from geo.style.chart import signed as signed
from geo.style.colours import Ground, home_colours

FIT = alt.AutoSizeParams(type="fit-x", contains="padding")
"""As wide as the page; the height is the plot's own, and axes and legends come on top of it."""


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


def shape_scale(shown: tuple[str, ...], names: list[str]) -> alt.Scale:
    """The shape of each home by name, in the order of the view; after five they come again."""
    return alt.Scale(domain=names, range=[SHAPES[at % len(SHAPES)] for at in range(len(shown))])


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
