"""Charts as Vega-Lite describes them: plain dictionaries in the dress of the atlas.

Put together as dictionaries a chart takes well under a millisecond; as Altair objects, which copy
and check themselves at every step, sixty to three hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from geo.i18n.escape import in_html
from geo.style.colours import Ground, home_colours

Spec = dict[str, Any]
"""A chart, or a part of one, as Vega-Lite describes it."""

Rows = Sequence[dict[str, Any]]
"""Rows of data: plain texts, numbers, flags and ``None`` (for what is not a number too)."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
FONT = "Youcheng Sans, PingFang SC, Microsoft YaHei, sans-serif"
FIT: Spec = {"type": "fit-x", "contains": "padding"}
"""As wide as the page; the height is the plot's own, and axes and legends come on top of it."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
SIGNS = ("●", "■", "▲", "◆", "＋")
"""The same shapes as letters that the atlas's font has, for labels."""
PATHS = (
    "M.8,0A.8,.8,0,1,1,-.8,0A.8,.8,0,1,1,.8,0Z",
    "M-.7,-.7H.7V.7H-.7Z",
    "M0,-.8L.9,.7H-.9Z",
    "M0,-1L.75,0L0,1L-.75,0Z",
    "M-.3,-.9H.3V-.3H.9V.3H.3V.9H-.3V.3H-.9V-.3H-.3Z",
)
"""The same shapes as SVG paths in a square from -1 to 1, for legends."""


def chart(
    layers: Sequence[Spec],
    ground: Ground,
    description: str,
    rows: Rows | None = None,
    **properties: Any,
) -> Spec:
    """Layers over one another, from the lowest, as a whole chart.

    Args:
        layers: as :func:`layer` gives them.
        ground: paper or night.
        description: what the chart shows, for those who do not see it.
        rows: data of every layer that has none of its own.
        properties: of the chart, such as ``height``, ``width``, ``title``, ``autosize``,
            ``resolve``.
    """
    shared = {} if rows is None else {"data": {"values": list(rows)}}
    return {
        "$schema": SCHEMA,
        "background": ground.paper,
        "config": theme(ground),
        "description": description,
        # In a layer of its own: data at the top of a chart would be packed anew for every reader.
        "layer": [shared | {"layer": list(layers)}] if shared else list(layers),
        **properties,
    }


def theme(ground: Ground) -> Spec:
    """The dress of every chart: type, grid and axes on a ground, as Vega-Lite's ``config``."""
    return {
        "font": FONT,
        "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
        "axis": {
            "domainColor": ground.land,
            "gridColor": ground.land,
            "tickColor": ground.land,
            "labelColor": ground.faint,
            "labelFontSize": 12,
            "titleColor": ground.faint,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
        "legend": {"labelColor": ground.ink, "labelFontSize": 12, "titleColor": ground.faint},
        "header": {"labelColor": ground.ink, "labelFontSize": 13, "titleColor": ground.faint},
        "title": {"anchor": "start", "color": ground.ink, "fontSize": 14},
    }


def layer(mark: str, encoding: Spec, rows: Rows | None = None, **look: Any) -> Spec:
    """One layer of a chart.

    Args:
        mark: its kind, such as ``bar``, ``point``, ``rule``, ``text``.
        encoding: a channel a key, such as :func:`quantity` and :func:`category` give them.
        rows: its own data; without, those of the chart.
        look: properties of the mark, by Vega-Lite's names.
    """
    own = {} if rows is None else {"data": {"values": list(rows)}}
    return own | {"mark": {"type": mark, **look}, "encoding": encoding}


def quantity(field: str, **options: Any) -> Spec:
    """A channel that shows a field of numbers; options such as ``scale``, ``axis``, ``title``."""
    return {"field": field, "type": "quantitative", **options}


def category(field: str, **options: Any) -> Spec:
    """A channel that shows a field of names; options such as ``sort``, ``scale``, ``legend``."""
    return {"field": field, "type": "nominal", **options}


def scale(first: float, last: float) -> Spec:
    """A scale from one number to another, and no further."""
    return {"domain": [first, last], "nice": False}


def home_scale(homes: pd.DataFrame, lang: str, ground: Ground, shown: Sequence[str]) -> Spec:
    """Each home's name in its own colour, in the order of the view.

    Args:
        homes: the table of homes, indexed by slug.
        shown: slugs of the homes of the view.
    """
    colours, names = home_colours(homes, ground), homes[f"name_{lang}"]
    return {
        "domain": [str(names[home]) for home in shown],
        "range": [colours[home] for home in shown],
    }


def shape_scale(names: Sequence[str]) -> Spec:
    """The shape of each home by name, in the order of the view; after five they come again."""
    return {"domain": list(names), "range": [SHAPES[at % len(SHAPES)] for at in range(len(names))]}


def signed(names: Sequence[str]) -> list[str]:
    """Each home's name behind its sign."""
    return [f"{SIGNS[at % len(SIGNS)]} {name}" for at, name in enumerate(names)]


def home_keys(names: Sequence[str], colours: Sequence[str]) -> list[tuple[str, str]]:
    """What colours and shapes of the homes mean, for a legend: small SVG pictures and names.

    Args:
        names: of the homes, in the order of the view.
        colours: of them, ``#rrggbb``.
    """
    return [
        (f'<path d="{PATHS[at % len(PATHS)]}" fill="{in_html(colour)}"/>', name)
        for at, (name, colour) in enumerate(zip(names, colours, strict=True))
    ]


def apart(values: Sequence[float], gap: float) -> list[float]:
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
