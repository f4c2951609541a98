"""Cells that a reader has put right, in the table that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.intake.columns import Layout
from geo.intake.grid import GridRow, clean

MENDABLE = ("home", "partner", "country", "date", "lat", "lon")
"""Fields that a reader can put right."""

Mended = Mapping[tuple[str, int], Mapping[str, str]]
"""New cells by field, by the table and number of their row."""


def mended(layout: Layout, sheet: str, cells: Mended) -> Layout:
    """A layout with some of its cells put right; fields without a column get one.

    Args:
        layout: of a table.
        sheet: its name.
        cells: what the reader has put right in all tables.
    """
    own = {row: new for (name, row), new in cells.items() if name == sheet and new}
    if not own:
        return layout
    wanted = [of for of in MENDABLE if any(of in new for new in own.values())]
    width = max(len(layout.heads), *(len(row.cells) for row in layout.rows))
    more = [of for of in wanted if of not in layout.columns]
    columns = {**layout.columns, **{of: width + at for at, of in enumerate(more)}}
    rows = tuple(
        _row(row, own[row.number], columns) if row.number in own else row for row in layout.rows
    )
    return replace(layout, columns=columns, rows=rows)


def _row(row: GridRow, new: Mapping[str, str], columns: Mapping[str, int]) -> GridRow:
    places = {columns[of]: clean(text) for of, text in new.items() if of in columns}
    cells = [*row.cells, *[""] * (max(places) + 1 - len(row.cells))]
    return GridRow(row.number, tuple(places.get(at, cell) for at, cell in enumerate(cells)))
