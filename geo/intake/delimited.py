"""Text with something between its cells (CSV and its kin) to a grid."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator

from geo.i18n import mark
from geo.intake.grid import Grid, grid_of
from geo.intake.limits import MAX_ROWS, TOO_MANY_ROWS, Refused

DELIMITERS = (",", ";", "\t", "|", "，", "；")
SAMPLE_LINES = 200
LONGEST_CELL = 131_072
"""Characters of a cell; a longer one is most often a quotation that was never closed."""
TOO_LONG = mark(
    "The table cannot be taken apart: a cell has more than {most} characters, as where a quotation "
    "mark is opened and never closed."
)


def grid_of_delimited(text: str) -> Grid:
    """The one table of a text.

    Raises:
        Refused: it has too many rows or columns, or a cell that never ends.
    """
    if text.count("\n") > 4 * MAX_ROWS:
        raise Refused(TOO_MANY_ROWS, most=f"{MAX_ROWS:,}")
    delimiter = delimiter_of(text)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return grid_of(enumerate(_ending(rows), 1))
    except csv.Error as error:
        raise Refused(TOO_LONG, most=f"{LONGEST_CELL:,}") from error


def _ending(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows, as long as their cells end; the limit of the csv module is one for the whole
    process, and other libraries lift it."""
    for row in rows:
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise Refused(TOO_LONG, most=f"{LONGEST_CELL:,}")
        yield row


def delimiter_of(text: str) -> str:
    """What stands between the cells: the sign that cuts most lines into equally many cells."""
    sample = "\n".join(text.splitlines()[:SAMPLE_LINES])
    return max(DELIMITERS, key=lambda sign: (_evenness(sample, sign), -DELIMITERS.index(sign)))


def _evenness(sample: str, delimiter: str) -> float:
    """The share of lines that have the commonest number of cells above one, and a little more for
    more cells."""
    try:
        lines = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0.0
    widths = Counter(len(line) for line in lines if len(line) > 1)
    if not widths:
        return 0.0
    width, lines_of_it = max(widths.items(), key=lambda item: (item[1], item[0]))
    return lines_of_it / max(1, sum(1 for line in lines if line)) + min(width, 20) / 100
