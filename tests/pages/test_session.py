"""Widgets and the view: whatever reaches the browser, they agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementTree

APP = str(Path(__file__).resolve().parents[2] / "app.py")


def by_key(elements: Any, key: str) -> Any:
    return next(one for one in elements if one.key == key).proto


def test_a_browser_that_lost_what_it_was_told_is_told_again() -> None:
    at = AppTest.from_file(APP, default_timeout=60)
    at.query_params["lang"] = "en"
    at.query_params["years"] = ["1985", "2012"]
    at.query_params["level"] = ["exchange"]
    at.run()
    at.switch_page("pages/same_country.py").run()
    tree = ElementTree()  # as if the run before had been interrupted: no widget is known
    tree._runner = at
    at._tree = tree
    at.run()
    years, area = by_key(at.slider, "years"), by_key(at.selectbox, "area")
    assert years.set_value and list(years.value) == [1985, 2012]
    assert area.set_value and area.raw_value.strip() == "South-East Asia"
    levels = by_key(at.get("button_group"), "levels")
    assert levels.set_value


def test_a_language_that_the_browser_lost_leaves_the_view_as_it_is() -> None:
    at = AppTest.from_file(APP, default_timeout=60)
    at.query_params["lang"] = "zh"
    at.run()
    by_key = {one.key: one for one in at.get("button_group")}
    by_key["language"].set_value(None).run()
    assert not at.exception
    assert at.session_state["the view"].lang == "zh"
