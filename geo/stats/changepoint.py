"""Where in time a share breaks most sharply, and whether chance would break it so too.

A turning year picked with the data in view makes any difference look surer than it is. Here every
year is tried, on the events themselves and on the same events in random order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geo.stats.proportions import CONFIDENCE, FEW
from geo.stats.trend import trend_fit

SHUFFLES = 4999
SEED = 1973
"""Fixed, so that the same events always give the same p."""
ALPHA = 1 - CONFIDENCE
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
        rises: whether the share is the larger after it.
        beyond: all years, as spans from the first to the last, in which the events break more
            sharply than 95 % of random orders do in any year (the maximum statistic); none where
            ``p`` is above 5 %.
        step: log likelihood of a share before the year and another since.
        trend: log likelihood of a share that moves steadily (:func:`geo.stats.trend.trend_fit`).
    """

    year: int
    p: float
    rises: bool
    beyond: tuple[tuple[int, int], ...]
    step: float
    trend: float

    @property
    def dated(self) -> bool:
        """Whether one step fits clearly better than a steady change: by more than two, the
        difference at which information criteria begin to speak for the better of two models."""
        return self.step - self.trend > 2


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
    sharpest = _sharpest(own, cuts, gains)
    p = [(int((sharpest >= gain - 1e-9).sum()) + 1) / (SHUFFLES + 1) for gain in of_own]
    place = cuts[best]
    return Split(
        year=years[place],
        p=p[best],
        rises=bool(own[place:].mean() > own[:place].mean()),
        beyond=_spans(
            [
                (years[cut - 1] + 1, years[cut])
                for cut, one in zip(cuts, p, strict=True)
                if one < ALPHA
            ]
        ),
        step=float(of_own[best]),
        trend=trend_fit(years, flags),
    )


def _spans(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans of years, rising, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and joined[-1][1] + 1 >= first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def _sharpest(own: Counts, cuts: list[int], gains: Numbers) -> Numbers:
    """How sharply each of the random orders breaks where it breaks most sharply.

    They are drawn block by block, each of about the same size whatever the number of events, so
    that memory does not grow with them.
    """
    dice = np.random.default_rng(SEED)
    rows = max(1, BLOCK // len(own))
    found = [
        _at_cuts(
            dice.permuted(np.tile(own, (min(rows, SHUFFLES - done), 1)), axis=1), cuts, gains
        ).max(axis=1)
        for done in range(0, SHUFFLES, rows)
    ]
    return np.concatenate(found)


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
