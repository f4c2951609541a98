"""What the partners of each home are like: rank in their country, distance, continent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.figures.choice.compare import homes_of
from geo.i18n import mark
from geo.stats.proportions import FEW, Share, share

RANKS = {
    "1": mark("largest"),
    "2": mark("second"),
    "3": mark("third"),
    "4+": mark("fourth or smaller"),
    "?": mark("not ranked"),
}
"""Classes of a partner's rank among its country's cities by population."""
UNKNOWN = "?"
"""The class of the partners of which nothing is known; no share counts them."""

KM_A_BIN = 2000
BINS = 10
"""Classes of distance; no two places lie much farther apart than 20,000 km, and the last class
takes the few kilometres beyond."""


@dataclass(frozen=True)
class Spread:
    """How the partners of each home spread over a few classes; every partner is in one.

    Attributes:
        classes: in the order in which they are drawn.
        counts: for each home how many partners each class has.
    """

    classes: Sequence[str]
    counts: Mapping[str, Sequence[int]]

    def of(self, home: str) -> int:
        """All partners of a home whose class is known: what shares are counted among."""
        classed = zip(self.classes, self.counts[home], strict=True)
        return sum(count for one, count in classed if one != UNKNOWN)

    def share(self, home: str, at: int) -> float:
        """How many of a home's partners are in one class, against :meth:`of`; 0 without any."""
        return self.counts[home][at] / (self.of(home) or 1)

    @property
    def largest(self) -> float:
        """The largest of all shares."""
        every = [self.share(home, at) for home in self.counts for at in range(len(self.classes))]
        return max(every, default=0.0)

    @property
    def empty(self) -> bool:
        """Whether no home has a partner."""
        return not any(map(sum, self.counts.values()))

    def fullest(self) -> dict[str, Share]:
        """The share of the first class among the partners of each home that has any."""
        return {
            home: share(counts[0], self.of(home))
            for home, counts in self.counts.items()
            if self.of(home)
        }


def rank_class(rank: float) -> str:
    """The class (a key of :data:`RANKS`) of a rank; ``?`` where it is not a number."""
    return "?" if np.isnan(rank) else str(int(rank)) if rank < 4 else "4+"


def by_rank(ties: pd.DataFrame, homes: Sequence[str]) -> Spread:
    """How many partners of each home are of each rank."""
    return _spread(ties, map(rank_class, ties["rank"].to_numpy(dtype=float)), homes, list(RANKS))


def by_continent(ties: pd.DataFrame, homes: Sequence[str]) -> Spread:
    """How many partners of each home lie on each continent, the fullest first."""
    continents = ties["continent"].tolist()
    present = Counter(continents)
    order = sorted(present, key=lambda name: (-present[name], name))
    return _spread(ties, continents, homes, order)


def by_distance(ties: pd.DataFrame, homes: Sequence[str]) -> Spread:
    """How many partners of each home lie how far away; the class is the nearer edge in km."""
    bins = np.minimum(ties["km"].to_numpy(dtype=float) // KM_A_BIN, BINS - 1).astype(int)
    edges = [str(at * KM_A_BIN) for at in range(BINS)]
    return _spread(ties, (edges[at] for at in bins), homes, edges)


def median_km(ties: pd.DataFrame, homes: Sequence[str]) -> dict[str, float]:
    """The median distance of the partners of each home that has any, in km."""
    km = ties["km"].to_numpy(dtype=float)
    return {
        home: float(np.median(km[own])) for home, own in homes_of(ties, homes).items() if own.any()
    }


def distances_differ(ties: pd.DataFrame, one: str, other: str) -> float | None:
    """The two-sided p that two homes' partners lie equally far away.

    Source of the method: Mann and Whitney's rank test (scipy ``mannwhitneyu``).

    Returns:
        The p value; ``None`` where one of the homes has too few ties.
    """
    # a fifth of what every process would import at its start, workers too
    from scipy.stats import mannwhitneyu

    km, own = ties["km"].to_numpy(dtype=float), homes_of(ties, (one, other))
    first, second = km[own[one]], km[own[other]]
    if min(len(first), len(second)) < FEW:
        return None
    return float(mannwhitneyu(first, second, alternative="two-sided").pvalue)


def _spread(
    ties: pd.DataFrame, classes: Iterable[str], homes: Sequence[str], order: Sequence[str]
) -> Spread:
    """The ties of each home in each class, zeros included.

    Args:
        ties: the ties to count.
        classes: of each tie.
        homes: slugs, in the order of the view.
        order: of the classes.
    """
    counts = Counter(zip(ties["home"].tolist(), classes, strict=True))
    return Spread(order, {home: [counts[home, one] for one in order] for home in homes})
