"""The shapes of countries on the basemap, and how far from its country a point lies.

The shapes are those of static/basemap/countries.json (Natural Earth 1:50m); the frame they lie in
is that of ``geo.place.basemap``.

Some places have a code of UN M49 but no shape of their own. Natural Earth draws them as part of
another country: French Guiana, Guadeloupe, Martinique, Mayotte and Réunion (GF, GP, MQ, YT, RE)
with France, Svalbard and Jan Mayen (SJ) with Norway, the Caribbean Netherlands (BQ) with the
Netherlands. Christmas Island and the Cocos Islands (CX, CC) have a shape without a code. Too small
to be drawn are Gibraltar, the Holy See, Tokelau, Bouvet Island and the US outlying islands (GI, VA,
TK, BV, UM); Antarctica (AQ) is left out on purpose. Shapes without a code (Kosovo, Northern Cyprus,
Somaliland, Taiwan, ...) are drawn and never asked for.
"""

from __future__ import annotations

import json
from functools import lru_cache
from math import cos, radians
from pathlib import Path
from types import MappingProxyType

from geopy.distance import geodesic
from shapely import Point
from shapely.affinity import scale, translate
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from geo.place.basemap import shift

_FILES = Path(__file__).resolve().parents[2] / "static" / "basemap"


@lru_cache(maxsize=1)
def country_shapes() -> MappingProxyType[str, BaseGeometry]:
    """The shape of every country that has one, by ISO 3166-1 alpha-2 code.

    Returns:
        Polygons or multipolygons, read once; x is longitude in the frame, y latitude, degrees
        (WGS 84), two decimals. The frame cuts Greenland into an eastern and a western half.

    Source: static/basemap/countries.json (Natural Earth 1:50m).
    """
    collection = json.loads((_FILES / "countries.json").read_text(encoding="utf-8"))
    coded = (part for part in collection["features"] if part["properties"]["country"])
    return MappingProxyType(
        {part["properties"]["country"]: shape(part["geometry"]) for part in coded}
    )


@lru_cache(maxsize=8192)  # a list names the same places again and again
def km_outside(country: str, lat: float, lon: float) -> float:
    """How far a point lies outside its country, to find misplaced coordinates.

    A harbour or a small island may well lie a few kilometres "outside": the coast is drawn at
    1:50m and thinned to 5 km. Tens of kilometres are an error in the coordinates or the code, or
    an island that 1:50m leaves out (Flores in the Azores: 100 km).

    Args:
        country: ISO 3166-1 alpha-2 code.
        lat: latitude in degrees.
        lon: longitude in degrees, in any frame.

    Returns:
        0.0 inside the country's shape or on its edge; otherwise the geodesic distance in
        kilometres to the nearest point of the shape, within 1 km as long as it is small.

    Raises:
        ValueError: the basemap has no shape for this code (see the top of this file).
    """
    shapes = country_shapes()
    if country not in shapes:
        raise ValueError(
            f"The basemap has no shape for country {country!r}: either it is no ISO 3166-1 "
            "alpha-2 code, or the place is too small or part of another country at 1:50m."
        )
    place = Point(shift(lon), lat)
    if shapes[country].intersects(place):
        return 0.0
    near = _nearest(shapes[country], place)
    return float(geodesic((lat, place.x), (near.y, near.x)).kilometers)


def _nearest(area: BaseGeometry, place: Point) -> Point:
    """The point of an area nearest to a place, on a plane that is true at the place's latitude.

    The area is laid out a turn to the west and to the east as well, since the frame has an edge.
    """
    narrowing = max(cos(radians(place.y)), 1e-6)  # a degree of longitude in degrees of latitude
    plane = scale(area, xfact=narrowing, origin=(0, 0))
    here = Point(place.x * narrowing, place.y)
    turns = [translate(plane, turn * narrowing) for turn in (-360.0, 0.0, 360.0)]
    near, _ = nearest_points(min(turns, key=here.distance), here)
    return Point(near.x / narrowing, near.y)
