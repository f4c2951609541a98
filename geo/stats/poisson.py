"""Counts in a stretch of time, with what chance alone would allow."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import gammaincinv

from geo.stats.proportions import CONFIDENCE


@dataclass(frozen=True)
class Rate:
    """How many in how many years, and between which rates the truth lies with 95 % confidence.

    Attributes:
        count: how many.
        years: in how many years; more than 0.
        low, high: per year; Garwood's exact interval for a Poisson count (Garwood 1936,
            doi:10.1093/biomet/28.3-4.437).
    """

    count: int
    years: float
    low: float
    high: float

    @property
    def rate(self) -> float:
        """How many a year."""
        return self.count / self.years


def rate(count: int, years: float) -> Rate:
    """A count in a stretch of time as a rate with its exact interval.

    Raises:
        ValueError: the count is negative, or the time is none.
    """
    if count < 0 or years <= 0:
        raise ValueError(f"{count} in {years} years is no rate")
    tail = (1 - CONFIDENCE) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    high = float(gammaincinv(count + 1, 1 - tail))
    return Rate(count, years, low / years, high / years)
