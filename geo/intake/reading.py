"""A file from end to end: bytes or pasted text in, rows with their verdicts out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from geo.intake import remarks as why
from geo.intake.columns import Chosen, Layout, country_of_head, layout_of
from geo.intake.dates import day_comes_first
from geo.intake.delimited import grid_of_delimited
from geo.intake.encodings import Guess, decode, encoding_named, guesses, is_sure
from geo.intake.grid import Grid
from geo.intake.homes import home_country, home_of_file
from geo.intake.kinds import EMPTY, kind_of, text_kind
from geo.intake.limits import MAX_SECONDS, Deadline, Refused, check_size, check_span
from geo.intake.markup import grids_of_html, grids_of_markdown
from geo.intake.places import Gazetteer, Places, gazetteer, stem
from geo.intake.records import grids_of_json
from geo.intake.remarks import Remark
from geo.intake.rows import Defaults, Row, read_rows
from geo.intake.vocabulary import kind_in
from geo.intake.workbook import grids_of_workbook
from geo.place.country_names import countries_in

Question = Literal["encoding", "home", "country", "day_first"]
"""What only the reader knows, asked once for a file."""


@dataclass(frozen=True)
class Asked:
    """What a reader says about a file; what is left empty is found out.

    Attributes:
        home: the one home of the list, or the one of its homes that is wanted.
        encoding: a name of one; "" to guess.
        country: ISO 3166-1 alpha-2, of all partners whose row names none.
        columns: fields and their columns (:data:`geo.intake.columns.Chosen`).
        day_first: whether 03/04/1999 is 3 April.
        seconds: how long reading may take.
        today: after which no tie can have been made.
    """

    home: str = ""
    encoding: str = ""
    country: str = ""
    columns: Chosen = field(default_factory=dict)
    day_first: bool | None = None
    seconds: float = MAX_SECONDS
    today: dt.date = field(default_factory=dt.date.today)


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
        home: the one home of the list, or the city of its districts; "" if it has several.
        home_country: of that home, as far as it is known; "" if not.
    """

    file_name: str
    encoding: str
    encodings: tuple[Guess, ...]
    layouts: tuple[tuple[str, Layout], ...]
    homes: tuple[str, ...]
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    home: str = ""
    home_country: str = ""

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
    check_size(len(content))
    if kind_of(content) == "workbook":
        grids = grids_of_workbook(content, deadline)
        return _reading(grids, file_name, asked, known, deadline, "xlsx", ())
    if asked.encoding:
        encoding = encoding_named(asked.encoding)
        found = tuple(guesses(content))
    else:
        found = tuple(guesses(content))
        encoding = found[0].encoding
    grids = grids_of_text(decode(content, encoding))
    return _reading(grids, file_name, asked, known, deadline, encoding, found)


def read_text(text: str, asked: Asked | None = None, known: Gazetteer | None = None) -> Reading:
    """Read pasted text, as :func:`read_file` reads a file.

    Raises:
        Refused: it is not read, and why, in one sentence.
    """
    asked = asked or Asked()
    check_size(len(text.encode("utf-8", "replace")))
    deadline = Deadline(asked.seconds)
    return _reading(grids_of_text(text), "", asked, known, deadline, "", ())


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


def _reading(
    grids: Sequence[Grid],
    file_name: str,
    asked: Asked,
    known: Gazetteer | None,
    deadline: Deadline,
    encoding: str,
    encodings: tuple[Guess, ...],
) -> Reading:
    if not any(grid.rows for grid in grids):
        raise Refused(EMPTY)
    check_span(sum(len(grid.rows) for grid in grids), 0)
    places = Places(known or gazetteer())
    layouts = [(grid.name, layout_of(grid, asked.columns)) for grid in grids]
    base = _defaults(layouts, file_name, asked, places)
    rows = [
        row
        for name, layout in layouts
        for row in read_rows(
            layout, name, _of_table(base, name, layout, file_name), places, deadline
        )
    ]
    rows = list(_told_once(rows))
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
        base.home_country,
    )


Layouts = Sequence[tuple[str, Layout]]


def _defaults(layouts: Layouts, file_name: str, asked: Asked, places: Places) -> Defaults:
    """What holds for all tables of a file."""
    home, only = asked.home, False
    named = {
        stem(row.cell(layout.columns["home"]))
        for _, layout in layouts
        if "home" in layout.columns
        for row in layout.rows
    } - {""}
    if home and len(named) > 1:
        only = True
    if not home and not any("home" in layout.columns for _, layout in layouts):
        titles = [title for name, layout in layouts for title in (*layout.titles, name)]
        home = home_of_file(titles, file_name, places)
    cells = [
        row.cell(layout.columns["date"])
        for _, layout in layouts
        if "date" in layout.columns
        for row in layout.rows
    ]
    day_first = asked.day_first if asked.day_first is not None else day_comes_first(cells)
    country = asked.country.upper()
    return Defaults(home, only, home_country(home, places), country, "", day_first, asked.today)


def _of_table(base: Defaults, name: str, layout: Layout, file_name: str) -> Defaults:
    """The same for one table, with what its heads, titles and name add."""
    home_country = base.home_country or country_of_head(layout, "home")
    country = base.country
    if not country and "country" not in layout.columns:
        country = country_of_head(layout, "partner") or _country_named(
            [*layout.titles, name], home_country
        )
        country = country or _country_named([file_name.rpartition("/")[2]], home_country)
    kind = kind_in(name) or kind_in(layout.name("partner"))
    for title in layout.titles:
        kind = kind or kind_in(title)
    return replace(base, home_country=home_country, country=country, kind=kind)


def _country_named(texts: Sequence[str], home_country: str) -> str:
    """The one country that titles or a file's name speak of beside that of the homes; of two the
    second, for people write *Japan–Taiwan* when they mean partners of Japan in Taiwan."""
    found = [code for text in texts for code in countries_in(text)]
    others = list(dict.fromkeys(code for code in found if code != home_country))
    return others[-1] if others and len(others) < 3 else ""


def _told_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, with what is said of those that say the same tie again."""
    first: dict[tuple[str, str, str, str], Row] = {}
    found = []
    for row in rows:
        key = (stem(row.home), " ".join(row.partner.casefold().split()), row.country, row.kind)
        before = first.get(key)
        if row.verdict != "reject" and before:
            same = before.date == row.date
            remark = Remark(
                "reject" if same else "warn",
                why.TWICE if same else why.OTHER_DATE,
                row.date,
                row_name(before),
            )
            row = replace(row, remarks=(*row.remarks, remark))
        elif row.verdict != "reject":
            first[key] = row
        found.append(row)
    return found


def row_name(row: Row) -> str:
    """What a reader finds a row by: its number, after its sheet where there are several."""
    return f"{row.sheet}!{row.number}" if row.sheet else str(row.number)


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
