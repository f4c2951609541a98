"""How charts tell homes apart without colour: each has a shape of its own."""

from __future__ import annotations

from itertools import pairwise

import altair as alt

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
SIGNS = ("●", "■", "▲", "◆", "✚")
"""The same shapes as letters, for labels."""


def shape_scale(shown: tuple[str, ...], names: list[str]) -> alt.Scale:
    """The shape of each home by name, in the order of the view; after five they come again."""
    return alt.Scale(domain=names, range=[SHAPES[at % len(SHAPES)] for at in range(len(shown))])


def signed(names: list[str]) -> list[str]:
    """Each home's name behind its sign."""
    return [f"{SIGNS[at % len(SIGNS)]} {name}" for at, name in enumerate(names)]


def apart(values: list[float], gap: float) -> list[float]:
    """Values moved as little as it takes to lie ``gap`` apart, in their own order of size.

    For labels beside the ends of lines. Pushed up from below, then back by half of what the whole
    has been moved.
    """
    order = sorted(range(len(values)), key=lambda at: values[at])
    moved = list(values)
    for lower, upper in pairwise(order):
        moved[upper] = max(moved[upper], moved[lower] + gap)
    pushed = sum(moved) - sum(values)
    return [value - pushed / len(values) if values else value for value in moved]
