"""The world map as the browser has drawn it: marks, names, pixels, and hands to act on it."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
from PIL import Image

from tests.browser.atlas import SLOW, Atlas

MAP = "document.querySelector('.wm').worldMap"
RESTS = """() => {
  const w = document.querySelector('.wm')?.worldMap;
  return Boolean(w?.laidOut && w.drawing.polygons && !w.frame);
}"""
"""Whether the map is laid out for the size that it has, and has drawn."""
FULL = 1
"""State of a mark that is filled."""
SAME, THIN = 40, 240
"""How far a pixel may be from a home's colour, as the sum over red, green and blue: in a filled
mark, and in a hollow one, whose line is 1.2 pixels wide and may lie between two rows of pixels."""
LETTERS = 2
"""Pixels of air that the box of a name has on its left and right."""

Box = tuple[float, float, float, float]


class Drawn:
    """The world map on a page.

    Args:
        atlas: a page with the map on it.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas, self.page = atlas, atlas.page
        self.rest()

    def rest(self) -> None:
        """Wait until the map is laid out for its own size and has drawn, and the page is quiet."""
        self.page.wait_for_function(RESTS, timeout=SLOW)
        self.atlas.quiet()
        self.page.wait_for_function(RESTS, timeout=SLOW)

    def tells(self, what: str) -> Any:
        """Something of the map (an expression over ``w``)."""
        return self.page.evaluate(f"(() => {{ const w = {MAP}; return {what}; }})()")

    def until(self, what: str) -> None:
        """Wait for something of the map (an expression over ``w``)."""
        self.page.wait_for_function(f"() => {{ const w = {MAP}; return {what}; }}")

    def look(self, zoom: float, x: float, y: float) -> None:
        """Enlarge the whole map about a point of it, and draw at once."""
        self.tells(f"(w.camera.whole(), w.camera.about({zoom}, {x}, {y}), w.redraw(true, true))")

    @property
    def years(self) -> list[int]:
        first, last = self.tells("w.bar.years")
        return [int(first), int(last)]

    @property
    def zoom(self) -> float:
        return float(self.tells("w.camera.zoom"))

    @property
    def box(self) -> dict[str, float]:
        """Where the map stands in the window."""
        box = self.page.locator(".wm-map").bounding_box()
        assert box
        return {**box}

    # --- marks -----------------------------------------------------------------------------------

    def all_marks(self) -> list[dict[str, Any]]:
        """Every mark, those on the enlarged Europe besides."""
        found: list[dict[str, Any]] = self.tells(
            """w.drawing.marks.map((m) => ({ ...m, name: w.layout.places[m.partner].name,
              place: w.layout.places[m.partner].place,
              inks: m.colours.map((n) => w.layout.homes[n].colour) }))"""
        )
        return found

    def marks(self) -> dict[str, dict[str, Any]]:
        """One mark of each partner, by its slug: the topmost, which bears its name."""
        return {mark["place"]: mark for mark in self.all_marks()}

    def unseen(self) -> list[str]:
        """Marks of which no pixel has the colour of their homes."""
        data = self.tells("w.at.above.toDataURL('image/png').split(',')[1]")
        picture = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA")
        pixels = np.asarray(picture).astype(int)
        ratio, missing = self.tells("w.drawing.ratio"), []
        for mark in self.marks().values():
            x, y, r = (round(mark[part] * ratio) for part in ("x", "y", "r"))
            near = pixels[max(0, y - r - 1) : y + r + 1, max(0, x - r - 1) : x + r + 1]
            seen = near[near[..., 3] > 60][:, :3]
            limit = SAME if mark["state"] == FULL else THIN
            for ink in mark["inks"]:
                colour = [int(ink[n : n + 2], 16) for n in (1, 3, 5)]
                if not len(seen) or np.abs(seen - colour).sum(axis=1).min() > limit:
                    missing.append(f"{mark['name']} at {x}, {y}")
        return missing

    def homes(self) -> tuple[set[str], set[str]]:
        """The homes that are seen, and those that an arrow hints at."""
        seen, hinted = self.tells(
            "['homes', 'arrows'].map((part) => w.drawing[part].map((one) => one.home.home))"
        )
        return set(seen), set(hinted)

    # --- names -----------------------------------------------------------------------------------

    def names(self) -> list[dict[str, Any]]:
        """The names of partners that are written: ``partner``, ``text`` and ``box``."""
        found: list[dict[str, Any]] = self.tells("w.drawing.names")
        return found

    def faults_of_names(self) -> list[str]:
        """Names that lie over another name, a mark or a button, or stand outside the map."""
        bold = self.tells(
            """[...w.drawing.homes, ...w.drawing.arrows].map((one) => ({
              partner: -1, text: one.home.name, box: one.box }))"""
        )
        names = [(one, _letters(one["box"])) for one in [*self.names(), *bold]]
        width, height = self.tells("w.size")
        found = [
            f"{one['text']} over {other['text']}"
            for (one, mine), (other, theirs) in combinations(names, 2)
            if _meet(mine, theirs)
        ]
        marks, sheet = self.all_marks(), self._sheet()
        for one, box in names:
            if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height:
                found.append(f"{one['text']} is cut off")
            found += [f"{one['text']} under a button" for tool in self._tools() if _meet(box, tool)]
            here = _inside((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, sheet)
            found += [
                f"{one['text']} over the mark of {mark['name']}"
                for mark in marks
                if mark["partner"] != one["partner"]
                and _inside(mark["x"], mark["y"], sheet) == here
                and _distance(mark["x"], mark["y"], box) < 0.8 * mark["r"]
            ]
        return found

    def _sheet(self) -> Box | None:
        """Where the enlarged Europe lies; what is under it is hidden."""
        box = self.tells("w.drawing.free ? null : w.layout.parts[1]?.projection.box ?? null")
        if not box:
            return None
        scale, left, top = self.tells("[w.camera.scale, w.camera.x, w.camera.y]")
        return (
            left + scale * box[0],
            top + scale * box[1],
            left + scale * box[2],
            top + scale * box[3],
        )

    def _tools(self) -> list[Box]:
        """Where buttons lie over the map."""
        found: list[Box] = self.tells(
            """[...w.at.map.querySelectorAll('.wm-tools button:not([hidden])')].map((one) => {
              const map = w.at.map.getBoundingClientRect(), box = one.getBoundingClientRect();
              return [box.left - map.left, box.top - map.top,
                box.right - map.left, box.bottom - map.top]; })"""
        )
        return found

    # --- hands -----------------------------------------------------------------------------------

    def click(self, x: float, y: float) -> None:
        """Click on a point of the map, as a hand does: come from beside."""
        box = self.box
        self.page.mouse.move(box["x"] + x - 3, box["y"] + y)
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def choose(self, place: str, press: Callable[[float, float], None] | None = None) -> bool:
        """Click on the mark of a partner, and, where several lie together, on its name.

        Args:
            press: how the mark is pressed, if not by a click.

        Returns:
            whether several lay together.
        """
        mark = self.marks()[place]
        (press or self.click)(mark["x"], mark["y"])
        offered = self.page.locator(".wm-several:not([hidden])")
        several = offered.count() > 0
        if several:
            offered.get_by_role("menuitem", name=mark["name"], exact=True).click()
        return several

    def tool(self, name: str) -> None:
        """Press one of the buttons of the map: full, in, out, whole."""
        self.page.locator(f".wm-{name}").click()


def _letters(box: Box) -> Box:
    """What the letters themselves take of the box of a name."""
    return box[0] + LETTERS, box[1] + 1, box[2] - LETTERS, box[3] - 1


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _inside(x: float, y: float, box: Box | None) -> bool:
    return box is not None and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _distance(x: float, y: float, box: Box) -> float:
    """From a point to a box, in pixels."""
    across = max(box[0] - x, 0, x - box[2])
    down = max(box[1] - y, 0, y - box[3])
    return float(np.hypot(across, down))
