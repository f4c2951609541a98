"""Readers with real browsers: a filter is changed by a click, until page and map have changed."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Page, async_playwright

from benchmarks.load.reader import Seen
from benchmarks.load.session import Failed
from benchmarks.peers.__main__ import FLAGS, executable
from benchmarks.peers.visit import WINDOW

PATIENCE = 60_000
"""Milliseconds after which what should come counts as not coming."""
AT_LEAST = {"homes": 1, "levels": 1, "roles": 0}
"""The filters that are clicked, and how many of their options stay chosen."""
ARE_CHOSEN = "(all) => all.map((one) => one.hasAttribute('data-selected'))"
RESTS = "() => document.querySelector('[data-test-script-state=notRunning]')"
DRAWN = """(keys) => document.querySelector(".caption .subtitle")
  && document.querySelector(".wm")?.dataset.drawn
  && keys.every((key) =>
    document.querySelector(`.st-key-${key} button[aria-pressed]`))
"""
BEFORE = """() => {
  const { data, drawing } = document.querySelector(".wm").worldMap;
  const says = document.querySelector(".caption .subtitle").innerText;
  window.before = { says, layout: drawing.layout, address: data.layout };
}"""
CHANGED = """() => {
  const { data, drawing } = document.querySelector(".wm").worldMap;
  const rests = document.querySelector("[data-test-script-state=notRunning]");
  const same = data.layout === before.address && rests;
  return document.querySelector(".caption .subtitle")?.innerText !== before.says
    && (drawing.layout !== before.layout || same);
}"""
"""The line below the figures, the last that is drawn, says the new filters, and the map is drawn
from another layout; or there is no other, because the filter changes nothing on it."""


@dataclass
class Window:
    """A reader before a browser of his own.

    Args:
        page: of the browser.
        seen: where it is noted how long he waits.
        pause: seconds that he thinks between two clicks, on average.
        chance: what decides.
    """

    page: Page
    seen: Seen
    pause: float
    chance: random.Random

    async def stay(self, address: str, seconds: float) -> None:
        """Come, click on one filter after another for so long."""
        self.page.set_default_timeout(PATIENCE)
        await self.seen.timed("first page", lambda: self._come(address))
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            await asyncio.sleep(self.chance.expovariate(1 / self.pause))
            await self.seen.timed("filter", self._filter)

    async def _come(self, address: str) -> None:
        await self.page.goto(address, wait_until="commit")
        await self.page.wait_for_function(DRAWN, arg=list(AT_LEAST))

    async def _filter(self) -> None:
        key = self.chance.choice(list(AT_LEAST))
        await self.page.wait_for_function(RESTS)
        options = self.page.locator(f".st-key-{key} button[aria-pressed]")
        chosen = await options.evaluate_all(ARE_CHOSEN)
        some = sum(chosen)
        drop = some > AT_LEAST[key] and (len(chosen) - some < 2 or self.chance.random() < 0.5)
        numbers = [number for number, one in enumerate(chosen) if one == drop]
        if not numbers:
            raise Failed(f"the filter {key} has no option to be clicked")
        await self.page.evaluate(BEFORE)
        await options.nth(self.chance.choice(numbers)).click()
        await self.page.wait_for_function(CHANGED, polling="raf")


@asynccontextmanager
async def windows(count: int, seen: Seen, pause: float) -> AsyncIterator[list[Window]]:
    """One browser without a window, and so many readers in it who know nothing of each other."""
    async with async_playwright() as playwright:
        path = executable(playwright.chromium.executable_path)
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            contexts = [
                await browser.new_context(viewport=WINDOW, locale="en-GB") for _ in range(count)
            ]
            yield [
                Window(await context.new_page(), seen, pause, random.Random(number))
                for number, context in enumerate(contexts)
            ]
        finally:
            await browser.close()
