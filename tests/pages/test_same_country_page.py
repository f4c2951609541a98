"""The page on shared countries as a reader meets it, without a browser."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.export.tables import table_csv
from geo.figures.catalogue import figure_of
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.view import View
from tests.pages.app import opened_on


def opened(narrow: bool = False, **query: str | list[str]) -> AppTest:
    return opened_on("same_country", narrow, **query)


def text(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.get("html"))


def address(at: AppTest) -> dict[str, list[str]]:
    view: View = at.session_state["the view"]
    return view.to_query(load_roster())


def area_box(at: AppTest) -> Any:
    return next(box for box in at.selectbox if box.key == "area")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("narrow", [False, True])
def test_the_page_opens(lang: str, narrow: bool) -> None:
    at = opened(narrow, lang=lang)
    assert text(at).count('class="finding"') == 1
    assert ("北京" if lang == "zh" else "Beijing") in text(at)
    assert ("金边" if lang == "zh" else "Phnom Penh") in text(at)
    assert len(at.get("vega_lite_chart")) == 5


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_any_view_can_be_shown(lang: str) -> None:
    for query in (
        {"home": "beijing"},
        {"q": "nowhere at all"},
        {"years": ["1974", "1974"]},
        {"country": "FR"},
        {"region": "009", "level": "district"},
        {"level": ["sister", "exchange", "district"], "ended": "1", "broad": "1"},
        {"role": "port"},
        {"area": "un", "order": "name"},
        {"lang": "xx", "years": ["a", "b"], "home": "nobody", "region": "<b>", "level": "?"},
    ):
        at = opened(**({"lang": lang} | query))
        assert text(at).count('class="finding"') == 1, query


def test_the_way_out_of_an_empty_view_is_offered_once() -> None:
    at = opened(lang="en", q="nowhere at all")
    ways = [button for button in at.button if button.label == "Reset all filters"]
    assert len(ways) == 1
    ways[0].click().run()
    assert "share 41 countries" in text(at)


def test_the_article_in_its_area_and_years() -> None:
    at = opened(lang="en", years=["1973", "2017"])
    assert "No tie made after 2017" in text(at)
    assert not at.dataframe
    at.session_state["table coverage 0"] = True
    at.run()
    table = at.dataframe[-1].value
    assert len(table) == 11
    assert list(table["Chinese city"]).count("Shanghai") == 6


def test_every_area_can_be_chosen_and_stands_in_the_address_and_on_the_picture() -> None:
    at = opened(lang="en")
    for name, code in (("ASEAN", "asean"), ("European Union", "eu"), ("Europe", "150")):
        area_box(at).select(next(o for o in area_box(at).options if o.strip() == name)).run()
        assert not at.exception
        assert address(at)["area"] == [code]
        assert f"{name}: of its" in text(at)
        view = at.session_state["the view"]
        picture = figure_of(Scene(load_roster(), view.pictured, GROUNDS["light"]), "coverage")
        assert picture.title in text(at)
    area_box(at).select(
        next(o for o in area_box(at).options if o.strip() == "South-East Asia")
    ).run()
    assert "area" not in address(at)


def test_the_area_follows_the_filter_until_one_is_chosen() -> None:
    at = opened(lang="en", region="150")
    assert "Europe: of its" in text(at)
    assert opened(lang="en", region="150", area="asean").session_state["area"] == "asean"


def test_the_order_of_countries_stands_in_the_address() -> None:
    at = opened(lang="en")
    control = next(one for one in at.segmented_control if one.key == "order")
    control.set_value("name").run()
    assert not at.exception
    assert address(at)["order"] == ["name"]


def test_closed_tables_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    rows = Table.frame.fget
    assert rows

    def counted(table: Table) -> Any:
        made.append(table.key)
        return rows(table)

    monkeypatch.setattr(Table, "frame", property(counted))
    at = opened(lang="en")
    assert not made
    at.session_state["table since-article 0"] = True
    at.run()
    assert made == ["since-article"]
    assert len(at.dataframe) == 1


def test_the_file_of_a_table_says_what_the_page_shows_and_what_is_known_beside() -> None:
    roster = load_roster()
    scene = Scene(roster, View.default(roster, "en").pictured, GROUNDS["light"])
    (table,) = figure_of(scene, "since-article").tables
    rows = list(csv.DictReader(io.StringIO(table_csv(table).decode("utf-8-sig"))))
    lima = next(row for row in rows if row["Its partner"] == "Lima")
    assert lima["Since"] == "2018-07-XX"
    assert lima["Earliest day"] >= "2018-07-01"
    assert lima["Latest day"] <= "2018-07-31"
    at = opened(lang="en")
    at.session_state["table since-article 0"] = True
    at.run()
    shown = at.dataframe[0].value
    assert list(shown["Its partner"]) == [row["Its partner"] for row in rows]
    assert "July 2018" in list(shown["Since"])
