"""The names of the flat map: homes first, then partners, the most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from geo.figures.map.groups import when
from geo.figures.map.static.frames import Frames
from geo.figures.map.static.rings import ringed_places
from geo.figures.map.static.spots import Spot
from geo.i18n import Words
from geo.place.projection import Box, Projection
from geo.style.labels.around import Name, Named, beside, box_of
from geo.style.labels.candidates import candidates
from geo.style.labels.placing import place_names
from geo.style.symbols import AROUND
from geo.style.text import drawable, width_of
from geo.ties.time import Years

TYPE = 11.5
"""Size of the names, in pixels."""
FAR = 150.0
"""How far from its mark a name may be led out, in pixels."""
CLOCK = (190.0, 62.0)
"""Width and height of the room for the year and its counts, in pixels."""
CROWD, MOST_NAMES = 700, 250
"""Among more marks than this no name is led out, and only so many are tried: there is no room."""

CAPITAL_FIRST = {"is": 0, "contains": 1}
UNRANKED = 999
"""The rank of a city of which none is known: behind all others."""

Row = dict[str, Any]


def years_of(some: list[Any], whole: Years) -> Row:
    """The years of a mark (:func:`geo.figures.map.groups.when`) as a row has them."""
    first, last, end = when(some, whole)
    return {"a": first, "b": last, "e": end}


def _led_out(one: Named, size: float, frame: Box, taken: Any) -> Name | None:
    """The best place of a home's name further away; in a crowd, its line passes through marks."""
    for through in (False, True):
        places = candidates(one, size, FAR, frame, taken, through)
        if len(places):
            return places.name(0)
    return None


def names_on_map(
    ties: list[Any],
    ranked: list[Any],
    spots: dict[str, Spot],
    projection: Projection,
    taken: list[Box],
    words: Words,
    whole: Years,
) -> tuple[list[Row], list[Row], tuple[str, ...]]:
    """The names on one map, the lines that lead them out, and who goes without.

    Args:
        ties: as they are drawn.
        ranked: of them one a place, as :func:`by_importance` has them.
    """
    wanted = [tie for tie in ranked if tie.place in spots and spots[tie.place].named]
    crowded = len(spots) > CROWD
    texts = {
        tie.place: drawable(words.of(tie, "name"))
        for tie in (wanted[:MOST_NAMES] if crowded else wanted)
    }
    ringed = ringed_places(ties)
    named = [
        Named(
            spots[place].x,
            spots[place].y,
            spots[place].radius * (AROUND if place in ringed else 1),
            width_of(text, TYPE),
        )
        for place, text in texts.items()
    ]
    found = place_names(named, TYPE, projection.box, taken, 0.0 if crowded else FAR)
    placed = {place: name for place, name in zip(texts, found, strict=True) if name}
    names, leads = [], []
    for tie in (tie for tie in ties if tie.place in placed):
        name, row = placed[tie.place], years_of([tie], whole) | {"place": tie.place}
        at = {"x": round(name.x, 1), "y": round(name.y, 1), "align": name.align}
        names.append(row | at | {"text": texts[tie.place]})
        if name.lead:
            ends = [round(end, 1) for end in name.lead]
            leads.append(row | dict(zip(("x", "y", "x2", "y2"), ends, strict=True)))
    return names, leads, tuple(tie.place for tie in wanted if tie.place not in placed)


def by_importance(ties: Iterable[Any]) -> list[Any]:
    """One tie a place: what the reader supposes first, then shared partners, then capitals, then
    large cities, then old ties. A hypothetical tie does not stand for a place that has another."""
    ties = list(ties)
    supposed = {tie.place for tie in ties if tie.supposed}
    homes = Counter(place for place, _ in {(tie.place, tie.home) for tie in ties})

    def order(tie: Any) -> tuple[Any, ...]:
        return (
            tie.place not in supposed,
            -homes[tie.place],
            CAPITAL_FIRST.get(tie.capital, len(CAPITAL_FIRST)),
            UNRANKED if pd.isna(tie.rank) else tie.rank,
            tie.supposed,
            (1, 0) if pd.isna(tie.earliest) else (0, tie.earliest),
        )

    first: dict[str, Any] = {}
    for tie in sorted(ties, key=order):
        first.setdefault(tie.place, tie)
    return list(first.values())


def clock_box(frames: Frames) -> Box:
    """The room of the year and its counts, where no name may stand."""
    x, y = frames.corner
    return x, y - CLOCK[1], x + CLOCK[0], y


def name_homes(homes: list[Row], frames: Frames, taken: list[Box]) -> list[Box]:
    """Give the homes their names, in bold, before anybody else's.

    Where there is no room beside a home, its name is led out by a line (``lead`` of its row).
    Where there is none at all, it lies over as few partners as can be, and over no home.

    Returns:
        The room that the homes take, and the enlarged Europe.
    """
    size, frame = TYPE + 1.5, frames.world.box
    mine = [frames.europe.box] if frames.europe else []
    mine += [(x - 6.2, y - 6.2, x + 6.2, y + 6.2) for x, y in ((h["x"], h["y"]) for h in homes)]

    def worse(place: Name, width: float) -> tuple[float, int]:
        room = box_of(place, width, size)
        outside = _common(room, room) - _common(room, frame)
        return (
            sum(_common(room, some) for some in mine) + outside,
            sum(_common(room, some) > 0 for some in taken),
        )

    for row in homes:
        one = Named(row["x"], row["y"], 7, width_of(row["text"], size, bold=True))
        name = min(beside(one, size), key=lambda place: worse(place, one.width))
        if any(worse(name, one.width)):
            name = _led_out(one, size, frame, np.array([*taken, *mine])) or name
        row |= {"tx": round(name.x, 1), "ty": round(name.y, 1), "align": name.align}
        if name.lead:
            row["lead"] = [round(end, 1) for end in name.lead]
        mine.append(box_of(name, one.width, size))
    return mine


def _common(one: Box, other: Box) -> float:
    """How much two boxes have in common, in square pixels."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
