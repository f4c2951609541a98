"""A file from end to end: bytes or pasted text in, rows with their verdicts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from geo.intake import remarks as why
from geo.intake.asked import Asked
from geo.intake.columns import Layout, layout_of
from geo.intake.delimited import grid_of_delimited
from geo.intake.encodings import Guess, decode, encoding_named, guesses, is_sure
from geo.intake.grid import Grid
from geo.intake.kinds import EMPTY, kind_of, text_kind
from geo.intake.limits import Deadline, Refused, check_size, check_span
from geo.intake.markup import grids_of_html, grids_of_markdown
from geo.intake.mending import mended
from geo.intake.places import Gazetteer, Places
from geo.intake.records import grids_of_json
from geo.intake.row import Defaults, Row
from geo.intake.rows import read_rows
from geo.intake.whole_file import defaults_of, of_table, told_once
from geo.intake.workbook import grids_of_workbook

Question = Literal["encoding", "home", "country", "day_first"]
"""What only the reader knows, asked once for a file."""


@dataclass(frozen=True)
class Reading:
    """A file as it was understood.

    Attributes:
        file_name: what it is called.
        encoding: of a text; ``xlsx`` for a workbook, "" for pasted text.
        encodings: plausible ones with their scores, the best first, for a choice.
        layouts: how each of its tables was read, with its name.
        homes: whose ties they are, in the order of the file.
        rows: all rows.
        questions: what should be asked, since the file does not tell.
        sheets: the names of all its tables, of those that were not read too.
        home: the one home of the list, or the city of its districts; "" if it has several.
    """

    file_name: str
    encoding: str
    encodings: tuple[Guess, ...]
    layouts: tuple[tuple[str, Layout], ...]
    homes: tuple[str, ...]
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    home: str = ""
    sheets: tuple[str, ...] = ()

    def columns(self) -> dict[str, str]:
        """What the column of every field is called, in several tables with “ / ” between."""
        found: dict[str, dict[str, None]] = {}
        for _, layout in self.layouts:
            for of in layout.columns:
                found.setdefault(of, {})[layout.name(of)] = None
        return {of: " / ".join(names) for of, names in found.items()}


def read_file(
    content: bytes, file_name: str, asked: Asked | None = None, known: Gazetteer | None = None
) -> Reading:
    """Read a file.

    Args:
        content: all of it.
        file_name: for what it says of homes and countries; its ending counts for nothing.
        asked: what its reader says about it.
        known: the gazetteer; the atlas's own where none is given.

    Raises:
        Refused: it is not read, and why, in one sentence.
    """
    asked = asked or Asked()
    deadline = Deadline(asked.seconds)
    return understood(opened(content, asked, deadline), file_name, asked, known, deadline)


class Opened(NamedTuple):
    """The tables of a file before anything in them is understood.

    Attributes:
        grids: those that are read.
        sheets, encoding, encodings: as :class:`Reading` has them.
    """

    grids: Sequence[Grid]
    sheets: tuple[str, ...]
    encoding: str
    encodings: tuple[Guess, ...]


def opened(content: bytes, asked: Asked, deadline: Deadline) -> Opened:
    """The tables of a file.

    Raises:
        Refused: it is not read, and why, in one sentence.
    """
    check_size(len(content))
    if kind_of(content) == "workbook":
        return _chosen(grids_of_workbook(content, deadline), asked, "xlsx", ())
    found = tuple(guesses(content))
    encoding = encoding_named(asked.encoding) if asked.encoding else found[0].encoding
    return _chosen(grids_of_text(decode(content, encoding)), asked, encoding, found)


def opened_text(text: str, asked: Asked) -> Opened:
    """The tables of pasted text (raises what :func:`opened` does)."""
    check_size(len(text.encode("utf-8", "replace")))
    return _chosen(grids_of_text(text), asked, "", ())


def _chosen(
    grids: Sequence[Grid], asked: Asked, encoding: str, encodings: tuple[Guess, ...]
) -> Opened:
    """The tables that a reader wants, of all that there are."""
    sheets = tuple(grid.name for grid in grids)
    wanted = [grid for grid in grids if grid.name in asked.sheets] or list(grids)
    if not any(grid.rows for grid in wanted):
        raise Refused(EMPTY)
    return Opened(wanted, sheets, encoding, encodings)


def read_text(text: str, asked: Asked | None = None, known: Gazetteer | None = None) -> Reading:
    """Read pasted text, as :func:`read_file` reads a file.

    Raises:
        Refused: it is not read, and why, in one sentence.
    """
    asked = asked or Asked()
    deadline = Deadline(asked.seconds)
    return understood(opened_text(text, asked), "", asked, known, deadline)


def grids_of_text(text: str) -> list[Grid]:
    """The tables in a text, whatever it is written in.

    Raises:
        Refused: there is none, or too much of it.
    """
    if not text.strip():
        raise Refused(EMPTY)
    match text_kind(text):
        case "json":
            return grids_of_json(text)
        case "html":
            return grids_of_html(text)
        case "markdown":
            return grids_of_markdown(text)
        case "table":
            return [grid_of_delimited(text)]


def understood(
    found: Opened, file_name: str, asked: Asked, known: Gazetteer | None, deadline: Deadline
) -> Reading:
    """What the tables of a file mean (arguments as :func:`read_file` and :func:`opened` have them).

    Raises:
        Refused: they are too large, or have no column of partners.
    """
    grids, sheets, encoding, encodings = found
    check_span(sum(len(grid.rows) for grid in grids), 0)
    places = Places(known, asked.looked_up)
    layouts = [
        (grid.name, mended(layout_of(grid, asked.columns_of(grid.name)), grid.name, asked.mended))
        for grid in grids
    ]
    base = defaults_of(layouts, file_name, asked, places)
    rows = [
        row
        for name, layout in layouts
        for row in read_rows(
            layout, name, of_table(base, name, layout, file_name, places), places, deadline
        )
    ]
    rows = list(told_once(rows))
    homes = dict.fromkeys(row.home for row in rows if row.home and row.verdict != "reject")
    sure = not encodings or asked.encoding != "" or is_sure(list(encodings))
    questions = _questions(rows, base, sure)
    return Reading(
        file_name,
        encoding,
        encodings,
        tuple(layouts),
        tuple(homes),
        tuple(rows),
        questions,
        base.home,
        sheets,
    )


def _questions(rows: Sequence[Row], base: Defaults, sure: bool) -> tuple[Question, ...]:
    """What should be asked of the reader."""
    messages = {remark.message for row in rows for remark in row.remarks}
    found: list[Question] = [] if sure else ["encoding"]
    if why.NO_HOME in messages:
        found.append("home")
    if why.NO_COUNTRY in messages:
        found.append("country")
    if why.DATE_AMBIGUOUS in messages and base.day_first is None:
        found.append("day_first")
    return tuple(found)
