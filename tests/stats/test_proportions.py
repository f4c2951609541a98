"""Intervals and odds against values that others have published."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from scipy.stats import binomtest, fisher_exact
from scipy.stats.contingency import odds_ratio

from geo.i18n import Words
from geo.stats.proportions import odds, share
from geo.stats.text import percent


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_newcombe_prints_it(count: int, of: int, low: float, high: float) -> None:
    """Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E."""
    found = share(count, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize(
    ("table", "ratio", "low", "high", "p"),
    [
        (((3, 4), (1, 4)), 6.408309, 0.2117329, 621.9337505, 0.4857),
        (((2, 17), (10, 13)), 0.04693661, 0.003325764, 0.363182271, 0.0005367),
    ],
    ids=["tea tasting", "convictions"],
)
def test_odds_as_in_the_examples_of_r(
    table: tuple[tuple[int, int], ...], ratio: float, low: float, high: float, p: float
) -> None:
    """The examples of ``fisher.test`` in R, with Fisher's own data.

    R seeks the ends to four digits of the inverse, so a wide end is known to 1 % only.
    """
    found = odds(share(*table[0]), share(*table[1]))
    assert found is not None
    assert (found.ratio, found.low, found.high) == pytest.approx((ratio, low, high), rel=1e-2)
    assert found.p == pytest.approx(p, rel=1e-3)


@pytest.mark.parametrize(
    ("one", "other"), [((3, 4), (1, 4)), ((44, 55), (16, 68)), ((8, 11), (8, 57))]
)
def test_the_ends_leave_a_fortieth_in_each_tail(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    """Fisher's noncentral hypergeometric distribution, summed here term by term."""
    found = odds(share(*one), share(*other))
    assert found is not None
    hits, (n, m) = one[0] + other[0], (one[1], other[1])

    def weight(x: int, ratio: float) -> float:
        return comb(n, x) * comb(m, hits - x) * ratio**x

    def chance(ratio: float, those: range) -> float:
        every = range(max(0, hits - m), min(n, hits) + 1)
        return sum(weight(x, ratio) for x in those) / sum(weight(x, ratio) for x in every)

    most = min(n, hits)
    assert chance(found.low, range(one[0], most + 1)) == pytest.approx(0.025, rel=1e-3)
    assert chance(found.high, range(max(0, hits - m), one[0] + 1)) == pytest.approx(0.025, rel=1e-3)


def test_turning_the_sides_round_turns_the_ratio_round() -> None:
    there, back = odds(share(8, 11), share(8, 57)), odds(share(8, 57), share(8, 11))
    assert there and back
    assert there.ratio == pytest.approx(1 / back.ratio, rel=1e-6)
    assert there.tells and back.tells and there.p == pytest.approx(back.p)


def test_nothing_to_compare() -> None:
    assert odds(share(0, 0), share(1, 2)) is None
    assert odds(share(0, 4), share(0, 9)) is None
    assert odds(share(4, 4), share(9, 9)) is None


def test_edges() -> None:
    all_against_none = odds(share(6, 6), share(0, 6))
    assert all_against_none and all_against_none.ratio == float("inf") and all_against_none.tells
    assert share(0, 0).share != share(0, 0).share
    with pytest.raises(ValueError, match="no share"):
        share(3, 2)


def test_per_cent_are_those_of_the_fraction_itself() -> None:
    """23 of 40 are 57.5 %, though 23 / 40 is a hair less as a number of the machine."""
    words = Words("en")
    for of in range(1, 200):
        for count in range(of + 1):
            assert percent(count / of, words) == f"{round(Fraction(100 * count, of))}%"


def test_odds_intervals_and_p_are_those_of_scipy() -> None:
    dice = np.random.default_rng(7)
    for _ in range(60):
        of, other_of = dice.integers(1, 80, 2).tolist()
        count, other = int(dice.integers(0, of + 1)), int(dice.integers(0, other_of + 1))
        one, table = share(count, of), [[count, of - count], [other, other_of - other]]
        wilson = binomtest(count, of).proportion_ci(0.95, method="wilson")
        assert (one.low, one.high) == pytest.approx((wilson.low, wilson.high), abs=1e-12)
        found = odds(one, share(other, other_of))
        if found is None:
            continue
        exact = odds_ratio(table, kind="conditional")
        ends = exact.confidence_interval(0.95)
        told = (found.ratio, found.low, found.high, found.p)
        expected = (exact.statistic, ends.low, ends.high, fisher_exact(table).pvalue)
        assert told == pytest.approx(tuple(map(float, expected)), rel=1e-6)
