"""Tables as workbooks for spreadsheet programs: what is a date is a date, and nothing runs."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from numbers import Real
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from geo.export.origin import Origin, stamped
from geo.export.pptx.fonts import cleaned
from geo.figures.captions import source_line, view_line
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.dates import FORM, first_day, precision
from geo.style.text import width_of
from geo.ties.citation import publisher_of, title_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a workbook."""
NARROWEST, WIDEST = 8, 48
"""Of a column, in characters."""
LONGEST = 32_767
"""Characters that a cell holds (specification of Excel)."""
FIRST_DAY = dt.date(1900, 3, 1)
"""From here on all programs count days alike: Excel knows a 29 February 1900."""
SHEET = 31
"""Characters that the name of a sheet has at the most."""


@dataclass(frozen=True)
class Notes:
    """What the sheet beside the table says.

    Attributes:
        definitions: what the words mean, a sentence each.
        sources: ids of the sources that the table names.
    """

    definitions: Sequence[str] = ()
    sources: Sequence[str] = ()


def table_xlsx(table: Table, scene: Scene, origin: Origin, notes: Notes | None = None) -> bytes:
    """A table as a workbook of two sheets: the rows under a frozen head, and what they are.

    A full date is a date; one known by its month or year stays the text that it is in the data.
    Every other text is written as text and marked as such, so that it can neither run as a formula
    nor turn into a link. The same table gives the same file, byte for byte.

    Args:
        scene: of which the table is.
        origin: written on the second sheet, and into the file's properties.
        notes: for the second sheet; none for a bare citation.
    """
    out = io.BytesIO()
    quiet = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, quiet)
    day = scene.roster.as_of
    book.set_properties({"created": dt.datetime(day.year, day.month, day.day)})
    cells = _Cells(book)
    names = _sheet_names(scene)
    cells.rows(book.add_worksheet(names[0]), table.frame, (*table.dates, *table.bounds))
    cells.pairs(book.add_worksheet(names[1]), _about(scene, origin, notes or Notes()))
    book.close()
    return stamped(out.getvalue(), "xlsx", origin)


def _sheet_names(scene: Scene) -> tuple[str, str]:
    words = scene.words
    return words.say("Table")[:SHEET], words.say("About these data")[:SHEET]


class _Cells:
    """Writes cells.

    Args:
        book: the workbook.
    """

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True, "quote_prefix": True, "bottom": 1})
        self.text = book.add_format({"quote_prefix": True, "num_format": "@"})
        self.wrapped = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})

    def rows(self, sheet: Any, frame: pd.DataFrame, dates: Sequence[str]) -> None:
        """A table under a head that stays, with a filter on every column."""
        for place, heading in enumerate(frame.columns):
            sheet.write_string(0, place, _text(heading), self.head)
            cells = list(frame.iloc[:, place])
            for row, cell in enumerate(cells, 1):
                self._write(sheet, row, place, cell, heading in dates)
            sheet.set_column(place, place, _width([heading, *cells]))
        sheet.freeze_panes(1, 1)
        if len(frame.columns):
            sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)

    def pairs(self, sheet: Any, lines: Sequence[tuple[str, str]]) -> None:
        """Lines of a heading and a text."""
        for row, (heading, text) in enumerate(lines):
            sheet.write_string(row, 0, _text(heading), self.head if heading else self.text)
            sheet.write_string(row, 1, _text(text), self.wrapped)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 110)

    def _write(self, sheet: Any, row: int, column: int, cell: object, is_date: bool) -> None:
        day = _day(cell) if is_date else None
        if day:
            sheet.write_datetime(row, column, dt.datetime(day.year, day.month, day.day), self.day)
        elif isinstance(cell, Real) and not isinstance(cell, bool):
            if isfinite(float(cell)):
                sheet.write_number(row, column, float(cell))
        elif cell is not None and cell is not pd.NA and str(cell):
            sheet.write_string(row, column, _text(cell), self.text)


def _day(cell: object) -> dt.date | None:
    """The day of a full date that all spreadsheet programs count alike."""
    if not isinstance(cell, str) or not FORM.fullmatch(cell) or precision(cell) != "day":
        return None
    day = first_day(cell)
    return day if day and day >= FIRST_DAY else None


def _text(cell: object) -> str:
    """A text that a cell can hold."""
    return cleaned(str(cell))[:LONGEST]


def _width(cells: Sequence[object]) -> float:
    """How wide a column is, in characters: as wide as its longest text, within bounds."""
    longest = max((width_of(str(cell)[:200], 1.0) for cell in cells), default=0.0)
    return min(max(longest * 1.9 + 2, NARROWEST), WIDEST)


def _about(scene: Scene, origin: Origin, notes: Notes) -> list[tuple[str, str]]:
    """The second sheet: what the table is, how it is cited, what words mean, the sources."""
    words = scene.words
    lines = [
        (words.say("Title"), origin.title),
        (words.say("Selection"), view_line(scene.roster, scene.view, words)),
        (words.say("Citation"), origin.citation),
        (words.say("Data version"), origin.version),
        (words.say("As of"), origin.as_of.isoformat()),
        (words.say("Address"), origin.address),
        (words.say("Source"), source_line(scene.roster, words)),
    ]
    for place, one in enumerate(notes.definitions):
        lines.append(("" if place else words.say("Definitions"), one))
    for place, about in enumerate(_sources(scene, notes.sources)):
        lines.append(("" if place else words.say("Sources"), about))
    return lines


def _sources(scene: Scene, ids: Sequence[str]) -> list[str]:
    """What the sources are: id, title, publisher, date, address."""
    known: Mapping[str, Any] = scene.roster.sources.to_dict("index")
    return [_source(one, known[one], scene.words) for one in dict.fromkeys(ids) if one in known]


def _source(key: str, source: Mapping[str, Any], words: Words) -> str:
    told = (title_of(source, words), publisher_of(source, words), source["date"], source["url"])
    return " · ".join([key, *(str(part) for part in told if part)])
