"""A page of the app as a reader sees and uses it."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.listening import Listener
from tests.browser.server import Server

PATIENCE = 30_000
"""Milliseconds until a thing that should happen counts as not happening, on a busy machine."""
SLOW = 60_000
"""Milliseconds for what is drawn on the server; the first picture of a run takes longest."""

MAP = ".wm-above"

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)

HEADER, ROW = 34, 30
"""Heights in the list of ties, in pixels."""

ALIKE, LOOK = 4, 120
"""So many looks in a row have to be alike, so many milliseconds apart, for a page to be at rest."""
STANDS = """() => document.querySelector("[data-test-script-state=notRunning]")
  ? document.querySelector("[data-testid=stMain]")?.innerText + location.href
    + document.querySelector(".wm")?.dataset.drawn : \"\""""
"""What is read on a page, its address, and what of the map is drawn; nothing while the app is at
work."""

expect.set_options(timeout=PATIENCE)


class Atlas:
    """One page of the app in the browser: what a reader sees and does, and what goes wrong."""

    def __init__(self, page: Page, server: Server, heard: Listener | None = None) -> None:
        self.page, self.server = page, server
        self.heard = heard or Listener(page, server.host)
        page.set_default_timeout(PATIENCE)

    def go(self, query: str = "", shows: str = MAP) -> None:
        """Open the page at an address and wait until it has drawn what it shows (a selector)."""
        self.page.goto(f"{self.server.address}/{query}")
        expect(self.page.locator(shows).first).to_be_visible(timeout=SLOW)
        self.quiet()

    def quiet(self) -> None:
        """Wait until the app has nothing more to do for this reader, and what is read stands still.

        Years are sent only when they rest, and what comes back is drawn part by part: so a few
        looks in a row have to be alike.
        """
        looks: list[str] = []
        end = time.monotonic() + SLOW / 1000
        while time.monotonic() < end:
            looks = [*looks, self.page.evaluate(STANDS)][-ALIKE:]
            if len(looks) == ALIKE and len(set(looks)) == 1 and looks[0]:
                return
            self.page.wait_for_timeout(LOOK)
        raise AssertionError("the page does not come to rest")

    def new_faults(self) -> list[str]:
        """All that went wrong since last asked, unseen or seen."""
        text = self.page.evaluate("document.body.innerText")
        seen = [word for word in ("Traceback", "encountered an error") if word in text]
        if self.page.locator('[data-testid="stException"]').count():
            seen.append("an exception is shown")
        return [*self.heard.told(), *(f"on the page: {word}" for word in seen)]

    @property
    def map(self) -> Locator:
        return self.page.locator(MAP).first

    @property
    def finding(self) -> Locator:
        return self.page.locator(".finding")

    @property
    def years(self) -> list[Locator]:
        """The two handles of the years."""
        handles = self.page.get_by_role("slider")
        return [handles.first, handles.nth(1)]

    @property
    def figures(self) -> Locator:
        return self.page.locator(".figures")

    @property
    def card(self) -> Locator:
        return self.page.locator(".st-key-card")

    @property
    def card_name(self) -> Locator:
        return self.page.locator(".card-name")

    @property
    def tip(self) -> Locator:
        return self.page.locator(".wm-tip")

    def widget(self, key: str) -> Locator:
        return self.page.locator(f".st-key-{key}")

    @property
    def query(self) -> dict[str, list[str]]:
        """The parameters of the address bar."""
        return parse_qs(urlsplit(self.page.url).query, keep_blank_values=True)

    def expect_query(self, **wanted: Any) -> None:
        """Wait until the address bar holds these parameters and no others."""
        wanted = {
            name: value if isinstance(value, list) else [value] for name, value in wanted.items()
        }
        with suppress(Exception):
            self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == wanted)
        assert self.query == wanted, f"{self.query} instead of {wanted}"

    def press(self, key: str, times: int = 1, handle: int = 1) -> None:
        """Press a key on a handle of the years, as fast as the browser takes it."""
        self.years[handle].focus()
        for _ in range(times):
            self.page.keyboard.press(key)

    def hover_map(self, x: float, y: float) -> None:
        """Move the mouse to a point of the map, in pixels from its corner, as a hand does."""
        self.map.scroll_into_view_if_needed()
        box = self.map.bounding_box()
        assert box
        self.page.mouse.move(box["x"] + x - 3, box["y"] + y)
        self.page.mouse.move(box["x"] + x, box["y"] + y)

    def click_map(self, x: float, y: float) -> None:
        """Click on a point of the map, coming from beside it."""
        self.hover_map(x, y)
        self.page.mouse.down()
        self.page.mouse.up()

    def click_list(self, row: int | None = None, column: int = 0) -> None:
        """Click a cell of the list, which is a canvas; no row means the header.

        The list answers from the moment it has put its hidden cells beside the canvas.
        """
        grid = self.widget("list").get_by_test_id("data-grid-canvas")
        expect(grid.get_by_test_id("glide-cell-0-0")).to_be_attached()
        grid.scroll_into_view_if_needed()
        box = grid.bounding_box()
        assert box
        y = HEADER / 2 if row is None else HEADER + ROW * (row + 0.5)
        self.page.mouse.click(box["x"] + 25 + 100 * column, box["y"] + y)
