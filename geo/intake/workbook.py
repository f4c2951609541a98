"""Excel workbooks to grids: values only; no formula, macro or link is looked at, let alone run."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from geo.intake.grid import Grid, grid_of
from geo.intake.kinds import BROKEN_ARCHIVE
from geo.intake.limits import MAX_CELLS, Deadline, Refused, check_span

MAX_SHEETS = 50


def grids_of_workbook(content: bytes, deadline: Deadline) -> list[Grid]:
    """The visible sheets of a workbook that hold something, merged cells filled throughout.

    Args:
        content: what :func:`geo.intake.kinds.kind_of` found to be a workbook of bearable size.

    Raises:
        Refused: it is damaged, or has too many rows or columns.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        grids = []
        for name in names[:MAX_SHEETS]:
            deadline.check()
            grids.append(_grid(book.get_sheet_by_name(name), name if len(names) > 1 else ""))
    except Refused:
        raise
    except BaseException as error:  # the library of Rust panics with an exception of its own
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise Refused(BROKEN_ARCHIVE) from error
    check_span(sum(len(grid.rows) for grid in grids), 0)
    return [grid for grid in grids if grid.rows]


def _grid(sheet: CalamineSheet, name: str) -> Grid:
    check_span(sheet.total_height, sheet.total_width)
    rows = [list(map(text_of, row)) for row in sheet.to_python(skip_empty_area=False)]
    _fill_merged(rows, sheet.merged_cell_ranges or [])
    return grid_of(enumerate(rows, 1), name)


Area = tuple[tuple[int, int], tuple[int, int]]


def _fill_merged(rows: list[list[str]], areas: Sequence[Area]) -> None:
    """Write what merged cells say into each of them, but for lines that are one merged cell: these
    are titles, and say it once."""
    filled = 0
    for (top, left), (bottom, right) in areas:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        others = text and [cell for at, cell in enumerate(rows[top]) if cell and at != left]
        if not text or (right > left and not others):
            continue
        filled += (min(bottom, len(rows)) - top + 1) * (min(right, len(rows[top])) - left + 1)
        if filled > MAX_CELLS:  # areas that lie over one another
            return
        for row in rows[top : bottom + 1]:
            last = min(right, len(row) - 1)
            row[left : last + 1] = [text] * (last + 1 - left)


def text_of(value: Any) -> str:
    """A cell as text: days as 1973-11-30, whole numbers without a point."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
