"""The rows of the map, and above all: that the picture and the counts never disagree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement, pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from geo.figures.map.deckgl.deck import world_map
from geo.figures.map.deckgl.layers import Addresses
from geo.figures.map.deckgl.rows import Row, Rows, as_json, rows
from geo.i18n import Words
from geo.place.distance import great_circle
from geo.style.colours import GROUNDS, home_colours, rgba
from geo.style.icons import Sheet, hollow
from geo.ties.counts import tally
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import passing, select
from geo.ties.time import NEVER
from geo.ties.view import View
from tests.views import views

ROSTER = load_roster()
LIGHT = GROUNDS["light"]


@lru_cache(maxsize=8)
def rows_for(roster: Roster, filters: View) -> Rows:
    """As the page makes them: once for all years."""
    return rows(roster, passing(roster, filters), Words(filters.lang), LIGHT)


@lru_cache(maxsize=8)
def fetched_for(roster: Roster, filters: View) -> dict[str, list[Row]]:
    """As the browser reads them."""
    made = rows_for(roster, filters)
    return {name: json.loads(as_json(getattr(made, name))) for name in ("marks", "ways", "unsure")}


@dataclass
class Entry:
    """What the browser draws: the rows of each layer that its filter lets through, in order."""

    layers: dict[str, list[Row]]

    def marks_in(self, layer: str) -> dict[str, str]:
        """For each place the mark that lies on top."""
        return {row["place"]: row["mark"] for row in self.layers[layer]}


def picture(roster: Roster, view: View) -> Entry:
    """Filter the rows by the ranges in the deck's own description, as deck.gl does."""
    made = rows_for(roster, view.filters_only)
    fetched = fetched_for(roster, view.filters_only)
    addresses = Addresses("marks", "ways", "unsure", "sheet", "mapping")
    deck = world_map(roster, view, Words(view.lang), LIGHT, addresses, made.facts, (780, 450))
    layers = {}
    for layer in json.loads(deck.to_json())["layers"]:
        if "filterRange" in layer:
            assert layer["getFilterValue"] == "@@=when"
            assert layer["extensions"][0] == {"@@type": "DataFilterExtension", "filterSize": 3}
            layers[layer["id"]] = [
                row for row in fetched[layer["data"]] if _lets_through(layer["filterRange"], row)
            ]
    return Entry(layers)


def _lets_through(ranges: list[list[int]], row: Row) -> bool:
    return all(low <= n <= high for (low, high), n in zip(ranges, row["when"], strict=True))


def homes_in(row: Row) -> str:
    """The homes that the name of a mark begins with."""
    homes: str = row["mark"].split(" ")[0]
    return homes


def names(marks: dict[str, str]) -> dict[str, set[str]]:
    return {place: set(mark.split(" ")[0].split("+")) for place, mark in marks.items()}


def homes_of(ties: pd.DataFrame) -> dict[str, set[str]]:
    return {str(place): set(some["home"]) for place, some in ties.groupby("place")}


def agree(roster: Roster, view: View) -> None:
    """Assert that the picture of a view holds what select says, home by home."""
    seen, chosen = picture(roster, view), select(roster, view)
    stands = chosen[chosen["stands"]]
    sure = stands[stands["made"] == "certain"]
    gone = chosen[~chosen["stands"]]
    marks = seen.marks_in("marks")

    assert names(marks) == homes_of(sure), "full marks are ties that stand for certain"
    assert set(marks) | set(seen.marks_in("possible")) == set(stands["place"])
    hollow_of_possible = {(row["place"], row["faint"]) for row in seen.layers["possible"]}
    maybe = stands[stands["made"] == "possible"]
    expected = {(tie.place, hollow(tie.home, tie.role)) for tie in maybe.itertuples()}
    assert expected <= hollow_of_possible
    assert {place for place, _ in hollow_of_possible - expected} <= set(marks), "covered by a full"

    ended = {
        row["place"]
        for name in {"ended", "possible, ended"} & set(seen.layers)
        for row in seen.layers[name]
    }
    assert ended == set(gone["place"]) if view.ended else not ended

    counts = tally(chosen, view)
    assert len(marks) == counts.partners.certain
    assert len(set(marks) | set(seen.marks_in("possible"))) == counts.partners.possible
    if sure.equals(stands):
        assert sum("+" in mark for mark in marks.values()) == counts.shared

    assert len(seen.layers["ways"]) == _pieces(sure)
    gone_for_sure = gone[gone["made"] == "certain"]
    assert len(seen.layers.get("ended ways", [])) == _pieces(gone_for_sure)

    spoken: dict[str, Row] = {}
    for row in seen.layers["labels"]:
        best = spoken.get(row["place"])
        spoken[row["place"]] = row if best is None or row["first"] >= best["first"] else best
    assert {place: row["mark"] for place, row in spoken.items()} == marks, "label and mark agree"


def _pieces(ties: pd.DataFrame) -> int:
    return sum(
        pieces((tie.home_lon, tie.home_lat), (tie.lon, tie.lat)) for tie in ties.itertuples()
    )


@lru_cache(maxsize=1024)
def pieces(home: tuple[float, float], partner: tuple[float, float]) -> int:
    return len(great_circle(home, partner))


def telling_years(roster: Roster) -> list[int]:
    """Years in which something changes, and their neighbours."""
    days = pd.concat([roster.ties[column].dropna() for column in ("earliest", "latest", "gone")])
    years = {year + near for year in days.dt.year for near in (-1, 0, 1)} | set(roster.period)
    return sorted(year for year in years if roster.period[0] <= year <= roster.period[1])


@given(views(ROSTER))
@settings(max_examples=40)
def test_the_picture_of_any_view_agrees_with_its_counts(view: View) -> None:
    agree(ROSTER, view)


@pytest.mark.parametrize("ended", [False, True])
def test_the_picture_agrees_with_its_counts_in_all_years(roster: Roster, ended: bool) -> None:
    first, last = roster.period
    view = View.default(roster).but(levels=LEVELS, ended=ended)
    for year in range(first, last + 1):
        for years in ((first, year), (year, last)):
            agree(roster, view.but(years=years))


@pytest.mark.parametrize("ended", [False, True])
def test_the_picture_of_three_homes_agrees_with_its_counts_in_all_years(
    small: Roster, ended: bool
) -> None:
    view = View.default(small).but(levels=LEVELS, ended=ended)
    for years in combinations_with_replacement(telling_years(small)[::4], 2):
        agree(small, view.but(years=years))
    for year in telling_years(small):
        for years in ((small.period[0], year), (year, small.period[1])):
            agree(small, view.but(years=years))


def test_there_is_a_row_for_every_tie_and_every_shared_partner(roster: Roster) -> None:
    made = rows_for(roster, View.default(roster).filters_only)
    sister = roster.ties[roster.ties["level"] == "sister"]
    single = [row for row in made.marks if "+" not in row["mark"]]
    shared = [row for row in made.marks if "+" in row["mark"]]
    assert sorted((row["place"], homes_in(row)) for row in single) == sorted(
        zip(sister["place"], sister["home"], strict=True)
    )
    homes = homes_of(sister)
    assert {row["place"] for row in shared} == {place for place in homes if len(homes[place]) > 1}
    assert len(shared) == len({row["place"] for row in shared})
    assert made.marks == single + shared
    assert made.groups == (("shanghai", "beijing"),)


def test_a_shared_partner_has_one_mark_of_two_colours_and_one_name(roster: Roster) -> None:
    seen = picture(roster, View.default(roster))
    bangkok = [row for row in seen.layers["labels"] if row["place"] == "bangkok"]
    assert {row["name"] for row in bangkok} == {"Bangkok"}
    assert len({tuple(row["at"]) for row in bangkok}) == 1
    assert len([r for r in bangkok if r["first"] == max(row["first"] for row in bangkok)]) == 1
    assert seen.marks_in("marks")["bangkok"] == "shanghai+beijing both"
    before = picture(roster, View.default(roster).but(years=(1973, 2015)))
    assert before.marks_in("marks")["bangkok"] == "beijing both"


def test_a_shared_mark_tells_the_ties_of_all_its_homes(small: Roster) -> None:
    all_three = ("lodz", "tianjin+guangzhou+wuhan")
    [row] = [row for row in _all_marks(small) if (row["place"], homes_in(row)) == all_three]
    assert row["said"].startswith("Tianjin · October 11, 1994")
    assert row["said2"].startswith("Guangzhou · 1997")
    assert row["said3"].startswith("Wuhan · March 2005")
    assert (row["name"], row["also"], row["where"]) == ("Łódź", "罗兹", "Poland · neither")


def _all_marks(roster: Roster) -> list[Row]:
    view = View.default(roster).but(levels=LEVELS)
    return rows_for(roster, view.filters_only).marks


def test_every_mark_that_a_row_names_is_on_the_sheet(roster: Roster, small: Roster) -> None:
    for some in (roster, small):
        made = rows_for(some, View.default(some).but(levels=LEVELS).filters_only)
        sheet = Sheet(home_colours(some.homes, LIGHT), made.facts.groups, LIGHT)
        for row in [*made.marks, *made.unsure]:
            assert {row["mark"], row["faint"]} <= set(sheet.mapping)


def test_when_holds_the_years_of_making_and_end(small: Roster) -> None:
    when = {(row["place"], homes_in(row)): row["when"] for row in _all_marks(small)}
    assert when["kobe", "tianjin"] == [1973, 1973, NEVER]
    assert when["kobe", "wuhan"] == [1985, 1985, 2010]
    assert when["sofia", "guangzhou"] == [2001, 2004, NEVER]
    assert when["windhoek", "wuhan"] == [1973, 2020, NEVER]
    assert when["kobe", "tianjin+wuhan"] == [1973, 1985, 2010]


def test_only_ties_whose_year_is_open_are_unsure(small: Roster) -> None:
    view = View.default(small).but(levels=LEVELS)
    made = rows_for(small, view.filters_only).unsure
    assert sorted((row["place"], row["faint"]) for row in made) == [
        ("sofia", "guangzhou neither hollow"),
        ("sofia", "tianjin neither hollow"),
    ]


def test_the_ways_have_the_colour_of_their_home(small: Roster) -> None:
    view = View.default(small).but(homes=("guangzhou",), countries=("BR",), levels=("exchange",))
    west, east = rows_for(small, view.filters_only).ways
    assert west["colour"] == east["colour"] == rgba("#884400", 0.38)
    assert west["way"][-1][0], east["way"][0][0] == (330, -30)


def test_rows_are_written_in_the_language_of_the_words(roster: Roster) -> None:
    made = rows(roster, roster.ties, Words("zh"), GROUNDS["dark"])
    [yokohama] = [row for row in made.marks if row["place"] == "yokohama"]
    assert (yokohama["name"], yokohama["also"]) == ("横滨", "Yokohama")
    assert yokohama["said"] == "上海 · 1973年11月30日 · 友好城市 · 1,754 公里"


@given(views(ROSTER))
@settings(max_examples=20)
def test_the_browser_is_told_every_letter_and_the_corners_of_all_marks(view: View) -> None:
    made = rows_for(ROSTER, view.filters_only)
    facts: Any = made.facts
    assert set(facts.letters) == {letter for row in made.marks for letter in row["name"]}
    if not made.marks:
        assert facts.corners is None
        return
    west, south, east, north = facts.corners
    assert all(
        west <= row["at"][0] <= east and south <= row["at"][1] <= north for row in made.marks
    )


def test_rows_travel_as_compact_json_in_their_own_letters(roster: Roster) -> None:
    made = rows(roster, roster.ties, Words("zh"), LIGHT)
    text = as_json(made.marks).decode("utf-8")
    assert json.loads(text) == made.marks
    assert "横滨" in text
    assert '": ' not in text


def test_of_two_names_that_meet_the_western_one_stays(roster: Roster) -> None:
    marks = [row for row in _all_marks(roster) if "+" not in row["mark"]]
    assert all(-1000 <= row["first"] <= 1000 for row in _all_marks(roster))
    by_longitude = sorted(marks, key=lambda row: row["at"][0])
    for west, east in pairwise(by_longitude):
        if east["at"][0] - west["at"][0] > 0.5:
            assert west["first"] > east["first"]
