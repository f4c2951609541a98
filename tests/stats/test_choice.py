"""The conditional logit against a plain likelihood, climbed by another library."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest
from scipy.optimize import minimize

from geo.stats.choice import Occasion, fit
from geo.stats.pooled import pooled_fit
from geo.stats.ranking import Forecasts, paired, rank_of, summary


def occasions(seed: int = 7) -> list[Occasion]:
    random = np.random.default_rng(seed)
    truth = np.array([1.0, -0.5, 0.0])
    made = []
    for _ in range(40):
        terms = random.normal(size=(int(random.integers(5, 12)), 3))
        chances = np.exp(terms @ truth)
        made.append(Occasion(terms, int(random.choice(len(terms), p=chances / chances.sum()))))
    return made


def plain_likelihood(made: list[Occasion], weights: list[float]) -> float:
    total = 0.0
    for one in made:
        scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in one.terms]
        total += scores[one.chosen] - log(sum(exp(score) for score in scores))
    return total


def test_the_weights_are_where_another_library_finds_the_top() -> None:
    made = occasions()
    found = fit(made, 1.0)
    other = minimize(
        lambda w: -plain_likelihood(made, list(w)) + sum(x * x for x in w) / 2,
        [0.0] * 3,
        method="Nelder-Mead",
        options={"xatol": 1e-8, "fatol": 1e-11, "maxiter": 5000},
    )
    assert found.weights == pytest.approx(other.x, abs=1e-6)
    assert found.likelihood == pytest.approx(plain_likelihood(made, list(found.weights)), abs=1e-9)


def test_neither_units_nor_the_order_of_rows_move_a_weight() -> None:
    made = occasions()
    moved = [
        Occasion((one.terms + np.array([3.0, -7.0, 0.0]))[::-1], len(one.terms) - 1 - one.chosen)
        for one in reversed(made)
    ]
    assert fit(moved, 1.0).weights == pytest.approx(fit(made, 1.0).weights, abs=1e-8)


def test_a_term_that_parts_the_chosen_from_all_others_has_an_end() -> None:
    never = [Occasion(np.array([[1.0], [0.0], [1.0]]), 1)] * 30
    found = fit(never, 1.0)
    low, high = found.intervals[0]
    assert -10 < low < found.weights[0] < high < 0


def test_the_pooled_weights_are_where_another_library_finds_the_top() -> None:
    random = np.random.default_rng(3)
    rows, yes = random.normal(size=(60, 2)), random.random(60) < 0.2

    def below(w: np.ndarray) -> float:
        scores = w[0] + rows @ w[1:]
        told = sum(s if y else 0.0 for s, y in zip(scores, yes, strict=True))
        return -told + sum(log(1 + exp(s)) for s in scores) + float(w[1:] @ w[1:]) / 2

    other = minimize(below, np.zeros(3), method="BFGS", options={"gtol": 1e-8})
    assert pooled_fit(rows, yes, 1.0).weights == pytest.approx(other.x[1:], abs=1e-5)


def test_equals_share_the_middle_of_their_places() -> None:
    scores = np.array([5.0, 3.0, 3.0, 3.0, 1.0])
    assert [rank_of(scores, at) for at in range(5)] == [1.0, 3.0, 3.0, 3.0, 5.0]


def test_a_ranking_is_no_better_than_itself_and_better_than_its_reverse() -> None:
    ranks = np.arange(1.0, 41.0) * 3
    good = Forecasts(ranks, np.full(40, 200.0), np.log(1 / ranks))
    poor = Forecasts(200 - ranks, good.of, np.log(1 / (200 - ranks)))
    assert summary(good)["hits"].value == 10 / 40
    assert not any(one.tells for one in paired(good, good).values())
    assert paired(good, poor)["log_score"].low > 0
