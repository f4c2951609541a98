"""A list as one file that opens it elsewhere: its data package in a zip archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.data import DAMAGED_ARCHIVE, PACKAGE, parse_table, release_of
from geo.i18n import mark
from geo.intake.limits import MAX_UNZIPPED, Refused, check_size
from geo.ties.joining import MOST_ADDED, Added, joined
from geo.ties.roster import Roster, load_roster
from geo.ties.tables import check

DESCRIPTOR = "datapackage.json"
TABLES = ("homes", "places", "ties", "sources", "countries")
"""Those that are read of a package; all others stay closed."""
SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}", re.ASCII)
KEYS = {"homes": "home", "places": "place", "ties": "tie", "sources": "source"}

NO_PACKAGE = mark(
    "This archive is not a list that was saved here: its tables cannot be used ({reason})"
)
MISSING = mark("This archive is not a list that was saved here: it has no {file}.")
BROKEN = mark("This archive is damaged and cannot be unpacked: save the list anew.")
TOO_MUCH = mark("The archive unpacks to more than {most} MB; up to {most} MB are read.")
WRONG_KEY = mark(
    "This archive is not a list that was saved here: {file} has a key with other signs than "
    "letters, digits and hyphens."
)
NO_TIES = mark("The list in this archive has no ties.")
TOO_MANY_HOMES = mark("The package has lists of {n} cities; up to {most} can be added.")


def is_package(content: bytes) -> bool:
    """Whether a file is an archive with a package in it, whatever that is worth."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return DESCRIPTOR in archive.namelist()
    except (*DAMAGED_ARCHIVE, RuntimeError, ValueError):
        return False


def list_in(content: bytes) -> Added:
    """The list in a file that was saved.

    Raises:
        Refused: there is none, it is damaged or too large, or something in it cannot be used.
    """
    check_size(len(content))
    try:
        parts = _parts(content)
        release_of(parts[DESCRIPTOR])  # refuses one without version, day or licence
        tables = {name: parse_table(f"{name}.csv", parts[f"{name}.csv"]) for name in TABLES}
        check(tables)
        _check_keys(tables)
    except Refused:
        raise
    except ValueError as error:
        raise Refused(NO_PACKAGE, reason=str(error)[:300]) from error
    if len(tables["homes"]) > MOST_ADDED:
        raise Refused(TOO_MANY_HOMES, n=len(tables["homes"]), most=MOST_ADDED)
    return Added(tables, content)


def _parts(content: bytes) -> dict[str, bytes]:
    """The files that are read, each as long as it says and all together not too long."""
    names = [DESCRIPTOR, *(f"{name}.csv" for name in TABLES)]
    found, room = {}, MAX_UNZIPPED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in names:
                if name not in archive.namelist():
                    raise Refused(MISSING, file=name)
                with archive.open(name) as part:
                    found[name] = part.read(room + 1)
                room -= len(found[name])
                if room < 0:
                    raise Refused(TOO_MUCH, most=MAX_UNZIPPED // 2**20)
    except (*DAMAGED_ARCHIVE, RuntimeError) as error:
        raise Refused(BROKEN) from error  # a password and unknown packing are RuntimeErrors
    return found


def _check_keys(tables: Mapping[str, pd.DataFrame]) -> None:
    """Nothing, if every key can stand in an address.

    Raises:
        Refused: one cannot, or there are no ties.
    """
    for name, column in KEYS.items():
        for key in tables[name][column]:
            if not SLUG.fullmatch(key):
                raise Refused(WRONG_KEY, file=f"{name}.csv")
    if not len(tables["ties"]):
        raise Refused(NO_TIES)


@lru_cache(maxsize=4)
def roster_for(package: str, brought: tuple[bytes, ...]) -> Roster:
    """The roster of a package with the lists that were added to it, kept for the next call.

    A worker process makes it of what it is sent; nothing of a list is ever on disk.

    Args:
        package: its folder; "" for the atlas's own.
        brought: lists as they are saved (:attr:`geo.ties.roster.Roster.brought`).

    Raises:
        Refused: a list cannot be read.
        ValueError: a list cannot be used.
    """
    own = load_roster(Path(package) if package else PACKAGE)
    return joined(own, [list_in(content) for content in brought])
