"""What a reader must find again on the map: after a wider filter, in full screen, by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.atlas import Atlas
from tests.browser.world_map import Drawn

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]

COVERED = """name => {
  const { x, y, width, height } = name.getBoundingClientRect();
  return !name.contains(document.elementFromPoint(x + 2, y + height / 2));
}"""
"""Whether something lies over the beginning of a line."""
STRETCHED = """() => {
  const canvas = document.querySelector(".wm-above");
  const { width, height } = canvas.getBoundingClientRect();
  return (canvas.width / width) / (canvas.height / height);
}"""


def test_a_wider_filter_shows_the_whole_and_a_narrower_one_stays(visit: Visit) -> None:
    drawn = Drawn(visit("?lang=en"))
    drawn.page.locator(".wm-in").click()
    drawn.until("w.camera.zoom === 2")
    drawn.page.locator(".wm-legend button", has_text="Beijing").click()
    drawn.until("w.layout.homes.length === 1")
    drawn.rest()
    assert drawn.zoom == 2
    drawn.page.locator(".wm-legend button", has_text="Beijing").click()
    drawn.until("w.layout.homes.length === 2")
    drawn.rest()
    assert drawn.zoom == 1


def test_what_hovering_names_a_click_opens(visit: Visit) -> None:
    """Also at the edge of what belongs to a mark."""
    drawn = Drawn(visit("?lang=en"))
    mark, box, mouse = drawn.marks()["windhoek"], drawn.box, drawn.page.mouse
    tip = drawn.page.locator(".wm-tip")
    named = 0
    for far in range(int(mark["r"]), int(mark["r"]) + 12):
        mouse.move(box["x"] + 5, box["y"] + 5)
        mouse.move(box["x"] + mark["x"] - far, box["y"] + mark["y"])
        if not tip.is_visible():
            break
        named = far
    assert named > mark["r"], "only the mark itself is named"
    mouse.click(box["x"] + mark["x"] - named, box["y"] + mark["y"])
    drawn.until("w.partner === 'windhoek'")


def test_on_a_tablet_the_card_lies_beside_the_open_sidebar(visit: Visit) -> None:
    atlas = visit("?lang=en&partner=osaka", size=(820, 1180))
    sidebar = atlas.page.get_by_test_id("stSidebar")
    assert not atlas.card_name.evaluate(COVERED)
    sidebar.hover()
    sidebar.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    sidebar.wait_for(state="hidden")
    atlas.quiet()
    assert not atlas.card_name.evaluate(COVERED)
    edge = atlas.page.locator(".st-key-atlas > :last-child").bounding_box()
    assert edge and edge["x"] == 0


def test_full_screen_on_a_phone_keeps_its_shape_and_has_the_keys(visit: Visit) -> None:
    drawn = Drawn(visit("?lang=en", size=(390, 844)))
    drawn.page.locator(".wm-full").click()
    drawn.page.wait_for_function("() => document.fullscreenElement")
    drawn.rest()
    assert drawn.page.evaluate(STRETCHED) == pytest.approx(1, abs=0.01)
    last = drawn.tells("w.bar.years[1]")
    drawn.page.keyboard.press(",")
    drawn.until(f"w.bar.years[1] === {last - 1}")
    drawn.page.keyboard.press(" ")
    drawn.until(f"w.bar.years[1] === {last}")
    assert drawn.page.evaluate("() => Boolean(document.fullscreenElement)")
