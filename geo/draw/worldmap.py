"""The world map to explore, for deck.gl: Pacific-centred, filtered by years in the browser.

The rows that the map draws depend on everything in a view but its years, so they are made once
and given to the browser by address; a step through the years changes nothing but the ranges of a
filter, whatever the number of ties.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

import pandas as pd
import pydeck as pdk

from geo.draw.marks import CHOSEN, Sheet, full, hollow, target
from geo.draw.palette import Ground, home_colours, rgba
from geo.place.basemap import EAST_EDGE, LAND_URL, WEST_EDGE, shift
from geo.place.distance import great_circle
from geo.ties.roster import Roster
from geo.ties.time import Years, year_not_exact
from geo.ties.view import View
from geo.words import Words
from geo.words.phrases import tie_line

NEVER = 9999
"""The year in which a tie ends that still stands."""

FONT = "Youcheng Sans, sans-serif"
MARK_SIZE, NARROW_MARK_SIZE, LABEL_SIZE = 15, 10, 12.5
"""Pixels."""
NARROW = 500
"""A map of fewer pixels across has smaller marks."""

FAINT = 102
"""Opacity up to which Streamlit leaves a colour alone while something is selected (of 255)."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """What the description of a map must know of the rows that the browser fetches.

    Attributes:
        groups: homes that have a partner in common, for the sheet of marks.
        letters: every character of the labels; without them the browser would ask for the
            letters of labels that it has not fetched yet, and complain.
        corners: west, south, east and north of the marks, in degrees; nothing without marks.
    """

    groups: tuple[tuple[str, ...], ...]
    letters: str
    corners: tuple[float, float, float, float] | None


@dataclass(frozen=True)
class Rows:
    """What the map draws, apart from the years.

    Attributes:
        marks: one row a tie, then one for every group of ties that share a partner, drawn over
            the single ones: ``place``, ``at``, texts for label and tooltip, names of marks, and
            ``when``: first and last year in which it may have been made, and year of its end.
        ways: one row for every piece of a great circle, with its colour and ``when``.
        unsure: the marks of ties that may lie in one year or another.
        groups: homes that have a partner in common, for the sheet of marks.
    """

    marks: list[Row]
    ways: list[Row]
    unsure: list[Row]
    groups: tuple[tuple[str, ...], ...]

    @property
    def facts(self) -> Facts:
        """What the description of the map must know of its rows."""
        return Facts(
            groups=self.groups,
            letters="".join(sorted(set("".join(row["name"] for row in self.marks)))),
            corners=_corners([row["at"] for row in self.marks]),
        )


def rows(roster: Roster, ties: pd.DataFrame, words: Words, ground: Ground) -> Rows:
    """The rows for a frame of joined ties, in one language, in the colours of one ground."""
    colours = home_colours(roster.homes, ground)
    order = {home: place for place, home in enumerate(roster.homes.index)}
    drawn = ties.assign(rank=ties["home"].map(order)).sort_values(["rank", "earliest"])
    whole = roster.period
    single = [_mark([tie], words, whole) for tie in drawn.itertuples()]
    groups: dict[tuple[str, ...], None] = {}
    shared = []
    for _, of_place in drawn.groupby("place", sort=False):
        for some in _combinations(list(of_place.itertuples())):
            groups[tuple(tie.home for tie in some)] = None
            shared.append(_mark(some, words, whole))
    open_year = year_not_exact(drawn) & drawn["earliest"].notna()
    return Rows(
        marks=single + shared,
        ways=[way for tie in drawn.itertuples() for way in _ways(tie, colours[tie.home], whole)],
        unsure=[_mark([tie], words, whole) for tie in drawn[open_year].itertuples()],
        groups=tuple(groups),
    )


def as_json(records: list[Row]) -> bytes:
    """Rows as the browser reads them."""
    return json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True)
class Addresses:
    """Where the browser finds the rows."""

    marks: str
    ways: str
    unsure: str


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
    sheet = Sheet(home_colours(roster.homes, ground), facts.groups, ground)
    narrow = window[0] < NARROW
    layers = [
        _sea(),
        _land(ground),
        *_ways_layers(view, addresses),
        *_mark_layers(view, addresses, sheet, NARROW_MARK_SIZE if narrow else MARK_SIZE),
        _labels(view, addresses, ground, facts.letters),
        *_chosen(roster, view, words, ground, sheet),
        *_homes(roster, view, words, ground, sheet),
    ]
    return AtlasDeck(
        layers=layers,
        views=[pdk.View("MapView", repeat=False, controller=True)],
        initial_view_state=_first_look(view, facts, window),
        map_provider=None,
        tooltip={"html": TOOLTIP, "style": {"padding": "0", "backgroundColor": "transparent"}},
    )


TOOLTIP = (
    '<div class="tie-tip"><b>{name}</b> <span>{also}</span>'
    "<div>{where}</div><div>{said}</div><div>{said2}</div><div>{said3}</div></div>"
)
"""Streamlit escapes what it puts into the braces."""

LINES_SAID = 3


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


def _corners(points: list[list[float]]) -> tuple[float, float, float, float] | None:
    if not points:
        return None
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


class AtlasDeck(pdk.Deck):
    """A deck whose description goes over the wire without indentation."""

    def to_json(self) -> str:
        """The description as compact JSON."""
        return json.dumps(
            json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":")
        )


def _combinations(ties: list[Any]) -> list[list[Any]]:
    """Groups of two or more ties of different homes with one partner, smaller groups first."""
    first_of_home = list({tie.home: tie for tie in reversed(ties)}.values())[::-1]
    first_of_home.sort(key=lambda tie: tie.rank)
    return [
        list(some)
        for several in range(2, len(first_of_home) + 1)
        for some in combinations(first_of_home, several)
    ]


def _mark(ties: list[Any], words: Words, whole: Years) -> Row:
    """The row of one tie, or of several that share a partner."""
    tie = ties[0]
    whens = [_when(one, whole) for one in ties]
    said = [tie_line(words, one) for one in ties]
    other = "en" if words.lang == "zh" else "zh"
    return {
        "place": tie.place,
        "at": _at(tie.lon, tie.lat),
        "name": words.of(tie, "name"),
        "also": getattr(tie, f"name_{other}"),
        "where": words.of(tie, "country"),
        "said": said[0],
        "said2": said[1] if len(said) > 1 else "",
        "said3": " / ".join(said[2:]),
        "mark": full(one.home for one in ties),
        "faint": hollow(tie.home),
        "first": _right_of_way(tie.lon, len(ties), tie.rank),
        "when": [
            min(first for first, _, _ in whens),
            max(last for _, last, _ in whens),
            min(end for _, _, end in whens),
        ],
    }


def _ways(tie: Any, colour: str, whole: Years) -> list[Row]:
    pieces = great_circle((tie.home_lon, tie.home_lat), (tie.lon, tie.lat))
    when, tint = _when(tie, whole), rgba(colour, 0.38)
    return [{"way": piece, "colour": tint, "when": when} for piece in pieces]


def _when(tie: Any, whole: Years) -> list[int]:
    """Years between which it was made (the whole period if unknown), and the year of its end."""
    known = not pd.isna(tie.earliest)
    return [
        tie.earliest.year if known else whole[0],
        tie.latest.year if known else whole[1],
        NEVER if pd.isna(tie.gone) else tie.gone.year,
    ]


def _right_of_way(lon: float, homes: int, rank: int) -> float:
    """Which of two labels stays where they would meet (deck.gl takes -1000 to 1000).

    Names run eastwards from their marks, and the browser asks only whether a mark, not its name,
    lies under another label. If the western one always stays, no two names can overlap. Of the
    rows of one place, the one with most homes speaks for it.
    """
    return round(700 - 4 * shift(lon) + homes - rank / 10, 1)


def _at(lon: float, lat: float) -> list[float]:
    return [round(shift(lon), 3), round(lat, 3)]


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


def _sea() -> pdk.Layer:
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


def _land(ground: Ground) -> pdk.Layer:
    """The land; its colour goes by way of the sub-layer, where a selection does not fade it."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="land",
        data=LAND_URL,
        stroked=False,
        _sub_layer_props={"polygons-fill": {"getFillColor": rgba(ground.land)}},
    )


def _ways_layers(view: View, addresses: Addresses) -> list[pdk.Layer]:
    common: Row = {"get_path": "way", "get_color": "colour", "width_units": pdk.types.String("pixels")}
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


def _labels(view: View, addresses: Addresses, ground: Ground, letters: str) -> pdk.Layer:
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
        background_padding=[17, 6, 6, 6],
        get_background_color=[0, 0, 0, 0],
        font_settings={"sdf": True, "fontSize": 56, "buffer": 10, "radius": 18, "smoothing": 0.25},
        outline_width=5,
        outline_color=rgba(ground.paper, 0.9),
        _sub_layer_props={"characters": {"getColor": rgba(ground.ink)}},
        collision_enabled=True,
        get_collision_priority="first",
        collision_group=pdk.types.String("labels"),
        **_filter(_standing(view), {"@@type": "CollisionFilterExtension"}),
    )


def _mark_layers(
    view: View, addresses: Addresses, sheet: Sheet, size: int
) -> list[pdk.Layer]:
    def layer(name: str, data: str, mark: str, ranges: list[list[int]]) -> pdk.Layer:
        return pdk.Layer(
            "IconLayer",
            id=name,
            data=data,
            pickable=True,
            get_position="at",
            get_icon=mark,
            get_size=size,
            icon_atlas=pdk.types.String(sheet.address),
            icon_mapping=sheet.mapping,
            **_filter(ranges),
        )

    layers = [
        layer("possible", addresses.unsure, "faint", _possible(view)),
        layer("marks", addresses.marks, "mark", _standing(view)),
    ]
    if view.ended:
        layers.insert(0, layer("ended", addresses.marks, "faint", _ended(view)))
    return layers


def _chosen(
    roster: Roster, view: View, words: Words, ground: Ground, sheet: Sheet
) -> list[pdk.Layer]:
    """The partner the reader has chosen: a ring, its name, and its ties in full colour."""
    if view.partner is None:
        return []
    place = roster.places.loc[view.partner]
    here = [{"at": _at(place.lon, place.lat), "mark": CHOSEN, "name": words.of(place, "name")}]
    ties = roster.ties[roster.ties["place"] == view.partner]
    return [
        *(
            _chosen_way(home, (place.lon, place.lat), ground)
            for home in roster.homes.loc[list(view.homes)].itertuples()
            if home.Index in set(ties["home"])
        ),
        *_named(here, "chosen", ground, sheet, size=24),
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


def _homes(
    roster: Roster, view: View, words: Words, ground: Ground, sheet: Sheet
) -> list[pdk.Layer]:
    shown = roster.homes.loc[list(view.homes)]
    here = [
        {"at": _at(home.lon, home.lat), "mark": target(home.Index), "name": words.of(home, "name")}
        for home in shown.itertuples()
    ]
    return _named(here, "homes", ground, sheet, size=18)


def _named(
    here: list[Row], name: str, ground: Ground, sheet: Sheet, size: int
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
            icon_atlas=pdk.types.String(sheet.address),
            icon_mapping=sheet.mapping,
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
            get_background_color=rgba(ground.paper, FAINT / 255 * 2),
            _sub_layer_props={"characters": {"getColor": rgba(ground.ink)}},
        ),
    ]
