"""The world map by hand: partners chosen by their marks, the map moved by all that moves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.ties.roster import LEVELS, load_roster
from geo.ties.select import select
from geo.ties.view import View
from tests.browser.atlas import Atlas
from tests.browser.world_map import Drawn

pytestmark = pytest.mark.browser
Visit = Callable[..., Atlas]
ROSTER = load_roster()
DEFAULT = View.default(ROSTER)
AT_REST = """async (e) => {
  for (let last = -1; last !== e.scrollTop; ) {
    last = e.scrollTop;
    await new Promise((done) => setTimeout(done, 200));
  }
  return e.scrollTop;
}"""
"""How far the page is scrolled, once it has run out."""
OPEN = "(name) => document.querySelector('.card-name')?.innerText.includes(name)"


# --- choosing ------------------------------------------------------------------------------------


@pytest.mark.long
def test_cards_are_opened_by_a_click_on_their_own_mark(visit: Visit) -> None:
    drawn = _all_levels(visit)
    _open_cards(drawn, list(drawn.marks())[::8])
    # the small marks of the world, which are enlarged on Europe, lie together: they are offered
    together = ["antwerp", "athens", "hamburg", "helsinki"]
    small = {mark["place"]: mark for mark in drawn.all_marks() if mark["r"] < 4}
    for place in together:
        drawn.click(small[place]["x"], small[place]["y"])
        offered = drawn.atlas.page.locator(".wm-several").get_by_role("menuitem")
        assert offered.count() > 1
        offered.get_by_text(small[place]["name"], exact=True).click()
        drawn.atlas.page.wait_for_function(OPEN, arg=small[place]["name"])


@pytest.mark.long
def test_every_partners_card_is_opened_by_a_click_on_its_own_mark(visit: Visit) -> None:
    drawn = _all_levels(visit)
    everybody = set(select(ROSTER, DEFAULT.but(levels=LEVELS))["place"])
    assert set(drawn.marks()) == everybody
    _open_cards(drawn, list(drawn.marks()))


def _all_levels(visit: Visit) -> Drawn:
    """The map of all levels, in a window in which the card stands beside it."""
    levels = "".join(f"&level={level}" for level in LEVELS)
    return Drawn(visit(f"?lang=en{levels}", size=(2200, 1200)))


def _open_cards(drawn: Drawn, places: list[str]) -> None:
    marks, box, page = drawn.marks(), drawn.box, drawn.atlas.page
    for place in places:
        mark = marks[place]
        page.mouse.click(box["x"] + mark["x"], box["y"] + mark["y"])
        page.wait_for_function(OPEN, arg=mark["name"])
        assert mark["name"] == ROSTER.places.loc[place, "name_en"]
    drawn.atlas.expect_query(lang="en", level=list(LEVELS), partner=places[-1])


@pytest.mark.long
def test_every_mark_of_the_first_picture_is_chosen_by_its_own_click(visit: Visit) -> None:
    """What the map tells at every click, without waiting for the card each time."""
    atlas = visit("?lang=en")
    drawn = Drawn(atlas)
    everybody = set(select(ROSTER, DEFAULT)["place"])
    assert set(drawn.marks()) == everybody
    drawn.tells(
        """(w.kept = w.tell, w.told = [],
          w.tell = { ...w.tell, trigger: (_, { slug }) => w.told.push(slug) })"""
    )
    marks, box = drawn.marks(), drawn.box
    for mark in marks.values():
        atlas.page.mouse.click(box["x"] + mark["x"], box["y"] + mark["y"])
    assert drawn.tells("w.told") == list(marks)
    drawn.tells("(w.tell = w.kept, w.partner = '', w.redraw(false, true))")
    # an open card lies over the right of the map: the partner comes out from under it
    drawn.choose("montreal")
    expect(atlas.card_name).to_contain_text("Montreal")
    card = atlas.card.bounding_box()
    assert card
    edge = card["x"] - drawn.box["x"]
    drawn.until(f"w.drawing.markOf(w.numberOf('montreal')).x < {edge}")
    drawn.rest()
    assert not drawn.faults_of_names()
    atlas.page.get_by_role("button", name="Close").click()
    expect(atlas.card).to_have_count(0)
    drawn.until("w.camera.zoom === 1")


# --- mouse and keys ------------------------------------------------------------------------------


def test_mouse_keys_and_buttons_move_the_map_and_choose_on_it(visit: Visit) -> None:
    atlas = visit("?lang=en")
    drawn, page = Drawn(atlas), atlas.page
    whole = europe(drawn)
    assert whole, "Europe is not enlarged"
    box = drawn.box

    def put(x: float, y: float) -> None:
        page.mouse.move(box["x"] + x, box["y"] + y)

    put(400, 250)
    page.mouse.wheel(0, -120)
    drawn.until("w.camera.zoom > 1.2")
    assert not europe(drawn)
    page.mouse.down()
    at = drawn.tells("w.camera.x")
    put(440, 250)
    put(480, 250)
    page.mouse.up()
    drawn.until(f"w.camera.x > {at}")
    assert "partner" not in atlas.query, "who drags the map chooses nobody"
    drawn.tool("whole")
    drawn.until("w.camera.zoom === 1 && !w.frame")
    assert europe(drawn) == whole
    expect(page.locator(".wm-whole")).to_be_hidden()

    put(300, 450)
    page.mouse.dblclick(box["x"] + 300, box["y"] + 450)
    drawn.until("w.camera.zoom === 2")
    drawn.tool("in")
    drawn.until("w.camera.zoom === 4")
    drawn.tool("out")
    drawn.until("w.camera.zoom === 2")
    while drawn.zoom > 1:
        page.mouse.wheel(0, 100)
        drawn.until("!w.frame")
    page.mouse.dblclick(box["x"] + whole[0] + 9, box["y"] + whole[1] + 9)
    drawn.until("w.camera.zoom > 1.5")  # from the enlarged Europe into Europe

    page.locator(".wm-map").focus()
    page.keyboard.press("0")
    drawn.until("w.camera.zoom === 1")
    page.emulate_media(reduced_motion="reduce")
    for key, zoom in (("+", 1.6), ("+", 2.56), ("-", 1.6), ("0", 1)):
        page.keyboard.press(key)
        assert drawn.zoom == pytest.approx(zoom), "there is motion on the way"
    page.keyboard.press("ArrowRight")
    first = drawn.tells("w.layout.places[w.pointing.focused]")
    expect(page.locator(".wm-heard")).to_contain_text(first["name"])
    page.keyboard.press("ArrowRight")
    place = drawn.tells("w.layout.places[w.pointing.focused].place")
    assert place != first["place"]
    page.keyboard.press("Enter")
    expect(atlas.card_name).to_contain_text(ROSTER.places.loc[place, "name_en"])
    atlas.expect_query(lang="en", partner=place)
    page.locator(".wm-map").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(atlas.card).to_have_count(0)

    drawn.rest()
    box = drawn.box
    for place in ("casablanca", "vladivostok", "sao-paulo", "dunedin"):  # at every edge
        mark = drawn.marks()[place]
        put(mark["x"], mark["y"])
        tip = page.locator(".wm-tip")
        expect(tip).to_contain_text(mark["name"])
        shown = tip.bounding_box()
        assert shown
        assert box["x"] <= shown["x"] and shown["x"] + shown["width"] <= box["x"] + box["width"]
        assert box["y"] <= shown["y"] and shown["y"] + shown["height"] <= box["y"] + box["height"]


def europe(drawn: Drawn) -> list[float] | None:
    """Where Europe is drawn enlarged, if it is: by its pixels, the corner of its frame is there."""
    found: list[float] | None = drawn.tells(
        "w.drawing.drawn.length < 2 ? null : w.layout.parts[1].projection.box"
    )
    return found


# --- fingers -------------------------------------------------------------------------------------


def test_one_finger_scrolls_the_page_and_two_move_the_map(visit: Visit) -> None:
    atlas = visit("?lang=zh", size=(390, 700), touch=True)
    drawn = Drawn(atlas)
    hand = Hand(drawn)
    hand.down((180, 300))
    for step in range(1, 9):
        hand.move((180, 300 - 20 * step))
    expect(drawn.page.locator(".wm-hint")).to_be_visible()
    expect(drawn.page.locator(".wm-hint")).to_have_text("用两指移动地图")
    hand.up()
    main = drawn.page.get_by_test_id("stMain")
    drawn.page.wait_for_function("(e) => e.scrollTop > 60", arg=main.element_handle())
    drawn.rest()  # what was thrown runs out
    assert drawn.zoom == 1 and "partner" not in atlas.query
    drawn.page.locator(".wm-map").evaluate("(e) => e.scrollIntoView()")
    scrolled = main.evaluate(AT_REST)

    under = drawn.tells("(180 - w.camera.x) / w.camera.scale")
    hand.down((150, 90), (210, 90))
    for step in range(1, 7):
        hand.move((150 - 10 * step, 90), (210 + 10 * step, 90))
    hand.up()
    assert drawn.zoom == pytest.approx(3, abs=0.05)
    assert drawn.tells(f"w.camera.x + w.camera.scale * {under}") == pytest.approx(180, abs=2)
    assert main.evaluate("(e) => e.scrollTop") == scrolled
    assert not drawn.faults_of_names()
    assert len(europe(drawn) or []) == 0
    drawn.tool("whole")
    drawn.until("w.camera.zoom === 1 && !w.frame")

    assert drawn.choose("athens", hand.tap), "nothing is offered where several lie together"
    expect(atlas.card_name).to_contain_text(ROSTER.places.loc["athens", "name_zh"])


class Hand:
    """Fingers on the map, in pixels from its corner."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.touch = drawn.page.context.new_cdp_session(drawn.page)

    def down(self, *points: tuple[float, float]) -> None:
        self.box = self.drawn.box
        self._send("touchStart", points)

    def move(self, *points: tuple[float, float]) -> None:
        self._send("touchMove", points)

    def up(self) -> None:
        self._send("touchEnd", ())

    def tap(self, x: float, y: float) -> None:
        self.down((x, y))
        self.up()

    def _send(self, kind: str, points: Any) -> None:
        left, top = self.box["x"], self.box["y"]
        at = [{"x": left + x, "y": top + y, "id": n} for n, (x, y) in enumerate(points)]
        self.touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
