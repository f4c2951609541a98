"""The numbers of a figure's charts as a table, where no other table has them."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import pandas as pd

from geo.figures.figure import Table
from geo.figures.panel import Numbers, Panel, Series
from geo.i18n import Words

DIGITS = 4
"""Decimals that numbers are given to: no chart shows more."""


def numbers_table(panels: Sequence[Panel], key: str, words: Words) -> list[Table]:
    """Every number that some charts show, with the ends of its interval.

    Args:
        panels: the charts; those without numbers are passed over.
        key: of the figure.

    Returns:
        One table, a row a category of a chart, a column a row of numbers, shares in per cent; none
        where no chart has numbers.
    """
    charts = [panel for panel in panels if panel.numbers]
    if not charts:
        return []

    def rows() -> pd.DataFrame:
        return pd.DataFrame(row for one in charts for row in _rows(one, len(charts) > 1, words))

    return [Table(words.say("The numbers of the charts"), rows, f"{key}-numbers")]


def _rows(panel: Panel, several: bool, words: Words) -> list[dict[str, Any]]:
    """The categories of one chart, under its heading where there are several charts."""
    numbers = panel.numbers
    assert numbers
    head = {words.say("Chart"): panel.topic or panel.heading} if several else {}
    return [
        head
        | {words.say("Category"): category}
        | {
            name: value
            for series in numbers.series
            for name, value in _cells(series, at, numbers, words)
        }
        for at, category in enumerate(numbers.categories)
    ]


def _cells(
    series: Series, at: int, numbers: Numbers, words: Words
) -> list[tuple[str, float | None]]:
    """One number, and where it has an interval the ends of that."""
    name = f"{series.name}, %" if numbers.percent else series.name
    cells = [(name, _number(series.values[at], numbers.percent))]
    if series.low is not None and series.high is not None:
        for head, ends in (
            (words.say("{name}, from", name=name), series.low),
            (words.say("{name}, to", name=name), series.high),
        ):
            cells.append((head, _number(ends[at], numbers.percent)))
    return cells


def _number(value: float | None, percent: bool) -> float | None:
    if value is None or not isfinite(value):
        return None
    return round(float(value) * (100 if percent else 1), DIGITS)
