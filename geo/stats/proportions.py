"""Proportions and odds, with what chance alone would allow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, sqrt

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtri

from geo.stats.exact import fisher_p, odds_ratio, splits

CONFIDENCE = 0.95
"""Of every interval in the atlas."""
QUANTILE = float(ndtri((1 + CONFIDENCE) / 2))
"""Of the normal distribution, 1.96."""

FEW = 5
"""Of fewer than this nothing is claimed: a single one would move the share by more than twenty
points."""

THIN = 20
"""Of fewer than this the absence of a difference is not claimed: an interval around one half is
wider than forty points."""


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


def share_of(flags: pd.Series | npt.NDArray[np.bool_]) -> Share:
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
    mean, z2 = count / of, QUANTILE**2
    middle = (mean + z2 / (2 * of)) / (1 + z2 / of)
    half = QUANTILE / (1 + z2 / of) * sqrt(mean * (1 - mean) / of + z2 / (4 * of**2))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Share(count, of, low if count else 0.0, high if count < of else 1.0)


@lru_cache(maxsize=4096)
def odds(one: Share, other: Share) -> Odds | None:
    """The odds ratio of two shares, the first against the second; nothing where either is of none.

    Source of the method: Cornfield's exact conditional interval as in R's ``fisher.test``
    (:mod:`geo.stats.exact`).
    """
    if not one.of or not other.of:
        return None
    if not (one.count + other.count) or one.count + other.count == one.of + other.of:
        return None
    table = (one.count, one.of, other.count, other.of)
    return Odds(*odds_ratio(splits(*table), CONFIDENCE), fisher_p(*table))
