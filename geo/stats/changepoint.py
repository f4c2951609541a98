"""Where in time a share breaks most sharply, and whether chance would break it so too.

A turning year picked with the data in view makes any difference look surer than it is. Here every
year is tried, on the events themselves and on the same events in random order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geo.stats.proportions import FEW

SHUFFLES = 4999
SEED = 1973
"""Fixed, so that the same events always give the same p."""
BLOCK = 250_000
"""Events that are shuffled at a time; a megabyte or two an array."""

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Split:
    """The sharpest break in a series of events.

    Attributes:
        year: the first year of the time after the break.
        p: how often the same events in random order break as sharply in some year.
    """

    year: int
    p: float


@lru_cache(maxsize=256)
def sharpest_split(years: tuple[int, ...], flags: tuple[bool, ...]) -> Split | None:
    """The year that parts a series of events most sharply into less and more of a kind.

    Source of the method: maximally selected two-sample statistics (Miller and Siegmund 1982,
    doi:10.2307/2529881), with the binomial likelihood ratio and a permutation test.

    Args:
        years: of the events, rising.
        flags: for each event whether it is of the kind.

    Returns:
        The split, or ``None`` where no year leaves enough events on both sides
        (:data:`geo.stats.proportions.FEW`), or where all or none of the events are of the kind.
    """
    cuts = [place for place in range(FEW, len(years) - FEW + 1) if years[place] != years[place - 1]]
    if not cuts or len(set(flags)) < 2:
        return None
    own = np.array(flags, dtype=np.int64)
    gains = _gains(int(own.sum()), len(own), cuts)
    of_own = _at_cuts(own[None, :], cuts, gains)[0]
    best = int(of_own.argmax())
    as_sharp = _as_sharp(own, cuts, gains, float(of_own[best]) - 1e-9)
    return Split(years[cuts[best]], (as_sharp + 1) / (SHUFFLES + 1))


def _as_sharp(own: Counts, cuts: list[int], gains: Numbers, gain: float) -> int:
    """How many of the random orders break at least so sharply somewhere.

    They are drawn block by block, each of about the same size whatever the number of events, so
    that memory does not grow with them.
    """
    dice = np.random.default_rng(SEED)
    rows = max(1, BLOCK // len(own))
    found = 0
    for done in range(0, SHUFFLES, rows):
        several = dice.permuted(np.tile(own, (min(rows, SHUFFLES - done), 1)), axis=1)
        found += int((_at_cuts(several, cuts, gains).max(axis=1) >= gain).sum())
    return found


def _at_cuts(orders: Counts, cuts: list[int], gains: Numbers) -> Numbers:
    """How much likelier two shares make each order than one, for each cut (log likelihood)."""
    before = orders.cumsum(axis=1)[:, [cut - 1 for cut in cuts]]
    found: Numbers = gains.take(before + gains.shape[1] * np.arange(len(cuts)))
    return found


def _gains(hits: int, events: int, cuts: list[int]) -> Numbers:
    """The gain of each cut (a row) for every number of hits before it (a column).

    All orders share these few values, so they are looked up in place of thousands of logarithms.
    """
    before = np.arange(hits + 1, dtype=float)[None, :]
    sizes = np.array(cuts, dtype=float)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        gains: Numbers = _fit(before, sizes) + _fit(hits - before, events - sizes)
    return gains


def _fit(count: Numbers, of: Numbers) -> Numbers:
    """The log likelihood of so many of so many under their own share."""
    share = count / of
    parts = count * np.log(share), (of - count) * np.log(1 - share)
    fitted: Numbers = np.nan_to_num(parts[0]) + np.nan_to_num(parts[1])
    return fitted
