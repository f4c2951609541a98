"""The flat map laid out: where everything stands, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geo.figures.map.groups import asked_of
from geo.figures.map.proposals import proposed
from geo.figures.map.static.frames import Frames, frames
from geo.figures.map.static.rows import Rows, rows
from geo.i18n import Words
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.view import View


@dataclass(frozen=True)
class Layout:
    """What the flat map draws and where.

    Attributes:
        frames: where the world is drawn, and Europe a second time.
        rows: what is drawn.
        ground: the colours it is drawn in.
    """

    frames: Frames
    rows: Rows
    ground: Ground

    @property
    def unnamed(self) -> list[str]:
        """Slugs of the partners that found no room for their names."""
        return [slug for part in self.rows.parts for slug in part.unnamed]


def lay_out_map(
    roster: Roster,
    ties: pd.DataFrame,
    view: View,
    words: Words,
    ground: Ground,
    size: tuple[int, int],
    clock: bool = False,
    marks: bool = True,
) -> Layout:
    """Lay the map out for some ties.

    Args:
        ties: all that may show, whatever their dates (:func:`geo.ties.select.passing`), or only
            those that a picture of one year shows (:func:`geo.ties.select.select`).
        view: of it count the homes, whether it asks for a part of the world, and whether for the
            cities that the article names.
        size: width and height in pixels; type and marks have their own size whatever these are.
        clock: whether room is kept for the year and its counts.
        marks: whether there are rows of marks and great circles, or these are drawn without.
    """
    ties = asked_of(ties)
    once = ties.drop_duplicates("place")
    places = list(zip(once["lon"], once["lat"], strict=True))
    named = proposed(roster, view)
    places += [(city.lon, city.lat) for city in named.itertuples()]
    where = frames(size, places, bool(view.countries or view.regions))
    what = rows(roster, ties, view.homes, words, ground, where, clock, marks, named)
    return Layout(where, what, ground)
