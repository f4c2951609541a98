"""One chart of a figure: how it is drawn, its numbers, and the same as a table of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Size = tuple[float, float]
"""Width and height in pixels, in which type has the size it has on a page."""

Spec = dict[str, Any]
"""A chart as Vega-Lite describes it."""

AXIS = 46.0
"""About how high the axis of a chart is, with what else lies around its plot, in pixels."""
STRETCH = 3.2
"""A chart of rows is stretched at the most to so many times its height."""


@dataclass(frozen=True)
class Series:
    """One row of numbers of a chart.

    Attributes:
        name: what it is called.
        colour: ``#rrggbb``.
        values: one a category; ``None`` where there is none.
        low, high: ends of the intervals around them, if there are any.
        marks: whether it is drawn as marks without a line or bars.
        colours: one a value, where they differ.
    """

    name: str
    colour: str
    values: Sequence[float | None]
    low: Sequence[float] | None = None
    high: Sequence[float] | None = None
    marks: bool = False
    colours: Sequence[str] | None = None


@dataclass(frozen=True)
class Numbers:
    """The numbers of a chart, for a program that draws charts of its own.

    Attributes:
        kind: ``bar`` (lying), ``column`` (standing), ``line``.
        categories: along the axis.
        series: the rows of numbers.
        percent: whether the numbers are shares of 1.
        digits: decimals that they are written with; shares have none in per cent.
    """

    kind: str
    categories: Sequence[str]
    series: Sequence[Series]
    percent: bool
    digits: int = 0

    @property
    def form(self) -> str:
        """How an office writes them (a number format of ISO/IEC 29500)."""
        if self.percent:
            return "0%"
        return f"#,##0.{'0' * self.digits}" if self.digits else "#,##0"


def filled(chart: Spec, size: Size) -> Spec:
    """A chart as wide and as high as its room."""
    return _sized(chart, size[0], size[1] - AXIS)


def stretched(chart: Spec, size: Size) -> Spec:
    """A chart of rows as wide as its room, its rows further apart if there is room for it."""
    own = float(chart["height"])
    return _sized(chart, size[0], max(own, min(size[1] - AXIS, own * STRETCH)))


def as_drawn(chart: Spec, size: Size) -> Spec:
    """A chart that was drawn for its size already."""
    return chart


def _sized(chart: Spec, width: float, height: float) -> Spec:
    return chart | {
        "width": max(width, 80.0),
        "height": max(height, 40.0),
        "autosize": {"type": "fit-x", "contains": "padding"},
    }


@dataclass(frozen=True)
class CrossRow:
    """One row of a cross table.

    Attributes:
        name: what it is called.
        colour: ``#rrggbb``.
        cells: one a column: how many, and which.
    """

    name: str
    colour: str
    cells: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Cross:
    """How many and which, by two distinctions; or by one, with a single column.

    Attributes:
        heads: what the columns are called; none where there is a single one.
        rows: from top to bottom.
    """

    heads: Sequence[str]
    rows: Sequence[CrossRow]


@dataclass(frozen=True)
class Panel:
    """One chart of a figure.

    Attributes:
        draw: makes the chart for a size: a Vega-Lite specification with the height it wants, or an
            SVG picture as text. On a page the height is 0: it takes what it wants.
        fit: brings the chart to a size on a sheet.
        heading: a line over it.
        topic: what it is about, in small type over the heading.
        numbers: the same as numbers, where an office can draw them itself.
        among_first: whether its numbers are among those of the figure's first chart.
        note: a line below it that depends on its size, if it needs one.
        scale: how much larger than on a page it is drawn on a sheet of 1920 by 1080.
        least: as wide as this it has to be on a page, in pixels, or its words are cut off; where
            there is less room it is drawn less large.
        tall: as high as this it has to be on a page, likewise.
        cross: the same as a table of counts and names, which a page sets as text.
        alt: what it shows, for those who do not see it, where neither heading nor numbers say it.
    """

    draw: Callable[[Size], Spec | str]
    fit: Callable[[Spec, Size], Spec] = filled
    heading: str = ""
    topic: str = ""
    numbers: Numbers | None = None
    among_first: bool = False
    note: Callable[[Size], str] | None = None
    scale: float = 1.55
    least: float = 1.0
    tall: float = 1.0
    cross: Cross | None = None
    alt: str = ""

    def on_sheet(self, size: Size) -> Spec | str:
        """The chart as it stands on a sheet.

        Args:
            size: of its room.
        """
        drawn = self.draw(size)
        return drawn if isinstance(drawn, str) else self.fit(drawn, size)
