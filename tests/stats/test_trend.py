"""A steady change, fitted a second time by a general search."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from geo.stats.trend import trend_fit


@pytest.mark.parametrize("seed", range(5))
def test_the_fit_is_that_of_a_general_search(seed: int) -> None:
    dice = np.random.default_rng(seed)
    years = sorted(int(year) for year in dice.integers(1973, 2026, 60))
    flags = [bool(dice.random() < (year - 1960) / 90) for year in years]

    def against(line: np.ndarray) -> float:
        odds = line[0] + line[1] * (np.array(years) - 2000) / 10
        return float(np.sum(np.logaddexp(0, odds) - odds * np.array(flags)))

    found = minimize(against, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-7})
    assert trend_fit(years, flags) == pytest.approx(-found.fun, abs=1e-4)


def test_events_that_years_part_without_exception_fit_without_doubt() -> None:
    years = list(range(1980, 2020))
    assert trend_fit(years, [year >= 2000 for year in years]) == pytest.approx(0, abs=1e-2)
    assert trend_fit([1990] * 4, [True, False] * 2) == pytest.approx(4 * np.log(0.5))
