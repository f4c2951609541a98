"""Where the pace of a series of counts changes, and whether chance would change it so too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

SHORTEST = 3
"""Years of a stretch at the least: one rich year is no change of pace."""
MOST = 6
"""Stretches that are tried."""
SHUFFLES = 999
SEED = 1973
"""Fixed, so that the same counts always give the same p."""
BLOCK = 2_000_000
"""Numbers that are held at a time: some 16 megabytes."""


@dataclass(frozen=True)
class Segments:
    """A series of counts in stretches of one pace each.

    Attributes:
        starts: where each stretch begins, counted from 0; the first is 0.
        p: how often as many events, thrown into the years at random, would be parted with as
            large a gain; 1 where nothing is parted.
    """

    starts: tuple[int, ...]
    p: float


@lru_cache(maxsize=256)
def segmented(counts: tuple[int, ...], exposure: tuple[float, ...]) -> Segments:
    """The stretches of one pace each that a series of counts is best parted into.

    Source of the method: segmentation by dynamic programming (Bellman and Roth 1969; Jackson and
    others 2005, doi:10.1109/LSP.2001.838216) with the likelihood of a Poisson process of constant
    pace in each stretch; their number by the Bayesian information criterion (Schwarz 1978,
    doi:10.1214/aos/1176344136), which counts a pace a stretch and a place a change. The p is that
    of the criterion's whole gain, by simulation.

    Args:
        counts: one a year.
        exposure: how much of each year is counted, more than 0 and up to 1.

    Raises:
        ValueError: there are not as many exposures as counts.
    """
    if len(counts) != len(exposure):
        raise ValueError(f"{len(counts)} counts, {len(exposure)} exposures")
    total = sum(counts)
    if len(counts) < 2 * SHORTEST or not total:
        return Segments((0,), 1.0)
    own = np.array(counts, dtype=float)[None, :]
    seen = np.array(exposure, dtype=float)
    gains, ends = _parted(own, seen)
    best = int(gains[0].argmax())
    if best == 0:
        return Segments((0,), 1.0)
    starts = _starts(ends, best, len(counts))
    dice = np.random.default_rng(SEED)
    rows = max(1, BLOCK // (len(counts) + 1) ** 2)
    larger = 0
    for done in range(0, SHUFFLES, rows):
        some = min(rows, SHUFFLES - done)
        thrown = dice.multinomial(total, seen / seen.sum(), size=some).astype(float)
        larger += int((_parted(thrown, seen)[0].max(axis=1) >= gains[0, best] - 1e-9).sum())
    return Segments(starts, (larger + 1) / (SHUFFLES + 1))


def _parted(series: Numbers, exposure: Numbers) -> tuple[Numbers, list[npt.NDArray[np.int64]]]:
    """What parting each series into 1, 2, … stretches gains by the criterion, and where.

    Returns:
        Gains (a row a series, a column a number of stretches less one), and for the first series
        for each number where its last stretch begins if the series ended at each place.
    """
    years = series.shape[1]
    fits = _fits(series, exposure)
    best, ends, found = fits[:, 0, :], [np.zeros(years + 1, dtype=np.int64)], [fits[:, 0, years]]
    for _ in range(1, min(MOST, years // SHORTEST)):
        every = best[:, :, None] + fits
        ends.append(every[0].argmax(axis=0))
        best = every.max(axis=1)
        found.append(best[:, years])
    penalty = 2 * np.log(years) * np.arange(len(found))
    whole: Numbers = 2 * (np.stack(found, axis=1) - found[0][:, None]) - penalty[None, :]
    return whole, ends


def _fits(series: Numbers, exposure: Numbers) -> Numbers:
    """The log likelihood of one pace from each place (a row) up to each other (a column).

    Minus infinity for stretches that are too short.
    """
    before = np.concatenate([np.zeros((len(series), 1)), series.cumsum(axis=1)], axis=1)
    time = np.concatenate([[0.0], exposure.cumsum()])
    counts = before[:, None, :] - before[:, :, None]
    spans = time[None, :] - time[:, None]
    at = np.arange(len(time))
    long = at[None, :] - at[:, None] >= SHORTEST
    with np.errstate(divide="ignore", invalid="ignore"):
        fits = np.nan_to_num(counts * np.log(counts / spans[None])) - counts
    found: Numbers = np.where(long[None], fits, -np.inf)
    return found


def _starts(ends: list[npt.NDArray[np.int64]], best: int, years: int) -> tuple[int, ...]:
    """Where the stretches begin, read back from the last."""
    place, starts = years, []
    for number in range(best, -1, -1):
        place = int(ends[number][place])
        starts.append(place)
    return tuple(reversed(starts))
