"""The places around a mark that its name may take: those that touch it, and those led out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, nan, pi, sin
from typing import Any

import numpy as np

from geo.place.projection import Box

LINE = 1.22
"""Height of a line of type, in sizes of the type."""
AIR = 2.0
"""Pixels kept free around a name."""
ANGLES = 24
"""In so many directions a name may be led out."""
SAMPLE = 5.0
"""A leading line is taken for small boxes so many pixels apart."""
WIDE = 1.5
"""Half the width of these boxes, in pixels."""

Boxes = Any
"""An array whose last axis is left, top, right and bottom, in pixels."""


@dataclass(frozen=True)
class Named:
    """A mark that wants its name beside it: where it stands, its half width, and its name's."""

    x: float
    y: float
    radius: float
    width: float


@dataclass(frozen=True)
class Name:
    """Where a name stands, in pixels.

    Attributes:
        x, y: of the middle of its line, at the side that ``align`` names.
        align: ``left``, ``right`` or ``center``.
        lead: where a line from the mark to the name begins and ends, if it takes one.
    """

    x: float
    y: float
    align: str
    lead: tuple[float, float, float, float] | None = None


def beside(one: Named, size: float) -> list[Name]:
    """The places that touch a mark, the most readable first, whatever lies there."""
    return [moved(place, one) for place in _near(one.radius, size)]


def box_of(name: Name, width: float, size: float) -> Box:
    """The box that a name takes, its air included."""
    left = name.x - {"left": 0.0, "right": width, "center": width / 2}[name.align]
    half = size * LINE / 2
    return left - AIR, name.y - half, left + width + AIR, name.y + half


def moved(place: Name, one: Named) -> Name:
    """A place around the origin, around a mark."""
    lead = place.lead
    if lead:
        lead = (lead[0] + one.x, lead[1] + one.y, lead[2] + one.x, lead[3] + one.y)
    return Name(place.x + one.x, place.y + one.y, place.align, lead)


@lru_cache(maxsize=64)
def places_around(radius: float, size: float, far: float) -> tuple[list[Name], Any, Any, Boxes]:
    """The places around a mark at the origin, as a list and as arrays.

    Returns:
        The places; their ``x`` and ``y``; which share of the name lies left of ``x``; from where
        to where a line leads, not a number where none does.
    """
    places = _places(radius, size, far)
    offsets = np.array([(place.x, place.y) for place in places])
    lefts = np.array([{"left": 0.0, "right": 1.0, "center": 0.5}[p.align] for p in places])
    lines = np.array([place.lead or (nan,) * 4 for place in places])
    return places, offsets, lefts, lines


def _places(radius: float, size: float, far: float) -> list[Name]:
    """The places beside a mark at the origin; or, as far as ``far``, those led out from it."""
    return list(_led(radius, size, far) if far else _near(radius, size))


def _near(radius: float, size: float) -> Iterable[Name]:
    """Places that touch the mark, the most readable first."""
    side, up = radius + AIR + 1, radius + size * LINE / 2 - 0.5
    slant, rise = radius * 0.75 + AIR, size * 0.62
    for dx, dy, align in (
        (side, 0, "left"),
        (-side, 0, "right"),
        (0, -up, "center"),
        (0, up, "center"),
        (slant, -rise, "left"),
        (slant, rise, "left"),
        (-slant, -rise, "right"),
        (-slant, rise, "right"),
        (slant * 0.2, -up, "left"),
        (slant * 0.2, up, "left"),
        (-slant * 0.2, -up, "right"),
        (-slant * 0.2, up, "right"),
    ):
        yield Name(dx, dy, align)


def _led(radius: float, size: float, far: float) -> Iterable[Name]:
    """Places around the mark in rings further and further out, each with a line to it."""
    reach = radius + size * 1.1
    while reach <= far:
        for step in range(ANGLES):
            angle = 2 * pi * step / ANGLES
            dx, dy = cos(angle), sin(angle)
            x, y = reach * dx, reach * dy
            align = "left" if dx > 0.35 else "right" if dx < -0.35 else "center"
            rise = 0.0 if align != "center" else (size * 0.55 if dy > 0 else -size * 0.55)
            start = ((radius + 1) * dx, (radius + 1) * dy)
            gap = {"left": AIR, "right": -AIR, "center": 0.0}[align]
            yield Name(x + gap, y + rise, align, (*start, x, y))
        reach += size * 0.8


def along(lead: tuple[float, float, float, float]) -> Iterable[Box]:
    """Small boxes along a leading line."""
    x0, y0, x1, y1 = lead
    steps = max(2, int(hypot(x1 - x0, y1 - y0) / SAMPLE))
    for step in range(1, steps):
        x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
        yield x - WIDE, y - WIDE, x + WIDE, y + WIDE
