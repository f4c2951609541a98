"""How well a ranking foresaw what was chosen, and whether it did better than another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.floating[Any]]
SAMPLES = 4999
SEED = 1973
"""Fixed, so that the same forecasts always give the same intervals."""
FIRST = 30
"""Among so many at the top a choice counts as a hit."""


@dataclass(frozen=True)
class Estimate:
    """A number with the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def tells(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, eq=False)
class Forecasts:
    """Where things that were chosen stood in a ranking made before.

    Attributes:
        ranks: from 1; things of one score share the middle of their places.
        of: among how many each.
        scores: logarithm of the chance that each had been given.
    """

    ranks: Numbers
    of: Numbers
    scores: Numbers

    @property
    def percentiles(self) -> Numbers:
        """The share of the ranking above each, 0 for the first, 1 for the last."""
        found: Numbers = (self.ranks - 0.5) / self.of
        return found


def rank_of(scores: Numbers, chosen: int) -> float:
    """The place of one among all, from 1; equal scores share the middle of their places.

    Args:
        scores: the highest first.
        chosen: the index of the one.
    """
    above = int((scores > scores[chosen]).sum())
    equal = int((scores == scores[chosen]).sum())
    return above + (equal + 1) / 2


def measures(made: Forecasts) -> dict[str, Numbers]:
    """For each forecast what is averaged: hit, best 1, 5 and 10 %, and the log score."""
    place = made.percentiles
    return {
        "hits": (made.ranks <= FIRST).astype(float),
        "best1": (place <= 0.01).astype(float),
        "best5": (place <= 0.05).astype(float),
        "best10": (place <= 0.10).astype(float),
        "log_score": made.scores,
    }


def summary(made: Forecasts) -> dict[str, Estimate]:
    """Every measure with its interval, by bootstrap over the forecasts; ``median`` of percentiles.

    Returns:
        Nothing where there are no forecasts.
    """
    if not len(made.ranks):
        return {}
    drawn = _drawn(len(made.ranks))
    found = {name: _mean(values, drawn) for name, values in measures(made).items()}
    medians = np.median(made.percentiles[drawn], axis=1)
    return found | {"median": _estimate(float(np.median(made.percentiles)), medians)}


def paired(one: Forecasts, other: Forecasts) -> dict[str, Estimate]:
    """How much more one ranking has of every measure than another, of the same choices.

    The same choices are drawn for both; for ``median`` less is better.
    """
    if not len(one.ranks):
        return {}
    drawn = _drawn(len(one.ranks))
    mine, theirs = measures(one), measures(other)
    found = {name: _mean(mine[name] - theirs[name], drawn) for name in mine}
    medians = np.median(one.percentiles[drawn], axis=1) - np.median(
        other.percentiles[drawn], axis=1
    )
    between = float(np.median(one.percentiles) - np.median(other.percentiles))
    return found | {"median": _estimate(between, medians)}


@lru_cache(maxsize=16)
def _drawn(size: int) -> npt.NDArray[np.int64]:
    """Samples of so many out of so many, with repetition, the same every time."""
    return np.random.default_rng(SEED).integers(0, size, (SAMPLES, size))


def _mean(values: Numbers, drawn: npt.NDArray[np.int64]) -> Estimate:
    return _estimate(float(values.mean()), values[drawn].mean(axis=1))


def _estimate(value: float, samples: Numbers) -> Estimate:
    low, high = np.quantile(samples, [0.025, 0.975])
    return Estimate(value, float(low), float(high))
