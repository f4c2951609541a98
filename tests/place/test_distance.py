"""Distances, and great circles that can be drawn."""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, degrees, inf, pi, radians, sin, sqrt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geo.place.basemap import EAST_EDGE, WEST_EDGE, shift
from geo.place.distance import central_angle, great_circle, km_between, km_within

EARTH = 6371.0088
"""Mean radius in km (IUGG)."""

Point = tuple[float, float]
points = st.tuples(
    st.integers(-18000, 18000).map(lambda n: n / 100),
    st.integers(-9000, 9000).map(lambda n: n / 100),
)
SHANGHAI, BEIJING = (121.4581, 31.2222), (116.3972, 39.9075)
LONDON, RECIFE, CASABLANCA = (-0.1257, 51.5085), (-34.8811, -8.0539), (-7.6114, 33.5883)


def haversine(start: Point, end: Point) -> float:
    """Kilometres over a sphere, for checking only."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(radians, point)) for point in (start, end))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(h)))


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        (SHANGHAI, (139.65, 35.4333), 1755),  # Yokohama
        (SHANGHAI, BEIJING, 1067),
        (SHANGHAI, (-122.4194, 37.7749), 9890),  # San Francisco, over the Pacific
        (BEIJING, (-47.9297, -15.7797), 16930),  # Brasília, nearly opposite
        ((0, 0), (0, 90), 10001.97),  # a quarter of a meridian of WGS 84
        ((0, 0), (90, 0), 10018.75),  # a quarter of its equator
        ((179.9, 10), (-179.9, 10), 21.93),  # over the date line
    ],
)
def test_known_distances(start: Point, end: Point, km: float) -> None:
    assert km_between(start, end) == pytest.approx(km, rel=0.003)


@given(points, points)
def test_the_geodesic_is_the_haversine_within_the_flattening(start: Point, end: Point) -> None:
    assert km_between(start, end) == pytest.approx(haversine(start, end), rel=0.006, abs=0.01)
    assert km_between(start, end) == pytest.approx(km_between(end, start), abs=1e-6)
    assert central_angle(start, end) == pytest.approx(haversine(start, end) / EARTH, abs=1e-9)


@given(points, points, st.floats(0, 20_010))
def test_only_what_is_too_far_is_left_out(start: Point, end: Point, most: float) -> None:
    km = km_between(start, end)
    assert km_within(start, end, most) == (km if km <= most else inf)


@pytest.mark.filterwarnings("ignore:Latitude normalization")
def test_no_latitude_lies_beyond_a_pole() -> None:
    with pytest.raises(ValueError, match="Latitude"):
        km_between((0, 91), (0, 0))


def drawable(start: Point, end: Point) -> bool:
    """Opposite points have no one shortest way."""
    return central_angle(start, end) < pi - 0.02


@given(points, points)
@example(SHANGHAI, RECIFE)
@example(LONDON, RECIFE)
@example((-30.0, 10.0), (-60.0, 20.0))
@example((-30.0, 10.0), (0.0, 20.0))
@example((10.0, 89.0), (-170.0, 89.0))
@example((10.0, 90.0), (-100.0, -20.0))
@example((1.0, 1.0), (1.0, 1.0))
def test_a_way_goes_from_end_to_end_inside_the_frame(start: Point, end: Point) -> None:
    assume(drawable(start, end))
    pieces = great_circle(start, end)
    for (lon, lat), (drawn_lon, drawn_lat) in ((start, pieces[0][0]), (end, pieces[-1][-1])):
        assert drawn_lat == pytest.approx(lat, abs=0.0051)
        if abs(lat) < 90:
            apart = (drawn_lon - lon + 180) % 360 - 180
            assert apart == pytest.approx(0, abs=0.0051)
    for piece in pieces:
        assert len(piece) >= 2
        assert all(WEST_EDGE <= lon <= EAST_EDGE and -90 <= lat <= 90 for lon, lat in piece)


@given(points, points)
@example(SHANGHAI, RECIFE)
@example((-29.0, 70.0), (-31.0, 70.0))
@example((-30.0, 0.0), (-60.0, 5.0))
def test_pieces_meet_at_the_cut_at_one_latitude(start: Point, end: Point) -> None:
    assume(drawable(start, end))
    pieces = great_circle(start, end)
    for before, after in pairwise(pieces):
        assert {before[-1][0], after[0][0]} == {WEST_EDGE, EAST_EDGE}
        assert before[-1][1] == after[0][1]


@given(points, points)
def test_no_line_leaps_over_the_map_but_beside_a_pole(start: Point, end: Point) -> None:
    assume(drawable(start, end))
    for piece in great_circle(start, end):
        for (lon1, lat1), (lon2, lat2) in pairwise(piece):
            if max(abs(lat1), abs(lat2)) < 78:
                assert abs(lon2 - lon1) < 30


@given(points, points)
@example(SHANGHAI, RECIFE)
@example(BEIJING, (-78.5, -0.2))
def test_a_drawn_way_is_as_long_as_the_shortest(start: Point, end: Point) -> None:
    assume(drawable(start, end))
    pieces = great_circle(start, end)
    beside_pole = max(abs(lat) for piece in pieces for _, lat in piece) > 80
    drawn = sum(
        haversine(tuple(one), tuple(other)) for piece in pieces for one, other in pairwise(piece)
    )
    rounding, cut_beside_pole = 3, 300 if beside_pole else 0
    assert drawn == pytest.approx(
        haversine(start, end), abs=0.01 * haversine(start, end) + rounding + cut_beside_pole
    )


@given(points, points, st.floats(0.5, 20))
def test_neighbouring_points_lie_no_further_apart_than_asked(
    start: Point, end: Point, step: float
) -> None:
    assume(drawable(start, end))
    for piece in great_circle(start, end, degrees_a_step=step):
        for one, other in pairwise(piece):
            if max(abs(one[1]), abs(other[1])) < 80:
                assert degrees(central_angle(tuple(one), tuple(other))) <= step * 1.01 + 0.02


def test_a_way_over_the_pacific_does_not_go_round_by_europe() -> None:
    [way] = great_circle(SHANGHAI, (-122.4194, 37.7749))
    assert all(121 < lon < 238 for lon, _ in way)


def test_only_a_way_over_the_atlantic_cut_comes_in_two() -> None:
    assert len(great_circle(SHANGHAI, LONDON)) == 1
    west, east = great_circle(CASABLANCA, RECIFE)
    assert west[-1][0] == WEST_EDGE
    assert east[0][0] == EAST_EDGE
    assert east[-1][0] == pytest.approx(shift(RECIFE[0]), abs=0.01)
