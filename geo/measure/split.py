"""Where in time a home's choice breaks most sharply, and whether chance would break it so too.

A turning year picked with the data in view makes any difference look surer than it is. Here every
year is tried, on the ties themselves and on the same ties in random order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.measure.choice import FEW, are

SHUFFLES = 4999
SEED = 1973
"""Fixed, so that the same ties always give the same p."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Split:
    """The sharpest break in the order of a home's ties.

    Attributes:
        year: the first year of the time after the break.
        p: how often the same ties in random order break as sharply in some year.
    """

    year: int
    p: float


def sharpest_split(ties: pd.DataFrame, home: str, kind: str) -> Split | None:
    """The year that parts a home's ties most sharply into less and more of a kind.

    Source of the method: maximally selected two-sample statistics (Miller and Siegmund 1982,
    doi:10.2307/2529881), with the binomial likelihood ratio and a permutation test.

    Args:
        ties: the ties to count, with ``role``; those whose very year is not known are left out.
        kind: one of :data:`geo.measure.choice.KINDS`.

    Returns:
        The split, or ``None`` where no year leaves enough ties on both sides, or where all or
        none of the ties are of the kind.
    """
    own = ties[(ties["home"] == home) & (ties["earliest"].dt.year == ties["latest"].dt.year)]
    own = own.sort_values("earliest")
    years = tuple(int(year) for year in own["earliest"].dt.year)
    return _sharpest(years, tuple(bool(flag) for flag in are(own["role"], kind)))


@lru_cache(maxsize=256)
def _sharpest(years: tuple[int, ...], flags: tuple[bool, ...]) -> Split | None:
    """The split of flags in order of their years."""
    cuts = [place for place in range(FEW, len(years) - FEW + 1) if years[place] != years[place - 1]]
    if not cuts or len(set(flags)) < 2:
        return None
    own = np.array(flags, dtype=float)
    gains = _gains(own[None, :], cuts)[0]
    dice = np.random.default_rng(SEED)
    shuffled = _gains(dice.permuted(np.tile(own, (SHUFFLES, 1)), axis=1), cuts).max(axis=1)
    best = int(gains.argmax())
    as_sharp = int((shuffled >= gains[best] - 1e-9).sum())
    return Split(years[cuts[best]], (as_sharp + 1) / (SHUFFLES + 1))


def _gains(orders: Numbers, cuts: list[int]) -> Numbers:
    """How much likelier two shares make each order than one, for each cut (log likelihood)."""
    before = orders.cumsum(axis=1)[:, [cut - 1 for cut in cuts]]
    after = orders.sum(axis=1, keepdims=True) - before
    sizes = np.array(cuts, dtype=float)
    gains: Numbers = _fit(before, sizes) + _fit(after, orders.shape[1] - sizes)
    return gains


def _fit(count: Numbers, of: Numbers) -> Numbers:
    """The log likelihood of so many of so many under their own share."""
    share = count / of
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = count * np.log(share), (of - count) * np.log(1 - share)
    fitted: Numbers = np.nan_to_num(parts[0]) + np.nan_to_num(parts[1])
    return fitted
