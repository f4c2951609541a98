"""The Slides page without a browser: what it offers, in both languages, and how it answers."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.export import workers
from geo.export.formats import LONGEST_TITLE
from geo.export.request import Request
from geo.figures.alternative import of_figure
from geo.figures.catalogue import catalogue, figure_of
from geo.figures.figure import Figure
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from geo.ties.view import View
from pages.parts import session
from pages.parts.job_panel import JobOffer
from pages.parts.slides import deck, film
from tests.pages.app import opened_on, read
from tests.pages.test_map_page import HOUSE, sound, written

ROSTER = load_roster()
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Request]]:
    """What the page has the workers make; these are tested elsewhere."""
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
    return opened_on("slides", **parameters)


def widget(at: AppTest, key: str) -> Any:
    every = (*at.selectbox, *at.multiselect, *at.text_area, *at.text_input, *at.toggle)
    return next(one for one in every if one.key == key)


def title(at: AppTest) -> str:
    (found,) = re.findall(r"<h1[^>]*>(?:<small>.*?</small>)?(.*?)</h1>", written(at))
    return html.unescape(found)


def preview(at: AppTest) -> dict[str, str]:
    """The attributes of the picture on the page."""
    (found,) = re.findall(r"<img class=\"sheet[^>]*>", written(at))
    return {name: html.unescape(value) for name, value in re.findall(r'([a-z]+)="(.*?)"', found)}


def figure(key: str, lang: str, **view: Any) -> Figure:
    return figure_of(Scene(ROSTER, View.default(ROSTER, lang).but(**view), GROUNDS["light"]), key)


@BOTH
def test_it_begins_with_the_finding_and_offers_every_picture(
    lang: str, asked: list[Request]
) -> None:
    at, whole = opened(lang=lang), figure("map", lang)
    assert title(at) == widget(at, "slide title").value == whole.title
    assert preview(at)["alt"] == of_figure(whole, Words(lang))
    assert whole.tables[0].name in [box.proto.label for box in at.expander]
    assert urlsplit(preview(at)["src"]).path[:1] not in ("", "/"), "relative to the page"
    assert widget(at, "slide subtitle").value == whole.subtitle
    assert (asked[-1].options.title, asked[-1].view.lang) == (None, lang)
    known = catalogue(Scene(ROSTER, View.default(ROSTER, lang), GROUNDS["light"]))
    assert len(widget(at, f"slide picture {lang}").options) == len(known)
    assert list(widget(at, f"deck pictures {lang}").value) == list(known)


def test_the_view_and_what_the_picture_depends_on_are_carried_over(asked: list[Request]) -> None:
    opened(lang="en", years=["1973", "2017"], region="035", home="shanghai", turn="2001")
    view = View.default(ROSTER, "en").but(years=(1973, 2017), regions=("035",), homes=("shanghai",))
    assert asked[-1].view == view
    opened(lang="en", turn="2001", order="date", picture="periods")
    assert asked[-1].view == View.default(ROSTER, "en").but(turn=2001)


def test_the_picture_that_the_address_names_is_shown(asked: list[Request]) -> None:
    at = opened(lang="en", picture="shares")
    assert asked[-1].picture == "shares"
    sound(widget(at, "slide picture en").select("periods").run())
    assert asked[-1].picture == "periods"
    assert at.session_state[session.DISPLAY].to_query("slides") == {"picture": ["periods"]}
    assert title(at) == figure("periods", "en").title


def test_ones_own_title_is_taken_as_it_is_and_survives_another_view(asked: list[Request]) -> None:
    at = opened(lang="en")
    for own in (
        "Ours, at last",
        "<script>alert(1)</script>",
        "مدينة",
        "x" * LONGEST_TITLE,
        "$x$ **b**",
    ):
        sound(widget(at, "slide title").input(own).run())
        assert asked[-1].options.title == own
        assert "<script>alert" not in written(at)
        assert title(at) == figure("map", "en").title
    sound(widget(at, "slide title").input("  Pandas 🐼 \n").run())
    assert ["🐼" in warning.value for warning in at.warning] == [True]
    sound(at.sidebar.toggle(key="ended").set_value(True).run())
    assert asked[-1].view.ended
    assert asked[-1].options.title == "Pandas 🐼"
    assert preview(at)["alt"].startswith("Pandas")
    sound(at.button(key="computed words").click().run())
    assert asked[-1].options.title is None
    assert widget(at, "slide title").value == title(at) == figure("map", "en", ended=True).title


def test_a_deck_has_each_pictures_own_words_in_the_order_chosen_and_the_film_the_maps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: dict[str, dict[str, Any]] = {}

    def noted(what: JobOffer, **_: Any) -> None:
        assert isinstance(what.make, partial)
        made[what.name] = what.make.keywords

    monkeypatch.setattr(deck, "offer", noted)
    monkeypatch.setattr(film, "offer", noted)
    at = opened(lang="en")
    for picture, own in (("map", "Our map"), ("shares", "Our shares")):
        sound(widget(at, "slide picture en").select(picture).run())
        sound(widget(at, "slide title").input(own).run())
    sound(widget(at, "slide picture en").select("growth").run())
    sound(widget(at, "deck pictures en").set_value(["shares", "growth", "map"]).run())
    slides = [(one.picture, one.options.title) for one in made["deck"]["requests"]]
    assert slides == [("shares", "Our shares"), ("growth", None), ("map", "Our map")]
    assert made["film"]["film"].options.title == "Our map"


def test_format_ground_and_size_are_on_the_request(asked: list[Request]) -> None:
    at = opened(lang="en")
    sound(widget(at, "slide format").select("a4").run())
    sound(widget(at, "slide sheet").select("clear-dark").run())
    sound(at.toggle(key="slide large").set_value(True).run())
    options = asked[-1].options
    assert (options.format, options.sheet, options.large) == ("a4", "clear-dark", True)
    assert preview(at)["class"] == "sheet clear night"


def test_the_footer_takes_an_approval_number_and_an_organisation(asked: list[Request]) -> None:
    at = opened(lang="zh")
    sound(widget(at, "slide approval").input("GS(2026)1234号").run())
    sound(widget(at, "slide organisation").input("上海市人民政府外事办公室").run())
    assert asked[-1].options.approval == "审图号：GS(2026)1234号"
    assert asked[-1].options.organisation == "上海市人民政府外事办公室"


@pytest.mark.parametrize("base", ["", "/atlas"])
def test_the_address_in_the_footer_leads_to_where_the_picture_stands(
    base: str, asked: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"https://example.org{base}/"
    monkeypatch.setattr(type(st.context), "url", property(lambda _: url))
    opened(lang="en", picture="periods", turn="2001", order="date")
    address = urlsplit(asked[-1].options.address)
    assert (address.netloc, address.path) == ("example.org", f"{base}/choice")
    assert address.query == "lang=en&turn=2001"


@BOTH
def test_an_empty_view_has_a_picture_that_says_so(lang: str, asked: list[Request]) -> None:
    at = opened(lang=lang, q="no such name")
    assert title(at) == figure("map", lang, q="no such name").title
    assert asked


def test_a_picture_that_cannot_be_made_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(request: Request, kind: str) -> bytes:
        raise ValueError("There is no *such* picture")

    monkeypatch.setattr(workers, "finished", fails)
    at = opened(lang="en")
    assert [error.value for error in at.error] == [r"There is no \*such\* picture"]


def test_without_its_encoder_the_film_is_a_gif_and_the_page_says_why(
    asked: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    at = opened(lang="en")
    assert at.button_group(key="film kind").options == ["GIF"]
    assert "MP4 is not available on this server (missing encoder: av); choose GIF." in read(at)


@BOTH
@pytest.mark.parametrize(("named", "shown"), [("periods", "periods"), ("same-country-77", "map")])
def test_presenting_shows_the_picture_alone(
    named: str, shown: str, lang: str, asked: list[Request]
) -> None:
    at = AppTest.from_file(str(HOUSE / "app.py"), default_timeout=60)
    for name, value in {"lang": lang, "present": "1", "picture": named}.items():
        at.query_params[name] = value
    sound(at.run())
    assert (asked[-1].picture, asked[-1].options.large) == (shown, True)
    assert not at.sidebar.children
    assert not at.button
    assert "<h1" not in written(at)
