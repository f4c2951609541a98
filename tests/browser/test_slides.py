"""The map to present, and presenting, by their addresses; by clicks alone: ``journeys/``."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from geo.export.request import Request
from geo.figures.catalogue import figure_of
from geo.ties.roster import load_roster
from geo.ties.view import View
from tests.browser.atlas import PHONE, SLOW, Atlas

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
FLAT = ".st-key-flat .marks"
PRESENTED = "img.picture"


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "dark"), ("en", "light")])
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


def test_the_flat_map_plays_and_fetches_nothing(visit: Visit) -> None:
    atlas = visit("?lang=en&map=flat&years=1973&years=1980", shows=FLAT)
    page, years = atlas.page, atlas.page.locator(".st-key-flat .vega-bind input")
    expect(years).to_have_value("1980")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    runs = page.evaluate("performance.getEntriesByType('resource').length")
    atlas.widget("player").get_by_role("button").click()
    expect(years).not_to_have_value("1980")
    expect(years).to_have_value(re.compile("198[5-9]|199.|20.."))
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


def test_an_address_presents_and_arrow_keys_change_it(visit: Visit) -> None:
    """The picture tells its finding; however often it is drawn, one listener waits for keys."""
    atlas = visit("?lang=zh&present=1", shows=PRESENTED, scheme="dark")
    page = atlas.page
    picture = page.locator(PRESENTED)
    box = picture.bounding_box()
    assert box
    assert box["width"] == pytest.approx(1440, abs=2)
    assert not page.locator('[data-testid="stSidebar"]').is_visible()
    first = picture.get_attribute("src")
    expect(picture).to_have_attribute("alt", finding("map"))
    page.keyboard.press("ArrowRight")
    expect(picture).not_to_have_attribute("src", str(first), timeout=SLOW)
    expect(picture).to_have_attribute("alt", finding("shares"))
    atlas.expect_query(lang="zh", present="1", picture="shares")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_have_attribute("src", str(first), timeout=SLOW)
    shown = key_listeners(atlas)
    page.keyboard.press("Escape")
    expect(atlas.map).to_be_visible(timeout=SLOW)
    atlas.expect_query(lang="zh")
    assert key_listeners(atlas) <= shown  # the map, drawn now, has one of its own


def finding(key: str) -> str:
    scene = Request(View.default(load_roster(), "zh"), key).scene()
    return figure_of(scene, key).title


def key_listeners(atlas: Atlas) -> int:
    """How many listeners wait for keys on the page's window."""
    inspector = atlas.page.context.new_cdp_session(atlas.page)
    window = inspector.send("Runtime.evaluate", {"expression": "window"})["result"]["objectId"]
    found = inspector.send("DOMDebugger.getEventListeners", {"objectId": window})["listeners"]
    return sum(one["type"] == "keydown" for one in found)
