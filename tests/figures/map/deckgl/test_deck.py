"""The description of the world map, as it goes to the browser."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from math import asinh, pi, radians, tan
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from geo.figures.map.deckgl.deck import TOOLTIP, world_map
from geo.figures.map.deckgl.layers import Addresses
from geo.figures.map.deckgl.rows import Rows, rows
from geo.i18n import Words
from geo.place.basemap import LAND_URL, shift
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import passing
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()
ADDRESSES = Addresses(
    marks="/media/marks.json",
    ways="/media/ways.json",
    unsure="/media/u.json",
    sheet="/media/sheet.svg",
    mapping="/media/mapping.json",
)
WINDOWS = [(780, 450), (350, 240)]


def made(roster: Roster, view: View, ground: str = "light") -> Rows:
    return _made(roster, view.filters_only, ground)


@lru_cache(maxsize=128)
def _made(roster: Roster, filters: View, ground: str) -> Rows:
    return rows(roster, passing(roster, filters), Words(filters.lang), GROUNDS[ground])


def described(
    roster: Roster, view: View, ground: str = "light", window: tuple[int, int] = WINDOWS[0]
) -> str:
    facts = made(roster, view, ground).facts
    words = Words(view.lang)
    return world_map(roster, view, words, GROUNDS[ground], ADDRESSES, facts, window).to_json()


def layers(text: str) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(text)["layers"]}


@given(views(ROSTER))
@settings(max_examples=15)
def test_the_map_asks_no_other_host(view: View) -> None:
    text = described(ROSTER, view)
    assert "http" not in text
    assert "://" not in text
    fetched = {layer["data"] for layer in layers(text).values() if isinstance(layer["data"], str)}
    assert fetched <= {LAND_URL, ADDRESSES.marks, ADDRESSES.ways, ADDRESSES.unsure}


@given(views(ROSTER))
@settings(max_examples=15)
def test_the_description_is_compact_and_within_the_budget_of_a_slider_move(view: View) -> None:
    text = described(ROSTER, view)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    assert len(text.encode()) < 20_000


def many(roster: Roster, times: int) -> Roster:
    """The roster with every tie so many times, each time with other places beside the first."""
    ties, places = roster.ties, roster.places
    again = [ties.rename(index=lambda slug, n=n: f"{slug}-{n}") for n in range(times)]
    again = [some.assign(place=some["place"] + f"-{n}") for n, some in enumerate(again)]
    of_places = [places.rename(index=lambda slug, n=n: f"{slug}-{n}") for n in range(times)]
    return replace(roster, ties=pd.concat(again), places=pd.concat(of_places))


def test_the_description_does_not_grow_with_the_ties(roster: Roster) -> None:
    big, view = many(roster, 4), View.default(roster).but(ended=True, years=(1980, 2010))
    assert len(made(big, view).marks) == 4 * len(made(roster, view).marks)
    assert described(big, view) == described(roster, view)


def test_a_step_through_the_years_changes_only_the_ranges_of_the_filters(roster: Roster) -> None:
    view = View.default(roster).but(ended=True)
    one, other = (
        json.loads(described(roster, view.but(years=years)))
        for years in ((1973, 1990), (1980, 2017))
    )
    changed = {layer["id"] for layer in one["layers"] if "filterRange" in layer}
    assert {"marks", "ways", "labels", "possible", "ended", "ended ways"} <= changed
    for description in (one, other):
        for layer in description["layers"]:
            layer.pop("filterRange", None)
    assert one == other


def test_the_map_has_no_basemap_of_a_provider_and_does_not_repeat(roster: Roster) -> None:
    deck = json.loads(described(roster, View.default(roster)))
    assert "mapProvider" not in deck or deck["mapProvider"] is None
    assert deck["views"] == [{"@@type": "MapView", "controller": True, "repeat": False}]


def test_ended_ties_are_drawn_dashed_and_only_if_asked_for(roster: Roster) -> None:
    without = layers(described(roster, View.default(roster)))
    assert not [name for name in without if "ended" in name]
    shown = layers(described(roster, View.default(roster).but(ended=True)))
    assert shown["ended ways"]["getDashArray"]
    assert "getDashArray" not in shown["ways"]


def test_the_chosen_partner_has_a_ring_a_name_and_its_ways(roster: Roster) -> None:
    view = View.default(roster).but(partner="bangkok")
    drawn = layers(described(roster, view))
    [ring] = drawn["chosen"]["data"]
    assert (ring["mark"], ring["name"]) == ("chosen", "Bangkok")
    assert [name for name in drawn if name.startswith("chosen way")] == [
        "chosen way from shanghai",
        "chosen way from beijing",
    ]
    only = layers(described(roster, view.but(homes=("beijing",), lang="zh")))
    assert [name for name in only if name.startswith("chosen way")] == ["chosen way from beijing"]
    assert only["chosen"]["data"][0]["name"] == "曼谷"
    assert "chosen" not in layers(described(roster, view.but(partner=None)))


def test_the_homes_of_the_view_are_named(small: Roster) -> None:
    view = View.default(small, "zh").but(homes=("wuhan", "tianjin"))
    named = layers(described(small, view))["homes"]["data"]
    assert [(home["name"], home["mark"]) for home in named] == [
        ("武汉", "wuhan home"),
        ("天津", "tianjin home"),
    ]


def test_every_field_that_a_layer_or_the_tooltip_reads_is_in_its_rows(roster: Roster) -> None:
    view = View.default(roster).but(ended=True, levels=LEVELS)
    records = {name: getattr(made(roster, view), name) for name in ("marks", "ways", "unsure")}
    at = {ADDRESSES.marks: "marks", ADDRESSES.ways: "ways", ADDRESSES.unsure: "unsure"}
    checked = 0
    for layer in layers(described(roster, view)).values():
        if layer["data"] not in list(at):
            continue
        read = {v[3:] for v in layer.values() if isinstance(v, str) and v.startswith("@@=")}
        assert read
        assert all(read <= set(row) for row in records[at[layer["data"]]])
        checked += 1
    assert checked == 7
    sentence = {part.split("}")[0] for part in TOOLTIP.split("{")[1:]}
    assert all(sentence <= set(row) for row in [*records["marks"], *records["unsure"]])


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_map_is_drawn_on_both_grounds(roster: Roster, ground: str) -> None:
    land = layers(described(roster, View.default(roster), ground))["land"]
    colour = land["_subLayerProps"]["polygons-fill"]["getFillColor"]
    expected = GROUNDS[ground].land
    assert "#" + "".join(f"{channel:02x}" for channel in colour[:3]) == expected


def _height(lat: float) -> float:
    return asinh(tan(radians(lat))) / (2 * pi)


def _pixels_from_middle(at: list[float], look: dict[str, float]) -> tuple[float, float]:
    scale = 512 * 2 ** look["zoom"]
    across = (at[0] - look["longitude"]) / 360 * scale
    up = (_height(at[1]) - _height(look["latitude"])) * scale
    return abs(across), abs(up)


def _inside(at: list[float], look: dict[str, float], window: tuple[int, int]) -> bool:
    across, up = _pixels_from_middle(at, look)
    return across <= window[0] / 2 and up <= window[1] / 2


@pytest.mark.parametrize("window", WINDOWS)
def test_the_first_look_holds_all_marks_of_a_country_or_region(
    roster: Roster, window: tuple[int, int]
) -> None:
    filters: list[dict[str, tuple[str, ...]]] = [
        {"countries": (code,)} for code in sorted(set(roster.ties["country"]))
    ]
    filters += [{"regions": (code,)} for code in ("035", "150", "142", "019", "002", "009")]
    filters += [{"countries": ("CL", "NZ")}, {"countries": ("PT", "US")}]
    whole = json.loads(described(roster, View.default(roster), window=window))["initialViewState"]
    for change in filters:
        view = View.default(roster).but(levels=LEVELS, **change)
        look = json.loads(described(roster, view, window=window))["initialViewState"]
        assert look["zoom"] <= 5
        marks = made(roster, view).marks
        assert all(_inside(row["at"], look, window) for row in marks), change
        if len(change.get("countries", ())) == 1:
            assert look["zoom"] > whole["zoom"]


@pytest.mark.parametrize("window", WINDOWS)
def test_the_first_look_without_filters_is_the_world_round_150_east(
    roster: Roster, window: tuple[int, int]
) -> None:
    view = View.default(roster)
    look = json.loads(described(roster, view, window=window))["initialViewState"]
    assert look["longitude"] == 150
    assert look["minZoom"] <= look["zoom"]
    lons = [shift(lon) for lon in roster.places["lon"]]
    assert all(_pixels_from_middle([lon, 0], look)[0] <= window[0] / 2 for lon in lons)


def test_filters_that_leave_nothing_still_have_a_map(roster: Roster) -> None:
    view = View.default(roster).but(countries=("JP",), q="no such place")
    look = json.loads(described(roster, view))["initialViewState"]
    assert look == json.loads(described(roster, View.default(roster)))["initialViewState"]
