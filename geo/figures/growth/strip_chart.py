"""Events on the axis of time: a strip a partner, or an event a row with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.growth.time_axis import TimeAxis
from geo.figures.panel import Size, Spec
from geo.figures.scene import Scene
from geo.style.chart import FIT, FONT, Rows, category, chart, layer, quantity
from geo.style.text import cut, width_of

STRIP, LINE = 20.0, 24.0
"""Height of a strip, and of a row with words, in pixels."""
TYPE = 12.5
"""Size of the type, in pixels."""
GAP = 9.0
"""Between a mark and its words, in pixels."""
KINDS = ("event", "made", "ended")
SHAPES = {"event": "circle", "made": "diamond", "ended": "cross"}
"""How events are drawn, and beside them the days on which ties were made and ended."""


@dataclass(frozen=True)
class Spot:
    """One mark on a strip.

    Attributes:
        row: its strip, counted from 0.
        first, last: decimal years between which it lies.
        kind: one of :data:`KINDS`.
        colour: ``#rrggbb``.
        told: date and words.
    """

    row: int
    first: float
    last: float
    kind: str
    colour: str
    told: str


def strips_chart(
    names: Sequence[str], spots: Sequence[Spot], scene: Scene, description: str, size: Size
) -> Spec:
    """Draw a strip a partner, its name before it.

    Args:
        names: of the strips, from the top.
        spots: on them.
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels.
    """
    most = size[0] * 0.42
    short = [cut(name, TYPE, most) for name in names]
    left = max(width_of(name, TYPE) for name in short) + 2 * GAP
    axis = TimeAxis(scene.view.years, size[0] - 8, 4, left)
    first, last = axis.years
    rows = [
        {"y": at + 0.5, "name": name, "from": first, "to": last + 1}
        for at, name in enumerate(short)
    ]
    line = {"x": axis.channel("from"), "x2": {"field": "to"}, "y": _y(len(names))}
    head = {"x": {"value": 0}, "y": _y(len(names)), "text": category("name")}
    layers = [
        layer("rule", line, rows, color=scene.ground.land),
        _text(head, rows, scene.ground.ink, align="left"),
        *_spots(spots, axis, scene, len(names)),
    ]
    return chart(
        layers,
        scene.ground,
        description,
        autosize=FIT,
        height=STRIP * len(names),
        width="container",
    )


def words_chart(spots: Sequence[Spot], scene: Scene, description: str, size: Size) -> Spec:
    """Draw an event a row, with its date and words beside its mark.

    Args:
        spots: one a row, by date; at least one.
        description: what the chart shows, for those who do not see it.
        size: of its room in pixels: words that are too long for it are cut.
    """
    first, last = int(min(one.first for one in spots)), int(max(one.last for one in spots))
    axis = TimeAxis((first, last), size[0] - 8, 4)
    placed = [(one, axis.pixel(one.first), axis.pixel(one.last)) for one in spots]
    right = [
        {
            "y": one.row + 0.5,
            "when": one.last,
            "text": cut(one.told, TYPE, max(axis.plot - end - 2 * GAP, 60.0)),
        }
        for one, start, end in placed
        if axis.plot - end >= start
    ]
    left = [
        {
            "y": one.row + 0.5,
            "when": one.first,
            "text": cut(one.told, TYPE, max(start - 2 * GAP, 60.0)),
        }
        for one, start, end in placed
        if axis.plot - end < start
    ]
    where = {"x": axis.channel("when"), "y": _y(len(spots)), "text": category("text")}
    layers = _spots(spots, axis, scene, len(spots))
    for rows, align, dx in ((right, "left", GAP), (left, "right", -GAP)):
        if rows:
            layers.append(_text(where, rows, scene.ground.ink, align=align, dx=dx))
    return chart(
        layers,
        scene.ground,
        description,
        autosize=FIT,
        height=LINE * len(spots),
        width="container",
    )


def _spots(spots: Sequence[Spot], axis: TimeAxis, scene: Scene, strips: int) -> list[Spec]:
    """The marks; a line where the day is not known."""
    rows = [
        {
            "y": one.row + 0.5,
            "first": round(one.first, 3),
            "last": round(one.last, 3),
            "middle": round((one.first + one.last) / 2, 3),
            "kind": one.kind,
            "colour": one.colour,
            "told": one.told,
        }
        for one in spots
    ]
    colour = category("colour", scale=None)
    tip = {"tooltip": [category("told", title=" ")]}
    span = {"x": axis.channel("first"), "x2": {"field": "last"}, "y": _y(strips), "color": colour}
    shapes = {"domain": list(KINDS), "range": [SHAPES[kind] for kind in KINDS]}
    mark = {
        "x": axis.channel("middle"),
        "y": _y(strips),
        "color": colour,
        "shape": category("kind", scale=shapes, legend=None),
    }
    look: dict[str, Any] = {"stroke": scene.ground.paper, "strokeWidth": 1}
    return [
        layer("rule", span, rows, strokeWidth=2.4, opacity=0.45),
        layer("point", mark | tip, rows, size=80, filled=True, opacity=0.95, **look),
    ]


def _y(strips: int) -> Spec:
    """A channel down the strips."""
    span = {"domain": [0, strips], "range": [0, {"expr": "height"}], "nice": False}
    return quantity("y", scale=span, axis=None)


def _text(where: Spec, rows: Rows, colour: str, **look: Any) -> Spec:
    return layer(
        "text", where, rows, font=FONT, fontSize=TYPE, baseline="middle", color=colour, **look
    )
