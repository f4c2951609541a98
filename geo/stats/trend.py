"""A share that moves steadily over the years, as a rival to one that moves in a single step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

ROUNDS = 60
"""Newton's method needs about six; more only where the years part the events without exception."""
STEEPEST = 40.0
"""Log odds beyond which a share is 0 or 1 to the last digit."""


def trend_fit(years: Sequence[int], flags: Sequence[bool]) -> float:
    """The log likelihood of a share whose log odds rise or fall in a straight line.

    Source of the method: logistic regression by Newton's method (McCullagh and Nelder 1989,
    chapter 4).

    Args:
        years: of the events, not all the same.
        flags: for each event whether it is of the kind.
    """
    time = np.asarray(years, dtype=float)
    ones = np.asarray(flags, dtype=float)
    spread = float(time.std()) or 1.0
    design = np.column_stack([np.ones(len(time)), (time - time.mean()) / spread])
    line = np.zeros(2)
    best = _likelihood(design, line, ones)
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-_log_odds(design, line)))
        slope = design.T @ (ones - share)
        bend = (design * (share * (1 - share))[:, None]).T @ design + 1e-9 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        while _likelihood(design, line + step, ones) < best and np.abs(step).max() > 1e-9:
            step = step / 2
        line = line + step
        found = _likelihood(design, line, ones)
        if found - best < 1e-9:
            break
        best = found
    return max(best, found)


def _log_odds(design: Numbers, line: Numbers) -> Numbers:
    clipped: Numbers = np.clip(design @ line, -STEEPEST, STEEPEST)
    return clipped


def _likelihood(design: Numbers, line: Numbers, ones: Numbers) -> float:
    odds = _log_odds(design, line)
    return float(np.sum(ones * odds - np.logaddexp(0, odds)))
