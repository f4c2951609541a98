"""Rows of a grid to ties, each with a verdict and its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.intake import remarks as why
from geo.intake.columns import Layout
from geo.intake.limits import Deadline
from geo.intake.places import Places
from geo.intake.remarks import Remark
from geo.intake.row import Defaults, Row
from geo.intake.row_reader import RowReader
from geo.intake.vocabulary import STOPPED

CHECKED_EVERY = 100
"""Rows between two looks at the clock."""


def read_rows(
    layout: Layout, sheet: str, defaults: Defaults, places: Places, deadline: Deadline
) -> list[Row]:
    """The rows of a grid, in their order; lines that only divide it are no rows.

    Raises:
        Refused: the time is over.
    """
    reader = RowReader(layout, sheet, defaults, places)
    found: list[Row] = []
    for at, row in enumerate(layout.rows):
        if at % CHECKED_EVERY == 0:
            deadline.check()
        if one := reader.read(row):
            found.append(one)
    return list(_with_notes(found))


def _with_notes(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those that a note to the list names with what it says of them."""
    notes = [row.partner for row in rows if any(one.message == why.NOTE for one in row.remarks)]
    notes = [note for note in notes if STOPPED.search(note)]
    for row in rows:
        about = [
            Remark("warn", why.NOTED, note)
            for note in notes
            if row.verdict != "reject" and row.home in note and row.partner in note
        ]
        yield replace(row, remarks=(*row.remarks, *about)) if about else row
