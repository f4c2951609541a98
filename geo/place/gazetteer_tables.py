"""The packed tables of the gazetteer, opened when a name is first looked for.

They stay as they stand, a few megabytes of bytes, and are searched by halves: a dictionary of half
a million names would hold ten times as much. ``tools/build_gazetteer.py`` writes them.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "data" / "gazetteer"


def lines_called(key: str) -> list[str]:
    """The lines of the places that are called by a folded name, those with most people first.

    Columns, with tabulators between: English and Chinese name, country, first-order division (of a
    division its seat), latitude, longitude, inhabitants, kind (city, division).
    """
    names, places = opened()
    wanted, low, high = key.encode() + b"\t", 0, len(names)
    while low < high:
        middle = names.rfind(b"\n", 0, (low + high) // 2) + 1
        end = names.find(b"\n", middle)
        if names.startswith(wanted, middle):
            numbers = names[middle + len(wanted) : end].split()
            return [places[int(number)].decode() for number in numbers]
        if names[middle:end].partition(b"\t")[0] < wanted[:-1]:
            low = end + 1
        else:
            high = middle
    return []


def lines_of_divisions() -> Iterator[str]:
    """The lines of the first-order divisions."""
    return (line.decode() for line in opened()[1] if line.endswith(b"\tdivision"))


def lines_of_cities() -> Iterator[str]:
    """The lines of all that are no divisions."""
    return (line.decode() for line in opened()[1] if line.endswith(b"\tcity"))


@lru_cache(maxsize=1)
def opened() -> tuple[bytes, list[bytes]]:
    """The names as they stand, in the order of their bytes, and the places, a line each.

    Raises:
        FileNotFoundError: the tables are not there.
    """
    names, places = (
        lzma.decompress((TABLES / f"{table}.tsv.xz").read_bytes()) for table in ("names", "places")
    )
    return names, places.split(b"\n")
