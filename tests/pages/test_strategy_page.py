"""The Strategy page, run whole, in views of every kind."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.figures.choice.compare import counted
from geo.ties.roster import load_roster
from geo.ties.select import select
from geo.ties.view import View

APP = Path(__file__).resolve().parents[2] / "app.py"


def page(address: dict[str, list[str]], narrow: bool = False) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=90)
    for name, values in address.items():
        app.query_params[name] = values
    app.run()
    app.session_state["narrow"] = narrow
    return app.switch_page("pages/strategy.py").run()


def text(app: AppTest) -> str:
    return "\n".join(str(part.proto.body) for part in app.get("html"))


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"broad": ["1"], "ended": ["1"], "level": ["sister", "exchange"]},
        {"level": ["district"], "years": ["1990", "2005"]},
        {"home": ["shanghai"]},
        {"role": ["capital"], "region": ["150"]},
        {"years": ["2020", "2020"]},
        {"years": ["1973", "1974"]},
        {"country": ["NA"]},
        {"q": ["<b>no such place</b>"]},
        {"years": ["x", "-1"], "home": ["'"], "level": ["?"], "broad": ["yes"], "partner": ["../"]},
    ],
    ids=lambda address: " ".join(address) or "default",
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_any_view_gives_a_page(address: dict[str, list[str]], lang: str) -> None:
    app = page({"lang": [lang], **address}, narrow="years" in address)
    assert not app.exception
    assert text(app).count('<h1 class="finding">') == 1
    assert "<b>no such" not in text(app)
    assert "nan" not in re.sub(r"<[^>]*>", " ", text(app)).lower().split()


def test_the_headline_has_the_shares_of_the_view() -> None:
    roster = load_roster()
    ties = counted(select(roster, View.default(roster)))
    sentence = text(page({"lang": ["en"]}))
    for home in roster.homes.index:
        roles = ties.loc[ties["home"] == home, "role"]
        capitals = int(roles.isin(["capital", "both"]).sum())
        assert f"{capitals} of {len(roles)} ({100 * capitals / len(roles):.0f}%)" in sentence


def test_every_counted_partner_is_a_tile_that_keeps_the_view() -> None:
    roster = load_roster()
    view = View.default(roster).but(years=(1980, 2010), broad=True)
    sentence = text(page(view.to_query(roster)))
    ties = counted(select(roster, view))
    assert sentence.count('<span class="tile">') == len(ties)
    for place in ties["place"]:
        assert f"years=1980&amp;years=2010&amp;broad=1&amp;partner={place}&quot;" in sentence or (
            f'years=1980&amp;years=2010&amp;broad=1&amp;partner={place}"' in sentence
        )


def test_a_filter_by_role_does_not_decide_the_shares() -> None:
    plain, filtered = (text(page({"lang": ["en"], **more})) for more in ({}, {"role": ["port"]}))
    first = re.compile(r'<h1 class="finding">(.*?)</h1>')
    assert first.findall(plain) == first.findall(filtered)
    assert "set aside" in filtered and "set aside" not in plain


def test_the_reader_sets_periods_and_turning_year() -> None:
    app = page({"lang": ["en"]})
    app.number_input[0].set_value(1990).run()
    assert not app.exception and "made since 1990" in text(app)
    periods = next(
        group for group in app.get("button_group") if group.proto.label == "Periods begin in"
    )
    periods.set_value(["own"]).run() if periods.proto.click_mode else periods.set_value("own").run()
    assert not app.exception
    boxes = [box for box in app.text_input if box.label.startswith("First years")]
    assert boxes
    boxes[0].set_value("rubbish 1985").run()
    assert not app.exception


def test_pictures_have_descriptions() -> None:
    charts = page({"lang": ["en"]}).get("vega_lite_chart")
    assert len(charts) >= 12
    assert all(chart.proto.alt for chart in charts)


def test_the_first_visitor_may_come_straight_here() -> None:
    """A fresh server knows nothing of the navigation yet and runs the page's own file."""
    app = AppTest.from_file(str(APP.parent / "pages" / "strategy.py"), default_timeout=90).run()
    assert not app.exception
