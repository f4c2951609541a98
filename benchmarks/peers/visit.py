"""One browser at one page: what it shows when, and what goes to and fro."""

from __future__ import annotations

import base64
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Route

from benchmarks.peers.servers import PATIENCE, Server

STILL = 800
"""Milliseconds without a new picture or message after which a page is still."""
UNCHANGED = 8
"""Seconds after which a picture counts as unchanged by a step."""
WINDOW = {"width": 1440, "height": 900}
Cost = dict[str, float | None]


class Visit:
    """A page in a browser context of its own, as of somebody who has never been there."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.traffic: Counter[str] = Counter()
        self.context = browser.new_context(viewport=WINDOW, locale="en-GB")
        self.context.add_init_script(path=Path(__file__).with_name("watch.js"))
        self.context.route(self._elsewhere, self._refuse)
        self.page = self.context.new_page()
        self.page.set_default_timeout(1000 * PATIENCE)
        self._listen()

    def close(self) -> None:
        """Leave the page."""
        self.context.close()

    def load(self) -> Cost:
        """Open the page and say what that cost.

        Returns:
            ``first`` and ``whole`` (milliseconds from the request of the page to the first and to
            the last change of the picture), ``cold`` (bytes from the server), ``others`` (requests
            to other hosts, all refused).
        """
        self.page.goto(self.server.address + self.server.peer.path)
        began = self.page.evaluate("performance.timeOrigin")
        end = time.monotonic() + PATIENCE
        while not self.changes() and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        self._wait_until_still(2 * STILL)
        changes = self.changes() or [float("nan")]
        return {
            "first": changes[0] - began,
            "whole": changes[-1] - began,
            "cold": self.traffic["received"],
            "others": self.traffic["others"],
        }

    def steps(self, key: str, years: list[bool]) -> list[Cost]:
        """Press an arrow key on the last year, each time once all is still after the time before.

        Args:
            years: whether something is drawn in another way in the year that each step comes to;
                the figures of other steps are left out.

        Returns:
            One for each step: ``picture`` (milliseconds from the key to the first changed picture),
            ``sent`` and ``received`` (bytes until then), ``later`` (bytes in both directions
            afterwards, until the page is still), ``cpu`` (milliseconds of the server's processor:
            the mean of all these steps, for its clock is coarse).
        """
        self.page.locator(self.server.peer.slider).first.focus()
        self._wait_until_still(STILL)
        before = self.server.spent()
        costs = [cost for changing in years if (cost := self._step(key, changing)) and changing]
        after = self.server.spent()
        if before is not None and after is not None:
            for cost in costs:
                cost["cpu"] = (after - before) / len(years)
        return costs

    def _step(self, key: str, changing: bool) -> Cost:
        for frame in self.page.frames:
            frame.evaluate("__seen.changes.length = 0")
        self.traffic.clear()
        self.page.keyboard.press(key)
        end = time.monotonic() + (UNCHANGED if changing else 0)
        while not self.changes() and time.monotonic() < end:
            self.page.wait_for_timeout(5)
        until = self.traffic.copy()
        self._wait_until_still(STILL)
        changes = self.changes()
        pressed = self.page.evaluate("__seen.pressed")
        return {
            "picture": changes[0] - pressed if changes else None,
            "sent": until["sent"],
            "received": until["received"],
            "later": sum(self.traffic[way] - until[way] for way in ("sent", "received")),
        }

    def changes(self) -> list[float]:
        """When the picture has changed, in any frame of the page."""
        found: list[float] = []
        for frame in self.page.frames:
            try:
                found += frame.evaluate("window.__seen?.changes ?? []")
            except Error:  # a frame that has just gone
                continue
        return sorted(found)

    def _wait_until_still(self, milliseconds: int) -> None:
        end = time.monotonic() + PATIENCE
        quiet_since, before = time.monotonic(), self._traces()
        while time.monotonic() < min(end, quiet_since + milliseconds / 1000):
            self.page.wait_for_timeout(50)
            now = self._traces()
            if now != before:
                quiet_since, before = time.monotonic(), now

    def _traces(self) -> tuple[int, int, int]:
        return len(self.changes()), self.traffic["sent"], self.traffic["received"]

    # --- what goes to and fro ---

    def _elsewhere(self, address: str) -> bool:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and parts.hostname != "127.0.0.1"

    def _refuse(self, route: Route) -> None:
        self.traffic["others"] += 1
        route.abort()

    def _listen(self) -> None:
        line = self.context.new_cdp_session(self.page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", self._loaded)
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.webSocketFrameReceived", lambda event: self._frame("received", event))
        line.on("Network.webSocketFrameSent", lambda event: self._frame("sent", event))

    def _loaded(self, event: dict[str, Any]) -> None:
        self.traffic["received"] += int(event["encodedDataLength"])

    def _asked(self, event: dict[str, Any]) -> None:
        """The body of a request; its head is not counted."""
        self.traffic["sent"] += len(event["request"].get("postData", "").encode())

    def _frame(self, way: str, event: dict[str, Any]) -> None:
        """A frame of the websocket; one of bytes comes in base64."""
        frame = event["response"]
        binary, text = frame["opcode"] == 2, frame["payloadData"]
        self.traffic[way] += len(base64.b64decode(text) if binary else text.encode())
