"""JSON to a grid: a list of records, a list of rows, columns by name, or GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from geo.i18n import mark
from geo.intake.grid import Grid, grid_of
from geo.intake.limits import MAX_COLUMNS, Refused, check_span

NOT_JSON = mark("The file begins like JSON and is none: line {line}, column {column}.")
NO_RECORDS = mark("The JSON holds no list of records.")


def grids_of_json(text: str) -> list[Grid]:
    """The list of records in a JSON text, wherever it stands in it.

    Raises:
        Refused: it is no JSON, holds no list, or too long a one.
    """
    try:
        found = _records(_loaded(text.lstrip("\ufeff")))
    except json.JSONDecodeError as error:
        lines = _lines_of_json(text)
        if lines is None:
            raise Refused(NOT_JSON, line=error.lineno, column=error.colno) from error
        found = lines
    except RecursionError as error:
        raise Refused(NO_RECORDS) from error
    if not found:
        raise Refused(NO_RECORDS)
    check_span(len(found), 0)
    if all(isinstance(record, dict) for record in found):
        return [_grid_of_records(found)]
    rows = [record if isinstance(record, list) else [record] for record in found]
    return [grid_of(enumerate(([_text(cell) for cell in row] for row in rows), 1))]


def _loaded(text: str) -> Any:
    """What a JSON text holds; whole numbers as they are written, however long."""
    return json.loads(text, parse_int=str)


def _lines_of_json(text: str) -> list[Any] | None:
    """A record a line (JSON Lines); ``None`` if it is not that."""
    lines = [line for line in text.splitlines() if line.strip()]
    check_span(len(lines), 0)
    try:
        found = [_loaded(line) for line in lines]
    except (json.JSONDecodeError, RecursionError):
        return None
    return found if len(found) > 1 and all(isinstance(one, dict) for one in found) else None


def _records(value: Any) -> list[Any]:
    """The longest list in a value or one step inside it."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if value.get("type") == "FeatureCollection" and isinstance(value.get("features"), list):
        return [_properties(feature) for feature in value["features"]]
    lists = [part for part in value.values() if isinstance(part, list)]
    columns = [part for part in lists if not any(isinstance(cell, dict | list) for cell in part)]
    if len(columns) > 1 and len(columns) == len(lists) and len(set(map(len, columns))) == 1:
        names = [name for name, part in value.items() if isinstance(part, list)]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    return max((_records(part) for part in value.values()), key=len, default=[])


def _properties(feature: Any) -> dict[str, Any]:
    """The properties of a GeoJSON feature, its point among them."""
    if not isinstance(feature, dict):
        return {}
    properties = feature.get("properties")
    found = dict(properties) if isinstance(properties, dict) else {}
    match feature.get("geometry"):
        case {"type": "Point", "coordinates": [lon, lat, *_]}:
            return {"lat": lat, "lon": lon} | found
    return found


def _grid_of_records(records: Sequence[dict[str, Any]]) -> Grid:
    names: dict[str, None] = {}
    for record in records:
        names |= dict.fromkeys(record)
        check_span(0, len(names))
    head = list(names)[:MAX_COLUMNS]
    rows = ([_text(record.get(name)) for name in head] for record in records)
    return grid_of(enumerate(rows, 1), head=head)


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
