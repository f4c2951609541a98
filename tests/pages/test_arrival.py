"""What the reader does on a page that has outlived its session counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from geo.ties.roster import load_roster
from geo.ties.view import View
from pages.parts import session
from tests.pages.app import after_restart, opened, query_of, read, state_of, view_of, with_box

ROSTER = load_roster()
FROM = View.from_query({"country": ["JP"], "lang": ["en"]}, ROSTER)


@pytest.mark.parametrize(
    ("touch", "view"),
    [
        (lambda at: at.button_group(key="homes").set_value(["beijing"]), {"homes": ("beijing",)}),
        (lambda at: at.button_group(key="language").set_value("zh"), {"lang": "zh"}),
        (
            lambda at: with_box(at, "countries", taken="country DE"),
            {"countries": ("DE", "JP")},
        ),
        (lambda at: with_box(at, "countries", dropped="country JP"), {"countries": ()}),
        (lambda at: at.text_input(key="name").set_value("yoko"), {"q": "yoko"}),
        (lambda at: at.toggle(key="ended").set_value(True), {"ended": True}),
        (lambda at: at.button(key="reset").click(), {"countries": ()}),
        (
            lambda at: with_box(at, "partner", taken="place yokohama"),
            {"partner": "yokohama"},
        ),
    ],
    ids=["pills", "language", "more", "none", "text", "toggle", "button", "box"],
)
def test_the_first_act_after_a_restart_counts(
    touch: Callable[[AppTest], Any], view: dict[str, Any]
) -> None:
    at = opened(lang="en", country="JP")
    done = touch(at)
    anew = after_restart(at, done if isinstance(done, WidgetStates) else None)
    assert view_of(anew) == FROM.but(**view)
    assert query_of(anew) == view_of(anew).to_query(ROSTER)
    assert view_of(anew.run()) == FROM.but(**view), "and it stays"


def test_a_presentation_begins_after_a_restart() -> None:
    at = opened(lang="en")
    at.button(key="present map").click()
    assert after_restart(at).session_state[session.DISPLAY].present


def test_a_page_that_nobody_touched_stays_as_it_is_after_a_restart() -> None:
    query = {"lang": ["zh"], "years": ["1985", "2012"], "home": ["beijing"], "partner": ["prague"]}
    at = opened(**query)
    anew = after_restart(at)
    assert query_of(anew) == query
    assert view_of(anew) == view_of(at)
    assert read(anew) == read(at)


def test_a_fresh_visit_has_nothing_to_be_played_again() -> None:
    at = opened(lang="en")
    assert not state_of(at, session.BROUGHT)
    assert not state_of(at, session.PLAYED_AGAIN)
