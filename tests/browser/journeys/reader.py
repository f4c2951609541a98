"""A reader: comes to the atlas by its front door and uses nothing but mouse and keys."""

from __future__ import annotations

import re
from contextlib import suppress

from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.contact_sheet import ContactSheet
from tests.browser.journeys.eyes import Eyes
from tests.browser.journeys.seeing import Seen, difference, seen, untold
from tests.browser.listening import Listener
from tests.browser.server import Server

PAGES = {
    "Map": "",
    "Capital or port?": "choice",
    "Same country": "same_country",
    "Timeline": "timeline",
    "Prospects": "prospects",
    "Checking the article": "article",
    "Data": "data",
    "Pictures and slides": "slides",
}
"""The pages and their parts of the address, in the order of the navigation."""
CHINESE = {"Play": "播放", "Pause": "暂停", "Close": "关闭"}
"""Names of buttons that are pressed while the page speaks Chinese."""
LOADED = "(e) => e.complete && e.naturalWidth > 0"


class Reader(Eyes):
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

    # --- where he goes ---------------------------------------------------------------------------

    def to(self, page: str) -> None:
        """Go to a page by the navigation at the top, in whatever language it is."""
        link = self.page.get_by_role("navigation").get_by_role("link").nth(list(PAGES).index(page))
        link.click()
        path = PAGES[page]
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

    def button(self, name: str) -> Locator:
        """The first button of this English name, in the language that the page speaks."""
        either = re.compile(f"^({'|'.join(map(re.escape, (name, CHINESE.get(name, name))))})$")
        return self.page.get_by_role("button", name=either).first

    @property
    def presenting(self) -> Locator:
        """The button under the first picture of a page that shows it on the whole screen."""
        buttons = self.page.get_by_test_id("stButton").get_by_role("button", name="Full screen")
        return buttons.first

    def choose(self, box: str, text: str) -> None:
        """Type into a box in which one chooses, take the first that is offered, and go on."""
        before = self.headline
        field = self.page.get_by_role("combobox", name=box, exact=True)
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
        in_time = False
        with suppress(TimeoutError):  # pressed once: pressed again, it might say Play by then
            self.button("Pause").click(timeout=5000)
            in_time = True
        self.stands_still()
        return in_time

    def stands_still(self) -> None:
        """See that the years do not play, or no longer."""
        self.until(lambda: self.button("Play").is_visible(), lambda: "the years do not stop", SLOW)

    # --- what an address is worth ---------------------------------------------------------------

    def copied_link(self) -> str:
        """The address that the button for it puts into the clipboard."""
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("navigator.clipboard.writeText('')")
        self.page.get_by_role("button", name="Copy link").first.click()
        copied = ""

        def comes() -> bool:
            nonlocal copied
            copied = self.page.evaluate("navigator.clipboard.readText()")
            return bool(copied)

        self.until(comes, lambda: "nothing is copied")
        return copied

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
