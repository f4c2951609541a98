"""Presenting by its address; by clicks alone: ``journeys/``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from geo.export.request import Request
from geo.figures.alternative import of_figure
from geo.figures.catalogue import figure_of
from geo.ties.roster import load_roster
from geo.ties.view import View
from tests.browser.atlas import SLOW, Atlas

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
PRESENTED = "img.picture"


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
    expect(picture).to_have_attribute("alt", told("map"))
    page.keyboard.press("ArrowRight")
    expect(picture).not_to_have_attribute("src", str(first), timeout=SLOW)
    expect(picture).to_have_attribute("alt", told("matched"))
    atlas.expect_query(lang="zh", present="1", picture="matched")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_have_attribute("src", str(first), timeout=SLOW)
    shown = key_listeners(atlas)
    page.keyboard.press("Escape")
    expect(atlas.map).to_be_visible(timeout=SLOW)
    atlas.expect_query(lang="zh")
    assert key_listeners(atlas) <= shown  # the map, drawn now, has one of its own


def told(key: str) -> str:
    scene = Request(View.default(load_roster(), "zh"), key).scene()
    return of_figure(figure_of(scene, key), scene.words)


def key_listeners(atlas: Atlas) -> int:
    """How many listeners wait for keys on the page's window."""
    inspector = atlas.page.context.new_cdp_session(atlas.page)
    window = inspector.send("Runtime.evaluate", {"expression": "window"})["result"]["objectId"]
    found = inspector.send("DOMDebugger.getEventListeners", {"objectId": window})["listeners"]
    return sum(one["type"] == "keydown" for one in found)
