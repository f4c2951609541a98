"""What the partners of each home are like: rank in their country, distance, continent."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from scipy.stats import mannwhitneyu

from geo.i18n import mark
from geo.stats.proportions import FEW

RANKS = {
    "1": mark("largest"),
    "2": mark("second"),
    "3": mark("third"),
    "4+": mark("fourth or smaller"),
    "?": mark("not ranked"),
}
"""Classes of a partner's rank among its country's cities by population."""

CONTINENTS = {
    "Asia": mark("Asia"),
    "Europe": mark("Europe"),
    "North America": mark("North America"),
    "South America": mark("South America"),
    "Africa": mark("Africa"),
    "Oceania": mark("Oceania"),
    "Antarctica": mark("Antarctica"),
}

KM_A_BIN = 2000
BINS = 10
"""Classes of distance; no two places lie much farther apart than 20,000 km, and the last class
takes the few kilometres beyond."""


def rank_class(ranks: pd.Series) -> pd.Series:
    """The class (a key of :data:`RANKS`) of each rank; ``?`` where it is not known."""
    classes = ranks.map(lambda rank: "?" if pd.isna(rank) else str(int(rank)) if rank < 4 else "4+")
    return classes.astype(object)


def by_rank(ties: pd.DataFrame, homes: Sequence[str]) -> pd.DataFrame:
    """How many partners of each home are of each rank; see :func:`_table`."""
    return _table(ties, rank_class(ties["rank"]), homes, list(RANKS))


def by_continent(ties: pd.DataFrame, homes: Sequence[str]) -> pd.DataFrame:
    """How many partners of each home lie on each continent, the fullest first."""
    present = ties["continent"].value_counts()
    order = sorted(present.index, key=lambda name: (-present[name], name))
    return _table(ties, ties["continent"], homes, order)


def by_distance(ties: pd.DataFrame, homes: Sequence[str]) -> pd.DataFrame:
    """How many partners of each home lie how far away; the category is the nearer edge in km."""
    edges = [at * KM_A_BIN for at in range(BINS)]
    bins = (ties["km"] // KM_A_BIN * KM_A_BIN).clip(upper=edges[-1]).astype(int)
    return _table(ties, bins, homes, edges)


def median_km(ties: pd.DataFrame, homes: Sequence[str]) -> dict[str, float]:
    """The median distance of the partners of each home that has any, in km."""
    found = ties.groupby("home")["km"].median()
    return {home: float(found[home]) for home in homes if home in found.index}


def distances_differ(ties: pd.DataFrame, one: str, other: str) -> float | None:
    """The two-sided p that two homes' partners lie equally far away.

    Source of the method: Mann and Whitney's rank test (scipy ``mannwhitneyu``).

    Returns:
        The p value; ``None`` where one of the homes has too few ties.
    """
    first, second = (ties.loc[ties["home"] == home, "km"] for home in (one, other))
    if min(len(first), len(second)) < FEW:
        return None
    return float(mannwhitneyu(first, second, alternative="two-sided").pvalue)


def _table(
    ties: pd.DataFrame, categories: pd.Series, homes: Sequence[str], order: Sequence[object]
) -> pd.DataFrame:
    """Counts for every home and category, zeros included.

    Returns:
        ``home``, ``category``, ``count``, ``of`` (ties of the home), ``share`` (0 to 1, 0 where
        the home has no tie).
    """
    counts = categories.groupby([ties["home"], categories]).size()
    of = ties["home"].value_counts()
    rows = [
        (home, category, int(counts.get((home, category), 0)), int(of.get(home, 0)))
        for home in homes
        for category in order
    ]
    table = pd.DataFrame(rows, columns=["home", "category", "count", "of"])
    return table.assign(share=table["count"] / table["of"].where(table["of"] > 0, 1))
