"""Ties made a year: a row of bars a home, and below it the ties whose year is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.growth.made import Made, MadeByHome
from geo.figures.growth.time_axis import LINE, TimeAxis, mark_layers, placed, rows_of, span_of
from geo.figures.growth.turning import Mark
from geo.figures.panel import AXIS, Size, Spec
from geo.figures.scene import Scene
from geo.style.chart import FIT, FONT, Rows, category, chart, layer, quantity
from geo.style.colours import home_colours
from geo.ties.names import home_name

ROW = 118.0
"""Height of a row of bars on a page, in pixels."""
HEAD, FOOT = 20.0, 12.0
"""Above the bars of a row for its name, and below them for ties of unknown year, in pixels."""
GAP = 0.08
"""Between two bars, in years, on either side."""
APART = 16.0
"""Between two numbers over bars, in pixels."""
UNITS = 14
"""In rows of no more ties than this each tie is told apart."""
LANES = 3
"""Ties of unknown year that lie over one another below a row; more lie in one another."""


def made_chart(
    found: MadeByHome,
    most: int,
    marks: Sequence[Mark],
    scene: Scene,
    description: str,
    size: Size,
) -> Spec:
    """Draw the ties made a year.

    Args:
        found: as :func:`geo.figures.growth.made.made` gives it.
        most: in one year, of all charts that share a scale.
        marks: drawn as lines with their years.
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels; without a height it takes what it wants.
    """
    axis = TimeAxis(span_of(scene.view.years, marks), size[0] - 8)
    shown = placed(marks, axis, named=False)
    over = rows_of(shown) * LINE
    height = max(size[1] - AXIS, 60.0 + over) if size[1] else ROW * len(found) + over
    tall = (height - over) / max(len(found), 1)
    layers = mark_layers(shown, axis, scene.ground)
    for at, (home, one) in enumerate(found.items()):
        base = over + tall * (at + 1) - FOOT
        place = Place(over + tall * at, base, (tall - HEAD - FOOT) / max(most, 1))
        layers += _row(home, one, place, axis, scene)
    return chart(layers, scene.ground, description, autosize=FIT, height=height, width="container")


@dataclass(frozen=True)
class Place:
    """Where a row lies, in pixels from the top: its head, its line; and how high one tie is."""

    head: float
    line: float
    unit: float


def _row(home: str, one: Made, place: Place, axis: TimeAxis, scene: Scene) -> list[Spec]:
    """The bars of one home over its line, under its name."""
    colour = home_colours(scene.roster.homes, scene.ground)[home]
    name = home_name(scene.roster, home, scene.words)
    layers = [_line(place.line, axis, scene.ground.land)]
    bars = _bars(one, place, name)
    if bars:
        layers.append(_rects(bars, axis, color=colour))
        if one.most <= UNITS:
            layers.append(_gaps(one, place, axis, scene.ground.paper))
        fullest = _named(bars, one.most, axis)
        middle = {
            "x": axis.channel("middle"),
            "y": _pixels("top"),
            "text": category("label"),
        }
        if fullest:
            layers.append(_text(middle, fullest, scene.ground.ink, align="center", dy=-7))
    if one.spans:
        layers.append(_rects(_spans(one, place, name), axis, filled=False, stroke=colour))
    head = {
        "x": axis.channel("from"),
        "y": {"value": place.head + HEAD / 2},
        "text": category("name"),
    }
    first = [{"name": name, "from": one.years[0]}]
    layers.append(_text(head, first, colour, align="left", fontWeight="bold", dx=4))
    return layers


def _named(bars: Rows, most: int, axis: TimeAxis) -> list[dict[str, Any]]:
    """The fullest years, whose number is written over them; not one beside another, or of one tie.

    Args:
        bars: of one home, by year.
    """
    found: list[dict[str, Any]] = []
    for row in bars:
        near = found and axis.pixel(row["middle"]) - axis.pixel(found[-1]["middle"]) < APART
        if row["count"] == most > 1 and not near:
            found.append(row)
    return found


def _bars(one: Made, place: Place, home: str) -> list[dict[str, Any]]:
    """A bar for every year in which ties were made."""
    return [
        {
            "from": year + GAP,
            "to": year + 1 - GAP,
            "middle": year + 0.5,
            "top": place.line - place.unit * count,
            "low": place.line,
            "count": count,
            "label": str(count),
            "tip": f"{home} {year}: {count}",
        }
        for year, count in enumerate(one.counts, one.years[0])
        if count
    ]


def _spans(one: Made, place: Place, home: str) -> list[dict[str, Any]]:
    """A flat box below the line for every tie of unknown year, from its first to its last."""
    high = (FOOT - 4) / LANES
    return [
        {
            "from": first + GAP,
            "to": last + 1 - GAP,
            "top": place.line + 2 + high * (at % LANES),
            "low": place.line + 2 + high * (at % LANES) + high - 1.5,
            "tip": f"{home} {first}–{last}",
        }
        for at, (first, last) in enumerate(one.spans)
    ]


def _pixels(field: str) -> Spec:
    return quantity(field, scale=None, axis=None)


def _rects(rows: Rows, axis: TimeAxis, **look: Any) -> Spec:
    where = {
        "x": axis.channel("from"),
        "x2": {"field": "to"},
        "y": _pixels("top"),
        "y2": {"field": "low"},
        "tooltip": [category("tip", title=" ")],
    }
    return layer("rect", where, rows, **look)


def _gaps(one: Made, place: Place, axis: TimeAxis, paper: str) -> Spec:
    """Gaps in the bars, so that each tie is told apart."""
    rows = [
        {"y": place.line - place.unit * at, "from": year + GAP, "to": year + 1 - GAP}
        for year, count in enumerate(one.counts, one.years[0])
        for at in range(1, count)
    ]
    return layer("rule", _across(axis), rows, color=paper, strokeWidth=1.4)


def _line(height: float, axis: TimeAxis, colour: str) -> Spec:
    """A line across the years."""
    first, last = axis.years
    row = {"y": height, "from": first, "to": last + 1}
    return layer("rule", _across(axis), [row], color=colour)


def _across(axis: TimeAxis) -> Spec:
    return {"x": axis.channel("from"), "x2": {"field": "to"}, "y": _pixels("y")}


def _text(where: Spec, rows: Rows, colour: str, **look: Any) -> Spec:
    return layer(
        "text", where, rows, font=FONT, fontSize=12.5, baseline="middle", color=colour, **look
    )
