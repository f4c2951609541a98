"""Two ways of laying the globe on paper, the same as d3 and Vega lay it.

Pictures are drawn by Vega; what must be known before, such as where a name has room, is reckoned
here. A test holds both against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

Pixels = tuple[float, float]
Degrees = tuple[float, float, float, float]
"""West, south, east and north."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

_A1, _A2, _A3, _A4, _M = 1.340264, -0.081106, 0.000893, 0.003796, sqrt(3) / 2
"""Šavrič, Patterson and Jenny (2018), The Equal Earth map projection,
doi:10.1080/13658816.2018.1504949."""


@dataclass(frozen=True)
class Projection:
    """A projection with its scale and place, as Vega describes it.

    Attributes:
        kind: ``equalEarth`` or ``azimuthalEqualArea``.
        middle: longitude and latitude of the middle, in degrees; Equal Earth keeps the equator.
        scale: pixels to a radian in the middle of the map.
        shift: where the middle lies, in pixels.
        box: the frame, in pixels; nothing is drawn outside it.
    """

    kind: str
    middle: tuple[float, float]
    scale: float
    shift: Pixels
    box: Box

    def at(self, lon: float, lat: float) -> Pixels:
        """Where a place lies, in pixels."""
        x, y = _raw(self.kind, self.middle, lon, lat)
        return self.shift[0] + self.scale * x, self.shift[1] - self.scale * y

    def shows(self, lon: float, lat: float, edge: float = 0) -> bool:
        """Whether a place lies inside the frame, at least ``edge`` pixels from it."""
        x, y = self.at(lon, lat)
        left, top, right, bottom = self.box
        return left + edge <= x <= right - edge and top + edge <= y <= bottom - edge

    @property
    def vega(self) -> dict[str, Any]:
        """The projection as Vega-Lite reads it."""
        left, top, right, bottom = self.box
        return {
            "type": self.kind,
            "rotate": [-self.middle[0], -self.middle[1], 0],
            "scale": round(self.scale, 3),
            "translate": [round(part, 2) for part in self.shift],
            "clipExtent": [[left, top], [right, bottom]],
            "precision": 0.3,
        }


def fitted(kind: str, middle: tuple[float, float], part: Degrees, box: Box) -> Projection:
    """The projection that shows a part of the globe as large as a box allows, in its middle.

    Args:
        part: the part to be shown; its edges are followed, so that curved ones fit too.
    """
    west, south, east, north = part
    edge = [
        (west + (east - west) * step / 24, south + (north - south) * other / 24)
        for step in range(25)
        for other in (range(25) if step in (0, 24) else (0, 12, 24))
    ]
    xs, ys = zip(*(_raw(kind, middle, lon, lat) for lon, lat in edge), strict=True)
    left, top, right, bottom = box
    scale = min(
        (right - left) / max(max(xs) - min(xs), 1e-6), (bottom - top) / max(max(ys) - min(ys), 1e-6)
    )
    shift = (
        (left + right) / 2 - scale * (min(xs) + max(xs)) / 2,
        (top + bottom) / 2 + scale * (min(ys) + max(ys)) / 2,
    )
    return Projection(kind, middle, scale, shift, box)


def _raw(kind: str, middle: tuple[float, float], lon: float, lat: float) -> Pixels:
    turned = radians((lon - middle[0] + 180) % 360 - 180)
    if kind == "equalEarth":
        return _equal_earth(turned, radians(lat))
    return _equal_area(turned, radians(lat), radians(middle[1]))


def _equal_earth(lon: float, lat: float) -> Pixels:
    t = asin(_M * sin(lat))
    t2, t6 = t * t, t**6
    x = lon * cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


def _equal_area(lon: float, lat: float, middle: float) -> Pixels:
    """Lambert's azimuthal equal-area projection (Snyder 1987, eq. 24-2 to 24-4)."""
    near = sin(middle) * sin(lat) + cos(middle) * cos(lat) * cos(lon)
    k = sqrt(2 / max(1 + near, 1e-9))
    return (
        k * cos(lat) * sin(lon),
        k * (cos(middle) * sin(lat) - sin(middle) * cos(lat) * cos(lon)),
    )
