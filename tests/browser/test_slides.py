"""Pictures for a presentation, as a reader makes them: flat map, files, deck, film, full screen."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from playwright.sync_api import expect

from geo.export.request import Request, render_file
from geo.figures.catalogue import figure_of
from geo.ties.roster import load_roster
from geo.ties.view import View
from tests.browser.atlas import PHONE, Atlas

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
FLAT = ".st-key-flat .marks"
SLOW = 60_000
"""Milliseconds for what the workers make; the first picture starts them."""


def to_slides(atlas: Atlas, name: str) -> None:
    """Go to the Slides page by the navigation, as a reader does."""
    atlas.page.get_by_role("link", name=name).first.click()
    expect(atlas.page.locator("img.sheet")).to_be_visible(timeout=SLOW)
    atlas.quiet()


def downloaded(atlas: Atlas, key: str) -> tuple[str, bytes]:
    """The name and content of the file that a button gives."""
    with atlas.page.expect_download(timeout=SLOW) as coming:
        atlas.widget(key).get_by_role("button").click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_flat_map_steps_in_the_browser_and_tells_its_year_when_it_rests(
    lang: str, scheme: str, visit: Visit
) -> None:
    atlas = visit(f"?lang={lang}&map=flat", shows=FLAT, scheme=scheme)
    page, years = atlas.page, atlas.page.locator(".st-key-flat .vega-bind input")
    expect(years).to_have_value("2026")
    before = page.locator(FLAT).inner_html()
    years.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(years).to_have_value("2023")
    assert page.locator(FLAT).inner_html() != before
    atlas.expect_query(lang=lang, years=["1973", "2023"], map="flat")
    expect(atlas.finding).to_contain_text("2023")
    expect(years).to_be_focused()
    expect(years).to_have_value("2023")


def test_the_flat_map_plays_without_asking_the_server(visit: Visit) -> None:
    atlas = visit("?lang=en&map=flat&years=1973&years=1980", shows=FLAT)
    page, years = atlas.page, atlas.page.locator(".st-key-flat .vega-bind input")
    expect(years).to_have_value("1980")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    runs = page.evaluate("performance.getEntriesByType('resource').length")
    atlas.widget("player").get_by_role("button").click()
    expect(years).not_to_have_value("1980")
    page.wait_for_timeout(1500)
    assert int(years.input_value()) >= 1985
    assert not sent
    assert page.evaluate("performance.getEntriesByType('resource').length") == runs
    atlas.widget("player").get_by_role("button").click()
    stopped = years.input_value()
    atlas.expect_query(lang="en", years=["1973", stopped], map="flat")


def test_both_forms_of_the_map_show_the_same_view(visit: Visit) -> None:
    atlas = visit("?lang=en&years=1973&years=1990")
    told = atlas.finding.inner_text()
    atlas.page.get_by_role("radio", name="Present").click()
    expect(atlas.page.locator(FLAT)).to_be_visible()
    expect(atlas.finding).to_have_text(told)
    expect(atlas.page.locator(".st-key-flat .vega-bind input")).to_have_value("1990")
    atlas.expect_query(lang="en", years=["1973", "1990"], map="flat")
    atlas.page.get_by_role("radio", name="Explore").click()
    expect(atlas.map).to_be_visible()
    atlas.expect_query(lang="en", years=["1973", "1990"])


def test_the_flat_map_fits_a_phone(visit: Visit) -> None:
    atlas = visit("?lang=zh&map=flat", shows=FLAT, size=(390, 844), user_agent=PHONE)
    box = atlas.page.locator(FLAT).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_one_click_on_a_page_gives_the_picture_of_the_view(visit: Visit) -> None:
    atlas = visit("?lang=en&years=1973&years=2000")
    name, content = downloaded(atlas, "png-map")
    assert name == "shanghai-beijing_map_1973-2000_en.png"
    view = View.default(load_roster(), "en").but(years=(1973, 2000))
    assert content == render_file(Request(view, "map"), "png")


def test_the_preview_is_the_file_and_every_kind_comes(visit: Visit) -> None:
    atlas = visit("?lang=zh&region=035")
    to_slides(atlas, "出图")
    name, png = downloaded(atlas, "file-png")
    assert name == "shanghai-beijing_map_1973-2026_035_zh.png"
    address = atlas.page.locator("img.sheet").evaluate("picture => picture.src")
    assert atlas.page.request.get(address).body() == png
    assert Image.open(io.BytesIO(png)).size == (1920, 1080)
    assert downloaded(atlas, "file-pdf")[1].startswith(b"%PDF-")
    assert downloaded(atlas, "file-svg")[1].startswith(b"<svg")
    with ZipFile(io.BytesIO(downloaded(atlas, "file-pptx")[1])) as deck:
        assert "ppt/slides/slide1.xml" in deck.namelist()


def test_ones_own_title_is_on_the_picture_and_is_not_lost(visit: Visit) -> None:
    atlas = visit("?lang=en")
    to_slides(atlas, "Slides")
    before = atlas.page.locator("img.sheet").get_attribute("src")
    title = atlas.widget("slide-title").locator("textarea")
    expect(title).to_have_value(
        "Shanghai has 68 and Beijing 55 sister-city ties: 115 partners in 67 countries"
    )
    title.fill("<script>alert(1)</script> & <b>ours</b>")
    title.press("Control+Enter")
    expect(atlas.page.locator("img.sheet")).not_to_have_attribute("src", str(before), timeout=SLOW)
    atlas.page.get_by_role("link", name="Strategy").first.click()
    expect(atlas.page.locator(".st-key-shares-False, .vega-embed").first).to_be_visible()
    to_slides(atlas, "Slides")
    expect(title).to_have_value("<script>alert(1)</script> & <b>ours</b>")
    atlas.widget("computed-words").get_by_role("button").click()
    expect(title).to_have_value(
        "Shanghai has 68 and Beijing 55 sister-city ties: 115 partners in 67 countries"
    )


def test_a_deck_and_a_film_are_made_while_the_reader_watches(visit: Visit) -> None:
    atlas = visit("?lang=en&years=2022&years=2026&home=shanghai")
    to_slides(atlas, "Slides")
    atlas.widget("begin-film").get_by_role("button").click()
    expect(atlas.widget("file-of-film").get_by_role("button")).to_be_visible(timeout=SLOW)
    name, film = downloaded(atlas, "file-of-film")
    assert name == "shanghai_film_2022-2026_en.gif"
    assert getattr(Image.open(io.BytesIO(film)), "n_frames", 1) == 5
    atlas.widget("begin-deck").get_by_role("button").click()
    expect(atlas.widget("file-of-deck").get_by_role("button")).to_be_visible(timeout=SLOW)
    with ZipFile(io.BytesIO(downloaded(atlas, "file-of-deck")[1])) as deck:
        assert "ppt/slides/slide10.xml" in deck.namelist()


def test_a_film_can_be_stopped(visit: Visit) -> None:
    atlas = visit("?lang=en")
    to_slides(atlas, "Slides")
    atlas.widget("begin-film").get_by_role("button").click()
    atlas.widget("stop-film").get_by_role("button").click(timeout=SLOW)
    expect(atlas.widget("begin-film").get_by_role("button")).to_be_visible()


PICTURE = ".st-key-presentation .picture"


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "dark"), ("en", "light")])
def test_presenting_fills_the_screen_and_arrow_keys_walk(
    lang: str, scheme: str, visit: Visit
) -> None:
    atlas = visit(f"?lang={lang}&present=1", shows=PICTURE, scheme=scheme)
    page, picture = atlas.page, atlas.page.locator(PICTURE)
    box = picture.bounding_box()
    assert box
    assert box["width"] == pytest.approx(1440, abs=2)
    assert not page.locator('[data-testid="stSidebar"]').is_visible()
    first = picture.get_attribute("src")
    expect(picture).to_have_attribute("alt", finding("map", lang))
    page.keyboard.press("ArrowRight")
    expect(picture).not_to_have_attribute("src", str(first), timeout=SLOW)
    expect(picture).to_have_attribute("alt", finding("shares", lang))
    atlas.expect_query(lang=lang, present="1", picture="shares")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_have_attribute("src", str(first), timeout=SLOW)
    page.keyboard.press("Escape")
    expect(atlas.map).to_be_visible(timeout=SLOW)
    atlas.expect_query(lang=lang)


def finding(key: str, lang: str) -> str:
    scene = Request(View.default(load_roster(), lang), key).scene()
    return figure_of(scene, key).title


def test_a_presentation_leaves_nothing_behind(visit: Visit) -> None:
    """However often it was drawn: one listener while it is there, none afterwards."""
    atlas = visit("?lang=en")
    page, picture = atlas.page, atlas.page.locator(PICTURE)
    to_slides(atlas, "Slides")
    before = key_listeners(atlas)
    atlas.widget("present-slides").get_by_role("button").click()
    expect(picture).to_be_visible(timeout=SLOW)
    for _ in range(3):
        shown = picture.get_attribute("src")
        page.keyboard.press("ArrowRight")
        expect(picture).not_to_have_attribute("src", str(shown), timeout=SLOW)
    assert key_listeners(atlas) == before + 1
    page.keyboard.press("Escape")
    expect(page.locator("img.sheet")).to_be_visible(timeout=SLOW)
    atlas.quiet()
    assert key_listeners(atlas) == before
    field = atlas.widget("name").locator("input")
    field.click()
    page.keyboard.type("new  x")
    for _ in range(2):
        page.keyboard.press("Backspace")
    page.keyboard.type("york")
    expect(field).to_have_value("new york")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=new+york**")
    atlas.quiet()


def key_listeners(atlas: Atlas) -> int:
    """How many listeners wait for keys anywhere on the page's window."""
    inspector = atlas.page.context.new_cdp_session(atlas.page)
    window = inspector.send("Runtime.evaluate", {"expression": "window"})["result"]["objectId"]
    found = inspector.send("DOMDebugger.getEventListeners", {"objectId": window})["listeners"]
    return sum(one["type"] == "keydown" for one in found)
