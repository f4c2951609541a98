"""The tables of the data package as they stand on disk, and what the package says of itself."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import lzma
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

ENVIRONMENT = "FRIENDSHIP_ATLAS_DATA"
"""The environment variable that names the folder of another data package than our own."""

PACKAGE = Path(os.environ.get(ENVIRONMENT) or Path(__file__).resolve().parent.parent / "data")
"""The folder of the data package: this repository's, unless :data:`ENVIRONMENT` names one."""


DAMAGED_ARCHIVE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)
"""What Python raises of a zip archive that is damaged; of one with a password, or packed in a way
it does not know, ``RuntimeError``."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every part of an archive, so that equal files are an equal archive."""


@dataclass(frozen=True)
class Release:
    """What a reader cites: the package's version, the day its facts were gathered, its licence."""

    version: str
    as_of: dt.date
    licence: str


def read_descriptor(package: Path = PACKAGE) -> dict[str, Any]:
    """The package's ``datapackage.json`` (Data Package v2) as a dictionary.

    Raises:
        FileNotFoundError: there is no descriptor in ``package``.
        ValueError: it is no JSON.
    """
    descriptor: dict[str, Any] = json.loads(_bytes("datapackage.json", package).decode("utf-8"))
    return descriptor


def read_release(package: Path = PACKAGE) -> Release:
    """Version, as-of day and licence, from the descriptor.

    Raises:
        FileNotFoundError: there is no descriptor in ``package``.
        ValueError: it cannot be read, or does not say one of the three; what to write is named.
    """
    return release_of(_bytes("datapackage.json", package))


def release_of(descriptor: bytes) -> Release:
    """Version, as-of day and licence, from the content of a descriptor.

    Raises:
        ValueError: it cannot be read, or does not say one of the three; what to write is named.
    """
    try:
        match json.loads(descriptor.decode("utf-8")):
            case {
                "version": str(version),
                "asOf": str(day),
                "licenses": [{"name": str(licence)}, *_],
            }:
                return Release(version, dt.date.fromisoformat(day), licence)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"datapackage.json cannot be read: {error}.") from error
    raise ValueError(
        "datapackage.json does not say which data these are: it needs version, asOf (a day such as "
        "2026-11-24) and licenses (each with a name)."
    )


def read_table(name: str, package: Path = PACKAGE) -> pd.DataFrame:
    """One table of the package, every cell as the text it is, empty cells as ``""``.

    Namibia's code is NA, so nothing but an empty cell may count as missing; columns that are
    numbers become numbers where a reader of the table needs them (``geo.ties.roster``).

    Args:
        name: the table's name, without ``.csv``.
        package: the folder of the data package.

    Raises:
        FileNotFoundError: the package has no such table.
        ValueError: the file is no table of UTF-8 with commas between; where, and what to do.
    """
    return parse_table(f"{name}.csv", _bytes(f"{name}.csv", package))


def parse_table(file: str, content: bytes) -> pd.DataFrame:
    """The table in a file, as :func:`read_table` gives it.

    Args:
        file: what it is called where a fault is told.
        content: all of it.

    Raises:
        ValueError: it is no table of UTF-8 with commas between; where, and what to do.
    """
    try:
        text = content.decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is not UTF-8: save it as “CSV UTF-8”.") from error
    except csv.Error as error:
        raise ValueError(f"{file} cannot be read: {error}; close every quotation mark.") from error
    if not lines or not lines[0]:
        raise ValueError(f"{file} is empty: its first row must name the columns.")
    columns = lines[0]
    if len(set(columns)) < len(columns):
        twice = next(name for name in columns if columns.count(name) > 1)
        raise ValueError(f"{file} has two columns “{twice}”: leave one of them out.")
    for number, cells in enumerate(lines, 1):
        if cells and len(cells) != len(columns):
            raise ValueError(
                f"{file}, row {number}: {len(cells)} cells where the table has {len(columns)} "
                "columns; put cells with commas in them into quotation marks."
            )
    return pd.DataFrame(list(filter(None, lines[1:])), columns=columns, dtype=str)


def _bytes(file: str, package: Path) -> bytes:
    """The content of a file.

    Raises:
        FileNotFoundError: it is missing, said in a sentence.
    """
    try:
        return (package / file).read_bytes()
    except FileNotFoundError as error:
        raise FileNotFoundError(f"There is no {file} in the folder {package}.") from error


def fingerprint(package: Path = PACKAGE) -> str:
    """A short name for the very content of a package: the same for the same tables.

    Args:
        package: the folder of the data package.
    """
    seen = hashlib.sha256()
    for file in sorted([*package.glob("*.csv"), package / "datapackage.json"]):
        seen.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()[:16]


def write_json(told: Mapping[str, Any], out: str, indent: int = 2) -> None:
    """Write what a command found as JSON.

    Args:
        told: what it found.
        out: a file, or ``-`` for the terminal.
        indent: of its lines.

    Raises:
        OSError: the file cannot be written.
    """
    text = json.dumps(told, ensure_ascii=False, indent=indent)
    if out == "-":
        print(text)
    else:
        Path(out).write_text(text + "\n", "utf-8")


def archived(files: Mapping[str, bytes]) -> bytes:
    """Files as one zip archive in a fixed order, the same, byte for byte, for the same files.

    An office file's list of content types (``[Content_Types].xml``) comes first, as programs write
    it that read files as they come.

    Args:
        files: content by name.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda name: (name[0] != "[", name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, files[name])
    return out.getvalue()
