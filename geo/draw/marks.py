"""The marks of partners: one sheet of small drawings, in SVG, that the map picks from.

A partner of one home is a disc in that home's colour; of several, a disc parted between them.
A hollow disc is a tie that has ended, or of which it is not certain that it lies in the years
shown. A ring marks the partner the reader has chosen, a target a home.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from math import cos, pi, sin

from geo.draw.palette import Ground

SIZE = 64
"""Side of one drawing on the sheet, in pixels: four times its size on the map, for sharp edges."""
MIDDLE, RADIUS, EDGE = SIZE / 2, 22, 5

CHOSEN = "chosen"


def full(homes: Iterable[str]) -> str:
    """Name of the mark of a partner of these homes."""
    return "+".join(homes)


def hollow(home: str) -> str:
    """Name of the mark of a tie that has ended or may lie outside the years."""
    return f"{home} hollow"


def target(home: str) -> str:
    """Name of the mark of a home itself."""
    return f"{home} home"


class Sheet:
    """All marks in one picture.

    Args:
        colours: ``#rrggbb`` of each home, by slug, in the order of the homes.
        shared: the groups of homes that have a partner in common.
        ground: what the marks lie on; its paper makes their edges.
    """

    def __init__(
        self, colours: dict[str, str], shared: Iterable[tuple[str, ...]], ground: Ground
    ) -> None:
        drawings: dict[str, str] = {CHOSEN: _ring(ground.ink)}
        for home, colour in colours.items():
            drawings[hollow(home)] = _disc(ground.paper, edge=colour)
            drawings[target(home)] = _target(colour, ground.paper)
        for homes in [*((home,) for home in colours), *shared]:
            drawings[full(homes)] = _parted([colours[home] for home in homes], ground.paper)
        self.mapping = {
            name: {"x": place * SIZE, "y": 0, "width": SIZE, "height": SIZE}
            for place, name in enumerate(drawings)
        }
        shifted = "".join(
            f'<g transform="translate({place * SIZE} 0)">{drawing}</g>'
            for place, drawing in enumerate(drawings.values())
        )
        self.svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE * len(drawings)}" '
            f'height="{SIZE}">{shifted}</svg>'
        )

    @property
    def address(self) -> str:
        """The sheet as a ``data:`` address, so that the browser need not ask for it."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()


def _disc(fill: str, edge: str, radius: float = RADIUS, width: float = EDGE) -> str:
    return (
        f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{radius}" fill="{fill}" stroke="{edge}" '
        f'stroke-width="{width}"/>'
    )


def _ring(ink: str) -> str:
    return _disc("none", edge=ink, radius=28, width=4)


def _target(colour: str, paper: str) -> str:
    return _disc(paper, edge=colour, radius=23, width=8) + _disc(colour, colour, 9, 0)


def _parted(colours: list[str], paper: str) -> str:
    """A disc with an equal slice for each colour, the first on the left."""
    if len(colours) == 1:
        return _disc(colours[0], edge=paper)
    slices = "".join(
        _slice(colour, place / len(colours), (place + 1) / len(colours))
        for place, colour in enumerate(colours)
    )
    return slices + _disc("none", edge=paper)


def _slice(colour: str, start: float, end: float) -> str:
    """A slice of the disc between two shares of the circle, from the foot, clockwise."""
    (x1, y1), (x2, y2) = (_on_edge(share) for share in (start, end))
    large = int(end - start > 0.5)
    return (
        f'<path d="M{MIDDLE} {MIDDLE}L{x1:.2f} {y1:.2f}A{RADIUS} {RADIUS} 0 {large} 1 '
        f'{x2:.2f} {y2:.2f}Z" fill="{colour}"/>'
    )


def _on_edge(share: float) -> tuple[float, float]:
    angle = pi / 2 + 2 * pi * share
    return MIDDLE + RADIUS * cos(angle), MIDDLE + RADIUS * sin(angle)
