"""The tables of the data package as they stand on disk, and what the package says of itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

ENVIRONMENT = "FRIENDSHIP_ATLAS_DATA"
"""The environment variable that names the folder of another data package than our own."""

PACKAGE = Path(os.environ.get(ENVIRONMENT) or Path(__file__).resolve().parent.parent / "data")
"""The folder of the data package: this repository's, unless :data:`ENVIRONMENT` names one."""


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
    """
    descriptor: dict[str, Any] = json.loads((package / "datapackage.json").read_text("utf-8"))
    return descriptor


def read_release(package: Path = PACKAGE) -> Release:
    """Version, as-of day and licence, from the descriptor."""
    descriptor = read_descriptor(package)
    return Release(
        version=descriptor["version"],
        as_of=dt.date.fromisoformat(descriptor["asOf"]),
        licence=descriptor["licenses"][0]["name"],
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
    """
    return pd.read_csv(
        package / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def fingerprint(package: Path = PACKAGE) -> str:
    """A short name for the very content of a package: the same for the same tables.

    Args:
        package: the folder of the data package.
    """
    seen = hashlib.sha256()
    for file in sorted([*package.glob("*.csv"), package / "datapackage.json"]):
        seen.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()[:16]
