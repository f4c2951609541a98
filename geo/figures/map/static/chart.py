"""The flat map as one Altair chart, for files: a picture of a year, or a film of all."""

from __future__ import annotations

from typing import Any

import altair as alt

from geo.figures.map.static import layers
from geo.figures.map.static.layers import YEAR, Datasets
from geo.figures.map.static.layout import Layout
from geo.figures.map.static.rows import Part
from geo.style.altair_chart import FONT
from geo.ties.view import View

STRENGTH = {"light": 0.34, "dark": 0.42}
"""How strong the great circles are; on the enlarged Europe, where all come in, half so strong."""


def flat_map(
    layout: Layout,
    view: View,
    description: str,
    clock: dict[int, str] | None = None,
    land: bool = True,
) -> Any:
    """Draw the map as of the view's last year.

    Args:
        layout: where everything stands.
        view: of it count the years, and whether ties that have ended are shown.
        description: what the map shows, for those who do not see it.
        clock: what to write under the year, for each year; without it no year is written.
        land: whether the land and the sheet under the enlarged Europe are drawn, or only what
            lies on them.
    """
    world, ground, datasets = layout.frames.world, layout.ground, Datasets()
    parts: list[Any] = []
    for number, part in enumerate(layout.rows.parts):
        if land and part.projection is not world:
            parts += layers.panel(part.projection, world, ground, datasets)
        parts += _map(part, number, layout, view, land, datasets)
        if part.projection is world:
            parts += layers.homes(layout.rows.homes, ground, datasets)
            parts += layers.proposals(layout.rows.proposals, ground, datasets)
    if clock:
        parts += layers.clock(clock, layout.frames.corner, ground, datasets)
    width, height = layout.frames.size
    chart = (
        alt.layer(*parts)
        .add_params(alt.param(name=YEAR, value=view.years[1]))
        .properties(
            width=width,
            height=height,
            padding={"left": 0, "top": 0, "right": 0, "bottom": 0},
            autosize=alt.AutoSizeParams(type="none"),
            background=ground.paper,
            description=description,
        )
        .configure(font=FONT, aria=False)
        .configure_view(stroke=None)
    )
    chart.datasets = datasets.tables
    return chart


def _map(
    part: Part, number: int, layout: Layout, view: View, land: bool, datasets: Datasets
) -> list[Any]:
    """One map: land, great circles, names, marks."""
    strength = STRENGTH[layout.ground.name] * (
        1.0 if part.projection is layout.frames.world else 0.5
    )
    return [
        *([layers.land(part.projection, layout.ground)] if land else []),
        *layers.ways(part.projection, layout.rows.ways, view, strength, datasets),
        *layers.names(part, number, view, layout.ground, datasets),
        *layers.marks(part.marks, number, view, datasets),
    ]
