"""What a reader sees, on the page and in the pixels of its map."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.atlas import PATIENCE, Atlas
from tests.browser.journeys.marks import Colour, Mark, marks_in
from tests.browser.journeys.seeing import Seen, seen

A_MOMENT = 60
"""Milliseconds between two looks."""

HOMES = """() => {
  const { drawing, camera: { scale, x, y } } = document.querySelector(".wm").worldMap;
  const seen = drawing.layout.homes.filter((home) => home.x !== undefined);
  const middles = seen.map((home) => [x + scale * home.x, y + scale * home.y]);
  return [...middles.map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]),
    ...drawing.arrows.map((arrow) => arrow.box)];
}"""
"""Where the map has the marks of the homes, and arrows to those out of sight: no partners."""


class Eyes(Atlas):
    """A page of the app, looked at closely."""

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

    @property
    def headline(self) -> str:
        """The finding above the page."""
        return self.page.locator("h1").inner_text()

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

    def marks(self, number: int) -> list[Mark]:
        """The partners' marks on the map, in pixels from its corner, once there are that many."""
        colours, found = self.colours(), list[Mark]()
        self.page.mouse.move(1, 1)  # the lines of a partner that is pointed at have its colour

        def as_many() -> bool:
            homes = self.page.evaluate(HOMES)
            found[:] = [
                mark
                for mark in marks_in(self.map.screenshot(), colours)
                if not any(x1 <= mark.x <= x2 and y1 <= mark.y <= y2 for x1, y1, x2, y2 in homes)
            ]
            return len(found) == number

        self.until(
            as_many, lambda: f"{len(found)} marks are drawn on the map instead of {number}: {found}"
        )
        return found

    def pointed_at(self, mark: Mark, not_: str = "") -> str:
        """The name that the map shows when the mouse comes to a mark."""
        name = ""

        def tells() -> bool:
            nonlocal name
            self.hover_map(mark.x, mark.y)
            names = self.tip.locator("b").all_inner_texts() if self.tip.is_visible() else []
            name = names[0] if names else ""
            return name not in ("", not_)

        self.until(tells, lambda: f"the map says nothing about the mark at {mark}")
        return name

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
        """The years under the map, or on the slider of another page: first and last."""
        years: list[int] = self.sees()["the years"]
        return years
