"""The marks of partners: one sheet of small drawings, in SVG, that the map picks from.

The shape says the role: a star is a national capital, a triangle a port, a disc with a star in it
both, a plain disc neither. The colour says the home; a partner of several homes is parted between
their colours. A hollow mark is a tie that has ended, or of which it is not certain that it lies in
the years shown. A ring marks the partner the reader has chosen, a target a home.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import cos, pi, sin

from geo.style.colours import Ground
from geo.ties.roles import ROLES

SIZE = 64
"""Side of one drawing on the sheet, in pixels: four times its size on the map, for sharp edges."""
MIDDLE, RADIUS, EDGE = SIZE / 2, 22, 5

CHOSEN = "chosen"


def full(homes: Iterable[str], role: str) -> str:
    """Name of the mark of a partner of these homes, in this role."""
    return f"{'+'.join(homes)} {role}"


def hollow(home: str, role: str) -> str:
    """Name of the mark of a tie that has ended or may lie outside the years."""
    return f"{home} {role} hollow"


def target(home: str) -> str:
    """Name of the mark of a home itself."""
    return f"{home} home"


class Sheet:
    """All marks in one picture.

    Args:
        colours: ``#rrggbb`` of each home, by slug, in the order of the homes.
        shared: the groups of homes that have a partner in common.
        ground: what the marks lie on; its paper makes their edges.

    Attributes:
        svg: the picture.
        mapping: where on it each mark stands, by name, in pixels (deck.gl's icon mapping).
    """

    def __init__(
        self, colours: dict[str, str], shared: Iterable[tuple[str, ...]], ground: Ground
    ) -> None:
        drawings = _drawings(colours, [*((home,) for home in colours), *shared], ground)
        self.mapping = {
            name: {"x": place * SIZE, "y": 0, "width": SIZE, "height": SIZE}
            for place, name in enumerate(drawings)
        }
        shifted = "".join(
            f'<g transform="translate({place * SIZE} 0)">{drawing}</g>'
            for place, drawing in enumerate(drawings.values())
        )
        self.svg = _picture(SIZE * len(drawings), shifted)

    @property
    def mapping_json(self) -> bytes:
        """The mapping as the browser reads it."""
        return json.dumps(self.mapping, separators=(",", ":")).encode()


def single(role: str, colours: list[str], ground: Ground) -> str:
    """One mark as a picture of its own, for a legend: SVG, :data:`SIZE` pixels a side."""
    return _picture(SIZE, _parted(role, colours, ground.paper))


def _drawings(
    colours: dict[str, str], groups: list[tuple[str, ...]], ground: Ground
) -> dict[str, str]:
    drawings = {CHOSEN: _ring(ground.ink, 28, 4)}
    for home, colour in colours.items():
        drawings[target(home)] = _target(colour, ground.paper)
        for role in ROLES:
            star = _inner_star(colour) if role == "both" else ""
            drawings[hollow(home, role)] = _shape(role, ground.paper, edge=colour) + star
    for homes in groups:
        for role in ROLES:
            shades = [colours[home] for home in homes]
            drawings[full(homes, role)] = _parted(role, shades, ground.paper)
    return drawings


def _picture(width: int, drawing: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{SIZE}" '
        f'viewBox="0 0 {width} {SIZE}">{drawing}</svg>'
    )


def _parted(role: str, colours: list[str], paper: str) -> str:
    """A shape in upright strips of equal width, the first home on the left, edged with paper."""
    strips = "".join(
        f'<svg x="{SIZE * place / len(colours):.2f}" width="{SIZE / len(colours):.2f}" '
        f'height="{SIZE}" viewBox="{SIZE * place / len(colours):.2f} 0 '
        f'{SIZE / len(colours):.2f} {SIZE}">{_shape(role, colour, edge=colour, width=0)}</svg>'
        for place, colour in enumerate(colours)
    )
    star = _inner_star(paper) if role == "both" else ""
    return _shape(role, paper, edge=paper, width=EDGE * 2) + strips + star


def _shape(role: str, fill: str, edge: str, width: float = EDGE) -> str:
    """The outline of a role, filled and edged."""
    pen = f'stroke="{edge}" stroke-width="{width}" stroke-linejoin="round"'
    if role == "capital":
        return f'<path d="{_star(RADIUS + 5)}" fill="{fill}" {pen}/>'
    if role == "port":
        return f'<path d="{_triangle(RADIUS + 3)}" fill="{fill}" {pen}/>'
    radius = RADIUS + 3 if role == "both" else RADIUS - 5
    return f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{radius}" fill="{fill}" {pen}/>'


def _inner_star(fill: str) -> str:
    return f'<path d="{_star(RADIUS - 2)}" fill="{fill}"/>'


def _star(radius: float) -> str:
    """A five-pointed star, one point up."""
    corners = [
        _corner(place / 10, radius if place % 2 == 0 else radius * 0.45) for place in range(10)
    ]
    return _closed(corners)


def _triangle(radius: float) -> str:
    """A triangle, one point up."""
    return _closed([_corner(place / 3, radius, drop=4) for place in range(3)])


def _corner(share: float, radius: float, drop: float = 0) -> tuple[float, float]:
    """A point at a share of the circle, from the top, clockwise."""
    angle = 2 * pi * share - pi / 2
    return MIDDLE + radius * cos(angle), MIDDLE + drop + radius * sin(angle)


def _closed(corners: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def _ring(ink: str, radius: float, width: float) -> str:
    return (
        f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{radius}" fill="none" stroke="{ink}" '
        f'stroke-width="{width}"/>'
    )


def _target(colour: str, paper: str) -> str:
    disc = f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="25" fill="{paper}"/>'
    return disc + _ring(colour, 22, 8) + _ring(colour, 5, 10)
