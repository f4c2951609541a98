"""Rules about any cell of any table: what a reader, a browser or a spreadsheet would stumble on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from geo.i18n.escape import runs_as_formula
from geo.ties.checks.draft import Draft, Fault, Row, Table, quote

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]")
"""Control characters, breaks of line, turns of the writing direction, and traces of a lost code."""

NUMBERS = ("number", "integer")


def both_languages_are_filled(draft: Draft) -> Iterator[Fault]:
    """A sentence that stands in one language only leaves a hole on the other side of the app."""
    for table, row, column, cell in _cells(draft):
        stem, _, language = column.rpartition("_")
        other = {"en": f"{stem}_zh", "zh": f"{stem}_en"}.get(language, "")
        if not cell and row.cells.get(other):
            yield Fault(table.name, row.name, column, f"is empty, though {other} is filled")


def addresses_are_web_addresses(draft: Draft) -> Iterator[Fault]:
    """The app makes links of addresses; ``javascript:`` and the like must never become one."""
    for table, row, column, cell in _cells(draft):
        if (column == "url" or column.endswith("_url")) and cell and not _is_web_address(cell):
            wrong = f"{quote(cell)} is not an address that begins with http:// or https://"
            yield Fault(table.name, row.name, column, wrong)


def no_cell_holds_control_characters(draft: Draft) -> Iterator[Fault]:
    """They cannot be seen and break lines, tables, files and terminals."""
    for table, row, column, cell in _cells(draft):
        if match := UNSEEN.search(cell):
            wrong = f"character {match.start() + 1} is U+{ord(match[0]):04X}, which cannot be seen"
            yield Fault(table.name, row.name, column, wrong)


def no_cell_begins_or_ends_blank(draft: Draft) -> Iterator[Fault]:
    """Two cells that look alike and differ in a blank are two values."""
    for table, row, column, cell in _cells(draft):
        if cell != cell.strip():
            yield Fault(table.name, row.name, column, f"{quote(cell)} begins or ends with a blank")


def no_cell_runs_as_a_formula(draft: Draft) -> Iterator[Fault]:
    """Who opens the table in a spreadsheet must not run what a stranger wrote into it.

    Columns of numbers are left to their types: what is a number there is no formula.
    """
    for table, row, column, cell in _cells(draft):
        if runs_as_formula(cell) and not _holds_numbers(table, column):
            yield Fault(table.name, row.name, column, f"a spreadsheet would run {quote(cell)}")


def _cells(draft: Draft) -> Iterator[tuple[Table, Row, str, str]]:
    """Table, row, column and text of every cell."""
    for table in draft.tables.values():
        for row in table.rows:
            for column, cell in row.cells.items():
                yield table, row, column, cell


def _holds_numbers(table: Table, column: str) -> bool:
    fields = (part for part in table.schema["fields"] if isinstance(part, dict))
    return any(part.get("name") == column and part.get("type") in NUMBERS for part in fields)


def _is_web_address(cell: str) -> bool:
    try:
        address = urlsplit(cell)
    except ValueError:  # a bracket that opens an IPv6 address and does not close it
        return False
    plain = not re.search(r"[\s<>\"\\]", cell)
    return plain and address.scheme in ("http", "https") and bool(address.hostname)
