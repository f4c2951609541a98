"""A table as it was found: rows of cells, each row with the number a reader knows it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.intake.limits import MAX_LETTERS, check_span

BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row.

    Attributes:
        number: as the reader counts: the row of the sheet, the record of the file.
        cells: text, without blanks around it; a line break inside a cell is kept.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """A cell; "" beyond the last, and of no column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    def filled(self) -> list[int]:
        """The columns that hold something."""
        return [column for column, cell in enumerate(self.cells) if cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        name: of its sheet; "" where a file holds one table only.
        rows: those that hold something.
        titles: lines that stand over it, outside of its rows.
        head: the cells of its head, where the format tells it apart (HTML, JSON, Markdown).
    """

    name: str
    rows: tuple[GridRow, ...]
    titles: tuple[str, ...] = ()
    head: tuple[str, ...] | None = None

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in self.rows), default=len(self.head or ()))


def clean(text: str) -> str:
    """The text of a cell: without what cannot be seen (control characters, marks of the writing
    direction, letters of no alphabet), one blank between words, not too long."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()[:MAX_LETTERS]
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    words = (BLANKS.sub(" ", line) for line in lines.split("\n"))
    bare = (line if line.isprintable() else _seen(line) for line in words)
    return "\n".join(filter(None, (BLANKS.sub(" ", line).strip() for line in bare)))[:MAX_LETTERS]


def _seen(line: str) -> str:
    return "".join(filter(str.isprintable, line))


def grid_of(
    lines: Iterable[tuple[int, Sequence[str]]],
    name: str = "",
    titles: Sequence[str] = (),
    head: Sequence[str] | None = None,
) -> Grid:
    """A grid of numbered lines; empty ones are left out and still count.

    Raises:
        Refused: there are more rows or columns than are read.
    """
    rows: list[GridRow] = []
    width = 0
    for number, cells in lines:
        texts = tuple(map(clean, cells))
        while texts and not texts[-1]:
            texts = texts[:-1]
        if texts:
            rows.append(GridRow(number, texts))
            width = max(width, len(texts))
            check_span(len(rows), width)
    top = tuple(map(clean, head)) if head is not None else None
    return Grid(name, tuple(rows), tuple(filter(None, map(clean, titles))), top)
