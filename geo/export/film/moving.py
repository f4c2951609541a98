"""The drawings of a film's map: land and names once, great circles and marks for every year."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import vl_convert

from geo.export import render
from geo.figures.map.clock import clock
from geo.figures.map.static.chart import flat_map
from geo.figures.map.static.layers import YEAR
from geo.figures.map.static.layout import Layout
from geo.figures.scene import Scene
from geo.style.altair_chart import described
from geo.style.text import cut, drawable
from geo.ties.time import NEVER

CLOCK = 12.5
"""Size of the type under the year."""


def land(layout: Layout, scene: Scene) -> str:
    """The land, and the sheet under the enlarged Europe, as SVG exactly as large as their room."""
    return render.spec_svg(_spec(_only(layout), scene, None, True))


def names(layout: Layout, scene: Scene) -> str:
    """All names, whatever the year, as SVG exactly as large as their room."""
    return render.spec_svg(_spec(_only(layout, names=True), scene, None, False))


def charts(layout: Layout, scene: Scene, width: int) -> list[dict[str, Any]]:
    """Great circles and marks of the world, and of the enlarged Europe, compiled for all years.

    Args:
        width: of the map in its own pixels, in which the counts under the year stay.

    Returns:
        Descriptions for Vega, for :func:`in_year`.
    """
    lines = clock(scene.roster, scene.view, scene.words)
    lines = {year: cut(drawable(line), CLOCK, width) for year, line in lines.items()}
    parts = layout.rows.parts
    return [
        _compiled(
            replace(layout, rows=replace(layout.rows, parts=[replace(part, names=[])])),
            scene,
            lines if part is parts[-1] else None,
        )
        for part in parts
    ]


def in_year(chart: dict[str, Any], year: int) -> str:
    """A compiled map in one year, as SVG."""
    signals = [one | {"value": year} if one["name"] == YEAR else one for one in chart["signals"]]
    drawn: str = vl_convert.vega_to_svg(json.dumps(chart | {"signals": signals}))
    return drawn


def _only(layout: Layout, names: bool = False) -> Layout:
    """A map with nothing on it but, if wanted, all its names, whatever the year."""
    always = {"a": NEVER - 1, "b": -NEVER, "e": NEVER}
    parts = [
        replace(
            part,
            marks=[],
            leads=[],
            names=[name | always for name in part.names] if names else [],
        )
        for part in layout.rows.parts
    ]
    return replace(layout, rows=replace(layout.rows, parts=parts, ways=[], homes=[], proposals=[]))


def _compiled(layout: Layout, scene: Scene, lines: dict[int, str] | None) -> dict[str, Any]:
    """A map that is the same in every year but for its year, compiled once for all years."""
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(
        json.dumps(_spec(layout, scene, lines, False))
    )
    return spec


def _spec(layout: Layout, scene: Scene, lines: dict[int, str] | None, land: bool) -> dict[str, Any]:
    return described(flat_map(layout, scene.view, "", lines, land)) | {
        "autosize": "none",
        "background": None,
    }
