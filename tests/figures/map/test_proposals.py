"""Cities that the article names and that are no ties: on the map if asked for, in no number."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo.data import PACKAGE
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.map.proposals import proposed
from geo.figures.map.screen import screen_map
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.plain import rows_of

ROSTER = load_roster()
USUAL = View.default(ROSTER, "en")
SHOWN = USUAL.but(proposals=True)
NAMES = {row["name_en"] for row in rows_of(PACKAGE, "proposals")}


def drawn(view: View) -> Any:
    return json.loads(screen_map(Scene(ROSTER, view, GROUNDS["light"]), (1128, 552)))


def test_none_is_a_tie_or_a_place() -> None:
    assert {"Yangon", "Penang"} <= NAMES
    assert not set(ROSTER.proposals.index) & (set(ROSTER.places.index) | set(ROSTER.ties["place"]))
    standing = ROSTER.proposals["standing"].to_dict()
    assert standing == {"yangon": "proposed", "penang": "proposed", "singapore": "named"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_figure_counts_them(lang: str) -> None:
    """Whatever the map shows: tables, titles and sentences are the same, but for its one remark."""
    without, with_them = (
        Scene(ROSTER, view.but(lang=lang), GROUNDS["light"]) for view in (USUAL, SHOWN)
    )
    assert list(catalogue(without)) == list(catalogue(with_them))
    for key in catalogue(without):
        before, after = figure_of(without, key), figure_of(with_them, key)
        assert (before.title, before.subtitle) == (after.title, after.subtitle), key
        assert [table.frame.to_csv() for table in before.tables] == [
            table.frame.to_csv() for table in after.tables
        ], key
        more = [remark for remark in after.remarks if remark not in before.remarks]
        assert len(more) == (key == "map"), key
    assert list(select(ROSTER, USUAL).index) == list(select(ROSTER, SHOWN).index)


def test_ten_more_proposals_change_no_number() -> None:
    """Even in the countries of partners, by the homes themselves, and shown."""
    row = ROSTER.proposals.loc["yangon"]
    more = {f"more-{number}": row.to_dict() | {"country": "JP"} for number in range(10)}
    many = pd.concat([ROSTER.proposals, pd.DataFrame.from_dict(more, orient="index")])
    crowded = replace(ROSTER, proposals=many, key="crowded")
    assert len(proposed(crowded, SHOWN)) == len(NAMES) + 10
    for key in catalogue(Scene(ROSTER, SHOWN, GROUNDS["light"])):
        if key == "map":
            continue
        assert told(ROSTER, key) == told(crowded, key), key
    (before, after) = (told(roster, "map") for roster in (ROSTER, crowded))
    assert before[:3] == after[:3]


def told(roster: Roster, key: str) -> tuple[str, str, list[str], list[str]]:
    """Title, subtitle, tables and remarks of a figure with proposals shown."""
    figure = figure_of(Scene(roster, SHOWN, GROUNDS["light"]), key)
    tables = [table.frame.to_csv() for table in figure.tables]
    return figure.title, figure.subtitle, tables, list(figure.remarks)


def test_the_screen_has_them_only_if_asked_and_the_same_ties() -> None:
    plain, asked = drawn(USUAL), drawn(SHOWN)
    assert plain["proposals"]["rows"] == []
    assert not plain["legend"]["proposals"]
    assert {row["text"] for row in asked["proposals"]["rows"]} == NAMES
    assert asked["legend"]["proposals"] == "named in the article, no tie"
    assert plain["ties"] == asked["ties"]
    assert [place["place"] for place in plain["places"]] == [
        place["place"] for place in asked["places"]
    ]


@pytest.mark.parametrize(
    ("view", "slugs"),
    [
        (USUAL, set()),
        (SHOWN, {"yangon", "penang", "singapore"}),
        (SHOWN.but(homes=("beijing",)), set()),
        (SHOWN.but(countries=("MY",)), {"penang"}),
        (SHOWN.but(regions=("035",)), {"yangon", "penang", "singapore"}),
        (SHOWN.but(regions=("150",)), set()),
        (SHOWN.but(regions=("150", "asean"), countries=("MM", "MY")), {"yangon", "penang"}),
        (SHOWN.but(years=(1973, 1980), levels=("district",)), {"yangon", "penang", "singapore"}),
    ],
)
def test_homes_and_areas_narrow_them(view: View, slugs: set[str]) -> None:
    assert set(proposed(ROSTER, view).index) == slugs


def test_data_without_such_a_table_show_none(tmp_path: Path, small: Roster) -> None:
    assert proposed(small, View.default(small).but(proposals=True)).empty
    shutil.copytree(PACKAGE, tmp_path / "package")
    (tmp_path / "package" / "proposals.csv").unlink()
    lacking = load_roster(tmp_path / "package")
    assert proposed(lacking, SHOWN).empty
    scene = Scene(lacking, SHOWN, GROUNDS["light"])
    assert json.loads(screen_map(scene, (1128, 552)))["proposals"]["rows"] == []
    assert len(select(lacking, SHOWN)) == len(select(ROSTER, USUAL))
