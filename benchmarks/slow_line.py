"""How long a reader on a slow line waits, and for what.

    python -m benchmarks.slow_line [--lang en] [--page ""] [--again]

A browser that has never been here opens a page of the atlas over a line of so many KB a second and
so many milliseconds of latency (Chromium's own emulation, websockets too). Told are the seconds
until the finding and the figures can be read and until the map is drawn, and the bytes of HTTP by
kind as they went over the line. With ``--again`` the same browser comes a second time.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.browser.chromium import launched
from tests.browser.server import Server

PATIENCE = 180
"""Seconds until a thing that should come counts as not coming."""
MOMENTS = {
    "finding, figures in text": "Boolean(document.querySelector('.first-words dd, .figures b'))",
    "finding in the app": "Boolean(document.querySelector('.finding')?.innerText)",
    "figures in the app": "Boolean(document.querySelector('.figures b')?.innerText)",
    "map": "Boolean(document.querySelector('.wm')?.dataset.drawn)",
}
"""What a reader of the map waits for, as the page shows it."""


@dataclass
class Line:
    """A page that comes over a slow line.

    Attributes:
        page: of the browser.
        kilobytes: a second, in either direction.
        latency: milliseconds of every request.
        bytes: of HTTP as they went over the line, by kind; of websockets unpacked.
    """

    page: Page
    kilobytes: int
    latency: int
    bytes: Counter[str] = field(default_factory=Counter)
    urls: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.on("Network.responseReceived", self._named)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._frame)
        session.send("Network.enable")
        speed = {
            "downloadThroughput": self.kilobytes * 1024,
            "uploadThroughput": self.kilobytes * 1024,
        }
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": self.latency, **speed},
        )

    def _named(self, told: dict[str, Any]) -> None:
        self.urls[told["requestId"]] = told["response"]["url"]

    def _finished(self, told: dict[str, Any]) -> None:
        self.bytes[kind(self.urls.get(told["requestId"], ""))] += int(told["encodedDataLength"])

    def _frame(self, told: dict[str, Any]) -> None:
        self.bytes["messages"] += len(told["response"]["payloadData"]) * 3 // 4

    def open(self, address: str) -> dict[str, float]:
        """Open a page, and tell the seconds until each of :data:`MOMENTS`.

        What does not come within :data:`PATIENCE` is left out.
        """
        began = time.monotonic()
        self.page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
        seen: dict[str, float] = {}
        while len(seen) < len(MOMENTS) and time.monotonic() - began < PATIENCE:
            for name, there in MOMENTS.items():
                if name not in seen and self.page.evaluate(there):
                    seen[name] = time.monotonic() - began
            self.page.wait_for_timeout(100)
        return seen


def kind(address: str) -> str:
    """What an address brings: code of the framework, fonts, land, or what a page shows."""
    if ".woff2" in address:
        return "own fonts" if "/app/static/" in address else "the framework’s fonts"
    if "/app/static/" in address:
        return "land"
    return "the framework’s code" if "/static/" in address else "pages and data"


def visited(context: BrowserContext, address: str, asked: argparse.Namespace) -> None:
    """Come by a slow line, and print what was waited for."""
    page = context.new_page()
    line = Line(page, asked.kilobytes, asked.latency)
    seen = line.open(address)
    page.wait_for_timeout(5000)  # what is still on its way, fonts above all
    for name, seconds in seen.items():
        print(f"{name:24}{seconds:8.1f} s")
    for name, size in line.bytes.most_common():
        print(f"{name:24}{size / 1000:8,.0f} KB")
    print(f"{'all':24}{line.bytes.total() / 1000:8,.0f} KB\n", flush=True)
    page.close()


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("en", "zh"), default="en")
    parser.add_argument("--page", default="")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--kilobytes", type=int, default=50)
    parser.add_argument("--latency", type=int, default=400)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "log.txt")
        browser = launched(playwright)
        try:
            server.wait_until_healthy()
            context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
            address = f"{server.address}/{asked.page}?lang={asked.lang}"
            for _ in range(2 if asked.again else 1):
                visited(context, address, asked)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
