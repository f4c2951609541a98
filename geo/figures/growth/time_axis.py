"""The axis of time that all figures of growth share, and the marks that stand over it.

A year lies between its own number and the next: 1990 is all of 1990, and what was so at its end
stands at 1991.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.growth.turning import Mark
from geo.figures.panel import Spec
from geo.style.chart import FONT, Rows, category, layer, quantity
from geo.style.colours import Ground
from geo.style.text import cut, width_of
from geo.ties.time import Years

TYPE = 11.5
"""Size of the type of marks, in pixels."""
LINE = 15.0
"""Height of a row of marks, in pixels."""
GAP = 4.0
"""Between a mark's line and its name, and after the name, in pixels."""
SMALL = 460.0
"""A plot less wide than this, in pixels, has no room for the years of marks without names."""
MOST_ROWS = 8
"""More rows of names would leave no room for the curves; the mark's line is drawn all the same."""


@dataclass(frozen=True)
class TimeAxis:
    """Where years lie.

    Attributes:
        years: first and last year, both included.
        plot: width of the plot, about, in pixels, as its labels are laid out for it.
        right, left: of it, what is left free at either side for names.
    """

    years: Years
    plot: float
    right: float = 0.0
    left: float = 0.0

    def pixel(self, when: float) -> float:
        """Where a moment lies, in pixels from the left of the plot."""
        first, last = self.years
        room = self.plot - self.left - self.right
        return self.left + (when - first) / (last + 1 - first) * room

    def channel(self, field: str, labels: bool = True) -> Spec:
        """The channel of a field of decimal years."""
        first, last = self.years
        span = {
            "domain": [first, last + 1],
            "range": [self.left, {"expr": f"width - {self.right:.0f}"}],
            "nice": False,
            "zero": False,
        }
        axis = {
            "values": self.ticks,
            "format": "d",
            "grid": False,
            "tickSize": 4,
            "title": None,
            "domain": False,
        }
        return quantity(field, scale=span, axis=axis if labels else None)

    @property
    def ticks(self) -> list[int]:
        """Round years inside the axis; every one where there are few."""
        first, last = self.years
        least = (last + 1 - first) * 58 / max(self.plot - self.left - self.right, 1.0)
        step = next((one for one in (1, 2, 5, 10, 20, 50) if one >= least), 100)
        return [year for year in range(first, last + 2) if year % step == 0] or [first]


def span_of(years: Years, marks: Sequence[Mark]) -> Years:
    """The years of an axis: those of the view, and before them those of its marks."""
    return min([years[0], *(one.year for one in marks)]), years[1]


@dataclass(frozen=True)
class Placed:
    """A mark with its place: pixels from the left, and the row of its name from below.

    Attributes:
        row: ``None`` where there is no room for its name.
    """

    mark: Mark
    left: float
    label: str
    row: int | None


def placed(marks: Sequence[Mark], axis: TimeAxis, named: bool = True) -> list[Placed]:
    """Marks with their names in rows, so that no name crosses another one, or another's line.

    From the last to the first each goes into the lowest row in which it ends before the names of
    that row begin, above all marks that it passes over.

    Args:
        marks: by date.
        named: whether they bear names beside their years; without, in a small plot not even these.
    """
    if not named and axis.plot < SMALL:
        return [Placed(mark, axis.pixel(mark.when), "", None) for mark in marks]
    found: list[Placed] = []
    for mark in reversed(marks):
        left = axis.pixel(mark.when)
        words = f"{mark.year} {mark.name}" if named else str(mark.year)
        label = cut(words, TYPE, max(axis.plot - left - GAP, 34.0))
        end = left + width_of(label, TYPE) + 2 * GAP
        over = [one.row for one in found if one.left < end]
        row = max((one + 1 for one in over if one is not None), default=0)
        lost = row >= MOST_ROWS or None in over
        found.append(Placed(mark, left, label, None if lost else row))
    return found[::-1]


def rows_of(marks: Sequence[Placed]) -> int:
    """How many rows of names some marks take."""
    return max((one.row + 1 for one in marks if one.row is not None), default=0)


def mark_layers(marks: Sequence[Placed], axis: TimeAxis, ground: Ground) -> list[Spec]:
    """The lines of marks from below up to their names, and the names over the curves.

    Args:
        marks: as :func:`placed` gives them for this axis.
    """
    top = rows_of(marks) * LINE
    table = [_row(one, top) for one in marks]
    named = [row for row in table if row["label"]]
    x = axis.channel("when")
    tip = {"tooltip": [category("told", title=" ")]}
    lines = {"x": x, "y": {"value": "height"}, "y2": _pixels("top")}
    looks: dict[str, Any] = {"color": ground.faint, "strokeWidth": 1, "opacity": 0.5}
    layers = []
    for own, dash in ((False, [1, 0]), (True, [4, 3])):
        rows: Rows = [row for row in table if row["own"] is own]
        if rows:
            layers.append(layer("rule", lines | tip, rows, strokeDash=dash, **looks))
    if named:
        names = {"x": x, "y": _pixels("middle"), "text": category("label")} | tip
        look: dict[str, Any] = {"align": "left", "baseline": "middle", "dx": GAP, "font": FONT}
        layers.append(layer("text", names, named, fontSize=TYPE, color=ground.faint, **look))
    return layers


def _pixels(field: str) -> Spec:
    """A channel of pixels from the top."""
    return quantity(field, scale=None, axis=None)


def _row(one: Placed, top: float) -> dict[str, Any]:
    """A mark as a row: pixels from the top at which its line ends, and its name stands."""
    mark, row = one.mark, one.row
    middle = top - (row + 0.5) * LINE if row is not None else top
    return {
        "when": mark.when,
        "label": one.label if row is not None else "",
        "top": middle - LINE / 2 if row is not None else top,
        "middle": middle,
        "told": mark.told or f"{mark.year} {mark.name}",
        "own": mark.own,
    }
