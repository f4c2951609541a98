"""The page on prospects: what it says is what its figures say, and its choices count."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.export.pages import PAGES
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.opening import opening
from geo.ties.roster import Roster, load_roster
from geo.ties.view import View
from pages.parts import session
from tests.test_figures_law import Page, plain, scene_of

HOUSE = Path(__file__).resolve().parents[2]
ADDRESS = "years=1973&years=2017&untied=1&weight=capital-0&city=ng-lagos&region=002&turn=2005"


def titles(app: AppTest) -> dict[str, str]:
    html = "\n".join(str(part.proto.body) for part in app.get("html"))
    found = re.findall(r'<h\d[^>]*data-figure="([\w-]+)"[^>]*>(.*?)</h\d>', html, re.DOTALL)
    return {key: plain(re.sub(r"<small>.*?</small>", "", text)) for key, text in found}


def query(app: AppTest) -> dict[str, list[str]]:
    view: View = app.session_state[session.VIEW]
    return view.to_query(load_roster())


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_says_what_its_figures_say(roster: Roster, lang: str) -> None:
    scene = scene_of(roster, ADDRESS, lang)
    shown = Page("prospects", ADDRESS, lang)
    keys = [key for key, entry in catalogue(scene).items() if entry.page == "prospects"]
    assert keys[:4] == ["past-test", "candidates", "candidates-map", "candidate"]
    assert keys[4:] == ["chosen-by", "followed"]
    assert list(titles(shown.app)) == keys
    first = opening(scene, "prospects", PAGES["prospects"].figure)
    assert shown.finding == plain(first.finding)
    for key in keys:
        figure = figure_of(scene, key)
        assert shown.heading(key) == [plain(figure.title)]
        assert shown.caption(key, "subtitle") == [plain(figure.subtitle)]
        assert shown.caption(key, "remark") == [plain(one) for one in figure.remarks]
        assert shown.opens(f"table {key} 0")


def test_a_walk_through_the_choices() -> None:
    app = Page("prospects", "", "en").app
    usual = titles(app)
    assert usual["past-test"].startswith("Not clearly better than a plain rule")
    app.toggle(key="untied").set_value(True).run()
    assert query(app)["untied"] == ["1"]
    app.slider(key="weight capital").set_value(0).run()
    assert query(app)["weight"] == ["capital-0"]
    now = titles(app)
    assert now["candidates"] != usual["candidates"]
    assert now["chosen-by"] == usual["chosen-by"]
    app.text_input(key="what is typed to find a city").set_value("仰光").run()
    assert app.selectbox(key="city").options == ["the usual one", "Yangon (Myanmar)"]
    app.text_input(key="what is typed to find a city").set_value("lagos").run()
    app.selectbox(key="city").set_value("ng-lagos").run()
    assert query(app)["city"] == ["ng-lagos"]
    assert titles(app)["candidate"].startswith("Lagos (Nigeria): place ")
    app.button(key="usual weights").click().run()
    assert "weight" not in query(app)
    app.button(key="what if shanghai NG Lagos").click().run()
    assert query(app)["suppose"] == ["shanghai:NG:Lagos"]
    assert not app.exception


def test_too_few_ties_are_refused_in_a_sentence() -> None:
    app = Page("prospects", "level=exchange", "en").app
    assert titles(app) == {"past-test": "No prospects for this selection"}
    assert "at least 15 ties" in "".join(one.value for one in app.info)
