"""How evenly the ties in force are spread over the continents, year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.stats.evenness import evenness, overlap
from geo.stats.proportions import FEW
from geo.ties.roster import Roster
from geo.ties.time import Years, in_force_at

UNINHABITED = "Antarctica"


@dataclass(frozen=True)
class Balance:
    """One home's ties in force at the end of a year, by continent.

    Attributes:
        year: the year.
        counts: one a continent.
    """

    year: int
    counts: tuple[int, ...]

    @property
    def even(self) -> float:
        """Shannon's evenness (:func:`geo.stats.evenness.evenness`), empty continents included."""
        return evenness(self.counts)


Balances = Mapping[str, Sequence[Balance]]
"""For each home the years in which it has enough ties, in order."""


def continents_of(roster: Roster) -> list[str]:
    """The inhabited continents, by their English names."""
    return sorted(set(roster.countries["continent"]) - {UNINHABITED, ""})


def balances(
    ties: pd.DataFrame,
    homes: Sequence[str],
    years: Years,
    as_of: dt.date,
    continents: Sequence[str],
) -> dict[str, list[Balance]]:
    """The spread of the ties certainly in force at the end of each year.

    Args:
        ties: every tie that passes the filters, whenever it was made; ended ones too.
        homes: slugs, in the order of the view.
        years: first and last year.
        as_of: the day after which nothing is known; it stands for the end of its year.
        continents: over which they are spread.

    Returns:
        For each home the years with at least :data:`geo.stats.proportions.FEW` ties; without homes
        that never have as many.
    """
    moments = [min(dt.date(year, 12, 31), as_of) for year in range(years[0], years[1] + 1)]
    certain, _ = in_force_at(ties, moments)
    home = ties["home"].to_numpy(dtype=object)
    where = ties["continent"].to_numpy(dtype=object)
    on = np.stack([(where == one).astype(bool) for one in continents])
    found = {}
    for one in homes:
        own = (home == one).astype(bool)
        counts = [(certain & (own & some)).sum(axis=1).tolist() for some in on]
        rows = [
            Balance(year, row)
            for year, row in enumerate(zip(*counts, strict=True), years[0])
            if sum(row) >= FEW
        ]
        if rows:
            found[one] = rows
    return found


def agreement(found: Balances, one: str, other: str) -> float | None:
    """The share of two homes' ties that lies on the same continents in the last year of both.

    Returns:
        ``None`` where they have no year with enough ties in common.
    """
    mine, theirs = ({row.year: row.counts for row in found[home]} for home in (one, other))
    common = sorted(set(mine) & set(theirs))
    return overlap(mine[common[-1]], theirs[common[-1]]) if common else None
