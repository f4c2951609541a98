"""What came of a reader's own list: as much of it as a page shows, and its package.

Of its rows only the first are kept: a list may have 50,000, which would take a second to hand from
one process to another, and far longer to send to a browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from geo.export.own_list.refusals import Refusal, refusals, refused_table
from geo.export.tables import as_csv
from geo.i18n import LOCALES, Words
from geo.intake.asked import Asked
from geo.intake.chosen_homes import homes_in, ties_in
from geo.intake.columns import NO_PARTNERS, Layout, layout_of
from geo.intake.encodings import Guess
from geo.intake.limits import Deadline, Refused
from geo.intake.package import names_not_found, package_of
from geo.intake.reading import Opened, Reading, opened, opened_text, understood

FIRST_ROWS, MOST_SHEETS = 6, 8
"""Rows of a table that are shown as they stand, and tables of which they are."""
SHOWN = 200
"""Rows that are shown as they were understood."""
MOST_MENDED = 200
"""Refused rows that can be mended on the page at once; more are better mended in the file."""
MOST_UNKNOWN = 1000
"""Names that were not found of which any can be looked up elsewhere."""


class Tables(NamedTuple):
    """The tables of a file as they stand.

    Attributes:
        layouts: names of the first tables and how they are laid out, each with its first rows.
        sheets, encoding, encodings: as :class:`geo.intake.reading.Reading` has them.
    """

    layouts: tuple[tuple[str, Layout], ...]
    sheets: tuple[str, ...]
    encoding: str
    encodings: tuple[Guess, ...]


@dataclass(frozen=True)
class Understood:
    """A list that was read.

    Attributes:
        reading: of its rows the first that are used.
        good, remarked: how many rows are used, and used with a remark.
        refused: how many are not used.
        refusals: the first of those.
        names_not_found: the first partners that no gazetteer knows, each with its country.
        refused_files: all of those with their reasons, as CSV by language.
        files: the package, by name of file.
        homes: English and Chinese names of the homes in it, by key.
        ties: how many it has.
    """

    reading: Reading
    good: int
    remarked: int
    refused: int
    refusals: tuple[Refusal, ...]
    names_not_found: tuple[tuple[str, str], ...]
    refused_files: Mapping[str, bytes] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    homes: Mapping[str, tuple[str, str]]
    ties: int


@dataclass(frozen=True)
class Outcome:
    """What came of a list.

    Attributes:
        refused: why it is not read at all; ``None`` if it is.
        tables: as they stand, as far as the file can be opened and they help.
        understood: what was read; ``None`` if it is refused.
    """

    refused: Refused | None = None
    tables: Tables | None = None
    understood: Understood | None = None


def outcome_of(content: bytes, text: str, name: str, asked: Asked) -> Outcome:
    """Read a list.

    Args:
        content: of a file; empty where a text was pasted.
        text: that was pasted.
        name: of the file.
        asked: what its reader says of it.
    """
    found = None
    try:
        deadline = Deadline(asked.seconds)
        found = opened(content, asked, deadline) if content else opened_text(text, asked)
        reading = understood(found, name, asked, None, deadline)
        return Outcome(None, _tables(found, asked), _understood(reading, asked))
    except Refused as refused:
        helps = found is not None and refused.message == NO_PARTNERS
        return Outcome(refused, _tables(found, asked) if found and helps else None)


def _tables(found: Opened, asked: Asked) -> Tables:
    layouts = (
        (grid.name, _first_rows(layout_of(grid, asked.columns_of(grid.name), needed=False)))
        for grid in found.grids[:MOST_SHEETS]
    )
    return Tables(tuple(layouts), found.sheets, found.encoding, found.encodings)


def _first_rows(layout: Layout) -> Layout:
    return replace(layout, rows=layout.rows[:FIRST_ROWS])


def _understood(reading: Reading, asked: Asked) -> Understood:
    packed = package_of(reading, asked)
    refused = list(refusals(reading, packed))
    out = {id(row) for row, _ in refused}
    used = tuple(row for row in reading.rows if id(row) not in out)
    good = sum(row.verdict == "good" for row in used)
    layouts = tuple((name, _first_rows(layout)) for name, layout in reading.layouts)
    files = {
        lang: as_csv(refused_table(refused, reading, asked.mended, Words(lang))) for lang in LOCALES
    }
    return Understood(
        replace(reading, rows=used[:SHOWN], layouts=layouts),
        good,
        len(used) - good,
        len(refused),
        tuple(refused[:MOST_MENDED]),
        tuple(names_not_found(packed)[:MOST_UNKNOWN]),
        files if refused else {},
        packed.files,
        homes_in(packed.files),
        ties_in(packed.files),
    )
