"""Logistic regression with a ridge penalty, by Newton's method: yes or no, row by row.

Source of the method: le Cessie and van Houwelingen 1992 (doi:10.2307/2347628); the constant is not
held back.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from geo.stats.choice import NEAR, STEPS, Fit, Numbers


def pooled_fit(terms: Numbers, yes: npt.NDArray[np.bool_], penalty: float) -> Fit:
    """The weights of the terms, without the constant; held back by ``penalty`` · Σ weight² / 2.

    Args:
        terms: a row a case, a column a term.
        yes: a case each.
        penalty: greater than 0.

    Raises:
        ValueError: no case, or every case, is a yes: the constant would have no end.
    """
    if not yes.any() or yes.all():
        raise ValueError("A fit needs cases of both kinds.")
    means = terms.mean(axis=0)
    rows = np.column_stack([np.ones(len(terms)), terms - means])
    held = np.diag([0.0] + [penalty] * terms.shape[1])
    weights = np.zeros(rows.shape[1])
    share = float(yes.mean())
    weights[0] = np.log(share / (1 - share))
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        gradient = rows.T @ (yes - chances) - held @ weights
        information = (rows * (chances * (1 - chances))[:, None]).T @ rows + held
        if float(np.abs(gradient).max()) < NEAR * len(rows):
            break
        weights = weights + np.linalg.solve(information, gradient)
    scores = rows @ weights
    likelihood = float((scores[yes]).sum() - np.logaddexp(0, scores).sum())
    return Fit(weights[1:], np.linalg.inv(information)[1:, 1:], likelihood, int(yes.sum()))
