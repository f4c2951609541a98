"""A table as it was found: rows of cells, each row with the number a reader knows it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.intake.limits import MAX_LETTERS, check_span

UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control characters, marks of the writing direction and what else has no width."""

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
    """The text of a cell: without what cannot be seen, one blank between words, not too long."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    bare = BLANKS.sub(" ", UNSEEN.sub("", lines.replace("\t", " ")))
    return "\n".join(filter(None, (line.strip() for line in bare.split("\n"))))[:MAX_LETTERS]


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
