"""Where the head of a grid is, and what stands over and under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geo.intake.dates import read_date
from geo.intake.grid import Grid, GridRow
from geo.intake.vocabulary import column_name, is_nothing
from geo.place.country_names import country_code

HEADS_WITHIN = 30
"""Rows from the top among which the head is looked for."""


LOOKED_AT = 200
"""Rows that are looked at to tell a column by its cells."""


MOST = 0.6
"""The share of cells that must be countries, or dates, for a column to be one of them."""


def divided(grid: Grid) -> tuple[tuple[str, ...], list[str], list[GridRow]]:
    """Head, title lines over it, rows under it.

    The head is the row of which most cells are known names of columns; a second row of heads
    below (City and Country under Partner) belongs to it. Without any the grid has no head.
    """
    if grid.head is not None:
        return grid.head, [], list(grid.rows)
    rows = list(grid.rows)
    scores = [_heads_in(row) for row in rows[:HEADS_WITHIN]]
    best = max(scores, default=0)
    if best < 2 and not (best == 1 and scores[0] == 1 and _is_only_head(rows)):
        start = _first_of_data(rows)
        titles, rows = [_line(row) for row in rows[:start]], rows[start:]
        unknown = _is_unknown_head(rows)
        return (rows[0].cells if unknown else ()), titles, rows[1:] if unknown else rows
    at = scores.index(best)
    below = at + 1 < len(scores) and scores[at + 1] > 0 and len(rows[at + 1].filled()) > 1
    above = at > 0 and scores[at - 1] > 0 and len(rows[at - 1].filled()) > 1
    first, last = (at - 1 if above else at), (at + 1 if below else at)
    head: tuple[str, ...] = ()
    for row in rows[first : last + 1]:
        width = max(len(row.cells), len(head))
        head = tuple(
            row.cell(column) or (head[column] if column < len(head) else "")
            for column in range(width)
        )
    return head, [_line(row) for row in rows[:first]], rows[last + 1 :]


def _heads_in(row: GridRow) -> int:
    """How many cells of a row are known as heads, each field once; data are no heads."""
    if len(row.filled()) < 2 and not (row.filled() and column_name(row.cells[row.filled()[0]])):
        return 0
    fields = {name.field for cell in row.cells if cell and (name := column_name(cell))}
    data = sum(bool(country_code(cell)) or is_date(cell) for cell in row.cells if cell)
    return len(fields) - 2 * data


def _is_only_head(rows: Sequence[GridRow]) -> bool:
    """Whether the first row names the columns of a table of one or two."""
    return len(rows[0].filled()) <= 2 and all(len(row.filled()) <= 2 for row in rows[1:5])


def _first_of_data(rows: Sequence[GridRow]) -> int:
    """Where the rows begin in a grid without a head: after lines of one cell."""
    widest = max((len(row.filled()) for row in rows), default=0)
    if widest < 2:
        return 0
    return next(at for at, row in enumerate(rows) if len(row.filled()) > 1)


def _is_unknown_head(rows: Sequence[GridRow]) -> bool:
    """Whether the first row holds no date and no country where the rows below it do."""
    return len(rows) > 1 and any(
        share(cells_of(column, rows[1:]), is_it) >= MOST and not is_it(rows[0].cell(column))
        for column in range(len(rows[0].cells))
        for is_it in (country_code, is_date)
        if rows[0].cell(column)
    )


def _line(row: GridRow) -> str:
    return " ".join(filter(None, row.cells))


def cells_of(column: int, rows: Sequence[GridRow]) -> list[str]:
    """What the first rows say in a column, where they say something."""
    cells = (row.cell(column) for row in rows[:LOOKED_AT])
    return [cell for cell in cells if cell and not is_nothing(cell)]


def is_date(cell: str) -> bool:
    """Whether a cell is a date beyond doubt: a number of people may look like a year."""
    found = read_date(cell)
    return bool(found.date) and len(cell) > 4 and not cell.isdigit()


def share(cells: Sequence[str], is_it: Callable[[str], object]) -> float:
    """The share of cells that are something; 0 of none."""
    return sum(bool(is_it(cell)) for cell in cells) / len(cells) if cells else 0.0
