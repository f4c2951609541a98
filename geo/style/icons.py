"""The marks of partners on one sheet of small drawings, in SVG, that the map picks from.

The shape says the role (:mod:`geo.style.symbols`). The colour says the home; a partner of several
homes is parted between their colours. A hollow mark is a tie that has ended, or of which it is not
certain that it lies in the years shown. A ring marks the partner the reader has chosen, a target a
home.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from geo.style.colours import Ground
from geo.style.symbols import ground_of, holes_of, mark
from geo.style.symbols import target as target_path
from geo.ties.roles import ROLES

SIZE = 64
"""Side of one drawing on the sheet, in pixels: four times its size on the map, for sharp edges."""
UNIT, EDGE = 23, 5
"""Pixels of the sheet to a unit of a symbol; and the width of an edge."""

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
        middles = (f"{(place + 0.5) * SIZE:g} {SIZE / 2:g}" for place in range(len(drawings)))
        placed = "".join(
            f'<g transform="translate({middle}) scale({UNIT})">{drawing}</g>'
            for middle, drawing in zip(middles, drawings.values(), strict=True)
        )
        width = SIZE * len(drawings)
        self.svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{SIZE}" '
            f'viewBox="0 0 {width} {SIZE}">{placed}</svg>'
        )

    @property
    def mapping_json(self) -> bytes:
        """The mapping as the browser reads it."""
        return json.dumps(self.mapping, separators=(",", ":")).encode()


def _drawings(
    colours: dict[str, str], groups: list[tuple[str, ...]], ground: Ground
) -> dict[str, str]:
    """Every mark by its name, in units of a symbol around its middle."""
    drawings = {CHOSEN: _ring(ground.ink, 28, 4)}
    for home, colour in colours.items():
        drawings[target(home)] = _target(colour, ground.paper)
        for role in ROLES:
            drawings[hollow(home, role)] = _hollow(role, colour, ground.paper)
    for homes in groups:
        for role in ROLES:
            shades = [colours[home] for home in homes]
            edge = _edged(ground_of(role), ground.paper, ground.paper, EDGE * 2)
            drawings[full(homes, role)] = edge + mark(role, shades)
    return drawings


def _hollow(role: str, colour: str, paper: str) -> str:
    """The outline of a role in a colour, and in the colour what is else a hole."""
    holes = holes_of(role)
    inside = f'<path d="{holes}" fill="{colour}"/>' if holes else ""
    return _edged(ground_of(role), paper, colour, EDGE) + inside


def _edged(path: str, fill: str, edge: str, width: float) -> str:
    """A shape, filled and edged; the width in pixels of the sheet."""
    return (
        f'<path d="{path}" fill="{fill}" stroke="{edge}" stroke-width="{width / UNIT:.3f}" '
        'stroke-linejoin="round"/>'
    )


def _ring(ink: str, radius: float, width: float) -> str:
    """A ring, its measures in pixels of the sheet."""
    return (
        f'<circle r="{radius / UNIT:.3f}" fill="none" stroke="{ink}" '
        f'stroke-width="{width / UNIT:.3f}"/>'
    )


def _target(colour: str, paper: str) -> str:
    ring = f'<path d="{target_path()}" fill="{colour}" transform="scale(1.1)"/>'
    return f'<circle r="1.1" fill="{paper}"/>{ring}'
