"""The frame of the map, and the files that lie in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.place.basemap import COUNTRIES_URL, EAST_EDGE, LAND_URL, WEST_EDGE, shift
from geo.place.borders import country_shapes, km_outside
from geo.ties.roster import Roster

HOUSE = Path(__file__).resolve().parents[2]


@given(st.integers(-10_000_000, 10_000_000).map(lambda n: n / 1000))
@example(-30.0)
@example(330.0)
@example(-390.0)
def test_every_meridian_has_one_place_in_the_frame(lon: float) -> None:
    shifted = shift(lon)
    assert WEST_EDGE <= shifted < EAST_EDGE
    turns = (shifted - lon) / 360
    assert turns == pytest.approx(round(turns), abs=1e-6)
    assert shift(shifted) == shifted


def test_the_pacific_is_in_the_middle() -> None:
    assert (WEST_EDGE + EAST_EDGE) / 2 == 150
    assert [shift(lon) for lon in (150, -150, 0, -29, -31)] == [150, 210, 0, -29, 329]


def rings(address: str) -> Iterator[list[list[float]]]:
    """All rings of a file of the basemap, by the address at which Streamlit serves it."""
    collection = json.loads((HOUSE / address.removeprefix("app/")).read_text("utf-8"))
    for feature in collection["features"]:
        shape: dict[str, Any] = feature["geometry"]
        single = shape["type"] == "Polygon"
        for polygon in [shape["coordinates"]] if single else shape["coordinates"]:
            yield from polygon


@pytest.mark.parametrize("address", [LAND_URL, COUNTRIES_URL])
def test_the_basemap_lies_in_the_frame_and_no_outline_runs_across_it(address: str) -> None:
    drawn = list(rings(address))
    assert len(drawn) > 100
    for ring in drawn:
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert all(WEST_EDGE <= lon <= EAST_EDGE and -90 <= lat <= 90 for lon, lat in ring)
        for (lon1, lat1), (lon2, _) in pairwise(ring):
            assert abs(lon2 - lon1) < 45, (lon1, lat1)


def test_borders_are_drawn_by_codes_alone() -> None:
    collection = json.loads((HOUSE / COUNTRIES_URL.removeprefix("app/")).read_text("utf-8"))
    assert {frozenset(part["properties"]) for part in collection["features"]} == {
        frozenset({"country"})
    }


def test_every_partner_lies_in_or_beside_its_country(roster: Roster) -> None:
    assert set(roster.places["country"]) <= set(country_shapes())
    far = {
        place.Index: km
        for place in roster.places.itertuples()
        if (km := km_outside(place.country, place.lat, place.lon)) > 30
    }
    assert not far


@pytest.mark.parametrize(
    ("country", "lat", "lon", "least", "most"),
    [
        ("AT", 48.2, 16.37, 0, 0),  # Vienna
        ("SK", 48.2, 16.37, 40, 70),  # Vienna is not far from Slovakia
        ("BR", 48.2, 16.37, 8000, 10000),
        ("FJ", -17.7, 179.9, 0, 200),  # Fiji lies on both sides of the date line
        ("FJ", -17.7, -180.1, 0, 200),
        ("US", 21.31, -157.86, 0, 10),  # Honolulu
        ("IS", 64.1, -31.0, 250, 360),  # beyond the cut, still beside Iceland
    ],
)
def test_how_far_a_point_lies_outside_a_country(
    country: str, lat: float, lon: float, least: float, most: float
) -> None:
    assert least <= km_outside(country, lat, lon) <= most


def test_a_country_without_a_shape_is_refused_with_its_code() -> None:
    with pytest.raises(ValueError, match="'XX'"):
        km_outside("XX", 0, 0)
