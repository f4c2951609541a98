"""The sharpest break of a series: found where it is, for the same memory at any length."""

from __future__ import annotations

import tracemalloc

import numpy as np

from geo.stats.changepoint import BLOCK, sharpest_split


def test_a_clear_break_is_found_in_its_year() -> None:
    years = tuple(range(1980, 2020))
    found = sharpest_split(years, tuple(year >= 2003 for year in years))
    assert found is not None
    assert found.year == 2003
    assert found.p < 0.001


def test_what_has_no_break_is_not_sure_of_one() -> None:
    years = tuple(range(1980, 2020))
    found = sharpest_split(years, tuple(year % 2 == 0 for year in years))
    assert found is not None
    assert found.p > 0.2


def test_too_few_or_all_of_one_kind_are_not_split() -> None:
    assert sharpest_split(tuple(range(9)), (True,) * 4 + (False,) * 5) is None
    assert sharpest_split(tuple(range(40)), (True,) * 40) is None
    assert sharpest_split((1980,) * 40, (True, False) * 20) is None


def test_memory_does_not_grow_with_the_events() -> None:
    peaks = {}
    for events in (200, 2_000):
        flags = tuple(bool(flag) for flag in np.random.default_rng(7).integers(0, 2, events))
        years = tuple(sorted(int(y) for y in np.random.default_rng(8).integers(1973, 2026, events)))
        sharpest_split.cache_clear()
        tracemalloc.start()
        sharpest_split(years, flags)
        peaks[events] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peaks[2_000] < 12 * 8 * BLOCK  # a dozen arrays of one block
    assert peaks[2_000] < 1.5 * peaks[200]
