"""The world map on the page: its data handed over by address, a click heard by identity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from geo.figures.catalogue import figure_of
from geo.figures.figure import Scene
from geo.figures.map.deckgl.deck import world_map
from geo.figures.map.deckgl.layers import Addresses
from geo.figures.map.deckgl.rows import Facts, as_json, rows
from geo.style.colours import home_colours
from geo.style.icons import Sheet
from geo.ties.select import passing
from pages.parts import session
from pages.parts.delivery import address_of
from pages.parts.screen import ground, narrow

WIDTH, NARROW_WIDTH = 780, 350
"""About how many pixels the map has across on a laptop and on a phone; the server cannot know."""

CLICKED = "the partner last clicked on the map"


@dataclass(frozen=True)
class Drawn:
    """The rows of the map as the browser reads them, and what its description must know."""

    marks: bytes
    ways: bytes
    unsure: bytes
    sheet: bytes
    mapping: bytes
    facts: Facts


def atlas_map(height: int) -> None:
    """Draw the map of the present view.

    Args:
        height: in pixels.
    """
    view, words, roster = session.view(), session.words(), session.roster()
    width = NARROW_WIDTH if narrow() else WIDTH
    drawn = _drawn(Scene(roster, view.filters_only, ground()))
    addresses = Addresses(
        marks=address_of(drawn.marks, "application/json", "marks"),
        ways=address_of(drawn.ways, "application/json", "ways"),
        unsure=address_of(drawn.unsure, "application/json", "unsure"),
        sheet=address_of(drawn.sheet, "image/svg+xml", "sheet"),
        mapping=address_of(drawn.mapping, "application/json", "mapping"),
    )
    st.pydeck_chart(
        world_map(roster, view, words, ground(), addresses, drawn.facts, (width, height)),
        height=height,
        key="map",
        on_select=_take_click,
        selection_mode="single-object",
        alt=figure_of(session.scene(), "map").title,
    )
    st.session_state.setdefault(CLICKED, _selected()[1])


@lru_cache(maxsize=64)
def _drawn(scene: Scene) -> Drawn:
    """The rows for all that passes the filters, made once for every reader who asks for them.

    Args:
        scene: a view of filters only, whatever its years.
    """
    roster, ground = scene.roster, scene.ground
    made = rows(roster, passing(roster, scene.view), scene.words, ground)
    sheet = Sheet(home_colours(roster.homes, ground), made.groups, ground)
    return Drawn(
        marks=as_json(made.marks),
        ways=as_json(made.ways),
        unsure=as_json(made.unsure),
        sheet=sheet.svg.encode(),
        mapping=sheet.mapping_json,
        facts=made.facts,
    )


def _take_click() -> None:
    """Keep the clicked partner by its slug.

    The browser keeps the clicked object selected, and clicking it again unselects it, which here
    means the same click: it opens the card that has been closed meanwhile, or closes it. A click
    on the sea selects the sea, which has no slug, and closes the card.
    """
    clicked, partner = _selected()
    if clicked:
        st.session_state[CLICKED] = partner
    else:
        again = st.session_state.get(CLICKED)
        partner = None if session.view().partner == again else again
    known = partner in session.roster().places.index
    session.change(partner=partner if known else None)


def _selected() -> tuple[bool, str | None]:
    """Whether something is selected on the map, and the slug of the partner that it is."""
    objects = st.session_state["map"]["selection"]["objects"]
    for thing in (thing for things in objects.values() for thing in things):
        return True, thing.get("place") or thing.get("properties", {}).get("place") or None
    return False, None
