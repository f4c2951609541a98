"""The address is what the reader sees, and what he comes by is taken up or named."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest, app_test
from streamlit.util import calc_hash

from geo.export.pages import FORMER_PAGES
from geo.i18n import Words
from geo.ties.roster import load_roster
from geo.ties.view import View
from pages.parts import arrival, part, session
from tests.pages.app import (
    APP,
    Started,
    map_of,
    opened,
    query_of,
    read,
    sound,
    state_of,
    touched,
    view_of,
    with_box,
    written,
)

ROSTER = load_roster()
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_test, "PagesManager", Started)


def readdressed(at: AppTest, **parameters: str | list[str]) -> AppTest:
    """The page with another address in the bar, not yet run."""
    at.query_params.clear()
    for name, value in parameters.items():
        at.query_params[name] = value
    return at


@BOTH
def test_what_is_not_understood_is_named_until_the_reader_goes_on(lang: str) -> None:
    at = opened(lang=lang, country=["JP", "XX"], region="<b>1</b>", years=["1990", "1991", "1992"])
    line = Words(lang).say("Not understood in the address: {parts}", parts="").strip()
    assert line in read(at)
    for missed in ("country=XX", "region=<b>1</b>", "years=1990, 1991, 1992"):
        assert html.escape(missed) in written(at)
    assert query_of(at) == {"lang": [lang], "country": ["JP"]}
    sound(at.toggle(key="ended").set_value(True).run())
    assert line not in read(at)


def test_what_is_understood_is_not_remarked_upon() -> None:
    at = opened(**{"lang": "EN-gb", "Country": "us,jp", "amp;region": "2", "utm_source": "x"})
    assert "Not understood" not in read(at)
    assert query_of(at) == {"lang": ["en"], "country": ["JP", "US"], "region": ["002"]}


def test_the_way_back_is_taken_and_a_late_address_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(lang="en", country="JP")
    sound(at.toggle(key="ended").set_value(True).run())
    now = view_of(at)
    sound(readdressed(at, lang="en", country="JP").run())
    assert view_of(at) == now, "the browser has only not been told yet"
    assert query_of(at) == now.to_query(ROSTER)
    monkeypatch.setattr(arrival, "by_history", lambda: True)
    sound(readdressed(at, lang="zh", home="beijing").run())
    assert view_of(at) == View.from_query({"lang": ["zh"], "home": ["beijing"]}, ROSTER)


def test_the_way_back_brings_the_years_back(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(lang="en")
    monkeypatch.setattr(arrival, "by_history", lambda: True)
    sound(readdressed(at, lang="en", years=["1980", "1990"]).run())
    assert view_of(at).years == (1980, 1990)
    assert map_of(at)["years"] == [1980, 1990]
    assert query_of(at) == {"lang": ["en"], "years": ["1980", "1990"]}


def test_another_page_is_told_what_is_seen() -> None:
    at = opened(lang="zh", country="JP")
    at.session_state[session.VIEW] = view_of(at).but(years=(1973, 1999))
    readdressed(at)  # as the navigation does it
    sound(at.switch_page("pages/choice.py").run())
    assert query_of(at) == {"lang": ["zh"], "years": ["1973", "1999"], "country": ["JP"]}


def test_a_link_to_another_page_is_followed() -> None:
    at = opened(lang="en", country="JP")
    readdressed(at, lang="en", country="DE", picture="shares")
    sound(at.switch_page("pages/slides.py").run())
    assert view_of(at).countries == ("DE",)
    assert at.session_state[session.DISPLAY].picture == "shares"


@pytest.mark.parametrize(("old", "page"), FORMER_PAGES.items())
def test_an_address_of_old_leads_to_where_its_page_is_now(old: str, page: str) -> None:
    at = opened(lang="en", country="JP")
    at._page_hash = calc_hash(old)  # pages are known by their part of the address
    sound(at.run())
    assert state_of(at, session.PAGE) == page
    assert query_of(at) == {"lang": ["en"], "country": ["JP"]}


class Rerun(Exception):
    """In place of Streamlit's own."""


@pytest.mark.parametrize("changed", [False, True])
def test_a_part_runs_the_whole_page_if_what_stands_around_it_has_changed(
    changed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rerun(*_: Any) -> None:
        raise Rerun

    drawn: list[bool] = []
    monkeypatch.setattr(session, "around", lambda: "after")
    monkeypatch.setattr(part.st, "rerun", rerun)
    if changed:
        with pytest.raises(Rerun):
            part._drawn(lambda: drawn.append(True), "before")
    else:
        part._drawn(lambda: drawn.append(True), "after")
    assert drawn == ([] if changed else [True])


@pytest.mark.parametrize(
    "act",
    [
        lambda at: at.button(key="present map").click(),
        lambda at: at.button_group(key="language").set_value("zh"),
        lambda at: at.toggle(key="broad").set_value(True),
        lambda at: with_box(at, "countries", taken="country JP"),
        lambda at: at.button(key="reset").click(),
    ],
    ids=["present", "language", "roles", "country", "reset"],
)
def test_every_act_on_the_page_changes_what_a_part_looks_at(
    act: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    real, tell = session.around, arrival.by_history

    def noting() -> bool:
        if session.VIEW in session.st.session_state:
            seen.append(real())
        return tell()

    at = opened(lang="en", home="beijing")
    monkeypatch.setattr(arrival, "by_history", noting)
    readdressed(at, lang="en", home="beijing")
    sound(at.run())
    before = seen[-1]
    touched(at, act)
    assert seen[-1] != before


@pytest.mark.parametrize("old", FORMER_PAGES)
def test_a_fresh_server_knows_every_address_of_old(old: str) -> None:
    """Until the entrance has run once, it knows the files in ``pages/`` and nothing else."""
    assert (Path(APP).parent / "pages" / f"{old}.py").is_file()
