"""Charts made for a page, fitted into a picture."""

from __future__ import annotations

from typing import Any

from geo.draw.charts.theme import FIT
from geo.export.drawing import Size

AXIS = 46.0
"""About how high the axis of a chart is, with what else lies around its plot, in pixels."""
STRETCH = 3.2
"""A chart of rows is stretched at the most to so many times its height."""


def filled(chart: Any, size: Size) -> Any:
    """A chart as wide and as high as its room."""
    return _sized(chart, size[0], size[1] - AXIS)


def stretched(chart: Any, size: Size) -> Any:
    """A chart of rows as wide as its room, its rows further apart if there is room for it."""
    own = float(chart.height)
    return _sized(chart, size[0], max(own, min(size[1] - AXIS, own * STRETCH)))


def wide(chart: Any, size: Size) -> Any:
    """A chart as wide as its room, as high as it is."""
    return _sized(chart, size[0], float(chart.height))


def _sized(chart: Any, width: float, height: float) -> Any:
    fitted = chart.properties(width=max(width, 80.0), height=max(height, 40.0))
    fitted.autosize = FIT
    return fitted
