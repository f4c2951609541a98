"""The page on capitals and ports, run whole, in views of every kind."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.figures.catalogue import catalogue, figure_of
from geo.figures.choice.compare import counted
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session

APP = Path(__file__).resolve().parents[2] / "app.py"
ROSTER = load_roster()
KEYS = [
    key
    for key, entry in catalogue(Scene(ROSTER, View.default(ROSTER), GROUNDS["light"])).items()
    if entry.page == "choice"
]
TILES = ("matched", "matrix")
EMPTY = {"q": ["<b>no such place</b>"]}


def page(address: dict[str, list[str]], narrow: bool = False) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    for name, values in address.items():
        app.query_params[name] = values
    app.run()
    app.session_state["narrow"] = narrow
    return app.switch_page("pages/choice.py").run()


def text(app: AppTest) -> str:
    return "\n".join(str(part.proto.body) for part in app.get("html"))


def query(app: AppTest) -> dict[str, list[str]]:
    """The address of what the reader has chosen; the entrance, which tells it, is not run here."""
    view: View = app.session_state[session.VIEW]
    return view.to_query(ROSTER)


def choose(app: AppTest, label: str, value: str) -> AppTest:
    group: Any = next(one for one in app.get("button_group") if one.proto.label == label)
    return group.set_value([value] if group.proto.click_mode else value).run()


@pytest.mark.parametrize(
    "address",
    [
        {"lang": ["zh"]},
        {"broad": ["1"], "ended": ["1"], "level": ["sister", "exchange"]},
        {"level": ["district"], "years": ["1990", "2005"], "lang": ["zh"]},
        {"home": ["shanghai"]},
        {"role": ["capital"], "region": ["150"]},
        {"years": ["2020", "2020"]},
        {"years": ["1973", "1974"], "lang": ["zh"]},
        {"country": ["NA"]},
        EMPTY,
        {"years": ["x", "-1"], "home": ["'"], "level": ["?"], "broad": ["yes"], "partner": ["../"]},
        {"periods": ["own"], "turn": ["9999"]},
    ],
    ids=lambda address: " ".join(address),
)
def test_any_view_gives_a_page(address: dict[str, list[str]]) -> None:
    app = page(address, narrow="years" in address)
    assert not app.exception
    assert len(re.findall(r'<h1 class="finding"', text(app))) == 1
    assert "<b>no such" not in text(app)
    assert "nan" not in re.sub(r"<[^>]*>", " ", text(app)).lower().split()


def test_an_empty_view_is_said_once_with_a_way_out() -> None:
    app = page({"lang": ["en"], **EMPTY})
    assert [one.value for one in app.info] == ["These filters and years leave no tie."]
    next(one for one in app.button if one.label == "Reset all filters").click().run()
    assert "q" not in query(app) and not app.info


def test_every_figure_stands_there_with_a_description_of_its_charts() -> None:
    app = page({"lang": ["en"]})
    assert re.findall(r'<p class="quiet caption" data-figure="([^"]+)"', text(app)) == KEYS
    charts = app.get("vega_lite_chart")
    scene = Scene(ROSTER, app.session_state[session.VIEW].pictured, GROUNDS["light"])
    assert len(charts) == sum(len(figure_of(scene, key).panels) for key in KEYS if key not in TILES)
    assert all(chart.proto.alt for chart in charts)


def test_every_counted_partner_is_a_tile_that_keeps_the_view() -> None:
    view = View.default(ROSTER).but(years=(1980, 2010), broad=True)
    found = text(page(view.to_query(ROSTER)))
    ties = counted(select(ROSTER, view))
    tiles = re.findall(r'<span class="tile"><a href="\./\?([^"]+)"', found)
    links = [link for link in tiles if "partner=" in link]
    assert len(links) == len(ties)
    shared = set(ties[ties.home == "shanghai"].country) & set(ties[ties.home == "beijing"].country)
    assert len(tiles) - len(links) == 2 * len(shared)
    assert {link.split("partner=")[1] for link in links} == set(ties["place"])
    assert {link.split("&amp;partner=")[0] for link in links} == {
        "lang=en&amp;years=1980&amp;years=2010&amp;broad=1"
    }


def test_periods_and_turning_year_stand_in_the_address() -> None:
    app = page({"lang": ["en"]})
    app.number_input[0].set_value(1990).run()
    assert query(app)["turn"] == ["1990"] and "since 1990" in text(app)
    choose(app, "Periods begin in", "decades")
    assert query(app)["periods"] == ["decades"]
    choose(app, "Periods begin in", "own")
    assert query(app)["periods"] == ["1990", "2000", "2013"]
    box = next(one for one in app.text_input if one.label.startswith("First years"))
    box.set_value("rubbish 2005, 1985").run()
    assert query(app)["periods"] == ["1985", "2005"]
    box = next(one for one in app.text_input if one.label.startswith("First years"))
    assert box.value == "1985 2005", "what was understood is shown"
    box.set_value("none").run()
    assert query(app)["periods"] == ["own"] and not app.exception
    choose(app, "Periods begin in", "eras")
    app.number_input[0].set_value(2013).run()
    assert set(query(app)) == {"lang"}


def test_a_turning_year_outside_the_years_is_shown_inside_them() -> None:
    app = page({"lang": ["en"], "turn": ["2015"], "years": ["1980", "2000"]})
    assert app.number_input[0].value == 2000
    assert query(app)["turn"] == ["2015"], "and kept for other years"
    assert not page({"years": ["2020", "2020"]}).number_input


def test_the_first_visitor_may_come_straight_here() -> None:
    """A fresh server knows nothing of the navigation yet and runs the page's own file."""
    app = AppTest.from_file(str(APP.parent / "pages" / "choice.py"), default_timeout=90).run()
    assert not app.exception
