"""A reader: comes to the atlas by its front door and uses nothing but mouse and keys."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from tests.browser.atlas import PATIENCE, SLOW, Atlas
from tests.browser.journeys.contact_sheet import ContactSheet
from tests.browser.journeys.marks import Colour, Mark, marks_in
from tests.browser.journeys.seeing import Seen, difference, seen, untold
from tests.browser.listening import Listener
from tests.browser.server import Server

PAGES = ("Map", "Strategy", "Rivals", "Article", "Slides")
"""In the order of the navigation."""
CHINESE = {"Play": "播放", "Pause": "暂停", "Full screen": "全屏演示", "Close": "关闭"}
"""Names of buttons that are pressed while the page speaks Chinese."""
LOADED = "(e) => e.complete && e.naturalWidth > 0"
A_MOMENT = 60
"""Milliseconds between two looks."""


class Reader(Atlas):
    """What one reader does and sees.

    Args:
        context: a browser of his own.
        journey: what his pictures are called by.
    """

    def __init__(
        self, context: BrowserContext, server: Server, sheet: ContactSheet, journey: str
    ) -> None:
        heard = Listener(context, server.host)  # before the first page is opened
        super().__init__(context.new_page(), server, heard)
        self.context, self.sheet, self.journey = context, sheet, journey

    def arrive(self) -> None:
        """Come to the front door, the only address that is ever typed."""
        self.go()

    def picture(self, name: str) -> None:
        """Take a picture of what is seen, for the contact sheet."""
        self.sheet.add(self.journey, name, self.page.screenshot(type="jpeg", quality=85))

    def until(
        self, holds: Callable[[], Any], otherwise: Callable[[], str], patience: int = PATIENCE
    ) -> None:
        """Wait until something holds; if it never does, say what is wrong."""
        end = time.monotonic() + patience / 1000
        while time.monotonic() < end:
            if holds():
                return
            self.page.wait_for_timeout(A_MOMENT)
        assert holds(), otherwise()

    # --- where he goes ---------------------------------------------------------------------------

    def to(self, page: str) -> None:
        """Go to a page by the navigation at the top, in whatever language it is."""
        link = self.page.get_by_role("navigation").get_by_role("link").nth(PAGES.index(page))
        link.click()
        path = "" if page == "Map" else page.lower()
        wanted = re.compile(re.escape(f"{self.server.address}/{path}") + r"(\?.*)?$")
        expect(self.page).to_have_url(wanted)
        expect(link).to_have_attribute("aria-current", "page")
        self.settled()

    def settled(self, before: str = "") -> None:
        """Wait until the page has a finding (another than before), and nothing is left to do."""
        heading = self.page.locator("h1")  # a list that is open hides all else from its role
        expect(heading).to_have_count(1, timeout=SLOW)
        if before:
            expect(heading).not_to_have_text(before, timeout=SLOW)
        self.quiet()

    @property
    def headline(self) -> str:
        """The finding above the page."""
        return self.page.locator("h1").inner_text()

    def button(self, name: str) -> Locator:
        """The first button of this English name, in the language that the page speaks."""
        either = re.compile(f"^({'|'.join(map(re.escape, (name, CHINESE.get(name, name))))})$")
        return self.page.get_by_role("button", name=either).first

    def choose(self, box: str, text: str) -> None:
        """Type into a box in which one chooses, take the first that is offered, and go on."""
        before = self.headline
        field = self.page.get_by_role("combobox", name=box)
        field.click()
        field.press_sequentially(text)
        field.press("Enter")
        self.settled(before)
        field.press("Escape")

    def type_name(self, text: str) -> None:
        """Type letter by letter into the filter by name, and press Enter."""
        field = self.name_field
        field.click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    @property
    def name_field(self) -> Locator:
        """Where a name is typed, in either language."""
        return self.page.get_by_role("region").get_by_role("textbox").first

    def play(self) -> None:
        """Let the years play, and see them go on."""
        before = self.years_seen
        self.button("Play").click()
        self.until(
            lambda: self.years_seen not in ([], before),
            lambda: f"the years do not play: {self.years_seen}",
        )

    def pause(self) -> bool:
        """Pause the years.

        Returns:
            whether there was time for it; at the last year they stop by themselves.
        """
        pressed = False

        def stands() -> bool:
            nonlocal pressed
            if self.button("Play").is_visible():
                return True
            with suppress(TimeoutError):
                self.button("Pause").click(timeout=2000)
                pressed = True
            return False

        self.until(stands, lambda: "the years do not stop")
        return pressed

    # --- what he sees ----------------------------------------------------------------------------

    def sees(self) -> Seen:
        """All that an address must bring back."""
        return seen(self.page)

    def figure(self, name: str) -> int:
        """One of the key figures under the map."""
        tile = self.figures.locator("div", has_text=re.compile(f"^{name}"))
        return int(tile.locator("b").inner_text())

    def colours(self) -> list[Colour]:
        """The colours of the homes shown, from the dots beside their figures."""
        found: list[Colour] = self.figures.evaluate(
            """(e) => [...e.querySelectorAll("i")].map(
              (dot) => getComputedStyle(dot).backgroundColor.match(/\\d+/g).map(Number))"""
        )
        return found

    def marks(self, number: int, drawing: Locator | None = None) -> list[Mark]:
        """The marks on a drawn map, in pixels from its corner, once there are as many as expected.

        Args:
            number: how many there must be.
            drawing: the map; if none is given, the one to explore.
        """
        colours, found = self.colours(), list[Mark]()

        def as_many() -> bool:
            found[:] = marks_in((drawing or self.map).screenshot(), colours)
            return len(found) == number

        self.until(
            as_many, lambda: f"{len(found)} marks are drawn on the map instead of {number}: {found}"
        )
        return found

    def pointed_at(self, mark: Mark, not_: str = "") -> str:
        """The name that the map shows when the mouse comes to a mark."""
        name = self.tip.locator("b")

        def tells() -> bool:
            self.hover_map(mark.x, mark.y)
            return name.is_visible() and name.inner_text() not in ("", not_)

        self.until(tells, lambda: f"the map says nothing about the mark at {mark}")
        return name.inner_text()

    def rows(self) -> list[str]:
        """The partners in the list beside the map as it stands there now, from the top."""
        return self.widget("list").locator("td[role=gridcell][aria-colindex='1']").all_inner_texts()

    def listed(self) -> list[str]:
        """The partners in the list, once it has as many rows as there are ties."""
        table = self.widget("list").get_by_role("grid", include_hidden=True)
        rows = str(1 + self.figure("Ties"))
        expect(table).to_have_attribute("aria-rowcount", rows)
        return self.rows()

    @property
    def years_seen(self) -> list[int]:
        """The years on the slider: first and last, or the last alone."""
        years: list[int] = self.sees()["the years"]
        return years

    # --- what an address is worth ----------------------------------------------------------------

    def at_rest(self, when: str) -> None:
        """Wait until nothing moves, and the address says what is seen.

        Args:
            when: the moment, in words, for the message.
        """
        self.quiet()
        self.until(
            lambda: not untold(self.sees(), self.query),
            lambda: f"{when}, the address {self.page.url} says {untold(self.sees(), self.query)}",
        )

    def the_address_brings_it_back(self, when: str) -> None:
        """What a colleague sees who opens the copied address is what this reader sees.

        Args:
            when: the moment, in words, for the message.
        """
        mine, address = self.sees(), self.page.url
        tab = self.context.new_page()
        tab.goto(address)
        self._comes_to(tab, mine, f"{when}: the address {address} opens as something else")
        tab.close()

    def reload(self, when: str) -> None:
        """Reload, and see the same as before at the same address."""
        mine, address = self.sees(), self.page.url
        self.page.reload()
        self._comes_to(self.page, mine, f"{when}: reloading {address} shows something else")
        assert self.page.url == address, f"{when}: reloading changed {address} to {self.page.url}"
        self.quiet()

    def _comes_to(self, page: Page, wanted: Seen, otherwise: str) -> None:
        """Wait until a page shows what is wanted."""
        page.locator("h1").wait_for(timeout=SLOW)
        self.until(
            lambda: seen(page) == wanted,
            lambda: f"{otherwise} ({difference(wanted, seen(page))})",
        )
