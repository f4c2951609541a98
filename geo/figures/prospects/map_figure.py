"""The figure: where the first cities of each home lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.figures.figure import Figure, Panel, Scene, Size, Spec, Table, as_drawn
from geo.figures.prospects.composing import able, asked_of, city_name, composed, refused, year_of
from geo.figures.prospects.list_figure import rows_of
from geo.figures.prospects.model import Question
from geo.i18n import mark
from geo.place.basemap import LAND_FOR_VEGA_URL
from geo.place.projection import Degrees, Projection, fitted
from geo.stats.ranking import FIRST
from geo.style.chart import SHAPES, chart, home_keys, layer
from geo.style.colours import Ground, home_colours
from geo.ties.names import country_name, home_name

TOPIC = mark("Where they lie")
PACIFIC = 150.0
WORLD: Degrees = (-29.99, -56.0, 329.99, 78.0)
RATIO = 2.25
"""Of the map's width to its height."""
MARK = 150.0
"""Of a mark, in square pixels on a map a thousand wide."""


def candidates_map(scene: Scene) -> Figure:
    """The first thirty of each home on the map, each with its place."""
    words, asked = scene.words, asked_of(scene)
    homes = [] if asked is None else able(asked, year_of(scene))
    if asked is None or not homes:
        return refused(scene, words.say(TOPIC))
    colours = home_colours(scene.roster.homes, scene.ground)
    names = [home_name(scene.roster, home, words) for home in homes]
    rows = {home: _first(scene, asked, home) for home in homes}
    heading = words.say(
        "The first {n} cities of {homes}, with their places",
        n=words.number(FIRST),
        homes=words.join(names),
    )
    shared = _shared(rows)
    title = (
        words.count(
            "{n} city is among the first {first} of both",
            "{n} cities are among the first {first} of both",
            len(shared),
            first=words.number(FIRST),
        )
        if len(homes) == 2
        else heading
    )
    panel = Panel(
        lambda size: _chart(rows, list(homes), colours, scene.ground, heading, size),
        as_drawn,
        heading,
        scale=1.0,
        least=340,
        tall=170,
    )
    named = [city_name(asked, city, words) for city in shared]
    told = [words.say("In both: {names}.", names=words.join(named))] if named else []
    return composed(
        scene,
        title,
        [panel],
        topic=words.say(TOPIC),
        remarks=told,
        keys=home_keys(names, [colours[home] for home in homes]),
        filtered=True,
        tables=[_table(scene, asked, rows)],
    )


def _table(
    scene: Scene, asked: Question, rows: dict[str, list[tuple[int, int, float, float, str]]]
) -> Table:
    """Every city on the map: its place for each home that has it among its first."""
    words = scene.words

    def frame() -> pd.DataFrame:
        found: dict[int, dict[str, Any]] = {}
        for home, some in rows.items():
            head = words.say("Place for {home}", home=home_name(scene.roster, home, words))
            for city, place, lon, lat, name in some:
                country = country_name(scene.roster, str(asked.cities.country[city]), words)
                known = {words.say("City"): name, words.say("Country"): country}
                where = {words.say("Latitude"): lat, words.say("Longitude"): lon}
                found.setdefault(city, known | where)[head] = place
        return pd.DataFrame(found.values())

    return Table(words.say("The cities on the map"), frame, "candidates-map")


def _first(scene: Scene, asked: Question, home: str) -> list[tuple[int, int, float, float, str]]:
    """City, place, longitude, latitude and name of each of the first that pass the filters."""
    of, rows = rows_of(scene, asked, home)
    found = []
    for row in rows[:FIRST]:
        city = int(of.known.free[row])
        at = float(asked.cities.lon[city]), float(asked.cities.lat[city])
        found.append((city, int(of.places[row]), *at, city_name(asked, city, scene.words)))
    return found


def _shared(rows: dict[str, list[tuple[int, int, float, float, str]]]) -> list[int]:
    """The cities that stand among the first of two homes, in the order of the first of them."""
    if len(rows) != 2:
        return []
    one, other = rows.values()
    there = {row[0] for row in other}
    return [row[0] for row in one if row[0] in there]


def _chart(
    rows: dict[str, list[tuple[int, int, float, float, str]]],
    homes: Sequence[str],
    colours: dict[str, str],
    ground: Ground,
    description: str,
    size: Size,
) -> Spec:
    """Land, a mark a city in the colour and shape of its home, its place inside."""
    width = max(size[0], 200.0)
    if size[1]:
        width = min(width, size[1] * RATIO)
    tall = width / RATIO
    projection = fitted("equalEarth", (PACIFIC, 0.0), WORLD, (0.0, 0.0, width, tall))
    zoom = max(0.5, min(1.4, width / 1000))
    land: dict[str, Any] = {
        "data": {"url": LAND_FOR_VEGA_URL, "format": {"type": "json", "property": "features"}},
        "projection": projection.vega,
        "mark": {"type": "geoshape", "fill": ground.land, "stroke": None},
    }
    layers = [land]
    for number, home in enumerate(homes):
        marks = [_mark(projection, row, number, len(homes)) for row in reversed(rows[home])]
        pixel = {"type": "quantitative", "scale": None, "axis": None}
        where = {"x": {"field": "x", **pixel}, "y": {"field": "y", **pixel}}
        tip = {"tooltip": [{"field": "tip", "type": "nominal"}]}
        shape = SHAPES[number % len(SHAPES)]
        layers.append(
            layer(
                "point",
                where | tip,
                marks,
                shape=shape,
                filled=True,
                fill=colours[home],
                stroke=ground.paper,
                strokeWidth=0.8,
                size=MARK * zoom,
                opacity=0.95,
            )
        )
        layers.append(
            layer(
                "text",
                where | {"text": {"field": "place", "type": "nominal"}},
                marks,
                fontSize=8.5 * zoom,
                fontWeight="bold",
                color=ground.paper,
                baseline="middle",
            )
        )
    return chart(layers, ground, description, width=width, height=tall, autosize="none")


def _mark(
    projection: Projection, row: tuple[int, int, float, float, str], number: int, of: int
) -> dict[str, Any]:
    """One mark; those of several homes stand a little beside each other, so that both show."""
    _, place, lon, lat, name = row
    x, y = projection.at(lon, lat)
    aside = (number - (of - 1) / 2) * 7.0
    return {
        "x": round(x + aside, 1),
        "y": round(y, 1),
        "place": str(place),
        "tip": f"{place} {name}",
    }
