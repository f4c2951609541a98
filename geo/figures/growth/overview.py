"""All years in one small chart, on which a span of years can be brushed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from geo.figures.growth.composing import filtered_ties
from geo.figures.growth.in_force import curves
from geo.figures.growth.time_axis import TimeAxis
from geo.figures.growth.turning import decimal
from geo.figures.panel import Spec
from geo.figures.scene import Scene
from geo.style.chart import FIT, category, chart, home_scale, layer, quantity
from geo.ties.names import home_name
from geo.ties.time import Years

BRUSH, FIELD = "years", "when"
"""Names of the selection and of its field, by which the browser tells what was brushed."""
HEIGHT = 56


def overview(scene: Scene, brushed: Years, description: str, width: float) -> Spec:
    """The ties in force in all years of the roster, with a span that a reader can move.

    Args:
        scene: its years do not matter.
        brushed: the span that is marked at first.
        description: what the chart shows, for those who do not see it.
        width: of its room in pixels.
    """
    roster, homes = scene.roster, scene.view.homes
    first, last = roster.period
    ties = filtered_ties(scene)
    found = curves(ties, homes, (first - 1, last), roster.as_of, np.ones(len(ties), dtype=bool))
    end = decimal(roster.as_of + dt.timedelta(days=1))
    rows = [
        {
            "home": home_name(roster, home, scene.words),
            FIELD: round(min(year + 1.0, end), 3),
            "ties": count,
        }
        for home, curve in found.items()
        for year, count in zip(range(first - 1, last + 1), curve.possible, strict=True)
    ]
    axis = TimeAxis(roster.period, width)
    encoding = {
        "x": axis.channel(FIELD),
        "y": quantity("ties", axis=None, stack=None),
        "color": category(
            "home",
            scale=home_scale(roster.homes, scene.words.lang, scene.ground, homes),
            legend=None,
        ),
    }
    lines = layer("line", encoding, rows, strokeWidth=1.6) | {"name": "overview"}
    return chart(
        [lines],
        scene.ground,
        description,
        autosize=FIT,
        height=HEIGHT,
        width="container",
        params=[_brush(scene, brushed)],
    )


def _brush(scene: Scene, brushed: Years) -> Spec:
    """A span along the years, which can be drawn, moved, and cleared by a double click.

    All years are none: a hand that lands on a span moves it, and draws no new one.
    """
    ink = scene.ground.ink
    look = {"fill": ink, "fillOpacity": 0.1, "stroke": ink, "strokeOpacity": 0.6, "cursor": "move"}
    begun = {} if brushed == scene.roster.period else {"value": {"x": _ends(brushed)}}
    return begun | {
        "name": BRUSH,
        "select": {"type": "interval", "encodings": ["x"], "zoom": False, "mark": look},
        "views": ["overview"],
    }


def _ends(years: Years) -> list[int]:
    return [years[0], years[1] + 1]


def years_brushed(span: Sequence[float], period: Years) -> Years:
    """The years that a brushed span covers: those of which it covers more than half, at least one.

    Args:
        span: two moments in decimal years, in either order; none for the whole period.
        period: first and last year that there are.
    """
    if len(span) != 2:
        return period
    low, high = sorted(min(max(one, period[0]), period[1] + 1.0) for one in span)
    first, last = round(low), round(high) - 1
    if last < first:
        first = last = int((low + high) / 2)
    return min(first, period[1]), min(max(last, period[0]), period[1])
