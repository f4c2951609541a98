"""The pace of one home: ribbons for periods, a line for stretches of one pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from geo.figures.growth.curves_chart import ENDS, round_ticks
from geo.figures.growth.pace import Pace
from geo.figures.growth.time_axis import LINE, TimeAxis, mark_layers, placed, rows_of, span_of
from geo.figures.growth.turning import Mark
from geo.figures.panel import AXIS, Size, Spec
from geo.figures.scene import Scene
from geo.stats.poisson import Rate
from geo.style.chart import FIT, FONT, Rows, category, chart, layer, quantity
from geo.style.colours import home_colours
from geo.ties.names import home_name
from geo.ties.time import Years

HEIGHT = 150.0
"""Of a plot on a page in pixels, without the names of the marks."""
APART = 34.0
"""Between two years of changes, in pixels."""
KEYS = {
    "ribbon": '<rect x="-1" y="-0.6" width="2" height="1.2" fill="{c}" opacity="0.25"/>'
    '<rect x="-1" y="-0.06" width="2" height="0.12" fill="{c}" opacity="0.7"/>',
    "line": '<rect x="-1" y="-0.17" width="2" height="0.34" fill="{c}"/>',
}
"""Small pictures of what is drawn, for the legend; ``{c}`` is their colour."""


@dataclass(frozen=True)
class PacePlot:
    """What the chart of one home shows.

    Attributes:
        home: its slug.
        pace: of it.
        most: the upper end of the axis, ties a year.
        marks: over it, with their years.
    """

    home: str
    pace: Pace
    most: float
    marks: Sequence[Mark]


def pace_chart(plot: PacePlot, scene: Scene, description: str, size: Size) -> Spec:
    """Draw the pace of one home.

    Args:
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels; without a height it takes what it wants.
    """
    axis = TimeAxis(span_of(scene.view.years, plot.marks), size[0] - ENDS, 12)
    marks = placed(plot.marks, axis, named=False)
    top = rows_of(marks) * LINE
    height = max(size[1] - AXIS - top, 60.0) if size[1] else HEIGHT
    colour = home_colours(scene.roster.homes, scene.ground)[plot.home]
    up = _Up(plot.most, top)
    layers = [
        _grid(plot, axis, up, scene.ground.land),
        *mark_layers(marks, axis, scene.ground),
        *_ribbons(plot, axis, up, scene, colour),
        *_stretches(plot, axis, up, scene, colour),
    ]
    return chart(
        layers, scene.ground, description, autosize=FIT, height=height + top, width="container"
    )


@dataclass(frozen=True)
class _Up:
    """The channel of ties a year; the names of the marks keep their room at the top."""

    most: float
    top: float

    def channel(self, field: str, **options: Any) -> Spec:
        span = {
            "domain": [0, self.most],
            "range": [{"expr": "height"}, self.top + 8],
            "nice": False,
            "zero": True,
        }
        return quantity(field, scale=span, title=None, **options)


def _grid(plot: PacePlot, axis: TimeAxis, up: _Up, colour: str) -> Spec:
    first, last = axis.years
    ticks = round_ticks(plot.most)
    labels = {"values": ticks, "format": "d", "domain": False, "ticks": False, "grid": False}
    where = {
        "x": axis.channel("from"),
        "x2": {"field": "to"},
        "y": up.channel("value", axis=labels),
    }
    rows = [{"value": tick, "from": first, "to": last + 1} for tick in ticks]
    return layer("rule", where, rows, color=colour)


def _ribbons(plot: PacePlot, axis: TimeAxis, up: _Up, scene: Scene, colour: str) -> list[Spec]:
    """A ribbon a period: the rate, and what chance allows around it."""
    rows = [_row(years, one, plot, scene) for years, one in plot.pace.periods]
    across = {"x": axis.channel("from"), "x2": {"field": "to"}}
    tip = {"tooltip": [category("tip", title=" ")]}
    bands = across | {"y": up.channel("low"), "y2": {"field": "high"}} | tip
    return [
        layer("rect", bands, rows, color=colour, opacity=0.18),
        layer("rule", across | {"y": up.channel("rate")} | tip, rows, color=colour, opacity=0.6),
    ]


def _stretches(plot: PacePlot, axis: TimeAxis, up: _Up, scene: Scene, colour: str) -> list[Spec]:
    """A line through the stretches of one pace, with the year of each change."""
    if not plot.pace.changes:
        return []
    rows = [_row(years, one, plot, scene) for years, one in plot.pace.stretches]
    across = {"x": axis.channel("from"), "x2": {"field": "to"}, "y": up.channel("rate")}
    steps = [
        {"from": later["from"], "rate": earlier["rate"], "next": later["rate"]}
        for earlier, later in pairwise(rows)
    ]
    upright = {"x": axis.channel("from"), "y": up.channel("rate"), "y2": {"field": "next"}}
    named = {"x": axis.channel("from"), "y": up.channel("rate"), "text": category("label")}
    look: dict[str, Any] = {"font": FONT, "fontSize": 12, "fontWeight": "bold", "dy": -8}
    tip = {"tooltip": [category("tip", title=" ")]}
    return [
        layer("rule", across | tip, rows, color=colour, strokeWidth=3.2),
        layer("rule", upright, steps, color=colour, strokeWidth=3.2),
        *(
            layer("text", named, some, color=scene.ground.ink, align=align, dx=dx, **look)
            for (align, dx), some in _years(plot, steps, axis).items()
        ),
    ]


def _years(
    plot: PacePlot, steps: Rows, axis: TimeAxis
) -> dict[tuple[str, int], list[dict[str, Any]]]:
    """The years of the changes, by how they are set: two that would meet lean away."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    places = [axis.pixel(step["from"]) for step in steps]
    for at, (step, year) in enumerate(zip(steps, plot.pace.changes, strict=True)):
        before = at > 0 and places[at] - places[at - 1] < APART
        after = at + 1 < len(places) and places[at + 1] - places[at] < APART
        set_so = ("left", 2) if before and not after else ("right", -2) if after else ("center", 0)
        row = {"from": step["from"], "rate": max(step["rate"], step["next"]), "label": str(year)}
        found.setdefault(set_so, []).append(row)
    return found


def _row(years: Years, one: Rate, plot: PacePlot, scene: Scene) -> dict[str, Any]:
    words = scene.words
    told = words.say(
        "{count} in {years}: {rate} a year ({interval})",
        count=words.number(one.count),
        years=words.years(*years),
        rate=words.number(one.rate, 1),
        interval=words.between(words.number(one.low, 1), words.number(one.high, 1)),
    )
    return {
        "from": float(years[0]),
        "to": years[1] + 1.0,
        "rate": one.rate,
        "low": one.low,
        "high": min(one.high, plot.most),
        "tip": f"{home_name(scene.roster, plot.home, words)} {told}",
    }
