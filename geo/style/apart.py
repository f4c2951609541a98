"""Marks moved apart, so that none hides another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, hypot, pi, sin

Point = tuple[float, float]

ROUNDS = 30
NEAR = 2.76
"""Pairs nearer than so many least distances are looked at: one may be pushed nearer still."""


def moved_apart(
    marks: Mapping[str, Point], least: float, fixed: Sequence[Point] = (), beside: float = 0.0
) -> dict[str, Point]:
    """Marks pushed from one another until they are far enough apart, in the same way every time.

    Args:
        marks: where each stands, in pixels, by key.
        least: distance of the middles of two, in pixels.
        fixed: marks that stay where they are, from which the others are pushed as well.
        beside: distance from those, in pixels.
    """
    at = dict(marks)
    near = [
        pair
        for pair in combinations(sorted(at), 2)
        if abs(at[pair[0]][0] - at[pair[1]][0]) < NEAR * least
        and abs(at[pair[0]][1] - at[pair[1]][1]) < NEAR * least
    ]
    for _ in range(ROUNDS):
        still = True
        for number, (one, other) in enumerate(near):
            dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
            far = hypot(dx, dy)
            if far >= least - 0.01:
                continue
            still = False
            if far < 0.01:
                dx, dy, far = cos(number * pi / 5), sin(number * pi / 5), 1.0
                push = least / 2
            else:
                push = (least - far) / 2
            ux, uy = push * dx / far, push * dy / far
            at[one] = at[one][0] - ux, at[one][1] - uy
            at[other] = at[other][0] + ux, at[other][1] + uy
        if _away(at, fixed, beside):
            still = False
        if still:
            break
    return at


def _away(at: dict[str, Point], fixed: Sequence[Point], least: float) -> bool:
    """Push marks out from under those that are fixed, and say whether any had to be."""
    pushed = False
    for fx, fy in fixed:
        for key, (x, y) in at.items():
            far = hypot(x - fx, y - fy)
            if far >= least - 0.01:
                continue
            pushed = True
            ux, uy = ((x - fx) / far, (y - fy) / far) if far > 0.01 else (1.0, 0.0)
            at[key] = fx + least * ux, fy + least * uy
    return pushed
