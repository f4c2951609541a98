"""A reader shows pictures on the whole screen, walks through them, leaves, and goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.reader import Reader
from tests.browser.journeys.seeing import difference, on_the_whole_screen

pytestmark = pytest.mark.browser

WHOLE = """() => {
  const { width, height } = document.querySelector(".wm-map").getBoundingClientRect();
  return document.fullscreenElement ? Math.max(width / innerWidth, height / innerHeight) : 0;
}"""
"""How much of the screen the map takes, across or down, if it has the screen for itself."""
MARK = """() => {
  const { drawing, at } = document.querySelector(".wm").worldMap;
  const { left, top } = at.map.getBoundingClientRect();
  const mark = drawing.marks.reduce((one, other) => (other.x > one.x ? other : one));
  return [left + mark.x, top + mark.y];
}"""
"""Where the easternmost mark is, in the window."""


def test_full_screen_from_the_map(welcome: Welcome) -> None:
    """It is the map itself: it plays on there, says its finding, and comes back as it was left."""
    reader = welcome()
    first, end = reader.years_seen
    reader.years[1].press("Home")  # so that there are many years to play
    reader.until(lambda: reader.years_seen[1] < end, lambda: "the years do not move")
    reader.play()
    reader.presenting.click()
    reader.until(
        lambda: reader.page.evaluate(WHOLE) > 0.95, lambda: "the map does not fill the screen", SLOW
    )
    reached = reader.years_seen[1]
    reader.until(lambda: reader.years_seen[1] > reached, lambda: "the years do not play on")
    reader.pause()
    shown = reader.years_seen
    assert first < shown[1] < end, f"there was no time to pause: {shown}"
    expect(reader.page.locator(".wm-title")).to_contain_text(str(shown[1]))
    reader.page.mouse.click(*reader.page.evaluate(MARK))
    expect(reader.page.locator(".wm-tip")).to_be_visible()  # the card is on the page behind
    reader.until(lambda: "partner" in reader.query, lambda: f"no partner in {reader.page.url}")
    assert reader.page.locator(".wm").get_attribute("data-drawn") == f"{first}-{shown[1]} 1.00"
    reader.picture("the map itself")
    reader.page.locator(".wm").get_by_role("button", name="Full screen").click()
    reader.until(lambda: not reader.page.evaluate(WHOLE), lambda: "there is no way back", SLOW)
    reader.at_rest("back from the whole screen")
    assert reader.years_seen == shown, f"back from the whole screen at {reader.years_seen}"
    reader.the_address_brings_it_back("back from the whole screen")


@pytest.mark.long
def test_full_screen_from_other_pages(welcome: Welcome) -> None:
    reader = welcome()
    for page in ("Capital or port?", "Pictures and slides"):
        far = 2 if page == "Capital or port?" else 1
        reader.to(page)
        before = reader.sees()
        shown = _present(reader, f"on {page}")
        reader.picture(f"from {page}")
        walked = [_walk(reader, key) for key in (*["ArrowRight"] * far, *["ArrowLeft"] * far)]
        assert walked[-1] == shown, "the way back leads elsewhere"
        assert len({shown, *walked}) == far + 1, "another picture looks like the one before"
        _leave(reader)
        reader.until(
            lambda before=before: reader.sees() == before,
            lambda before=before: f"back on the page: {difference(before, reader.sees())}",
        )
        _type(reader)


def _present(reader: Reader, where: str) -> str:
    """Press the button under a picture, and wait until one fills the screen.

    Returns:
        the address of the picture.
    """
    navigation = reader.page.get_by_role("navigation").get_by_role("link")
    reader.presenting.click()
    reader.until(
        lambda: not navigation.count(),
        lambda: f"“Full screen” {where} does nothing: {reader.page.url}",
    )
    reader.until(
        lambda: on_the_whole_screen(reader.page),
        lambda: f"“Full screen” {where} brings no picture: {reader.page.url}",
        SLOW,
    )
    return on_the_whole_screen(reader.page)


def _walk(reader: Reader, key: str) -> str:
    """Press a key, and wait for another picture."""
    reader.quiet()
    before = on_the_whole_screen(reader.page)
    reader.page.keyboard.press(key)
    reader.until(
        lambda: on_the_whole_screen(reader.page) not in ("", before),
        lambda: f"{key} brings no other picture",
        SLOW,
    )
    return on_the_whole_screen(reader.page)


def _leave(reader: Reader) -> None:
    """Leave by Escape, and be back on the page, at the figure seen last if it stands there."""
    last = reader.query.get("picture", ["map"])[0]
    reader.page.keyboard.press("Escape")
    reader.until(
        lambda: (
            not on_the_whole_screen(reader.page)
            and reader.page.get_by_role("navigation").get_by_role("link").count()
        ),
        lambda: f"Escape does not lead back to the page: {reader.page.url}",
        SLOW,
    )
    reader.settled()
    heading = reader.page.locator(f"h2[data-figure={last}]")
    if heading.count():
        expect(heading).to_be_in_viewport()


def _type(reader: Reader) -> None:
    """Write a name with a blank, take some of it back, filter by it, and filter no more."""
    field, keys = reader.name_field, reader.page.keyboard
    field.click()
    keys.type("san x")
    assert field.input_value() == "san x", f"“san x” was typed, “{field.input_value()}” is there"
    keys.press("Backspace")
    keys.press("Backspace")
    assert field.input_value() == "san", f"“san” should be left, “{field.input_value()}” is there"
    keys.press("Enter")
    reader.until(lambda: reader.query.get("q") == ["san"], lambda: f"no q in {reader.page.url}")
    reader.at_rest("a name typed after a presentation")
    keys.press("Control+A")
    keys.press("Delete")
    keys.press("Enter")
    reader.until(lambda: "q" not in reader.query, lambda: f"q is still in {reader.page.url}")
    reader.settled()
