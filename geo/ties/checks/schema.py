"""What datapackage.json promises of the tables: readable files, columns, types, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from geo.ties.checks.draft import DESCRIPTOR, Draft, Fault, Table, key_of, quote

KINDS = {
    "date": "a day such as 1986-05-29",
    "integer": "a whole number",
    "number": "a number",
    "string/uri": "an address",
}
"""What the cells of a type are called, where the name of the type does not say it."""

FETCHED = ("profile", "profiles")
"""Properties of a descriptor that may hold an address, which frictionless would call."""


def everything_is_readable(draft: Draft) -> Iterator[Fault]:
    """Files, encodings, columns and the length of rows; where they fail, nothing else can hold."""
    yield from draft.unreadable


def tables_fit_their_schema(draft: Draft) -> Iterator[Fault]:
    """Types, constraints, primary and foreign keys, by the library frictionless.

    The library gets the rows as they were read here, not the files: it would guess at the
    delimiter, and a descriptor may point it to any address. A table with wrong columns stays out,
    and so do the foreign keys to it, for every row of it would be an echo.
    """
    # 23 packages come with it, which nothing that serves readers needs.
    from frictionless import FrictionlessException, Package

    if not draft.descriptor:
        return
    tables = {name: table for name, table in draft.tables.items() if table.as_promised}
    plain = {key: value for key, value in draft.descriptor.items() if key not in FETCHED}
    left_out = _listed(draft) - set(tables)
    resources = [_inline(table, left_out) for table in tables.values()]
    try:
        report = Package.from_descriptor(plain | {"resources": resources}).validate()
    except FrictionlessException as error:
        for reason in error.to_errors():
            yield Fault(DESCRIPTOR, "", "", reason.note or reason.message)
        return
    except Exception as error:  # a broken descriptor can raise whatever its parts raise: re.error …
        yield Fault(DESCRIPTOR, "", "", f"a schema cannot be used: {error}")
        return
    for broken in report.errors:
        yield Fault(DESCRIPTOR, "", "", broken.note or broken.message)
    for task in report.tasks:
        for found in task.errors:
            yield _translated(found.to_descriptor(), tables[task.name])


def _listed(draft: Draft) -> set[str]:
    """The names of the tables that the descriptor lists, readable or not."""
    resources = draft.descriptor.get("resources")
    found = resources if isinstance(resources, list) else []
    return {str(resource.get("name")) for resource in found if isinstance(resource, dict)}


def _inline(table: Table, left_out: set[str]) -> dict[str, Any]:
    """A resource that carries its rows with it, and no foreign keys to tables left out."""
    schema = dict(table.schema)
    if isinstance(schema.get("foreignKeys"), list):
        schema["foreignKeys"] = [
            key for key in schema["foreignKeys"] if _table_referred_to(key) not in left_out
        ]
    data = [list(table.columns), *(list(row.cells.values()) for row in table.rows)]
    return {"name": table.name, "type": "table", "data": data, "schema": schema}


def _table_referred_to(foreign_key: object) -> str:
    """The table of a foreign key; "" where it names none, which frictionless will say."""
    match foreign_key:
        case {"reference": {"resource": str(name)}}:
            return name
    return ""


def _translated(found: dict[str, Any], table: Table) -> Fault:
    """An error of frictionless in plain words, at its cell."""
    number = found.get("rowNumber")
    row = table.rows[number - 2].name if number else ""
    column = found.get("fieldName", "")
    cell = quote(str(found.get("cell", "")))
    match found["type"]:
        case "foreign-key":
            column = " ".join(found["fieldNames"])
            missing = quote(" ".join(found["fieldCells"]))
            wrong = f"{missing} is not in {found['referenceName'] or table.name}"
        case "primary-key":
            column, wrong = key_of(table.schema), "the key is empty or taken"
        case "unique-error":
            wrong = f"{cell} stands in an earlier row too"
        case "blank-row":
            wrong = "the row is empty"
        case "type-error":
            kind = re.sub(r'type is "(.*?)(/default)?"', r"\1", found["note"])
            wrong = f"{cell} is not {KINDS.get(kind, f'of the type {kind}')}"
        case "constraint-error":
            wrong = _broken_constraint(found["note"], cell)
        case _:
            wrong = found["message"]
    return Fault(table.name, row, column, wrong)


def _broken_constraint(note: str, cell: str) -> str:
    """What a cell should have been, from frictionless' note: constraint "minimum" is "-90"."""
    match = re.fullmatch(r'constraint "(\w+)" is "(.*)"', note, re.DOTALL)
    name, value = match.groups() if match else ("", note)
    listed = re.sub(r"[\[\]']", "", value)
    sentences = {
        "required": "is empty, and must not be",
        "enum": f"{cell} is none of {listed}",
        "pattern": f"{cell} does not have the form {value}",
        "minimum": f"{cell} is less than {value}",
        "maximum": f"{cell} is more than {value}",
    }
    return sentences.get(name, f"{cell} breaks the rule {name} {value}".replace("  ", " "))
