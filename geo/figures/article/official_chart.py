"""One home's count over the years beside the official ones: a band with diamonds on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from geo.figures.article.official import Stated, Step
from geo.style.chart import FIT, FONT, Rows, Spec, category, chart, layer, quantity, scale
from geo.style.colours import Ground

HEIGHT = 230
NEAR_DAYS = 900
"""Numbers nearer than this share a place: the larger stands above its diamond, the other below."""
LATE_SHARE = 0.3
"""Of the time, at its end: as wide as our own number is at the most."""
NEAR_SHARE = 0.1
"""Of the height: an official number nearer than this to our last one would lie over ours."""


@dataclass(frozen=True)
class Dress:
    """The words and colours of a chart.

    Attributes:
        colour: of the home.
        own: what stands at the end of the band: our number.
        sentences: an official number beside ours, in words, one a number.
        description: what the chart shows, for those who do not see it.
        tested: id of the source whose numbers are filled.
    """

    colour: str
    own: str
    sentences: Sequence[str]
    description: str
    tested: str


@dataclass(frozen=True)
class _Axes:
    """Both axes, the same for every layer, and how far up and down the chart goes."""

    x: Spec
    up: Spec
    span: float

    def y(self, field: str) -> Spec:
        """The numbers of a field, upwards."""
        axis = {"tickCount": 4, "domain": False, "ticks": False}
        return quantity(field, scale=self.up, title=None, axis=axis)


def official_chart(
    steps: Sequence[Step], points: Sequence[Stated], ground: Ground, dress: Dress
) -> Spec:
    """Draw our count, certain to possible, and official numbers as diamonds.

    Args:
        steps: ours, from the first day that is drawn to the last.
        points: the official numbers; at least one.
        ground: paper or night.
    """
    axes = _axes(steps, points)
    band = [
        {"day": _written(step.day), "certain": step.certain, "possible": step.possible}
        for step in steps
    ]
    step_after = {"interpolate": "step-after", "color": dress.colour}
    certain = {"x": axes.x, "y": axes.y("certain")}
    rows = _rows(points, dress)
    layers = [
        layer("area", certain | {"y2": {"field": "possible"}}, band, **step_after, opacity=0.28),
        layer("line", certain, band, **step_after, strokeWidth=2),
        _diamonds(rows, axes, ground),
        *_numbers([row for row in rows if row["above"]], -14, axes, ground),
        *_numbers([row for row in rows if not row["above"]], 15, axes, ground),
        _own(band, rows, axes, dress),
    ]
    return chart(layers, ground, dress.description, height=HEIGHT, width="container", autosize=FIT)


def _axes(steps: Sequence[Step], points: Sequence[Stated]) -> _Axes:
    lowest = min(*(step.certain for step in steps), *(point.number for point in points))
    highest = max(*(step.possible for step in steps), *(point.number for point in points))
    room = max(3, round((highest - lowest) * 0.15))
    axis = {"format": "%Y", "title": None, "grid": False, "tickCount": 5, "labelFlush": True}
    time = {"domain": [_day(steps[0].day), _day(steps[-1].day)], "nice": False}
    return _Axes(
        {"field": "day", "type": "temporal", "scale": time, "axis": axis},
        scale(max(0, lowest - room), highest + room),
        highest - lowest + 2 * room,
    )


def _rows(points: Sequence[Stated], dress: Dress) -> Rows:
    return [
        {
            "day": _written(point.day),
            "stated": point.number,
            "filled": point.source == dress.tested,
            "sentence": sentence,
            "above": above,
        }
        for point, sentence, above in zip(points, dress.sentences, _above(points), strict=True)
    ]


def _diamonds(rows: Rows, axes: _Axes, ground: Ground) -> Spec:
    filled = {"test": "datum.filled", "value": ground.ink}
    return layer(
        "point",
        {
            "x": axes.x,
            "y": axes.y("stated"),
            "fill": {"condition": filled, "value": ground.paper},
            "tooltip": [category("sentence", title=" ")],
        },
        rows,
        shape="diamond",
        size=110,
        stroke=ground.ink,
        strokeWidth=1.6,
        opacity=1,
    )


def _numbers(rows: Rows, offset: int, axes: _Axes, ground: Ground) -> list[Spec]:
    """The official numbers above or below their diamonds, on a halo of paper."""
    encoding = {"x": axes.x, "y": axes.y("stated"), "text": quantity("stated")}
    text = {"dy": offset, "fontSize": 12, "font": FONT, "baseline": "middle"}
    halo = {"stroke": ground.paper, "strokeWidth": 4, "strokeJoin": "round"}
    return [
        layer("text", encoding, rows, **text, **halo),
        layer("text", encoding, rows, **text, color=ground.ink),
    ]


def _own(band: Rows, points: Rows, axes: _Axes, dress: Dress) -> Spec:
    """Our own number at the end of the band: over it, or under it where an official one is near."""
    last = band[-1]
    first, end = (dt.datetime.fromisoformat(row["day"]) for row in (band[0], last))
    late = end - (end - first) * LATE_SHARE
    beside = [row for row in points if dt.datetime.fromisoformat(row["day"]) >= late]
    near = [row for row in beside if abs(row["stated"] - last["possible"]) < NEAR_SHARE * axes.span]
    over = any(row["above"] for row in near)
    under = any(not row["above"] for row in near)
    y, offset = axes.y("possible"), -12
    if over and under:  # counts rise, so the corner below their end is free
        y, offset = {"value": {"expr": "height - 10"}}, 0
    elif near:
        y, offset = axes.y("certain"), 16
    return layer(
        "text",
        {"x": axes.x, "y": y},
        [last],
        align="right",
        dy=offset,
        color=dress.colour,
        fontSize=13,
        font=FONT,
        text=dress.own,
    )


def _above(points: Sequence[Stated]) -> list[bool]:
    """Whether each number stands above its diamond: unless a larger one stands nearest to it."""
    above = []
    for here in points:
        apart = [
            (abs((other.day - here.day).days), other.number)
            for other in points
            if other is not here
        ]
        near = [(days, number) for days, number in apart if days <= NEAR_DAYS]
        nearest = min(near, key=lambda one: one[0])[1] if near else here.number
        above.append(here.number >= nearest)
    return above


def _written(day: dt.date) -> str:
    """A day as Vega-Lite reads it in the reader's own time; without an hour it would be UTC."""
    return f"{day.isoformat()}T00:00:00"


def _day(day: dt.date) -> Spec:
    """A day as Vega-Lite writes it in a scale; a bare number it would take for a year."""
    return {"year": day.year, "month": day.month, "date": day.day}
