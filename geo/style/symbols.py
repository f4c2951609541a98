"""The marks of partners and homes: every shape drawn once, for maps, charts and legends.

A star is a national capital, a triangle a port, a disc with a star in it both, a disc neither.
Shapes lie in a square from -1 to 1, a little more at their points, and are paths as SVG and Vega
read them: a ring that turns the other way round than the one it lies in is a hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin

from shapely import Polygon, box
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

SIDES = 48
"""Of the polygon that stands for a disc."""

DIAMOND = "M0,-1L1,0L0,1L-1,0Z"
"""The shape of a city that is no partner and only named as one."""

AROUND, FURTHER = 1.6, 0.5
"""How much wider than a mark the dashed ring is that stands around it for a hypothetical tie, and
how much more each further ring, where several cities suppose the same."""

IN_CHARTS = {"capital": 1.0, "port": 1.07, "both": 1.05, "neither": 1.4}
"""How much larger than on maps shapes are in charts, where a plain disc is no lesser mark."""


@lru_cache(maxsize=256)
def strip(role: str, place: int = 0, of: int = 1) -> str:
    """One upright strip of a role's shape.

    A shape cut into its strips and put together again is the whole shape.

    Args:
        place: which strip, from the left, counted from 0.
        of: how many strips of equal width there are.
    """
    shape: BaseGeometry = _shape(role)
    if of > 1:
        left, _, right, _ = shape.bounds
        wide = (right - left) / of
        shape = shape.intersection(box(left + place * wide, -2, left + (place + 1) * wide, 2))
    return _path(shape)


def mark(role: str, colours: Sequence[str]) -> str:
    """A role's shape in upright strips of these colours, the first on the left: parts of an SVG."""
    return "".join(
        f'<path d="{strip(role, place, len(colours))}" fill="{colour}"/>'
        for place, colour in enumerate(colours)
    )


@lru_cache(maxsize=16)
def ground_of(role: str) -> str:
    """A role's shape without its holes, for the paper below it, so that no mark shines through."""
    return _path(Polygon(_shape(role).exterior))


@lru_cache(maxsize=16)
def chart_shape(role: str) -> str:
    """A role's shape in the size that it has in charts."""
    larger = IN_CHARTS[role]
    return _path(scale(_shape(role), larger, larger, origin=(0, 0)))


@lru_cache(maxsize=1)
def target() -> str:
    """The mark of a home: a ring with a dot in it."""
    ring = _disc(1.0).difference(_disc(0.62))
    return _path(ring.union(_disc(0.3)))


@lru_cache(maxsize=1)
def ring() -> str:
    """What stands around a mark for a hypothetical tie, drawn :data:`AROUND` as wide."""
    return _path(_disc(1.0))


def _shape(role: str) -> Polygon:
    if role == "capital":
        return _star(1.15)
    if role == "port":
        return Polygon([(1.08 * x, 1.08 * y + 0.16) for x, y in _round(3, 1.0)])
    if role == "both":
        return orient(Polygon(_round(SIDES, 1.12), [list(_star(0.86).exterior.coords)]))
    return _disc(0.78)


def _disc(radius: float) -> Polygon:
    return Polygon(_round(SIDES, radius))


def _star(radius: float) -> Polygon:
    """A five-pointed star, one point up."""
    outer, inner = _round(5, radius), _round(5, radius * 0.45, turn=0.1)
    return Polygon([point for pair in zip(outer, inner, strict=True) for point in pair])


def _round(corners: int, radius: float, turn: float = 0.0) -> list[tuple[float, float]]:
    """Corners on a circle, from the top, clockwise."""
    angles = [2 * pi * (place / corners + turn) - pi / 2 for place in range(corners)]
    return [(radius * cos(angle), radius * sin(angle)) for angle in angles]


def _path(shape: BaseGeometry) -> str:
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return "".join(
        "M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in list(ring.coords)[:-1]) + "Z"
        for ring in rings
    )
