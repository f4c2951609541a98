"""The world map to explore, for deck.gl: Pacific-centred, filtered by years in the browser.

The rows that the map draws depend on everything in a view but its years, so they are made once
(:mod:`geo.figures.map.deckgl.rows`) and given to the browser by address; a step through the years
changes
nothing but the ranges of a filter, whatever the number of ties.
"""

from __future__ import annotations

import json
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan

import pydeck as pdk

from geo.figures.map.deckgl import layers
from geo.figures.map.deckgl.layers import Addresses
from geo.figures.map.deckgl.rows import Facts
from geo.i18n import Words
from geo.place.basemap import EAST_EDGE, WEST_EDGE
from geo.style.colours import Ground
from geo.ties.roster import Roster
from geo.ties.view import View

MARK_SIZE, NARROW_MARK_SIZE = 15, 10
"""Pixels."""
NARROW = 500
"""A map of fewer pixels across has smaller marks."""

TOOLTIP = (
    '<div class="tie-tip"><b>{name}</b> <span>{also}</span>'
    "<div>{where}</div><div>{said}</div><div>{said2}</div><div>{said3}</div></div>"
)
"""Streamlit escapes what it puts into the braces."""


def world_map(
    roster: Roster,
    view: View,
    words: Words,
    ground: Ground,
    addresses: Addresses,
    facts: Facts,
    window: tuple[int, int],
) -> pdk.Deck:
    """The map of a view, to be shown by Streamlit.

    Args:
        addresses: where the browser finds the rows made by :func:`rows`.
        facts: what must be known of these rows.
        window: about how wide and how high the map will be, in pixels.
    """
    narrow = window[0] < NARROW
    drawn = [
        layers.sea(),
        layers.land(ground),
        *layers.ways(view, addresses),
        *layers.marks(view, addresses, NARROW_MARK_SIZE if narrow else MARK_SIZE),
        layers.labels(view, addresses, ground, facts.letters),
        *layers.chosen(roster, view, words, ground, addresses),
        *layers.homes(roster, view, words, ground, addresses),
    ]
    return AtlasDeck(
        layers=drawn,
        views=[pdk.View("MapView", repeat=False, controller=True)],
        initial_view_state=_first_look(view, facts, window),
        map_provider=None,
        tooltip={"html": TOOLTIP, "style": {"padding": "0", "backgroundColor": "transparent"}},
    )


def _first_look(view: View, facts: Facts, window: tuple[int, int]) -> pdk.ViewState:
    """The whole world; or, where the filters name a part of it, that part as large as fits."""
    width, height = window
    corners = facts.corners if view.countries or view.regions else None
    west, south, east, north = corners or (WEST_EDGE, -52, EAST_EDGE, 73)
    low, high = _mercator(south), _mercator(north)
    across = width * 0.82 if corners else width * 0.98
    fits_width = log2(across / 512 * 360 / max(east - west, 1))
    fits_height = log2(height * 0.8 / 512 / max(high - low, 0.002))
    return pdk.ViewState(
        longitude=round((west + east) / 2, 2),
        latitude=round(_latitude((low + high) / 2), 2),
        zoom=round(min(fits_width, fits_height if corners else 9, 5), 2),
        min_zoom=-0.8,
        max_zoom=8,
    )


def _mercator(latitude: float) -> float:
    """Height of a latitude on a Web Mercator world of height 1, from the middle."""
    return asinh(tan(radians(latitude))) / (2 * pi)


def _latitude(height: float) -> float:
    """The latitude in degrees at a height (:func:`_mercator` turned round)."""
    return degrees(atan(sinh(2 * pi * height)))


class AtlasDeck(pdk.Deck):
    """A deck whose description goes over the wire without indentation."""

    def to_json(self) -> str:
        """The description as compact JSON."""
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))
