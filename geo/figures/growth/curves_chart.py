"""Curves over the years, one a home and named at its end, under the marks of turning points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.growth.time_axis import LINE, TimeAxis, mark_layers, placed, rows_of, span_of
from geo.figures.growth.turning import Mark
from geo.figures.panel import AXIS, Size, Spec
from geo.figures.scene import Scene
from geo.style.chart import FIT, FONT, apart, category, chart, home_scale, layer, quantity
from geo.style.colours import Ground
from geo.style.text import width_of
from geo.ties.names import home_name

HEIGHT = 230.0
"""Of the plot on a page in pixels, without the names of the marks."""
DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3], [12, 3])
LABEL = 13.0
"""Size of the type of names at the ends of curves, in pixels."""
BESIDE = 9.0
"""Between a curve and its name, in pixels."""
ENDS = 40.0
"""What the axis of numbers takes at the left, about, in pixels."""


@dataclass(frozen=True)
class Point:
    """One point of a curve: when (decimal years), how much, and between which bounds it may lie."""

    when: float
    value: float
    low: float
    high: float
    tip: str


@dataclass(frozen=True)
class Plot:
    """What a chart of curves shows.

    Attributes:
        points: for each home its points, in order.
        ends: what is written at the end of each home's curve.
        most: the upper end of the axis.
        ticks: numbers on the axis.
        format: of these numbers, by d3's notation.
        marks: over the curves.
        named: whether the marks bear names.
    """

    points: Mapping[str, Sequence[Point]]
    ends: Mapping[str, str]
    most: float
    ticks: Sequence[float]
    format: str
    marks: Sequence[Mark]
    named: bool = True


def curves_chart(plot: Plot, scene: Scene, description: str, size: Size) -> Spec:
    """Draw curves, with a band from the least to the most that each may be.

    Args:
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels; its names are laid out for it. Without a height it takes what
            it wants.
    """
    right = max((width_of(text, LABEL, bold=True) for text in plot.ends.values()), default=0.0)
    years = span_of(scene.view.years, plot.marks)
    axis = TimeAxis(years, size[0] - ENDS, right + 2 * BESIDE)
    marks = placed(plot.marks, axis, plot.named)
    top = rows_of(marks) * LINE
    height = max(size[1] - AXIS - top, 60.0) if size[1] else HEIGHT
    layers = [
        _grid(plot, axis, top, scene.ground),
        *mark_layers(marks, axis, scene.ground),
        *_curves(plot, axis, top, scene, height),
    ]
    return chart(
        layers, scene.ground, description, autosize=FIT, height=height + top, width="container"
    )


def _up(plot: Plot, field: str, top: float, **options: Any) -> Spec:
    """The channel of a quantity, which leaves the names of the marks their room at the top."""
    span = {
        "domain": [0, plot.most],
        "range": [{"expr": "height"}, top + 4],
        "nice": False,
        "zero": True,
    }
    return quantity(field, scale=span, title=None, **options)


def _grid(plot: Plot, axis: TimeAxis, top: float, ground: Ground) -> Spec:
    """Lines behind the curves, as long as the years."""
    first, last = axis.years
    rows = [{"value": tick, "from": first, "to": last + 1} for tick in plot.ticks]
    labels = {
        "values": list(plot.ticks),
        "format": plot.format,
        "domain": False,
        "ticks": False,
        "grid": False,
    }
    where = {
        "x": axis.channel("from"),
        "x2": {"field": "to"},
        "y": _up(plot, "value", top, axis=labels),
    }
    return layer("rule", where, rows, color=ground.land)


def _curves(plot: Plot, axis: TimeAxis, top: float, scene: Scene, height: float) -> list[Spec]:
    roster, words = scene.roster, scene.words
    homes = tuple(plot.points)
    colours = home_scale(roster.homes, words.lang, scene.ground, homes)
    dashes = {
        "domain": colours["domain"],
        "range": [DASHES[at % len(DASHES)] for at in range(len(homes))],
    }
    rows = [
        _row(home_name(roster, home, words), point)
        for home, points in plot.points.items()
        for point in points
    ]
    band = [row for row in rows if row["high"] > row["low"]]
    shared = {
        "x": axis.channel("when"),
        "color": category("home", scale=colours, legend=None),
    }
    y = {"y": _up(plot, "value", top)}
    unsure = {"y": _up(plot, "low", top), "y2": {"field": "high"}}
    dash = {"strokeDash": category("home", scale=dashes, legend=None)}
    tips = {"tooltip": [category(name, title=" ") for name in ("home", "tip")]}
    ends = {"y": _up(plot, "at", top), "text": category("label")}
    look: dict[str, Any] = {"align": "left", "baseline": "middle", "font": FONT}
    return [
        *([layer("area", shared | unsure, rows, opacity=0.25)] if band else []),
        layer("line", shared | y | dash, rows, strokeWidth=2.6),
        layer("point", shared | y | tips, rows, size=60, filled=True, opacity=0),
        layer(
            "text",
            shared | ends,
            _ends(plot, scene, height),
            dx=BESIDE,
            fontSize=LABEL,
            fontWeight="bold",
            **look,
        ),
    ]


def _row(home: str, point: Point) -> dict[str, Any]:
    return {
        "home": home,
        "when": round(point.when, 3),
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "tip": point.tip,
    }


def _ends(plot: Plot, scene: Scene, height: float) -> list[dict[str, Any]]:
    """The names at the ends of the curves, moved apart where they would meet."""
    lasts = {home: points[-1] for home, points in plot.points.items() if points}
    gap = (LABEL + 3) / height * plot.most
    heights = apart([point.value for point in lasts.values()], gap)
    return [
        {
            "home": home_name(scene.roster, home, scene.words),
            "when": round(point.when, 3),
            "at": max(0.0, at),
            "label": plot.ends[home],
        }
        for (home, point), at in zip(lasts.items(), heights, strict=True)
    ]


def round_ticks(most: float) -> list[float]:
    """Round numbers from 0 up to the largest, about five of them."""
    power = 10 ** max(0, len(str(int(max(most, 1.0)))) - 1)
    steps = [one * factor for factor in (power // 10, power) for one in (1, 2, 5) if factor]
    step = next((one for one in steps if most / one <= 5), 10 * power)
    return [float(at) for at in range(0, int(most) + 1, step)]
