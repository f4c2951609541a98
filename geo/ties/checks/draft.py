"""What the rules look at: a data package as it is found, every cell as text; and what they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

DESCRIPTOR = "datapackage.json"

LONGEST_QUOTE = 60
"""How many characters of a cell a fault repeats."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where.

    Attributes:
        table: name of the table, or ``datapackage.json``.
        row: key of the row, or ``line 12`` where it has none of its own; "" for a whole table.
        column: name of the column; "" for a whole row or table.
        wrong: what is wrong, as the end of a sentence.
    """

    table: str
    row: str
    column: str
    wrong: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.table, self.row, self.column) if part)
        line = f"{where}: {self.wrong}"
        return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


@dataclass(frozen=True)
class Row:
    """One row: what it is called in a fault, and its cells by column, "" where one is missing."""

    name: str
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """One table as it stands in its file.

    Attributes:
        columns: the columns of the file, in its order.
        schema: the table's schema in the descriptor.
        as_promised: whether the columns are those of the schema, in its order.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    schema: dict[str, Any]
    as_promised: bool


@dataclass(frozen=True)
class Draft:
    """A data package that is still to be believed.

    Attributes:
        descriptor: datapackage.json; empty if it cannot be read.
        as_of: the day the facts were gathered; ``None`` if the descriptor does not say.
        tables: the tables that could be read, by name, in the order of the descriptor.
        unreadable: what was wrong with the files themselves.
    """

    descriptor: dict[str, Any] = field(default_factory=dict)
    as_of: dt.date | None = None
    tables: dict[str, Table] = field(default_factory=dict)
    unreadable: tuple[Fault, ...] = ()

    def rows(self, table: str, *columns: str) -> tuple[Row, ...]:
        """The rows of a table; none if it or a column is missing, which is a fault of its own."""
        found = self.tables.get(table)
        return found.rows if found and set(columns) <= set(found.columns) else ()

    def in_order(self, faults: Iterable[Fault]) -> list[Fault]:
        """Faults as the package lists its tables, row by row, what is wrong with a whole first."""
        tables: dict[str, int] = {}
        rows: dict[tuple[str, str], int] = {}
        columns: dict[tuple[str, str], int] = {}
        for first, table in enumerate(self.tables.values()):
            tables[table.name] = first
            rows |= {(table.name, row.name): second for second, row in enumerate(table.rows)}
            columns |= {(table.name, column): third for third, column in enumerate(table.columns)}

        def place(fault: Fault) -> tuple[int, int, int]:
            return (
                tables.get(fault.table, -1),
                rows.get((fault.table, fault.row), -1),
                columns.get((fault.table, fault.column), -1),
            )

        return sorted(faults, key=place)


def quote(cell: str) -> str:
    """A cell in quotation marks, cut where it is long."""
    short = cell if len(cell) <= LONGEST_QUOTE else cell[: LONGEST_QUOTE - 1] + "…"
    return f"“{short}”"


def key_of(schema: dict[str, Any]) -> str:
    """The column that names a row."""
    match schema.get("primaryKey"):
        case str(column) | [str(column), *_]:
            return column
    return ""
