"""Reading a data package that may be broken.

The roster (``geo.ties.roster``) trusts its tables; this module does not. It keeps what can be kept
of a broken table, so that one run names as many faults as possible.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.data import read_descriptor
from geo.i18n.dates import first_day, precision
from geo.ties.checks.draft import DESCRIPTOR, LONGEST_QUOTE, Draft, Fault, Row, Table, key_of, quote

NEEDED = ("ties", "places", "homes", "countries", "sources", "events", "official_counts")
"""The tables without which there is no roster."""


def read_draft(package: Path) -> Draft:
    """What is in a folder, whatever its state."""
    try:
        descriptor = read_descriptor(package)
    except FileNotFoundError:
        return Draft(unreadable=(Fault(DESCRIPTOR, "", "", "the file is missing"),))
    except (OSError, ValueError, RecursionError) as error:
        return Draft(unreadable=(Fault(DESCRIPTOR, "", "", f"the file cannot be read: {error}"),))
    if not isinstance(descriptor, dict):
        return Draft(unreadable=(Fault(DESCRIPTOR, "", "", "the file describes no package"),))
    as_of, unreadable = _release(descriptor)
    tables: dict[str, Table] = {}
    resources = descriptor.get("resources")
    for resource in resources if isinstance(resources, list) else []:
        table, faults = _read_table(resource, package)
        unreadable += faults
        if table and table.name in tables:
            unreadable.append(Fault(DESCRIPTOR, "", "resources", f"{table.name} is listed twice"))
        elif table:
            tables[table.name] = table
    missing = set(NEEDED) - set(tables) - {fault.table for fault in unreadable}
    unreadable += [
        Fault(name, "", "", f"{DESCRIPTOR} does not list the table") for name in sorted(missing)
    ]
    return Draft(descriptor, as_of, tables, tuple(unreadable))


def _release(descriptor: dict[str, Any]) -> tuple[dt.date | None, list[Fault]]:
    """The as-of day, and what a citation would miss (``geo.data.read_release``)."""
    faults = []
    if not isinstance(descriptor.get("version"), str):
        faults.append(Fault(DESCRIPTOR, "", "version", "is missing"))
    match descriptor.get("licenses"):
        case [{"name": str()}, *_]:
            pass
        case _:
            faults.append(Fault(DESCRIPTOR, "", "licenses", "names no licence"))
    try:
        if precision(descriptor["asOf"]) != "day":
            raise ValueError
        return first_day(descriptor["asOf"]), faults
    except (KeyError, TypeError, ValueError):
        faults.append(Fault(DESCRIPTOR, "", "asOf", "is not a full date such as 2026-11-24"))
        return None, faults


def _read_table(resource: object, package: Path) -> tuple[Table | None, list[Fault]]:
    """One table of the descriptor, or why there is none.

    The app reads ``<name>.csv`` beside the descriptor and nothing else; a descriptor from a
    stranger must not lead to other files or addresses.
    """
    match resource:
        case {"name": str(name), "path": str(path), "schema": {"fields": list(fields)} as schema}:
            pass
        case _:
            wrong = "a table without name, path or schema"
            return None, [Fault(DESCRIPTOR, "", "resources", wrong)]
    if not re.fullmatch(r"[a-z0-9_]+", name) or path != f"{name}.csv":
        wrong = f"the path of {quote(name)} must be its name and “.csv”, and is {quote(path)}"
        return None, [Fault(DESCRIPTOR, "", "resources", wrong)]
    try:
        lines = _read_lines(package / path)
    except FileNotFoundError:
        return None, [Fault(name, "", "", f"the file {path} is missing")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Fault(name, "", "", f"line {line} is not UTF-8: save the file as CSV UTF-8")]
    except (OSError, csv.Error) as error:
        return None, [Fault(name, "", "", f"the file cannot be read: {error}")]
    if not lines:
        return None, [Fault(name, "", "", "the file is empty")]
    columns = tuple(lines[0][1])
    if len(columns) == 1 and re.search(r"[;\t]", columns[0]):
        return None, [Fault(name, "", "", "the cells are not divided by commas")]
    promised = tuple(str(part.get("name")) for part in fields if isinstance(part, dict))
    of_columns = [Fault(name, "", *wrong) for wrong in _wrong_columns(columns, promised)]
    rows, of_rows = _rows(name, columns, lines[1:], key_of(schema))
    return Table(name, columns, rows, schema, not of_columns), of_columns + of_rows


def _read_lines(path: Path) -> list[tuple[int, list[str]]]:
    """The records of a CSV file, each with the number of the line on which it begins.

    Strict, because pandas and spreadsheets part ways over a quotation mark that is not closed.
    """
    text = path.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], 1
    for cells in reader:
        records.append((line, cells))
        line = reader.line_num + 1
    return records


def _wrong_columns(
    columns: tuple[str, ...], promised: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Columns that differ from the schema's, by name: frictionless would compare them by place."""
    for column in promised:
        if column not in columns:
            yield column, "the column is missing"
    for column in dict.fromkeys(columns):
        if column not in promised:
            yield column or "(without a name)", "the schema has no such column"
        elif columns.count(column) > 1:
            yield column, "the column is there twice"
    if sorted(columns) == sorted(promised) and columns != promised:
        moved = next(here for here, there in zip(columns, promised, strict=True) if here != there)
        yield moved, "the column stands in another place than in the schema"


def _rows(
    table: str, columns: tuple[str, ...], lines: list[tuple[int, list[str]]], key: str
) -> tuple[tuple[Row, ...], list[Fault]]:
    """Rows named by their keys, by their lines where the key is empty or taken."""
    rows: list[Row] = []
    faults = []
    taken = {""}
    for line, found in lines:
        cells = dict(zip(columns, found + [""] * len(columns), strict=False))
        name = cells.get(key, "").strip()
        if name in taken or len(name) > LONGEST_QUOTE:
            name = f"line {line}"
        taken.add(name)
        if len(found) != len(columns):
            wrong = f"{len(found)} cells where the table has {len(columns)} columns"
            faults.append(Fault(table, name, "", wrong if found else "the line is empty"))
        if found:
            rows.append(Row(name, cells))
    return tuple(rows), faults
