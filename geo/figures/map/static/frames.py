"""What the flat map shows where: the world, or the part a view asks for, and Europe enlarged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.place.basemap import shift
from geo.place.projection import Box, Degrees, Projection, fitted

PACIFIC = 150.0
"""The meridian in the middle, as Chinese readers expect it."""
WORLD: Degrees = (-29.99, -56.0, 329.99, 83.0)
"""The part of the world that has partners or could have."""
EUROPE: Degrees = (-10.3, 37.0, 33.8, 60.9)
"""Where two fifths of the partners crowd: drawn a second time, enlarged."""
CROWD = 6
"""So many partners in Europe make a crowd."""
WIDE = 1.9
"""From this ratio of width to height on, Europe has room in the empty Pacific; else below."""
WORLD_RATIO = 2.3
"""Of the world's width to its height, in these parts of it."""
EUROPE_RATIO = 1.06
"""Of Europe's width to its height, with room above and below for names led out."""
WORLD_SHARE = 0.56
"""Of the height, for the world above Europe."""
WIDEST = 1.35
"""Of its width to its height at most, where partners on islands leave a low room."""
CLEAR = 8.0
"""Pixels between the enlarged Europe and the middle of a partner's mark beside it."""
GAP = 10.0


@dataclass(frozen=True)
class Frames:
    """Where the map is drawn, in pixels.

    Attributes:
        size: width and height of the whole.
        world: how the world, or the part of it that is shown, is laid out.
        europe: how Europe is laid out a second time, if it is.
        corner: of the room for the year and its counts: left and bottom.
    """

    size: tuple[int, int]
    world: Projection
    europe: Projection | None
    corner: tuple[float, float]


def frames(size: tuple[int, int], places: Sequence[tuple[float, float]], narrowed: bool) -> Frames:
    """Lay the map out.

    Args:
        size: width and height, in pixels.
        places: longitude and latitude of the partners, in degrees.
        narrowed: whether the view asks for a part of the world; it is then drawn as large as
            fits.
    """
    width, height = size
    if narrowed and places:
        world = _part(places, (0.0, 0.0, float(width), float(height)))
        return Frames(size, world, None, (4, height - 6))
    crowd = sum(_inside(EUROPE, lon, lat) for lon, lat in places) >= CROWD
    if not crowd:
        return Frames(size, _world((0, 0, width, height)), None, (4, height - 6))
    if width / height >= WIDE:
        return _in_the_pacific(size, places)
    return _below(size)


def in_europe(lon: float, lat: float) -> bool:
    """Whether a place lies in the part that is enlarged."""
    return _inside(EUROPE, lon, lat)


def _inside(part: Degrees, lon: float, lat: float) -> bool:
    return part[0] <= (lon + 180) % 360 - 180 <= part[2] and part[1] <= lat <= part[3]


def _world(box: Box) -> Projection:
    return fitted("equalEarth", (PACIFIC, 0.0), WORLD, box)


def _europe(box: Box) -> Projection:
    west, _, east, _ = EUROPE
    return fitted("azimuthalEqualArea", ((west + east) / 2, 50.0), EUROPE, box)


def _in_the_pacific(size: tuple[int, int], places: Sequence[tuple[float, float]]) -> Frames:
    """Europe in the empty sea between New Zealand and Chile, over no partner on an island."""
    width, height = size
    tall = min(float(height), width / WORLD_RATIO)
    world = _world((0, 0, width, tall))
    left = round(world.at(181.0, -38)[0])
    right = round(min(world.at(279.0, -7)[0], world.at(287.0, -33)[0] - 12))
    room: Box = (left, round(world.at(200, 10)[1]), right, height)
    for x, y in sorted(world.at(*place) for place in places):
        room = _clear_of(room, x, y)
    west, north, east, _ = room
    tall = min(height - north, (east - west) / EUROPE_RATIO)
    wide = min(east - west, round(tall * WIDEST))
    europe = _europe((east - wide, round(height - tall), east, height))
    return Frames(size, world, europe, (4, height - 6))


def _clear_of(room: Box, x: float, y: float) -> Box:
    """The most of a room for Europe in which a point does not lie: right of it, left, or below."""
    left, top, right, bottom = room
    if not (left - CLEAR < x < right + CLEAR and y > top - CLEAR):
        return room
    rest = [
        (min(right, round(x + CLEAR)), top, right, bottom),
        (left, top, max(left, round(x - CLEAR)), bottom),
        (left, min(bottom, round(y + CLEAR)), right, bottom),
    ]
    return max(rest, key=lambda one: min(one[2] - one[0], (one[3] - one[1]) * WIDEST))


def _below(size: tuple[int, int]) -> Frames:
    """The world above, Europe below it, over the whole width: names are led out to its sides."""
    width, height = size
    tall = min(width / WORLD_RATIO, height * WORLD_SHARE)
    wide = tall * WORLD_RATIO
    world = _world(((width - wide) / 2, 0, (width + wide) / 2, tall))
    europe = _europe((0, round(tall + GAP), width, height))
    return Frames(size, world, europe, (8, height - 8))


def _part(places: Sequence[tuple[float, float]], box: Box) -> Projection:
    """The part of the world that holds some places, with air around it."""
    lons = [shift(lon) for lon, _ in places]
    lats = [lat for _, lat in places]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    air = max(8.0, 0.12 * max(east - west, north - south))
    part = (west - air, max(south - air, -85), east + air, min(north + air, 85))
    if east - west > 150:
        whole = (max(part[0], WORLD[0]), part[1], min(part[2], WORLD[2]), part[3])
        return fitted("equalEarth", (PACIFIC, 0.0), whole, box)
    middle = ((west + east) / 2, (south + north) / 2)
    return fitted("azimuthalEqualArea", middle, part, box)
