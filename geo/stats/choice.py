"""Conditional logit with a ridge penalty: which of several things was chosen, time after time.

Source of the method: McFadden 1974, "Conditional logit analysis of qualitative choice behavior";
the penalty as Hoerl and Kennard 1970 (doi:10.1080/00401706.1970.10488634) have it, on the
likelihood. A term that separates the choices (none, or all, of the chosen have it) has no maximum
without a penalty; with one it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, sqrt
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.floating[Any]]
Z = 1.959963984540054
"""Standard errors to either side of an estimate that make its 95 % interval."""
STEPS, HALVES, NEAR = 100, 30, 1e-9
"""Steps of Newton's method, and halvings of one, at the most; the gradient at which it stops."""


@dataclass(frozen=True, eq=False)
class Occasion:
    """One choice.

    Attributes:
        terms: a row an alternative, a column a term.
        chosen: the row that was chosen.
    """

    terms: Numbers
    chosen: int


@dataclass(frozen=True, eq=False)
class Fit:
    """What the choices say.

    Attributes:
        weights: one a term: how much one more of it adds to the logarithm of the odds.
        covariance: the inverse of the penalised information at the maximum.
        likelihood: logarithm of the likelihood there, without the penalty.
        choices: from how many.
    """

    weights: Numbers
    covariance: Numbers
    likelihood: float
    choices: int

    @property
    def errors(self) -> Numbers:
        """The standard error of each weight (Wald, on the penalised information)."""
        found: Numbers = np.sqrt(np.diag(self.covariance))
        return found

    @property
    def intervals(self) -> Numbers:
        """The ends of the 95 % interval of each weight, a row a term."""
        return np.column_stack([self.weights - Z * self.errors, self.weights + Z * self.errors])


def fit(occasions: Sequence[Occasion], penalty: float) -> Fit:
    """The weights that make the choices most likely, held back by ``penalty`` · Σ weight² / 2.

    Args:
        occasions: at least one, all with the same terms.
        penalty: greater than 0, as a normal prior with that precision.

    Raises:
        ValueError: there is no occasion, or the penalty is not greater than 0.
    """
    if not occasions or penalty <= 0:
        raise ValueError("A fit needs choices and a penalty greater than 0.")
    weights: Numbers = np.zeros(occasions[0].terms.shape[1])
    identity, here = np.eye(len(weights)), _at(occasions, weights)
    for _ in range(STEPS):
        gradient = here.gradient - penalty * weights
        information = here.information + penalty * identity
        if float(np.abs(gradient).max()) < NEAR:
            break
        step = np.linalg.solve(information, gradient)
        height = here.likelihood - penalty * float(weights @ weights) / 2
        for _ in range(HALVES):  # the penalised likelihood is concave: a short step leads up
            there = _at(occasions, weights + step)
            after = float((weights + step) @ (weights + step))
            if there.likelihood - penalty * after / 2 >= height - 1e-12 * abs(height):
                break
            step = step / 2
        weights, here = weights + step, there
    return Fit(weights, np.linalg.inv(information), here.likelihood, len(occasions))


def log_chances(terms: Numbers, weights: Numbers) -> Numbers:
    """The logarithm of the chance of each alternative."""
    scores = terms @ weights
    top = scores.max()
    found: Numbers = scores - top - np.log(np.exp(scores - top).sum())
    return found


def log_likelihood(occasions: Sequence[Occasion], weights: Numbers) -> float:
    """The logarithm of the likelihood of all choices."""
    return sum(float(log_chances(one.terms, weights)[one.chosen]) for one in occasions)


def p_of_difference(one: Fit, other: Fit) -> Numbers:
    """For each term the two-sided p that two fits to different choices weigh it alike (Wald)."""
    z = (one.weights - other.weights) / np.hypot(one.errors, other.errors)
    return np.array([1 - erf(abs(value) / sqrt(2)) for value in z])


class _There(NamedTuple):
    """Log likelihood, gradient and information at some weights."""

    likelihood: float
    gradient: Numbers
    information: Numbers


def _at(occasions: Sequence[Occasion], weights: Numbers) -> _There:
    likelihood, size = 0.0, len(weights)
    gradient, information = np.zeros(size), np.zeros((size, size))
    for one in occasions:
        logs = log_chances(one.terms, weights)
        chances = np.exp(logs)
        mean = chances @ one.terms
        likelihood += float(logs[one.chosen])
        gradient += one.terms[one.chosen] - mean
        information += (one.terms * chances[:, None]).T @ one.terms - np.outer(mean, mean)
    return _There(likelihood, gradient, information)
