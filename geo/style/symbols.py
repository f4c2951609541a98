"""The marks of partners as Vega draws them: a shape a role, in as many strips as it has homes."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

SIDES = 48
"""Of the polygon that stands for a disc."""


@lru_cache(maxsize=256)
def strip(role: str, place: int = 0, of: int = 1) -> str:
    """One upright strip of a role's shape as an SVG path, in a square from -1 to 1.

    A star is a national capital, a triangle a port, a disc with a star in it both, a plain disc
    neither, as on the map to explore (:mod:`geo.style.icons`). A shape cut into its strips and put
    together again is the whole shape.

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


@lru_cache(maxsize=16)
def ground_of(role: str) -> str:
    """A role's shape without its holes, for the paper below it, so that no mark shines through."""
    return _path(Polygon(_shape(role).exterior))


@lru_cache(maxsize=1)
def target() -> str:
    """The mark of a home: a ring with a dot in it."""
    ring = _disc(1.0).difference(_disc(0.62))
    return _path(ring.union(_disc(0.3)))


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


STAR = (
    "M0,-1.15L-0.259,-0.356L-1.094,-0.356L-0.418,0.136L-0.676,0.93L0,0.439"
    "L0.676,0.93L0.418,0.136L1.094,-0.356L0.259,-0.356Z"
)
DISC = "M1.2,0A1.2,1.2,0,1,1,-1.2,0A1.2,1.2,0,1,1,1.2,0Z"
SHAPES = {"capital": STAR, "port": "triangle-up", "both": DISC + STAR, "neither": "circle"}
"""The shape of every role, as on the map: a star, a triangle, a disc with a star in it (the star is
drawn against the turn of the disc, so it is a hole), a disc."""
