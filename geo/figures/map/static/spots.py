"""Where each partner is drawn, so that none hides another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from geo.figures.map.static.frames import Frames, in_europe
from geo.place.projection import Box, Projection
from geo.style.apart import Point, moved_apart
from geo.style.symbols import AROUND

RADIUS, SMALL = 5.0, 3.0
"""Half the width of a mark, and of one whose name stands on the enlarged map, in pixels."""
APART = 1.45
"""So many radii at least lie between the middles of two marks on the map that names them: enough
to see that they are two."""
HOME = 6.12
"""Half the width of a home's mark, in pixels."""
MOST_MOVED = 600
"""Among more marks than this, hiding one another is what a reader sees anyway."""


@dataclass(frozen=True)
class Spot:
    """One place on one of the two maps, in pixels; on the world not every one has its name."""

    x: float
    y: float
    radius: float
    named: bool

    @property
    def box(self) -> Box:
        """The box that the mark takes."""
        return self._within(self.radius)

    @property
    def around(self) -> Box:
        """The box of the ring around it, where there is one."""
        return self._within(self.radius * AROUND)

    def _within(self, r: float) -> Box:
        return self.x - r, self.y - r, self.x + r, self.y + r


def spots(
    ties: Iterable[Any], frames: Frames, projection: Projection, homes: Sequence[Point] = ()
) -> dict[str, Spot]:
    """The places on one of the maps, by slug; those of the enlarged Europe are small on the world.

    Two places with one seat, or with seats nearer than a mark is wide, are moved apart by a few
    pixels, as map makers do, so that both can be seen and counted; and from the homes, which stay.

    Args:
        homes: where homes stand on the map, in pixels.
    """
    once: dict[str, Any] = {}
    for tie in ties:
        once.setdefault(tie.place, tie)
    there = [tie for tie in once.values() if projection.shows(tie.lon, tie.lat, 1)]
    on_world = projection is frames.world
    found = {}
    for tie in there:
        twice = frames.europe is not None and in_europe(tie.lon, tie.lat)
        if on_world or twice:
            small = on_world and twice
            x, y = projection.at(tie.lon, tie.lat)
            found[tie.place] = Spot(x, y, SMALL if small else RADIUS, not small)
    moved = apart(found, homes) if len(found) <= MOST_MOVED else found
    return {
        place: Spot(round(spot.x, 1), round(spot.y, 1), spot.radius, spot.named)
        for place, spot in moved.items()
    }


def apart(found: dict[str, Spot], homes: Sequence[Point]) -> dict[str, Spot]:
    """Marks pushed from one another until they are far enough apart, in the same way every time.

    Args:
        homes: marks that stay where they are, from which the others are pushed as well.
    """
    named = {place: (spot.x, spot.y) for place, spot in found.items() if spot.named}
    at = moved_apart(named, APART * RADIUS, homes, APART * (RADIUS + HOME) / 2)
    return {
        place: Spot(*at.get(place, (spot.x, spot.y)), spot.radius, spot.named)
        for place, spot in found.items()
    }
