"""The layers of the world map, from the sea up to the names.

Streamlit fades the colours of a layer while something on the map is selected. Colours that must
not fade go by way of a sub-layer, or are faint already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from geo.figures.map.deckgl.rows import Row, at
from geo.i18n import Words
from geo.place.basemap import LAND_URL
from geo.place.distance import great_circle
from geo.style.colours import Ground, rgba
from geo.style.icons import CHOSEN, target
from geo.ties.roster import Roster
from geo.ties.time import NEVER
from geo.ties.view import View

FONT = "Youcheng Sans, sans-serif"
LABEL_SIZE = 12.5
"""Pixels."""


@dataclass(frozen=True)
class Addresses:
    """Where the browser finds the rows, the sheet of marks and the places on the sheet."""

    marks: str
    ways: str
    unsure: str
    sheet: str
    mapping: str


def _filter(ranges: list[list[int]], *more: Row) -> Row:
    """The properties by which the browser hides what lies outside the ranges of ``when``."""
    return {
        "extensions": [{"@@type": "DataFilterExtension", "filterSize": 3}, *more],
        "get_filter_value": "when",
        "filter_range": ranges,
    }


def _standing(view: View) -> list[list[int]]:
    first, last = view.years
    return [[first, last], [first, last], [last + 1, NEVER]]


def _ended(view: View) -> list[list[int]]:
    first, last = view.years
    return [[first, last], [first, last], [0, last]]


def _possible(view: View) -> list[list[int]]:
    first, last = view.years
    return [[0, last], [first, NEVER], [last + 1, NEVER]]


def _possible_ended(view: View) -> list[list[int]]:
    first, last = view.years
    return [[0, last], [first, NEVER], [0, last]]


def sea() -> pdk.Layer:
    """Something to click on where there is nothing, so that a click beside a mark is one too."""
    ring = [[-400, -85], [700, -85], [700, 85], [-400, 85], [-400, -85]]
    nothing = dict.fromkeys(("place", "name", "also", "where", "said", "said2", "said3"), "")
    sea = {
        "type": "Feature",
        "properties": nothing,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    return pdk.Layer(
        "GeoJsonLayer",
        id="sea",
        data={"type": "FeatureCollection", "features": [sea]},
        stroked=False,
        pickable=True,
        _sub_layer_props={"polygons-fill": {"getFillColor": [0, 0, 0, 0]}},
    )


def land(ground: Ground) -> pdk.Layer:
    """The land; its colour goes by way of the sub-layer, where a selection does not fade it."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="land",
        data=LAND_URL,
        stroked=False,
        _sub_layer_props={"polygons-fill": {"getFillColor": rgba(ground.land)}},
    )


def ways(view: View, addresses: Addresses) -> list[pdk.Layer]:
    """The great circles; those of ties that have ended dashed, where the view shows them."""
    common: Row = {
        "get_path": "way",
        "get_color": "colour",
        "width_units": pdk.types.String("pixels"),
    }
    standing = pdk.Layer(
        "PathLayer",
        id="ways",
        data=addresses.ways,
        get_width=1.1,
        **common,
        **_filter(_standing(view)),
    )
    if not view.ended:
        return [standing]
    dashed = pdk.Layer(
        "PathLayer",
        id="ended ways",
        data=addresses.ways,
        get_width=1.6,
        get_dash_array=[5, 4],
        **common,
        **_filter(_ended(view), {"@@type": "PathStyleExtension", "dash": True}),
    )
    return [standing, dashed]


def labels(view: View, addresses: Addresses, ground: Ground, letters: str) -> pdk.Layer:
    """Names beside their marks; where two would meet, the western one stays.

    The invisible ground of a label reaches over its mark, because the collision filter asks
    whether the anchor, not the text, is free; and it is two lines high, so that no name runs
    through the upper or lower half of another.
    """
    return pdk.Layer(
        "TextLayer",
        id="labels",
        data=addresses.marks,
        get_position="at",
        get_text="name",
        get_size=LABEL_SIZE,
        get_text_anchor=pdk.types.String("start"),
        get_alignment_baseline=pdk.types.String("center"),
        get_pixel_offset=[10, 0],
        character_set=pdk.types.String(letters),
        font_family=pdk.types.String(FONT),
        background=True,
        background_padding=[17, 4, 6, 4],
        get_background_color=[0, 0, 0, 0],
        _sub_layer_props={"characters": {"getColor": rgba(ground.ink)}},
        collision_enabled=True,
        get_collision_priority="first",
        collision_group=pdk.types.String("labels"),
        **_filter(_standing(view), {"@@type": "CollisionFilterExtension"}),
    )


def marks(view: View, addresses: Addresses, size: int) -> list[pdk.Layer]:
    """The marks, ``size`` pixels across; hollow ones below the full ones.

    A tie that stands covers its own hollow mark, so a hollow mark shows only where no full one is.
    """

    def layer(name: str, data: str, mark: str, ranges: list[list[int]]) -> pdk.Layer:
        return pdk.Layer(
            "IconLayer",
            id=name,
            data=data,
            pickable=True,
            get_position="at",
            get_icon=mark,
            get_size=size,
            icon_atlas=pdk.types.String(addresses.sheet),
            icon_mapping=pdk.types.String(addresses.mapping),
            **_filter(ranges),
        )

    layers = [
        layer("possible", addresses.unsure, "faint", _possible(view)),
        layer("marks", addresses.marks, "mark", _standing(view)),
    ]
    if view.ended:
        layers = [
            layer("possible, ended", addresses.unsure, "faint", _possible_ended(view)),
            layer("ended", addresses.marks, "faint", _ended(view)),
            *layers,
        ]
    return layers


def chosen(
    roster: Roster, view: View, words: Words, ground: Ground, addresses: Addresses
) -> list[pdk.Layer]:
    """The partner the reader has chosen: a ring, its name, and its ties in full colour."""
    if view.partner is None:
        return []
    place = roster.places.loc[view.partner]
    here = [{"at": at(place.lon, place.lat), "mark": CHOSEN, "name": words.of(place, "name")}]
    ties = roster.ties[roster.ties["place"] == view.partner]
    return [
        *(
            _chosen_way(home, (place.lon, place.lat), ground)
            for home in roster.homes.loc[list(view.homes)].itertuples()
            if home.Index in set(ties["home"])
        ),
        *_named(here, "chosen", ground, addresses, size=24),
    ]


def _chosen_way(home: Any, partner: tuple[float, float], ground: Ground) -> pdk.Layer:
    lines = {
        "type": "Feature",
        "properties": {},
        "geometry": {
            "type": "MultiLineString",
            "coordinates": great_circle((home.lon, home.lat), partner),
        },
    }
    colour = rgba(getattr(home, f"color_{ground.name}"))
    return pdk.Layer(
        "GeoJsonLayer",
        id=f"chosen way from {home.Index}",
        data={"type": "FeatureCollection", "features": [lines]},
        line_width_units=pdk.types.String("pixels"),
        get_line_width=2.2,
        _sub_layer_props={"linestrings": {"getColor": colour}},
    )


def homes(
    roster: Roster, view: View, words: Words, ground: Ground, addresses: Addresses
) -> list[pdk.Layer]:
    """The homes of the view, by name."""
    shown = roster.homes.loc[list(view.homes)]
    here = [
        {"at": at(home.lon, home.lat), "mark": target(home.Index), "name": words.of(home, "name")}
        for home in shown.itertuples()
    ]
    return _named(here, "homes", ground, addresses, size=18)


def _named(
    here: list[Row], name: str, ground: Ground, addresses: Addresses, size: int
) -> list[pdk.Layer]:
    """Marks whose bold names are always shown, on a patch of paper."""
    return [
        pdk.Layer(
            "IconLayer",
            id=name,
            data=here,
            get_position="at",
            get_icon="mark",
            get_size=size,
            icon_atlas=pdk.types.String(addresses.sheet),
            icon_mapping=pdk.types.String(addresses.mapping),
        ),
        pdk.Layer(
            "TextLayer",
            id=f"names of {name}",
            data=here,
            get_position="at",
            get_text="name",
            get_size=LABEL_SIZE + 1.5,
            get_text_anchor=pdk.types.String("start"),
            get_alignment_baseline=pdk.types.String("center"),
            get_pixel_offset=[size / 2 + 5, 0],
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String(FONT),
            font_weight=700,
            background=True,
            background_padding=[3, 1, 3, 1],
            get_background_color=rgba(ground.paper, 0.8),
            _sub_layer_props={"characters": {"getColor": rgba(ground.ink)}},
        ),
    ]
