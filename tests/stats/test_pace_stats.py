"""Rates, stretches of one pace, and evenness, against other ways of computing them."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from geo.stats.evenness import evenness, overlap
from geo.stats.poisson import rate
from geo.stats.segments import MOST, SHORTEST, segmented


@given(st.integers(0, 400), st.floats(0.5, 90))
def test_an_interval_leaves_out_what_would_be_seen_in_less_than_one_of_forty(
    count: int, years: float
) -> None:
    one = rate(count, years)
    assert one.low <= one.rate <= one.high
    assert poisson.cdf(count, one.high * years) == pytest.approx(0.025)
    if count:
        assert poisson.sf(count - 1, one.low * years) == pytest.approx(0.025)


def test_a_rate_of_no_time_or_of_less_than_nothing_is_refused() -> None:
    for count, years in ((-1, 2.0), (1, 0.0)):
        with pytest.raises(ValueError, match="is no rate"):
            rate(count, years)


def brute_force(counts: tuple[int, ...], exposure: tuple[float, ...]) -> tuple[int, ...]:
    """The starts that the criterion likes best, by trying all of them."""

    def fit(low: int, high: int) -> float:
        pace = sum(counts[low:high]) / sum(exposure[low:high])
        return sum(
            count * log(pace * seen) - pace * seen - lgamma(count + 1) if pace else 0.0
            for count, seen in zip(counts[low:high], exposure[low:high], strict=True)
        )

    years, best = len(counts), (float("-inf"), (0,))
    for number in range(min(MOST, years // SHORTEST)):
        for inner in combinations(range(1, years), number):
            edges = (0, *inner, years)
            spans = list(pairwise(edges))
            if all(high - low >= SHORTEST for low, high in spans):
                value = 2 * sum(fit(*span) for span in spans) - 2 * log(years) * number
                best = max(best, (value, edges[:-1]))
    return best[1]


@pytest.mark.parametrize(
    "counts",
    [
        (0, 0, 0, 0, 6, 5, 7, 6, 0, 0, 0),
        (1, 0, 2, 1, 1, 0, 1, 2, 0, 1, 1),
        (0, 0, 0, 9, 9, 9, 0, 0, 0, 9, 9, 9),
        (3, 3, 3, 3, 0, 0, 0, 0),
        (0, 0, 12, 0, 0, 0, 0),
    ],
)
@pytest.mark.parametrize("last", [1.0, 0.4])
def test_stretches_are_those_that_trying_all_of_them_finds(
    counts: tuple[int, ...], last: float
) -> None:
    exposure = (*[1.0] * (len(counts) - 1), last)
    assert segmented(counts, exposure).starts == brute_force(counts, exposure)


def test_chance_seldom_parts_so_and_an_even_pace_is_not_parted() -> None:
    jump = segmented((0,) * 10 + (4,) * 10, (1.0,) * 20)
    assert jump.starts == (0, 10) and jump.p == 0.001
    assert segmented((2,) * 20, (1.0,) * 20) == segmented((1, 1), (1.0, 1.0))
    assert segmented((0,) * 20, (1.0,) * 20).starts == (0,)
    with pytest.raises(ValueError, match="20 counts, 19 exposures"):
        segmented((0,) * 20, (1.0,) * 19)


def test_evenness_lies_between_one_class_and_all_alike() -> None:
    assert evenness((5, 0, 0)) == 0
    assert evenness((7, 7, 7, 7)) == pytest.approx(1)
    assert evenness((1, 1, 0, 0)) == pytest.approx(0.5)
    assert evenness((2, 4, 6)) == pytest.approx(evenness((3, 1, 2)))
    for wrong in ((5,), (0, 0)):
        with pytest.raises(ValueError, match="two classes"):
            evenness(wrong)


def test_two_spreads_agree_by_their_shares_and_not_by_their_numbers() -> None:
    assert overlap((1, 1, 0), (10, 10, 0)) == pytest.approx(1)
    assert overlap((1, 0), (0, 9)) == 0
    assert overlap((1, 1), (3, 1)) == pytest.approx(0.75)
