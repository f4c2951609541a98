"""Where we say that a place lies is where Vega draws it."""

from __future__ import annotations

import json
import re
from itertools import product
from math import cos, dist, radians, sin

import pytest
import vl_convert
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geo.figures.map.static.frames import EUROPE, PACIFIC, WORLD
from geo.place.projection import Box, Pixels, Projection, fitted

BOX: Box = (20.0, 10.0, 920.0, 430.0)
LONS = (-179.9, -150, -90, -60, -34.9, -30.01, -29.99, -29, 0, 31, 90, 116.4, 150, 179.9, 180)
LATS = (-89.5, -75, -55.5, -33.9, -8, 0, 23.4, 39.9, 60.4, 82, 89.5)
EVERYWHERE = list(product(LONS, LATS))
IN_EUROPE = list(product((-10.3, -9.1, 0.1, 11.75, 18.9, 30.5, 33.8), (37, 38.7, 48.2, 55.7, 60.9)))
WORLDS = {
    "as the atlas shows it": fitted("equalEarth", (PACIFIC, 0.0), WORLD, BOX),
    "in a square": fitted("equalEarth", (PACIFIC, 0.0), WORLD, (0.0, 0.0, 400.0, 400.0)),
    "cut at the date line": fitted("equalEarth", (0.001, 0.0), (-179.99, -90, 179.99, 90), BOX),
}
PARTS = {
    "Europe": fitted("azimuthalEqualArea", (11.75, 50.0), EUROPE, BOX),
    "around Sydney": fitted("azimuthalEqualArea", (151.2, -33.9), (100, -70, 200, 10), BOX),
    "over the cut": fitted("azimuthalEqualArea", (-30.0, 10.0), (-90, -50, 30, 70), BOX),
}


def drawn(projection: Projection, places: list[tuple[float, float]]) -> list[Pixels]:
    """Where Vega draws places."""
    spec = {
        "width": 940,
        "height": 440,
        "padding": 0,
        "projection": projection.vega,
        "data": {"values": [{"lon": lon, "lat": lat} for lon, lat in places]},
        "mark": "circle",
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
        },
        "config": {"view": {"stroke": None}},
    }
    svg = vl_convert.vegalite_to_svg(json.dumps(spec))
    assert 'viewBox="0 0 940 440"' in svg, "pixels of the picture are those of the projection"
    circles = re.findall(r'aria-roledescription="circle"[^>]*translate\(([^,]+),([^)]+)\)', svg)
    return [(float(x), float(y)) for x, y in circles]


def degrees_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The straight line through the globe, as long as 2 for places opposite each other."""
    return dist(*(_on_globe(*place) for place in (one, other)))


def _on_globe(lon: float, lat: float) -> tuple[float, float, float]:
    level = cos(radians(lat))
    return level * cos(radians(lon)), level * sin(radians(lon)), sin(radians(lat))


def agree(projection: Projection, places: list[tuple[float, float]]) -> None:
    found = drawn(projection, places)
    assert len(found) == len(places)
    far = {
        place: dist(projection.at(*place), at)
        for place, at in zip(places, found, strict=True)
        if dist(projection.at(*place), at) > 0.2
    }
    assert not far


@pytest.mark.parametrize("projection", WORLDS.values(), ids=WORLDS)
def test_places_of_the_whole_world_lie_where_vega_draws_them(projection: Projection) -> None:
    agree(projection, EVERYWHERE)


@pytest.mark.parametrize("projection", PARTS.values(), ids=PARTS)
def test_places_of_a_part_lie_where_vega_draws_them(projection: Projection) -> None:
    near = [p for p in EVERYWHERE if degrees_between(p, projection.middle) < 1.9]
    agree(projection, near + IN_EUROPE)


def test_the_cut_in_the_atlantic_parts_neighbours() -> None:
    world = WORLDS["as the atlas shows it"]
    west, east = world.at(-29.99, 0), world.at(-30.01, 0)
    assert west[0] == pytest.approx(BOX[0], abs=0.2)
    assert east[0] == pytest.approx(BOX[2], abs=0.2)
    assert west[1] == east[1]


def boxes() -> st.SearchStrategy[Box]:
    edges, sizes = st.floats(-200, 800), st.floats(40, 2000)
    return st.tuples(edges, edges, sizes, sizes).map(
        lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])
    )


@given(
    st.sampled_from(["equalEarth", "azimuthalEqualArea"]),
    st.integers(-30, 320),
    st.integers(1, 150),
    st.integers(-80, 70),
    st.integers(1, 150),
    boxes(),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=5, max_size=20),
)
@example("equalEarth", -30, 360, -56, 139, BOX, [(0.0, 1.0), (0.003, 1.0), (0.5, 0.5)])
@example("azimuthalEqualArea", -10, 44, 37, 24, BOX, [(0.5, 1.0), (0.02, 0.98), (0.5, 0.0)])
def test_a_part_fitted_into_a_box_lies_in_it_and_fills_it_one_way(
    kind: str, west: int, wide: int, south: int, tall: int, box: Box, shares: list[Pixels]
) -> None:
    north = min(south + tall, 85)
    assume(north > south and west + wide <= 330)
    middle = (west + wide / 2, 0.0 if kind == "equalEarth" else (south + north) / 2)
    if wide == 360:
        middle = (PACIFIC, 0.0)
    east = west + wide - (0.01 if wide == 360 else 0)
    projection = fitted(kind, middle, (west, south, east, north), box)
    # between the points by which an edge is followed it may bulge by a thousandth
    loose = 0.003 * max(box[2] - box[0], box[3] - box[1])
    for over, up in [
        *shares,
        *product((0, 0.25, 0.5, 0.75, 1), (0, 1)),
        *product((0, 1), shares[0]),
    ]:
        lon, lat = west + over * (east - west), south + up * (north - south)
        assert projection.shows(lon, lat, -loose), (lon, lat, projection.at(lon, lat))
    edge = [
        projection.at(west + over * (east - west), south + up * (north - south))
        for step in range(25)
        for over, up in ((step / 24, 0), (step / 24, 1), (0, step / 24), (1, step / 24))
    ]
    xs, ys = zip(*edge, strict=True)
    fills_width = max(xs) - min(xs) == pytest.approx(box[2] - box[0], rel=0.01)
    fills_height = max(ys) - min(ys) == pytest.approx(box[3] - box[1], rel=0.01)
    assert fills_width or fills_height


def test_a_place_shows_inside_the_frame_and_so_far_from_its_edge() -> None:
    plain = Projection("equalEarth", (0.0, 0.0), 100.0, (50.0, 50.0), (0.0, 0.0, 100.0, 100.0))
    assert plain.at(0, 0) == pytest.approx((50, 50))
    assert plain.shows(0, 0, 50)
    assert not plain.shows(0, 0, 50.1)
    assert not plain.shows(90, 0)
    assert not plain.shows(0, 60)
    assert plain.shows(0, 60, -100)
