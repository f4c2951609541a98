"""The Slides page without a browser: what it offers, in both languages, and how it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.export import workers
from geo.export.formats import FORMATS, LONGEST_TITLE, SHEETS
from geo.export.request import Request
from geo.figures.catalogue import catalogue
from geo.ties.roster import load_roster
from geo.ties.view import View
from pages.parts import session
from tests.pages.test_map_page import HOUSE, heading, sentence, sound

ROSTER = load_roster()
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Request]]:
    """What the page has the workers make; the workers themselves are tested elsewhere."""
    requests: list[Request] = []

    def finished(request: Request, kind: str) -> bytes:
        requests.append(request)
        return b"a picture"

    monkeypatch.setattr(workers, "finished", finished)
    monkeypatch.setattr(workers, "open", lambda: None)
    monkeypatch.setattr(workers, "prepare", lambda request, kind: None)
    yield requests


def opened(**parameters: str | list[str]) -> AppTest:
    """The page as a reader comes to it from the map."""
    at = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run()
    return sound(at.switch_page("pages/slides.py").run())


def box(at: AppTest, key: str) -> Any:
    return next(widget for widget in (*at.selectbox, *at.multiselect) if widget.key == key)


def area(at: AppTest, key: str) -> Any:
    return next(widget for widget in at.text_area if widget.key == key)


@BOTH
def test_title_and_subtitle_are_filled_in_with_the_computed_ones(
    lang: str, asked: list[Request]
) -> None:
    at = opened(lang=lang)
    first = next(iter(catalogue(Request(View.default(ROSTER, lang), "").scene()).values()))
    drawing = first.draw(Request(View.default(ROSTER, lang), first.key).scene())
    assert area(at, "slide title").value == drawing.title == heading(at)
    assert area(at, "slide subtitle").value == drawing.subtitle
    assert asked[-1].options.title is None
    assert asked[-1].view.lang == lang


@BOTH
def test_every_picture_of_the_app_is_offered(lang: str) -> None:
    at = opened(lang=lang)
    known = catalogue(Request(View.default(ROSTER, lang), "").scene())
    assert len(box(at, f"slide picture {lang}").options) == len(known)
    assert list(box(at, f"deck pictures {lang}").value) == list(known)


def test_the_view_and_its_filters_are_carried_over(asked: list[Request]) -> None:
    opened(lang="en", years=["1973", "2017"], region="035", home="shanghai")
    view = View.default(ROSTER, "en").but(years=(1973, 2017), regions=("035",), homes=("shanghai",))
    assert asked[-1].view == view


def test_ones_own_title_is_on_the_order_and_survives_another_view(asked: list[Request]) -> None:
    at = opened(lang="en")
    sound(area(at, "slide title").input("  Ours, at last \n").run())
    assert asked[-1].options.title == "Ours, at last"
    sound(at.sidebar.toggle(key="ended").set_value(True).run())
    assert asked[-1].view.ended
    assert asked[-1].options.title == "Ours, at last"
    sound(at.button(key="computed words").click().run())
    assert asked[-1].options.title is None
    assert area(at, "slide title").value == heading(at)


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "🐼 مدينة", "x" * 300, "$x$ **b**"])
def test_a_strange_title_is_taken_as_it_is_and_never_becomes_markup(
    title: str, asked: list[Request]
) -> None:
    at = opened(lang="en")
    sound(area(at, "slide title").input(title).run())
    assert asked[-1].options.title == title[:LONGEST_TITLE]
    written = "".join(element.proto.body for element in at.get("html"))
    assert "<script>alert" not in written


def test_characters_that_the_font_lacks_are_named(asked: list[Request]) -> None:
    at = opened(lang="en")
    sound(area(at, "slide title").input("Pandas 🐼").run())
    assert ["🐼" in warning.value for warning in at.warning] == [True]


def test_format_ground_size_and_language_are_in_the_order(asked: list[Request]) -> None:
    at = opened(lang="en")
    sound(box(at, "slide format").select("a4").run())
    sound(box(at, "slide sheet").select("clear-dark").run())
    sound(at.toggle(key="slide large").set_value(True).run())
    options = asked[-1].options
    assert (options.format, options.sheet, options.large) == ("a4", "clear-dark", True)
    assert set(FORMATS) >= {"16x9", "16x9-4k", "4x3", "1x1", "a4"}
    assert set(SHEETS) >= {"light", "dark", "clear"}


def test_the_footer_takes_an_approval_number_and_an_organisation(asked: list[Request]) -> None:
    at = opened(lang="zh")
    lines = {widget.key: widget for widget in at.text_input}
    sound(lines["slide approval"].input("GS(2026)1234号").run())
    lines = {widget.key: widget for widget in at.text_input}
    sound(lines["slide organisation"].input("上海市人民政府外事办公室").run())
    assert asked[-1].options.approval == "审图号：GS(2026)1234号"
    assert asked[-1].options.organisation == "上海市人民政府外事办公室"


def test_the_picture_that_the_address_names_is_shown(asked: list[Request]) -> None:
    at = opened(lang="en", picture="shares")
    assert asked[-1].picture == "shares"
    sound(box(at, "slide picture en").select("periods").run())
    assert asked[-1].picture == "periods"
    assert at.session_state[session.DISPLAY].to_query("slides") == {"picture": ["periods"]}
    assert "turned to capitals" in heading(at)


@BOTH
def test_an_empty_view_has_a_picture_that_says_so(lang: str, asked: list[Request]) -> None:
    at = opened(lang=lang, q="no such name")
    assert asked
    assert "Traceback" not in sentence(at)


def test_a_picture_that_cannot_be_made_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(request: Request, kind: str) -> bytes:
        raise ValueError("There is no such picture in this view.")

    monkeypatch.setattr(workers, "finished", fails)
    at = opened(lang="en")
    assert [error.value for error in at.error] == ["There is no such picture in this view."]


@BOTH
def test_presenting_shows_the_picture_alone(lang: str, asked: list[Request]) -> None:
    at = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60)
    at.query_params["lang"] = lang
    at.query_params["present"] = "1"
    at.query_params["picture"] = "periods"
    sound(at.run())
    assert asked[-1].picture == "periods"
    assert asked[-1].options.large
    assert not at.sidebar.children
    assert not at.button
    assert not re.search("<h1", "".join(element.proto.body for element in at.get("html")))


def test_presenting_a_picture_that_is_not_there_begins_with_the_first(asked: list[Request]) -> None:
    at = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60)
    at.query_params["present"] = "1"
    at.query_params["picture"] = "rivals-77"
    sound(at.run())
    assert asked[-1].picture == "map"
