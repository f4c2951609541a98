"""The marks of the verdicts: shapes that are told apart without colour."""

from __future__ import annotations

from math import cos, pi, sin

from geo.figures.article.claims.verdict import Verdict


def _ring(outer: float, inner: float) -> str:
    """A ring around the middle, as an SVG path: the hole runs the other way round."""
    return (
        f"M{outer},0A{outer},{outer},0,1,1,{-outer},0A{outer},{outer},0,1,1,{outer},0Z"
        f"M{inner},0A{inner},{inner},0,1,0,{-inner},0A{inner},{inner},0,1,0,{inner},0Z"
    )


def _cross(arm: float, half: float) -> str:
    """A diagonal cross as an SVG path: twelve corners of a plus, turned by an eighth."""
    corners = [(arm, -half), (arm, half), (half, half), (half, arm), (-half, arm), (-half, half)]
    corners += [(-x, -y) for x, y in corners]
    turned = [
        (x * cos(pi / 4) - y * sin(pi / 4), x * sin(pi / 4) + y * cos(pi / 4)) for x, y in corners
    ]
    return "M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in turned) + "Z"


SHAPES: dict[Verdict, str] = {
    "holds": "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "partly": _ring(1, 0.8) + "M0,0.9A0.9,0.9,0,0,1,0,-0.9Z",
    "outdated": "M0,-1.15L1.15,0L0,1.15L-1.15,0Z M0,-0.8L-0.8,0L0,0.8L0.8,0Z",
    "fails": _cross(1.15, 0.24),
    "untold": _ring(1, 0.8),
}
"""A disc, half a disc, a hollow diamond, a cross and a ring: told apart without colour,
in a square from -1 to 1."""


def verdict_path(verdict: Verdict, colour: str) -> str:
    """The shape of a verdict as a part of an SVG picture from -1 to 1."""
    return f'<path d="{SHAPES[verdict]}" fill="{colour}"/>'
