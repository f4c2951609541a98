"""Tables as files that spreadsheet programs open without harm.

Dates stand at their own precision (EDTF level 0, as in the data: ``1986-05-29``, ``2012-08``,
``2015``). A spreadsheet takes a full date for a date and a year for a number, which does no harm;
a month it would turn into a day that nobody knows (Excel shows ``Oct-80`` for ``1980-10`` and
stores the first of October). So a month is written with its unknown day as EDTF level 1 has it,
``1980-10-XX`` (ISO 8601-2:2019, unspecified digits): the same statement, which Excel and
LibreOffice keep as text. The first and last possible days stand beside it as full dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from geo.figures.figure import Table
from geo.i18n.escape import runs_as_formula

MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
"""A date that is known by its month."""


def table_csv(table: Table) -> bytes:
    """The rows behind a figure as CSV (:func:`as_csv`)."""
    return as_csv(table.frame, table.dates)


def as_csv(rows: pd.DataFrame, dates: Sequence[str] = ()) -> bytes:
    """A table as CSV in UTF-8 with a byte-order mark, so that spreadsheets read Chinese.

    The index is left out. A text that a spreadsheet would run as a formula gets an apostrophe
    before it, which spreadsheets take for the sign of a text (OWASP, CSV injection).

    Args:
        dates: headings of the columns that hold dates at their own precision; a month among them
            is written so that it stays one.
    """
    text = rows.set_axis([_harmless(str(column)) for column in rows.columns], axis=1)
    for place, heading in enumerate(rows.columns):
        cells = [_harmless(cell) for cell in rows.iloc[:, place]]
        text.isetitem(place, [month_kept(cell) for cell in cells] if heading in dates else cells)
    return text.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def month_kept(cell: object) -> object:
    """A date known by its month as EDTF level 1, which no spreadsheet takes for a day."""
    return f"{cell}-XX" if isinstance(cell, str) and MONTH.fullmatch(cell) else cell


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and runs_as_formula(cell) else cell
