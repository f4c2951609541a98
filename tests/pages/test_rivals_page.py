"""The Rivals page as a reader meets it, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def opened(narrow: bool = False, **query: str | list[str]) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    if narrow:
        at.session_state["narrow"] = True
    at.run()
    at.switch_page("pages/rivals.py")
    at.run()
    return at


def text(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.get("html"))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("narrow", [False, True])
def test_the_page_opens(lang: str, narrow: bool) -> None:
    at = opened(narrow, lang=lang)
    assert not at.exception
    assert text(at).count('class="finding"') == 1
    assert ("北京" if lang == "zh" else "Beijing") in text(at)
    assert ("金边" if lang == "zh" else "Phnom Penh") in text(at)
    assert len(at.get("vega_lite_chart")) == 4


@pytest.mark.parametrize(
    "query",
    [
        {"home": "beijing"},
        {"q": "nowhere at all"},
        {"years": ["1974", "1974"]},
        {"years": ["1973", "2017"]},
        {"country": "FR"},
        {"region": "035"},
        {"region": "009", "level": "district"},
        {"level": ["sister", "exchange", "district"], "ended": "1", "broad": "1"},
        {"role": "port"},
        {"lang": "xx", "years": ["a", "b"], "home": "nobody", "region": "<b>", "level": "?"},
    ],
    ids=str,
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_any_view_can_be_shown(query: dict[str, str], lang: str) -> None:
    at = opened(**({"lang": lang} | query))
    assert not at.exception
    assert text(at).count('class="finding"') == 1


def test_the_article_in_its_area_and_years() -> None:
    at = opened(lang="en", years=["1973", "2017"])
    table = at.dataframe[-1].value
    assert len(table) == 11
    assert list(table["Home"]).count("Shanghai") == 6
    assert "no tie made after 2017" in text(at)


def test_every_area_and_every_order_can_be_chosen() -> None:
    at = opened(lang="en")
    box = next(box for box in at.selectbox if box.key == "rivals area")
    for option in ("ASEAN", "European Union", "BRICS"):
        box = next(box for box in at.selectbox if box.key == "rivals area")
        box.select(next(name for name in box.options if name == option)).run()
        assert not at.exception
        assert f"{option}: of its" in text(at)
    at.session_state["rivals sort"] = "name"
    at.run()
    assert not at.exception
