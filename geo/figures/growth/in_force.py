"""How many ties were in force at the end of each year, certainly and at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.ties.time import Flags, Years, in_force_at


@dataclass(frozen=True)
class Curve:
    """One home's ties in force at the end of each of some years.

    Attributes:
        years: first and last of the years.
        certain: one number a year.
        possible: the most that there can have been, one number a year.
    """

    years: Years
    certain: Sequence[int]
    possible: Sequence[int]

    @property
    def last(self) -> tuple[int, int]:
        """The numbers at the end: certain, and at most."""
        return self.certain[-1], self.possible[-1]

    @property
    def half(self) -> int | None:
        """The year by whose end half of the certain number at the end was reached, for good."""
        least = self.certain[-1] / 2
        below = [at for at, count in enumerate(self.certain) if count < least]
        if not self.certain[-1] or not below:
            return None
        return self.years[0] + below[-1] + 1


Curves = Mapping[str, Curve]
"""For each home its curve, in the order of the view."""


def curves(
    ties: pd.DataFrame, homes: Sequence[str], years: Years, as_of: dt.date, part: Flags
) -> dict[str, Curve]:
    """The ties in force at the end of each year, of each home.

    A tie counts from its day on and until it ended; between the bounds of an inexact date it is
    possible. One without any bounds is possible on every day, and certain on the as-of day, on
    which it is known to stand.

    Args:
        ties: every tie that passes the filters, whenever it was made; ended ones too.
        homes: slugs, in the order of the view.
        years: first and last year.
        as_of: the day after which nothing is known; it stands for the end of its year.
        part: which of the ties count.
    """
    moments = [min(dt.date(year, 12, 31), as_of) for year in range(years[0], years[1] + 1)]
    certain, possible = in_force_at(ties, moments)
    known = np.array([moment >= as_of for moment in moments])[:, None]
    dateless = ties["earliest"].isna().to_numpy()
    certain = certain | (possible & known & dateless)
    home = ties["home"].to_numpy(dtype=object)
    found = {}
    for one in homes:
        own = (home == one).astype(bool) & part
        sure = certain[:, own].sum(axis=1)
        most = (certain | possible)[:, own].sum(axis=1)
        found[one] = Curve(years, sure.tolist(), most.tolist())
    return found
