"""The candidates on a map of the world: a mark a city, its place and its name beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.panel import Size, Spec
from geo.place.basemap import LAND_FOR_VEGA_URL
from geo.place.projection import Box, Degrees, Projection, fitted
from geo.style.apart import Point, moved_apart
from geo.style.chart import SHAPES, chart, layer
from geo.style.colours import Ground
from geo.style.labels.around import Name, Named
from geo.style.labels.placing import place_names
from geo.style.text import drawable, width_of

PACIFIC = 150.0
WORLD: Degrees = (-29.99, -56.0, 329.99, 78.0)
RATIO = 2.25
"""Of the map's width to its height."""
TYPE = 11.5
"""Of the names on a map a thousand wide, in pixels."""
RADIUS, APART = 4.6, 1.9
"""Half the width of a mark on such a map, and how many of it two stand apart at least."""
FAR = 160.0
"""How far a name may be led out, in pixels of such a map."""


@dataclass(frozen=True)
class Candidate:
    """One of the first cities of a home.

    Attributes:
        home: its slug.
        place: of the city among all.
        lon, lat: in degrees.
        name: in the reader's language.
    """

    home: str
    place: int
    lon: float
    lat: float
    name: str


def candidates_chart(
    candidates: Sequence[Candidate],
    homes: Sequence[str],
    colours: Mapping[str, str],
    ground: Ground,
    description: str,
    size: Size,
) -> Spec:
    """Land, a mark a city in the colour and shape of its home, its place and name beside it.

    Marks that would hide one another are moved apart; names are led out where there is no room,
    the first cities before the others, and left away where there is none at all.

    Args:
        homes: slugs, in the order of the view.
        colours: of the homes, ``#rrggbb``.
        description: what the map shows, for those who do not see it.
        size: of the room; a height of 0 takes what the map wants.
    """
    width = max(size[0], 200.0)
    if size[1]:
        width = min(width, size[1] * RATIO)
    tall = width / RATIO
    projection = fitted("equalEarth", (PACIFIC, 0.0), WORLD, (0.0, 0.0, width, tall))
    zoom = max(0.75, min(1.5, width / 1000))
    first = sorted(candidates, key=lambda one: (one.place, homes.index(one.home)))
    spots = _spots(first, projection, RADIUS * zoom)
    named = [
        Named(x, y, RADIUS * zoom, width_of(_label(one), TYPE * zoom))
        for one, (x, y) in zip(first, spots, strict=True)
    ]
    names = place_names(named, TYPE * zoom, projection.box, _boxes(named), FAR * zoom)
    land: dict[str, Any] = {
        "data": {"url": LAND_FOR_VEGA_URL, "format": {"type": "json", "property": "features"}},
        "projection": projection.vega,
        "mark": {"type": "geoshape", "fill": ground.land, "stroke": None},
    }
    layers = [land]
    for number, home in enumerate(homes):
        mine = [at for at, one in enumerate(first) if one.home == home]
        shown = {at: name for at in mine if (name := names[at])}
        layers += [
            _leads(list(shown.values()), colours[home]),
            _marks(
                [(first[at], spots[at]) for at in mine], number, colours[home], ground, 4 * zoom**2
            ),
            *_names([(first[at], name) for at, name in shown.items()], ground, TYPE * zoom),
        ]
    return chart(layers, ground, description, width=width, height=tall, autosize="none")


def _label(one: Candidate) -> str:
    return f"{one.place} {drawable(one.name)}"


def _spots(candidates: Sequence[Candidate], projection: Projection, radius: float) -> list[Point]:
    """Where the marks stand, in the order given."""
    at = {f"{number:03}": projection.at(one.lon, one.lat) for number, one in enumerate(candidates)}
    return list(moved_apart(at, APART * radius).values())


def _boxes(named: Sequence[Named]) -> list[Box]:
    return [
        (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius)
        for one in named
    ]


def _pixel(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _marks(
    candidates: Sequence[tuple[Candidate, Point]],
    number: int,
    colour: str,
    ground: Ground,
    zoom: float,
) -> Spec:
    rows = [{"x": round(x, 1), "y": round(y, 1), "tip": _label(one)} for one, (x, y) in candidates]
    where = {"x": _pixel("x"), "y": _pixel("y")}
    return layer(
        "point",
        where | {"tooltip": [{"field": "tip", "type": "nominal"}]},
        rows,
        shape=SHAPES[number % len(SHAPES)],
        filled=True,
        fill=colour,
        stroke=ground.paper,
        strokeWidth=0.8,
        size=RADIUS**2 * zoom,
        opacity=1,
    )


def _leads(names: Sequence[Name], colour: str) -> Spec:
    rows = [
        dict(zip(("x", "y", "x2", "y2"), (round(end, 1) for end in name.lead), strict=True))
        for name in names
        if name.lead
    ]
    ends = {"x": _pixel("x"), "y": _pixel("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return layer("rule", ends, rows, color=colour, strokeWidth=0.8, opacity=0.7)


def _names(candidates: Sequence[tuple[Candidate, Name]], ground: Ground, size: float) -> list[Spec]:
    """A layer for each side at which names stand."""
    layers = []
    for align in ("left", "center", "right"):
        rows = [
            {"x": round(name.x, 1), "y": round(name.y, 1), "text": _label(one)}
            for one, name in candidates
            if name.align == align
        ]
        where = {"x": _pixel("x"), "y": _pixel("y"), "text": {"field": "text", "type": "nominal"}}
        look = {"align": align, "baseline": "middle", "fontSize": size, "color": ground.ink}
        layers.append(layer("text", where, rows, **look))
    return layers
