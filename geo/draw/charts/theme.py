"""How every chart of the atlas looks: type, ground, grid, and the colours of the homes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from geo.draw.palette import Ground, home_colours

FIT = alt.AutoSizeParams(type="fit-x", contains="padding")
"""As wide as the page; the height is the plot's own, and axes and legends come on top of it."""

FONT = "Youcheng Sans, PingFang SC, Microsoft YaHei, sans-serif"


def dressed(chart: Any, ground: Ground, description: str) -> Any:
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
