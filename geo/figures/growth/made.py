"""The ties that were made in each year: certainly, or between two years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.figures.scene import Scene
from geo.ties.select import select
from geo.ties.time import Flags, Years, undated


@dataclass(frozen=True)
class Made:
    """One home's ties by the year in which they were made.

    Attributes:
        years: first and last of the years.
        counts: one a year: ties certainly made in it.
        spans: first and last year of each tie whose year is not known, inside the years.
        undated: ties without any date or bounds.
    """

    years: Years
    counts: Sequence[int]
    spans: Sequence[Years]
    undated: int

    @property
    def most(self) -> int:
        """The largest number of ties in one year."""
        return max(self.counts)

    @property
    def fullest(self) -> list[int]:
        """The years with as many; none where no tie is dated."""
        return [
            self.years[0] + at for at, count in enumerate(self.counts) if count == self.most > 0
        ]


MadeByHome = Mapping[str, Made]
"""For each home its ties by year, in the order of the view."""


def ever_made(scene: Scene) -> pd.DataFrame:
    """The ties that were, or may have been, made in the years of the view, ended ones too."""
    return select(scene.roster, scene.view.but(ended=True))


def made(ties: pd.DataFrame, homes: Sequence[str], years: Years, part: Flags) -> dict[str, Made]:
    """The ties of each home by the year in which they were made.

    Args:
        ties: as :func:`ever_made` gives them.
        homes: slugs, in the order of the view.
        years: first and last year.
        part: which of the ties count.
    """
    first, last = ties["earliest"].dt.year, ties["latest"].dt.year
    exact, dateless = (first == last).to_numpy(), undated(ties).to_numpy()
    home, found = ties["home"].to_numpy(dtype=object), {}
    for one in homes:
        own = (home == one).astype(bool) & part
        by_year = first[own & exact].astype(int).value_counts()
        counts = [int(by_year.get(year, 0)) for year in range(years[0], years[1] + 1)]
        bounded = own & ~exact & ~dateless
        pairs = zip(first[bounded].astype(int), last[bounded].astype(int), strict=True)
        spans = sorted((max(low, years[0]), min(high, years[1])) for low, high in pairs)
        found[one] = Made(years, counts, spans, int((own & dateless).sum()))
    return found
