"""The cities among which a partner can be chosen: large agglomerations and national capitals.

From ``agglomerations.csv`` and ``capitals.csv`` of a data package: the agglomerations of 300,000
and more of the World Urbanization Prospects 2018, and the capitals that are smaller. Ports are
found for all by the one rule (:mod:`geo.ties.roles`) and without overrides, which exist for
partners only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geo.data import read_table
from geo.ties.roster import Roster

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.int64]

FIRST_YEAR, EVERY = 1950, 5
"""Populations are known every five years from 1950."""
SIZES = {"Large": 4, "Medium": 3, "Small": 2, "Very Small": 1, "": 0}
"""Harbour sizes of the World Port Index."""
ALWAYS, NEVER = 0, 9999
BELONGING = {"CN": frozenset({"HK", "MO"})}
"""What else lies in a home's own country, by the codes of ISO 3166."""

Row = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Cities:
    """Every city, a place in each array.

    Attributes:
        keys: slugs.
        rows: what is known of each in words: ``name``, ``chinese`` and the port.
        country: alpha-2 codes.
        region: M49 codes of continents.
        lat, lon: degrees, WGS 84.
        port: whether it is a sea port.
        harbour: size of its port, 0 (none) to 4 (large).
        people: a column every five years from 1950, in thousands; those of small capitals, of
            which only one number is known, stay the same.
        since, until: years from which and before which it is a capital.
        part_of: of a part of a larger agglomeration the place of that; -1 for the others.
    """

    keys: tuple[str, ...]
    rows: tuple[Row, ...]
    country: npt.NDArray[np.str_]
    region: npt.NDArray[np.str_]
    lat: Numbers
    lon: Numbers
    port: Flags
    harbour: Whole
    people: Numbers
    since: Whole
    until: Whole
    part_of: Whole

    def __len__(self) -> int:
        return len(self.keys)

    def people_in(self, year: int) -> Numbers:
        """Thousands of people as of the last count not later than a year."""
        found: Numbers = self.people[:, self._count_of(year)]
        return found

    def capital_in(self, year: int) -> Flags:
        """Which are capitals of a state in a year."""
        found: Flags = (self.since <= year) & (year < self.until)
        return found

    def ranks_in(self, year: int) -> Numbers:
        """Place among the cities of the same country by people, from 1; parts have none (inf)."""
        return _ranks(self, self._count_of(year))

    def _count_of(self, year: int) -> int:
        last = int(self.people.shape[1]) - 1
        return min(max((year - FIRST_YEAR) // EVERY, 0), last)

    def outside(self, country: str) -> Flags:
        """Which are whole cities that do not lie in a country, or in what belongs to it."""
        own = {country} | BELONGING.get(country, frozenset())
        found: Flags = (self.part_of < 0) & ~np.isin(self.country, sorted(own))
        return found


@lru_cache(maxsize=64)
def _ranks(cities: Cities, count: int) -> Numbers:
    """The ranks by one of the counts; kept, because every choice asks for them."""
    ranks = np.full(len(cities), np.inf)
    people = cities.people[:, count]
    whole = np.flatnonzero(cities.part_of < 0)
    order = whole[np.lexsort((np.array(cities.keys)[whole], -people[whole]))]
    seen: dict[str, int] = {}
    for at in order:
        code = str(cities.country[at])
        seen[code] = seen.get(code, 0) + 1
        ranks[at] = seen[code]
    return ranks


def cities_of(roster: Roster) -> Cities | None:
    """The cities of a roster's data package; ``None`` if it has no tables of them.

    Raises:
        ValueError: a table of them cannot be used.
    """
    return _cities(roster.package, roster.without_brought.key, roster.without_brought)


@lru_cache(maxsize=4)
def _cities(package: str, key: str, roster: Roster) -> Cities | None:
    try:
        large = read_table("agglomerations", Path(package)).to_dict("records")
        capitals = read_table("capitals", Path(package)).to_dict("records")
    except FileNotFoundError:
        return None
    small = [one for one in capitals if not one["agglomeration"]]
    return assembled(large, small, capitals, roster.countries["region_m49"].to_dict())


def assembled(
    large: list[dict[str, str]],
    small: list[dict[str, str]],
    capitals: list[dict[str, str]],
    regions: Mapping[str, str],
) -> Cities:
    """The cities out of the rows of their tables.

    Args:
        large: rows of ``agglomerations.csv``.
        small: rows of ``capitals.csv`` without an agglomeration.
        capitals: all rows of ``capitals.csv``.
        regions: the M49 code of the continent of each country.

    Raises:
        ValueError: a cell that must be a number is none.
    """
    rows = [*large, *small]
    keys = tuple(one.get("agglomeration") or one["capital"] for one in rows)
    at = {key: place for place, key in enumerate(keys)}
    columns = sorted(name for name in large[0] if name.startswith("population_"))
    people = [[float(one[name]) for name in columns] for one in large]
    people += [[float(one["population"])] * len(columns) for one in small]
    since, until = np.full(len(rows), NEVER), np.full(len(rows), NEVER)
    for one in capitals:
        place = at[one["agglomeration"] or one["capital"]]
        since[place] = int(one["since"] or ALWAYS)
        until[place] = int(one["until"] or NEVER)
    return Cities(
        keys,
        tuple(rows),
        np.array([one["country"] for one in rows]),
        np.array([regions.get(one["country"], "") for one in rows]),
        np.array([float(one["lat"]) for one in rows]),
        np.array([float(one["lon"]) for one in rows]),
        np.array([one["port"] == "sea" for one in rows]),
        np.array([SIZES[one["wpi_size"]] if one["port"] == "sea" else 0 for one in rows]),
        np.array(people),
        since,
        until,
        np.array([at[one["part_of"]] if one.get("part_of") else -1 for one in rows]),
    )
