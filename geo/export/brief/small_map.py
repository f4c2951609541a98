"""The small map of a brief: the partner, the cities that it has ties with, the ways between."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from geo.export.render import spec_svg
from geo.figures.map.static.chart import flat_map
from geo.figures.map.static.layout import lay_out_map
from geo.i18n import Words
from geo.style import svg
from geo.style.altair_chart import described
from geo.style.colours import GROUNDS
from geo.ties.roster import LEVELS, Roster
from geo.ties.select import select
from geo.ties.view import View

SIZE = (560, 250)
"""Width and height, in pixels in which type has the size it has on a page."""


@lru_cache(maxsize=64)
def small_map(roster: Roster, place: str, lang: str) -> str:
    """The map as SVG with its text as text, on its own ground.

    Args:
        place: slug of the partner.
        lang: of the names on it.

    Raises:
        ValueError: it cannot be drawn.
    """
    ties = roster.ties[roster.ties["place"] == place]
    homes = tuple(home for home in roster.homes.index if home in set(ties["home"]))
    view = View.default(roster, lang).but(homes=homes, levels=LEVELS, ended=True)
    chosen = select(roster, view)
    return _drawn(roster, view, chosen[chosen["place"] == place], land=False)


def _drawn(roster: Roster, view: View, ties: pd.DataFrame, land: bool) -> str:
    """Land alone, or what lies on it over the land: drawing the land takes longer than all else."""
    ground = GROUNDS["light"]
    layout = lay_out_map(roster, ties, view, Words(view.lang), ground, SIZE)
    drawn = spec_svg(described(flat_map(layout, view, "", land=land)))
    if land:
        return drawn
    below = _land(roster)
    parts = [svg.inside(one, 0, 0, *SIZE, name) for one, name in ((below, "land"), (drawn, "on"))]
    return svg.sheet(*SIZE, parts, ground.paper)


@lru_cache(maxsize=4)
def _land(roster: Roster) -> str:
    view = View.default(roster).but(homes=())
    return _drawn(roster, view, select(roster, view).head(0), land=True)
