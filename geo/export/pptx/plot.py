"""The room that a chart of an office has on a slide, and what stands around its plot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import ceil, floor, log10

from geo.export.pptx.fonts import LINE, cleaned, measurable
from geo.export.pptx.workbook import known
from geo.figures.panel import Numbers
from geo.style.colours import Ground
from geo.style.text import width_of

THICKEST = 2.6
"""How thick a bar is at the most, in sizes of type."""
SMALLER = 0.8
"""Size of the names of columns that do not fit below them, as a share of the others."""
BETWEEN = 0.7
"""What is left free between the groups of bars at the least, in bars."""
QUARTER = 0.25


@dataclass(frozen=True)
class ChartFrame:
    """Where a chart stands on a slide, and how it is dressed.

    Attributes:
        left, top, width, height: in points.
        size: of its type, in points.
        ground: the colours of text and grid.
        alt: what it shows, for those who do not see it.
        as_of: the day of the data, which the workbook bears as its date.
    """

    left: float
    top: float
    width: float
    height: float
    size: float
    ground: Ground
    alt: str
    as_of: dt.date


@dataclass(frozen=True)
class PlotArea:
    """The plot inside its frame, in points, and the axis of its values.

    Attributes:
        left, top, width, height: of the plot.
        low, high, step: where the axis begins and ends, and the step of its grid.
        thick: of a bar.
        slot: of a category.
        widest: name of a category.
        slant: whether the names stand aslant and smaller, being wider than their columns.
    """

    left: float
    top: float
    width: float
    height: float
    low: float
    high: float
    step: float
    thick: float
    slot: float
    widest: float
    slant: bool


def plot_area(numbers: Numbers, frame: ChartFrame) -> PlotArea:
    """Measure what stands around the plot, and leave it room.

    An office that places the plot itself knows nothing of labels moved to the ends of intervals.
    """
    size, several = frame.size, len(numbers.series)
    widest = max(width_of(measurable(cleaned(name)), size) for name in numbers.categories)
    low, high, step = _span(numbers)
    figure = max(width_of(_written(numbers, end), size) for end in (low, high))
    slant, top = False, size * (0.4 + 1.5 * _legend_rows(numbers, frame))
    if numbers.kind == "bar":
        left = min(widest + size, frame.width * 0.38)
        width, bottom = frame.width - left - figure - size, size * 1.9
        if low < 0:  # room for the labels of bars that go to the left, before the names
            low -= step * ceil((figure + size) * (high - low) / (width * step))
    else:
        left, bottom = figure + size * 0.9, size * 1.9
        top += size * 1.3
        width = frame.width - left - (figure + size * 0.5 if numbers.kind == "line" else 0)
        if numbers.kind == "column" and widest > width / len(numbers.categories):
            slant, widest = True, widest * SMALLER
            bottom = min(widest * 0.72 + size * 1.4, frame.height * 0.4)
    height = max(frame.height - top - bottom, size * LINE)
    slot = (height if numbers.kind == "bar" else width) / len(numbers.categories)
    most = size * THICKEST * (1 if numbers.kind == "bar" else 1.4)
    thick = min(slot / (several + BETWEEN), most)
    return PlotArea(left, top, width, height, low, high, step, thick, slot, widest, slant)


def _legend_rows(numbers: Numbers, frame: ChartFrame) -> int:
    """Rows of the legend: its entries stand in columns as wide as the widest of them."""
    several = len(numbers.series)
    if several < 2:
        return 0
    widest = max(width_of(measurable(cleaned(one.name)), frame.size) for one in numbers.series)
    return ceil(several / max(1, floor(frame.width * 0.9 / (widest + frame.size * 3))))


def _span(numbers: Numbers) -> tuple[float, float, float]:
    """Where the axis of the values begins and ends, and its step."""
    if numbers.percent:
        return 0.0, 1.0, QUARTER
    there = [
        one
        for series in numbers.series
        for some in (series.values, series.low or (), series.high or ())
        for one in map(known, some)
        if one is not None
    ] or [0.0]
    low, high = min(there) if numbers.kind == "line" else min(*there, 0.0), max(there)
    least = 10.0**-numbers.digits
    rough = max(high - low, least) / 4
    power = 10.0 ** floor(log10(rough))
    step = max(least, next(n * power for n in (1, 2, 5, 10) if n * power >= rough))
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return round(first * step, 6), round(last * step, 6), round(step, 6)


def _written(numbers: Numbers, value: float) -> str:
    """A number about as an office writes it."""
    return f"{value:.0%}" if numbers.percent else f"{value:,.{numbers.digits}f}"
