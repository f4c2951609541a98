"""The ties of the homes as choices in time: who chose which city, between which days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geo.figures.prospects.cities import Cities, Flags, Whole, cities_of
from geo.figures.prospects.matching import match
from geo.ties.roster import Roster

CHOICE, AGAIN, COUNTED_IN, UNMATCHED, UNDATED = "choice", "again", "part", "none", "undated"
"""What a tie is to the model: a choice of a city; a further tie into one that was chosen already;
a place counted in another city's agglomeration; a place without a city of the tables; a tie of
which nothing is known when it was made. Only the first is a choice that is explained."""

Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class History:
    """The ties of some homes, a place in each array, in the order in which they may have been made.

    Attributes:
        ties: slugs.
        home, country, region: of each tie.
        city: its place among the cities, -1 where there is none.
        core: whether its partner is that city itself.
        earliest, latest: days between which it was made, ``NaT`` if not known.
        gone: the day by which it had ended, ``NaT`` while it stands.
        standing: one of :data:`CHOICE`, :data:`AGAIN`, … for each.
        places: slugs of the partners.
    """

    ties: tuple[str, ...]
    home: npt.NDArray[np.str_]
    country: npt.NDArray[np.str_]
    region: npt.NDArray[np.str_]
    city: Whole
    core: Flags
    earliest: Days
    latest: Days
    gone: Days
    standing: npt.NDArray[np.str_]
    places: tuple[str, ...]

    def before(self, day: np.datetime64) -> Flags:
        """Which ties had certainly been made before a day."""
        found: Flags = self.latest < day
        return found

    def possibly_before(self, day: np.datetime64) -> Flags:
        """Which ties may have been made before a day; a tie without dates may."""
        found: Flags = (self.earliest < day) | np.isnat(self.earliest)
        return found

    def choices(self, home: str) -> Whole:
        """The places of the choices of a home."""
        found: Whole = np.flatnonzero((self.home == home) & (self.standing == CHOICE))
        return found


@lru_cache(maxsize=16)
def history_of(roster: Roster, homes: tuple[str, ...], levels: tuple[str, ...]) -> History | None:
    """The ties of some homes and levels; ``None`` without tables of cities.

    Args:
        homes: slugs.
        levels: of ties that are looked at.

    Raises:
        ValueError: a table of cities cannot be used.
    """
    cities = cities_of(roster)
    if cities is None:
        return None
    ties = roster.ties
    ties = ties[ties["home"].isin(homes) & ties["level"].isin(levels)]
    ties = ties.sort_index().sort_values(["earliest", "latest"], na_position="last", kind="stable")
    matches = [
        match(cities, tie.country, (tie.lon, tie.lat), (tie.seat_en, tie.name_en))
        for tie in ties.itertuples()
    ]
    city = np.array([one.city if one else -1 for one in matches], dtype=np.int64)
    core = np.array([bool(one and one.core) for one in matches], dtype=bool)
    days = {name: ties[name].to_numpy("datetime64[D]") for name in ("earliest", "latest", "gone")}
    home = ties["home"].to_numpy(dtype=str)
    return History(
        tuple(ties.index),
        home,
        ties["country"].to_numpy(dtype=str),
        ties["region"].to_numpy(dtype=str),
        city,
        core,
        days["earliest"],
        days["latest"],
        days["gone"],
        np.array(_standings(cities, home, city, core, days["earliest"]), dtype=str),
        tuple(ties["place"]),
    )


def _standings(
    cities: Cities, home: npt.NDArray[np.str_], city: Whole, core: Flags, earliest: Days
) -> list[str]:
    """What each tie is to the model, in the order in which they may have been made."""
    seen: set[tuple[str, int]] = set()
    found = []
    for mine, there, itself, day in zip(home, city, core, earliest, strict=True):
        where = (str(mine), int(there))
        if there < 0:
            found.append(UNMATCHED)
        elif np.isnat(day):
            found.append(UNDATED)
        elif where in seen:
            found.append(AGAIN)
        else:
            found.append(CHOICE if itself else COUNTED_IN)
        if there >= 0:
            seen.add(where)
    return found
