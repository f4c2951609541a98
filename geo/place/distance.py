"""How far apart two places are, and the shortest way between them."""

from __future__ import annotations

from functools import lru_cache
from math import asin, atan2, ceil, cos, degrees, inf, radians, sin, sqrt

import numpy as np
import numpy.typing as npt
from geopy.distance import geodesic

from geo.place.basemap import WEST_EDGE, shift

Point = tuple[float, float]
"""A place on the globe: longitude, then latitude, in degrees (WGS 84)."""
Numbers = npt.NDArray[np.float64]

MEAN_RADIUS = 6371.0088
"""Of the Earth, in kilometres (GRS 80)."""
LEAST_RADIUS = 6335.4
"""The least radius of curvature of the WGS 84 ellipsoid in km, of the meridian at the equator
(a(1 - e²) = 6335.439): no geodesic is shorter than on a sphere of this radius."""


@lru_cache(maxsize=65536)
def km_between(start: Point, end: Point) -> float:
    """Length in kilometres of the geodesic between two points on the WGS 84 ellipsoid.

    Source of the method: geopy's ``geodesic`` (Karney 2013, doi:10.1007/s00190-012-0578-z).

    Raises:
        ValueError: a latitude lies outside -90 to 90.
    """
    kilometres: float = geodesic(start[::-1], end[::-1]).kilometers
    return kilometres


def km_within(start: Point, end: Point, most: float) -> float:
    """The same, as far as it matters: infinite beyond ``most`` kilometres.

    What is surely farther is left out at a hundredth of the cost of a geodesic.
    """
    if central_angle(start, end) * LEAST_RADIUS > most:
        return inf
    kilometres = km_between(start, end)
    return kilometres if kilometres <= most else inf


def central_angle(start: Point, end: Point) -> float:
    """Angle between two points as seen from the centre of a sphere, in radians (haversine)."""
    (lon1, lat1), (lon2, lat2) = ((radians(x), radians(y)) for x, y in (start, end))
    half_chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half_chord)))


def great_circle(start: Point, end: Point, degrees_a_step: float = 3.0) -> list[list[list[float]]]:
    """The shortest way from ``start`` to ``end`` over a sphere, as lines to draw.

    Longitudes are in the frame of the Pacific-centred map. A way that crosses the cut in the
    Atlantic comes as two lines: one that leaves the map on one side, one that enters it on the
    other.

    Args:
        start, end: longitude and latitude in degrees.
        degrees_a_step: how far two neighbouring points lie apart at the most.

    Returns:
        Lines of ``[longitude, latitude]`` pairs in degrees, two decimals, both ends included.

    Source of the formula: spherical linear interpolation (Shoemake 1985).
    """
    angle = central_angle(start, end)
    if angle < 1e-9:
        return [[[round(shift(start[0]), 2), round(start[1], 2)]] * 2]
    steps = max(1, ceil(degrees(angle) / degrees_a_step))
    first, last = _unit_vector(start), _unit_vector(end)
    way = _run_on([_between(first, last, angle, step / steps) for step in range(steps + 1)])
    return _cut_at_frame(way)


def _unit_vector(point: Point) -> tuple[float, float, float]:
    lon, lat = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _between(
    first: tuple[float, ...], last: tuple[float, ...], angle: float, share: float
) -> Point:
    a, b = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x, y, z = (a * p + b * q for p, q in zip(first, last, strict=True))
    return degrees(atan2(y, x)), degrees(atan2(z, sqrt(x * x + y * y)))


def _run_on(way: list[Point]) -> list[Point]:
    """Longitudes turned by whole circles so that no two neighbours are half a world apart."""
    before, drawn = shift(way[0][0]), []
    for lon, lat in way:
        before = lon + 360 * round((before - lon) / 360)
        drawn.append((before, lat))
    return drawn


def _cut_at_frame(way: list[Point]) -> list[list[list[float]]]:
    """A way in pieces, each inside the frame, cut exactly at its edge."""
    pieces: list[list[Point]] = [[way[0]]]
    turn = 0.0
    for lon, lat in way[1:]:
        before_lon, before_lat = pieces[-1][-1]
        lon += turn
        edge = WEST_EDGE if lon < WEST_EDGE else WEST_EDGE + 360 if lon > WEST_EDGE + 360 else None
        if edge is not None:
            share = (edge - before_lon) / (lon - before_lon) if lon != before_lon else 1.0
            crossing = before_lat + share * (lat - before_lat)
            pieces[-1].append((edge, crossing))
            jump = 360 if edge == WEST_EDGE else -360
            pieces.append([(edge + jump, crossing)])
            turn, lon = turn + jump, lon + jump
        pieces[-1].append((lon, lat))
    return [[[round(lon, 2), round(lat, 2)] for lon, lat in piece] for piece in pieces]


def km_from(start: Point, lons: Numbers, lats: Numbers) -> Numbers:
    """Kilometres from one point to many, on a sphere of the mean radius of the Earth (haversine).

    Within half a per cent of the geodesic, and quick enough for thousands.

    Args:
        start: longitude and latitude in degrees.
        lons, lats: of the others, in degrees.
    """
    lon, lat = radians(start[0]), radians(start[1])
    others, there = np.radians(lons), np.radians(lats)
    half_chord = (
        np.sin((there - lat) / 2) ** 2 + cos(lat) * np.cos(there) * np.sin((others - lon) / 2) ** 2
    )
    found: Numbers = 2 * MEAN_RADIUS * np.arcsin(np.sqrt(np.minimum(1.0, half_chord)))
    return found
