"""How much is read, and the sentence for what is not.

The figures leave room for ten times the largest list we know of (China's register: 3,187 ties)
and keep one reader's file from stopping another's page.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from math import ceil
from typing import Any

from geo.i18n import Words, mark

MAX_BYTES = 20 * 2**20
"""Of a file: 50,000 rows of 200 letters, twice over in UTF-16."""
MAX_UNZIPPED = 100 * 2**20
"""Of a workbook, all its parts together; a workbook packs about ten to one."""
MAX_PARTS = 2_000
"""Parts in a workbook's archive."""
MAX_ROWS = 50_000
"""Of all tables of a file together."""
MAX_COLUMNS = 200
"""Of a table."""
MAX_CELLS = 2_000_000
"""Rows times columns, empty ones too: what is held in memory at once (about 200 MB)."""
MAX_LETTERS = 2_000
"""Of a cell; what is longer is cut, for no name, date or note of one tie is."""
MAX_SECONDS = 30.0
"""Of the processor, for one file from end to end: what a reading takes from others. A busy machine
refuses no list that an idle one reads."""

TOO_LARGE = mark("The file has {size} MB; files of up to {most} MB are read.")
TOO_MANY_ROWS = mark("The file has more than {most} rows; up to {most} are read.")
TOO_WIDE = mark("A table in the file has {columns} columns; up to {most} are read.")
TOO_FULL = mark("The tables of the file span more than {most} cells; up to {most} are read.")
TOO_SLOW = mark("Reading took more than {most} seconds and was stopped.")


class Refused(ValueError):
    """A file that is not read at all, and why.

    Args:
        message: a message of the catalogue, in English, that ends with a full stop.
        values: what fills its ``{names}``.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values: Mapping[str, object] = values
        super().__init__(message.format(**values))

    def __reduce__(self) -> tuple[Any, ...]:
        """How it goes from one process to another: what it was made of, not its text."""
        return partial(Refused, self.message, **self.values), ()

    def sentence(self, words: Words) -> str:
        """Why, in the reader's language."""
        return words.say(self.message, **self.values)


class Deadline:
    """A time after which reading stops.

    Args:
        seconds: that the thread which made it may take of the processor from now on.
    """

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self.seconds = seconds
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        """Nothing, while there is time.

        Raises:
            Refused: the time is over.
        """
        if time.thread_time() > self._end:
            raise Refused(TOO_SLOW, most=f"{self.seconds:g}")


def check_size(size: int) -> None:
    """Nothing, if a file of so many bytes is read.

    Raises:
        Refused: it is too large.
    """
    if size > MAX_BYTES:
        raise Refused(TOO_LARGE, size=f"{ceil(size / 2**20):,}", most=f"{MAX_BYTES / 2**20:.0f}")


def check_span(rows: int, columns: int) -> None:
    """Nothing, if a table of so many rows and columns is read.

    Raises:
        Refused: it has too many of one of them, or of both together.
    """
    if rows > MAX_ROWS:
        raise Refused(TOO_MANY_ROWS, most=f"{MAX_ROWS:,}")
    if columns > MAX_COLUMNS:
        raise Refused(TOO_WIDE, columns=f"{columns:,}", most=MAX_COLUMNS)
    if rows * columns > MAX_CELLS:
        raise Refused(TOO_FULL, most=f"{MAX_CELLS:,}")
