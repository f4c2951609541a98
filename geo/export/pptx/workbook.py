"""The workbook behind a chart that an office draws: its numbers, and the ends of its intervals."""

from __future__ import annotations

import datetime as dt
import io
import re
from math import isfinite
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from geo.export.pptx.fonts import cleaned
from geo.figures.panel import Numbers, Series
from geo.i18n import Words

YEAR = "yyyy"
"""How an office writes a date of which only the year is meant."""


def categories_of(numbers: Numbers) -> list[str] | list[dt.date]:
    """The categories of a chart: years of a line as days, so that an office counts along them."""
    names = [cleaned(name) for name in numbers.categories]
    if numbers.kind == "line" and all(re.fullmatch(r"(19|20)\d\d", name) for name in names):
        return [dt.date(int(name), 1, 1) for name in names]
    return names


def workbook(numbers: Numbers, words: Words, as_of: dt.date) -> bytes:
    """The numbers of a chart as a workbook, where python-pptx looks for them.

    Names go down the first column, series across the next ones; behind these come two columns for
    each series, with the distances to the ends of its intervals, empty where it has none. No text
    runs as a formula or becomes a link, and the file bears the day of the data, not the clock's.

    Args:
        words: the language of the headings.
        as_of: the day of the data.
    """
    out = io.BytesIO()
    quiet = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, quiet)
    book.set_properties({"created": dt.datetime(as_of.year, as_of.month, as_of.day)})
    sheet = book.add_worksheet("Sheet1")
    # Marked as text, so that it stays text when somebody clicks into the cell and out again.
    text = book.add_format({"quote_prefix": True})
    figures = book.add_format({"num_format": numbers.form})
    years = book.add_format({"num_format": YEAR})
    for row, category in enumerate(categories_of(numbers), 1):
        if isinstance(category, str):
            sheet.write_string(row, 0, category, text)
        else:
            sheet.write_datetime(row, 0, category, years)
    many = len(numbers.series)
    for place, series in enumerate(numbers.series):
        name = cleaned(series.name)
        sheet.write_string(0, 1 + place, name, text)
        _write_numbers(sheet, 1 + place, series.values, figures)
        if series.low is None or series.high is None:
            continue
        below = words.say("{name}: down to the lower end of the interval", name=name)
        above = words.say("{name}: up to the upper end of the interval", name=name)
        for side, heading in enumerate((below, above)):
            column = 1 + many + 2 * place + side
            sheet.write_string(0, column, heading, text)
            _write_numbers(sheet, column, [pair[side] for pair in reaches(series)], None)
    sheet.set_column(0, many * 3, 14)
    book.close()
    return out.getvalue()


def columns_of(drawn: Any) -> tuple[str, str]:
    """Letters of the columns with the distances down and up from the values of a series.

    Args:
        drawn: the series of the chart.
    """
    many = len(drawn._element.getparent().findall(drawn._element.tag))
    first = 1 + many + 2 * int(drawn._element.idx.val)
    return xl_col_to_name(first), xl_col_to_name(first + 1)


def known(value: float | None) -> float | None:
    """A number, or ``None`` where there is none."""
    return float(value) if value is not None and isfinite(value) else None


def reaches(series: Series) -> list[tuple[float, float]]:
    """How far down and up the interval reaches from each value; 0 where there is none."""
    if series.low is None or series.high is None:
        return []
    return [
        (max(float(value - low), 0.0), max(float(high - value), 0.0))
        if value is not None and isfinite(value) and isfinite(low) and isfinite(high)
        else (0.0, 0.0)
        for value, low, high in zip(series.values, series.low, series.high, strict=True)
    ]


def _write_numbers(sheet: Any, column: int, values: Any, form: Any) -> None:
    for row, value in enumerate(values, 1):
        if value is not None and isfinite(value):
            sheet.write_number(row, column, float(value), form)
