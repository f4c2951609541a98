"""Proportions and odds, with what chance alone would allow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

import pandas as pd
from scipy.stats import binomtest, fisher_exact
from scipy.stats.contingency import odds_ratio

CONFIDENCE = 0.95
"""Of every interval in the atlas."""

FEW = 5
"""Of fewer than this nothing is claimed: a single one would move the share by more than twenty
points."""


@dataclass(frozen=True)
class Share:
    """How many of how many, and between which shares the truth lies with 95 % confidence.

    Attributes:
        count, of: the count and what it is counted among.
        low, high: Wilson's score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953).
    """

    count: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The count as a share of 1; not a number of nothing."""
        return self.count / self.of if self.of else float("nan")


@dataclass(frozen=True)
class Odds:
    """How much likelier one side is to choose so than the other.

    Attributes:
        ratio: the conditional maximum-likelihood odds ratio; infinite or 0 at the edges.
        low, high: its exact 95 % interval.
        p: two-sided, by Fisher's exact test.
    """

    ratio: float
    low: float
    high: float
    p: float

    @property
    def tells(self) -> bool:
        """Whether the interval leaves out 1: whether the difference is more than chance."""
        return self.low > 1 or (self.high < 1 and isfinite(self.high))


def share_of(flags: pd.Series) -> Share:
    """The share of true ones among flags (bool)."""
    return share(int(flags.sum()), len(flags))


def share(count: int, of: int) -> Share:
    """A share with its Wilson interval; of nothing, the interval is everything.

    Raises:
        ValueError: the count is larger than what it is counted among, or negative.
    """
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no share")
    if of == 0:
        return Share(0, 0, 0.0, 1.0)
    interval = binomtest(count, of).proportion_ci(CONFIDENCE, method="wilson")
    return Share(count, of, float(interval.low), float(interval.high))


@lru_cache(maxsize=4096)  # exact, so slow: some 17 ms, and asked again at every touch of a page
def odds(one: Share, other: Share) -> Odds | None:
    """The odds ratio of two shares, the first against the second; nothing where either is of none.

    Source of the method: Cornfield's exact conditional interval as in R's ``fisher.test``, by
    ``scipy.stats.contingency.odds_ratio``.
    """
    if not one.of or not other.of:
        return None
    table = [[one.count, one.of - one.count], [other.count, other.of - other.count]]
    if not (one.count + other.count) or one.count + other.count == one.of + other.of:
        return None
    found = odds_ratio(table, kind="conditional")
    interval = found.confidence_interval(CONFIDENCE)
    return Odds(
        float(found.statistic),
        float(interval.low),
        float(interval.high),
        float(fisher_exact(table).pvalue),
    )
