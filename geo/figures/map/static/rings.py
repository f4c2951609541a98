"""The dashed rings that stand around marks for hypothetical ties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.style.colours import Ground
from geo.style.symbols import AROUND, FURTHER, ring, strip

DASHES = [2.4, 2]
"""Of a ring, in pixels."""

Row = dict[str, Any]


def ringed_places(ties: Iterable[Any]) -> set[str]:
    """The places around whose marks a ring stands for a hypothetical tie."""
    return {tie.place for tie in ties if tie.supposed}


def hypothetical_marks(at: Row, role: str, colour: str, ground: Ground, before: int) -> list[Row]:
    """A dashed ring around the mark, which is hollow where no other tie fills it.

    Args:
        at: ``x`` and ``y`` (pixels) and ``size`` (square pixels) of the mark, and its years.
        role: of the partner; ``colour`` (``#rrggbb``): of the home.
        before: rings that stand around the mark already.

    Returns:
        Rows of :attr:`geo.figures.map.static.rows.Part.marks`.
    """
    edge = {"stroke": colour, "wide": 1.2, "state": "full"}
    size = round(at["size"] * (AROUND + FURTHER * before) ** 2, 1)
    around = {"shape": ring(), "size": size, "fill": "transparent", "dash": DASHES}
    hollow = {"shape": strip(role), "fill": ground.paper, "dash": [0, 0]}
    return [at | edge | around, *([] if before else [at | edge | hollow])]
