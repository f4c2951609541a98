"""Where the cities that the article names stand on the flat map, and their names."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from geo.figures.map.static.names import FAR, TYPE, Row
from geo.figures.map.static.spots import Spot, apart
from geo.i18n import Words
from geo.place.projection import Box, Projection
from geo.style.labels.around import Name, Named, beside, box_of
from geo.style.labels.candidates import candidates
from geo.style.text import drawable, width_of

HALF = 4.6
"""Half the width of such a mark, in pixels."""


def proposal_rows(
    table: pd.DataFrame, world: Projection, words: Words, taken: list[Box], spots: Iterable[Spot]
) -> tuple[list[Row], list[Box]]:
    """A row a city in the frame, and the room that they take.

    Args:
        table: rows of ``proposals``.
        taken: where neither marks nor names may stand.
        spots: the partners' marks, which stay where they are.

    Returns:
        Rows with ``proposal``, ``x``, ``y``, ``text``, ``tx``, ``ty``, ``align``, and ``lead`` (x
        and y of both ends) where a line leads to the name; boxes in pixels.
    """
    there = {
        str(city.Index): city for city in table.itertuples() if world.shows(city.lon, city.lat, 1)
    }
    at = {slug: Spot(*world.at(city.lon, city.lat), HALF, True) for slug, city in there.items()}
    marks = apart(at, [(spot.x, spot.y) for spot in spots])
    room = [spot.box for spot in marks.values()]
    rows = []
    for slug, spot in marks.items():
        text = drawable(words.of(there[slug], "name"))
        name, wide = _name(spot, text, world.box, [*taken, *room])
        row = {"proposal": slug, "x": round(spot.x, 1), "y": round(spot.y, 1), "text": text}
        row |= {"tx": round(name.x, 1), "ty": round(name.y, 1), "align": name.align}
        if name.lead:
            row["lead"] = [round(end, 1) for end in name.lead]
        rows.append(row)
        room.append(box_of(name, wide, TYPE))
    return rows, room


def _name(spot: Spot, text: str, frame: Box, taken: list[Box]) -> tuple[Name, float]:
    """The best place of a name: beside its mark, else led out, else over what lies there."""
    one = Named(spot.x, spot.y, spot.radius, width_of(text, TYPE))
    for far in (0.0, FAR):
        found = candidates(one, TYPE, far, frame, np.array(taken))
        if len(found):
            return found.name(0), one.width
    return beside(one, TYPE)[0], one.width
