"""The map of the screen stands where that of the files does, and holds every tie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.figures.map.groups import in_order, when
from geo.figures.map.screen import screen_map, screen_rows
from geo.figures.map.static.layout import lay_out_map
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import passing
from geo.ties.view import View
from tests.small_package import write_small_package

ROSTER = load_roster()
LIGHT = GROUNDS["light"]
DEFAULT = View.default(ROSTER)
VIEWS = [
    pytest.param(DEFAULT, (1128, 552), id="world"),
    pytest.param(DEFAULT.but(lang="zh"), (358, 558), id="phone"),
    pytest.param(DEFAULT.but(regions=("019",)), (1128, 552), id="Americas"),
    pytest.param(DEFAULT.but(regions=("009",), lang="zh"), (800, 400), id="Oceania"),
]


def rows(roster: Roster, view: View, size: tuple[int, int]) -> Any:
    return json.loads(screen_map(Scene(roster, view, LIGHT), size))


@pytest.mark.parametrize(("view", "size"), VIEWS)
def test_marks_and_names_stand_where_the_files_have_them(view: View, size: tuple[int, int]) -> None:
    drawn = rows(ROSTER, view, size)
    ties = passing(ROSTER, view)
    there = lay_out_map(ROSTER, ties, view, Words(view.lang), LIGHT, size, clock=True).rows
    slugs = [place["place"] for place in drawn["places"]]
    assert len(drawn["parts"]) == len(there.parts)
    for mine, theirs in zip(drawn["parts"], there.parts, strict=True):
        spots = {slugs[spot[0]]: tuple(spot[1:4]) for spot in mine["spots"]}
        assert spots == {
            place: (spot.x, spot.y, spot.radius) for place, spot in theirs.spots.items()
        }
        names = {
            (drawn["places"][number]["name"], x, y, align)
            for number, x, y, align, _ in mine["names"]
        }
        assert names == {(row["text"], row["x"], row["y"], row["align"]) for row in theirs.names}
        leads = {tuple(lead) for *_, lead in mine["names"] if lead}
        assert leads == {tuple(row[end] for end in ("x", "y", "x2", "y2")) for row in theirs.leads}
    where = ("x", "y", "tx", "ty", "align", "lead")
    homes = {home["home"]: [home.get(key) for key in where] for home in drawn["homes"]}
    hinted = dict.fromkeys(homes, [None] * len(where))
    assert homes == hinted | {one["home"]: [one.get(key) for key in where] for one in there.homes}


def test_every_tie_that_passes_is_there_with_its_years() -> None:
    view = DEFAULT.but(levels=LEVELS, years=(1990, 1990))
    drawn, ties = rows(ROSTER, view, (1128, 552)), in_order(ROSTER, passing(ROSTER, view))
    assert [
        (drawn["places"][place]["place"], drawn["homes"][home]["home"], a, b, e)
        for place, home, a, b, e, *_ in drawn["ties"]
    ] == [(tie.place, tie.home, *when([tie], ROSTER.period)) for tie in ties.itertuples()]


def test_readers_of_other_years_and_cards_share_one_map() -> None:
    scene = Scene(ROSTER, DEFAULT, LIGHT)
    other = Scene(ROSTER, DEFAULT.but(years=(1980, 1999), partner="hamburg", ended=True), LIGHT)
    assert screen_map(scene, (1128, 552)) is screen_map(other, (1128, 552))
    night = Scene(ROSTER, DEFAULT, GROUNDS["dark"])
    assert screen_map(scene, (1128, 552)) != screen_map(night, (1128, 552))


def test_homes_out_of_the_frame_are_there_to_be_hinted_at() -> None:
    drawn = rows(ROSTER, DEFAULT.but(countries=("US",)), (1128, 552))
    assert [home["home"] for home in drawn["homes"]] == list(DEFAULT.homes)
    assert not any("x" in home for home in drawn["homes"])
    assert all({"lon", "lat", "colour", "name"} <= home.keys() for home in drawn["homes"])


def test_three_homes_and_no_tie_at_all(tmp_path: Path) -> None:
    write_small_package(tmp_path)
    roster = load_roster(tmp_path)
    view = View.default(roster).but(levels=LEVELS)
    drawn = screen_rows(Scene(roster, view, LIGHT), (1128, 552))
    assert len(drawn["homes"]) == 3
    assert len(drawn["shapes"]["port"]["strips"]) == 3
    empty = screen_rows(Scene(roster, view.but(q="no such place"), LIGHT), (1128, 552))
    assert empty["ties"] == empty["places"] == []


@pytest.mark.parametrize("size", [(100, 500), (1000, 20), (9000, 500)])
def test_a_size_that_cannot_be_drawn_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        screen_map(Scene(ROSTER, DEFAULT, LIGHT), size)
