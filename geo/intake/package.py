"""A reading as a data package that ``geo.export --data`` and ``geo.check`` take.

Roles are left out of its table of places: nothing is known of them yet, and *no* would be a
statement.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.data import PACKAGE, read_descriptor
from geo.i18n import Words
from geo.intake.asked import Asked
from geo.intake.names import slug_of
from geo.intake.package_tables import NO_PLACE, TableMaker, bare
from geo.intake.places import Gazetteer, Places
from geo.intake.reading import Reading
from geo.intake.remarks import Remark
from geo.intake.row import Row
from geo.intake.whole_file import row_name
from geo.ties.role_checks import POPULATION_FIELDS

TABLES = ("ties", "places", "homes", "countries", "sources", "events", "official_counts")


ROLE_FIELDS_FROM = "capital"
"""The first of the columns of places that say something of roles; they and all after them are left
out of the schema, but for the inhabitants, which the gazetteer knows of some."""


@dataclass
class Packed:
    """A package: its files by name, and the rows that are not in it with the reason.

    Attributes:
        files: content by file name.
        left_out: rows that are used and still have no place in it.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    left_out: list[tuple[Row, Remark]] = field(default_factory=list)


def package_of(
    reading: Reading, asked: Asked | None = None, known: Gazetteer | None = None
) -> Packed:
    """The data package of everything in a reading that can stand on a map.

    Args:
        reading: the file as it was understood.
        asked: what its reader said of it; of it the day is used, as the package's as-of day, and
            which place its home is.
        known: the gazetteer for the homes.
    """
    maker = TableMaker(reading, Places(known), asked.home_place if asked else None)
    for row in reading.rows:
        if row.verdict != "reject":
            maker.add(row)
    tables = maker.tables()
    descriptor = _descriptor(reading, (asked or Asked()).today.isoformat())
    files = {"datapackage.json": json.dumps(descriptor, ensure_ascii=False, indent=2).encode()}
    for resource in descriptor["resources"]:
        columns = [part["name"] for part in resource["schema"]["fields"]]
        files[resource["path"]] = _csv(columns, tables[resource["name"]])
    return Packed(files, maker.left_out)


def names_not_found(packed: Packed) -> list[tuple[str, str]]:
    """Partners that are left out because no gazetteer knows them, each once with its country."""
    missing = (row for row, remark in packed.left_out if remark.message == NO_PLACE)
    return list(dict.fromkeys((row.partner, row.country) for row in missing))


def write_package(packed: Packed, folder: Path) -> None:
    """Write a package into a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in packed.files.items():
        (folder / name).write_bytes(content)


def _descriptor(reading: Reading, as_of: str) -> dict[str, Any]:
    """The atlas's own descriptor with the tables and columns that such a package has."""
    own = read_descriptor(PACKAGE)
    resources = [part for part in own["resources"] if part["name"] in TABLES]
    for resource in resources:
        if resource["name"] == "places":
            fields = resource["schema"]["fields"]
            first = [part["name"] for part in fields].index(ROLE_FIELDS_FROM)
            people = [
                {name: told for name, told in part.items() if name != "constraints"}
                for part in fields[first:]
                if part["name"] in POPULATION_FIELDS
            ]
            resource["schema"]["fields"] = fields[:first] + people
    return {
        "$schema": own["$schema"],
        "name": slug_of(reading.file_name) or "roster",
        "title": bare(reading.file_name) or "Roster",
        "version": "1.0.0",
        "asOf": as_of,
        "licenses": [{"name": "not-stated", "title": "Not stated by the list"}],
        "resources": resources,
    }


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def sentences(packed: Packed, words: Words) -> Iterator[str]:
    """A line for each row that is left out."""
    for row, remark in packed.left_out:
        yield words.say(
            "row {row}, {partner}: {reason}",
            row=row_name(row),
            partner=row.partner,
            reason=remark.sentence(words),
        )
