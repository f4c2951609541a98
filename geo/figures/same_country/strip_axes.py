"""What all layers of a strip share: its axes, its type, the room around its plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from geo.figures.panel import Spec
from geo.figures.same_country.frames import Frames
from geo.figures.same_country.lanes import LABEL, UNKNOWN_YEARS
from geo.i18n import Words
from geo.style.chart import FONT, Rows, category, layer, quantity
from geo.style.colours import Ground

LANE = 19
"""Height of a lane in pixels."""


@dataclass(frozen=True)
class Room:
    """Pixels left and right of the plot, and of the plot itself as it is laid out."""

    left: float
    right: float
    plot: float


@dataclass(frozen=True)
class Strip:
    """All that the layers of a strip are made from."""

    frames: Frames
    room: Room
    ground: Ground
    words: Words
    narrow: bool
    broad: bool


def years(strip: Strip) -> list[int]:
    """The years on the axis: every tenth."""
    first, last = strip.frames.domain
    start = first + (UNKNOWN_YEARS if strip.frames.unknown else 0.0)
    return [year for year in range(1900, 2200, 10) if start <= year <= last]


def along(strip: Strip, field: str = "x") -> Spec:
    """A channel across the strip: decimal years."""
    return quantity(
        field,
        scale={
            "domain": list(strip.frames.domain),
            "range": [strip.room.left, {"expr": f"width - {strip.room.right}"}],
            "nice": False,
            "zero": False,
        },
        axis={
            "orient": "top",
            "values": years(strip),
            "format": "d",
            "title": None,
            "domain": False,
            "ticks": False,
        },
    )


def down(strip: Strip, field: str) -> Spec:
    """A channel down the strip: lanes."""
    height = strip.frames.height
    scale = {"domain": [0, height], "range": [0, height * LANE], "nice": False}
    return quantity(field, scale=scale, axis=None)


def own(field: str) -> Spec:
    """A channel whose colours are the colours in the data."""
    return category(field, scale=None)


def text(rows: Rows | None, encoding: Spec, size: float = LABEL, **look: Any) -> Spec:
    """A layer of text in the type of labels."""
    return layer("text", encoding, rows, baseline="middle", font=FONT, fontSize=size, **look)
