"""What the roster asks of its tables: columns, keys, dates, numbers, and what refers to what.

The checks of a data package (:mod:`geo.ties.checks`) name everything that is wrong with it; this is
the little without which nothing can be counted or shown. The first fault is told in one sentence:
the table, the row, the column, what is wrong, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import pandas as pd

from geo.i18n.phrases import KIND, LEVEL, PORT_SIZE, SOURCE_KIND
from geo.ties.cell_rules import Rule, colour, date, day, number, one_of, quoted, span, whole
from geo.ties.doubts import DOUBTS
from geo.ties.roles import CAPITALS, PORTS

NAME_KINDS = ("former", "other", "abbreviation")
"""What a name that is not the usual one may be."""
LATITUDE, LONGITUDE = (partial(number, most=most, needed=True) for most in (90.0, 180.0))


@dataclass(frozen=True)
class Asked:
    """What is asked of a table.

    Attributes:
        key: the column that names its rows.
        columns: those that must be there, beside the key and those with rules.
        rules: of its cells, by column.
        known: columns whose cells must be keys of another table, and that table.
        more: rules of columns that may be missing.
    """

    key: str
    columns: str = ""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Rule] = field(default_factory=dict)

    @property
    def needed(self) -> list[str]:
        """Every column that must be there."""
        return list(dict.fromkeys([self.key, *self.columns.split(), *self.rules, *self.known]))


ASKED = {
    "countries": Asked(
        "country",
        "alpha3 name_en name_zh region_m49 region_en region_zh subregion_m49 subregion_en "
        "subregion_zh intermediate_m49 intermediate_en intermediate_zh continent",
    ),
    "homes": Asked(
        "home",
        "name_en name_zh",
        {"lat": LATITUDE, "lon": LONGITUDE, "color_light": colour, "color_dark": colour},
        {"country": "countries"},
    ),
    "places": Asked(
        "place",
        "name_en name_zh full_en full_zh seat_en seat_zh",
        {"kind": one_of(*KIND), "lat": LATITUDE, "lon": LONGITUDE},
        {"country": "countries"},
        {
            "capital": one_of("", *CAPITALS),
            "capital_at_signing": one_of("", *CAPITALS),
            "capital_since": date,
            "port": one_of("", *PORTS),
            "wpi_size": one_of("", *PORT_SIZE),
            "wpi_km": number,
            "population": number,
            "rank": whole,
        },
    ),
    "sources": Asked(
        "source",
        "title publisher url date_note_en date_note_zh seen_en seen_zh",
        {"date": date, "kind": one_of(*SOURCE_KIND)},
    ),
    "ties": Asked(
        "tie",
        "home_district_en home_district_zh ended_by ended_why_en ended_why_zh ended_sources "
        "sources note_en note_zh",
        {
            "level": one_of(*LEVEL),
            "established": date,
            "earliest": day,
            "latest": day,
            "ended": date,
        },
        {"home": "homes", "place": "places"},
        {"doubt": one_of("", *DOUBTS)},
    ),
    "events": Asked("event", "tie text_en text_zh sources", {"date": span}),
    "official_counts": Asked(
        "count",
        "source",
        {"as_of": date}
        | dict.fromkeys(("sister", "exchange", "district", "total", "countries"), whole),
        {"home": "homes"},
    ),
    "claims": Asked(
        "claim",
        "section_en section_zh statement_en statement_zh test parameters note_en note_zh sources",
        {"as_of": date},
    ),
    "base_rates": Asked(
        "country",
        "sources",
        dict.fromkeys(("cities", "ports", "cities_million", "ports_million"), whole),
        {"country": "countries"},
    ),
    "proposals": Asked(
        "proposal",
        "name_en name_zh seat_en seat_zh why_en why_zh sources",
        {"standing": one_of("proposed", "named"), "lat": LATITUDE, "lon": LONGITUDE},
        {"country": "countries", "home": "homes"},
    ),
    "context": Asked("context", "kind text_en text_zh sources", {"date": span}),
    "turning_points": Asked(
        "turning_point", "country home name_en name_zh text_en text_zh sources", {"date": span}
    ),
    "groups": Asked(
        "membership", "group", {"since": date, "until": date}, {"country": "countries"}
    ),
    "other_names": Asked("other_name", "place home country name", {"kind": one_of(*NAME_KINDS)}),
}
"""The tables of a roster, and what is asked of each; those that others refer to first."""


def check(tables: Mapping[str, pd.DataFrame]) -> None:
    """Nothing, if a roster can be made of some tables.

    Args:
        tables: by name, every cell as text; those that :data:`ASKED` does not know are left alone.

    Raises:
        ValueError: it cannot; the first fault, in a sentence.
    """
    for name, asked in ASKED.items():
        if name in tables:
            _check_columns(name, tables[name], asked)
    for name, asked in ASKED.items():
        for where, wrong in _faults(name, asked, tables) if name in tables else ():
            raise ValueError(f"{name}.csv, {where}: {wrong}.")


def _check_columns(name: str, table: pd.DataFrame, asked: Asked) -> None:
    columns = list(table.columns)
    if len(columns) == 1 and re.search(r"[;\t]", columns[0]):
        raise ValueError(f"The cells of {name}.csv are not divided by commas: save it as CSV.")
    for column in asked.needed:
        if column not in columns:
            raise ValueError(f"{name}.csv has no column “{column}”: add it, empty if need be.")


def _faults(
    name: str, asked: Asked, tables: Mapping[str, pd.DataFrame]
) -> Iterator[tuple[str, str]]:
    """Where something is wrong, and what."""
    table = tables[name]
    keys = table[asked.key].tolist()
    first: dict[str, int] = {}
    for row, key in enumerate(keys, 2):
        if not key.strip() or key in first:
            wrong = f"{quoted(key)} stands in row {first[key]} too" if key in first else "is empty"
            yield f"row {row}, column {asked.key}", f"{wrong}: give every row its own key"
        first.setdefault(key, row)
    rules = dict(asked.rules) | {
        column: rule for column, rule in asked.more.items() if column in table
    }
    for column, other in asked.known.items():
        rules[column] = _key_of(other, tables)
    for column, rule in rules.items():
        for key, cell in zip(keys, table[column].tolist(), strict=True):
            if wrong := rule(cell):
                yield f"row {quoted(key)}, column {column}", wrong
    if name == "ties":
        yield from _bounds(table)


def _key_of(other: str, tables: Mapping[str, pd.DataFrame]) -> Rule:
    """A key of another table."""
    known = set(tables[other][ASKED[other].key])
    todo = f"is not in {other}.csv: add it there, or name one that is"
    return lambda cell: "" if cell in known else f"{quoted(cell)} {todo}"


def _bounds(ties: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """A tie has two bounds in their order, or none."""
    for row in ties.itertuples():
        where = f"row {quoted(row.tie)}, column "
        if bool(row.earliest) != bool(row.latest):
            empty, filled = ("earliest", "latest") if row.latest else ("latest", "earliest")
            yield where + empty, f"is empty, though {filled} is filled: fill both or neither"
        elif row.earliest > row.latest:
            yield where + "latest", f"{quoted(row.latest)} is before earliest: swap them"
