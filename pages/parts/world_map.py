"""The world map on the page: laid out here for the size that the browser says, drawn there.

The layout holds every tie that passes the filters and is fetched by address, once. The browser
filters it by year and tells the years when they rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from secrets import token_hex

import streamlit as st

from geo.export import workers
from geo.figures.map.screen import screen_map
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.place.basemap import LAND_URL
from geo.style.colours import home_colours
from geo.ties.roles import ROLES
from geo.ties.roster import LEVELS
from pages.parts import session
from pages.parts.component import fetched_component, value_of
from pages.parts.delivery import address_of
from pages.parts.requests import as_seen
from pages.parts.screen import ground, narrow

KEY = "world map"
SIZE, FAULT = "size of the world map", "the browser cannot draw the map"
LAYOUTS = "layouts of the world map that were handed over last"
USUAL, PHONE = (1128, 552), (358, 558)
"""For which the map is laid out until the browser has said its own size."""
ABOVE = 270
"""Pixels of the window that the map leaves to what stands above and below it."""
HERE = Path(__file__).with_name("worldmap")

STYLES = HERE / "main.css"
_MAP, _SCRIPT = fetched_component("atlas_world_map", HERE / "main.js")


def world_map() -> None:
    """Draw the map of the present view, with its years and its legend."""
    view, roster, scene = session.view(), session.roster(), session.scene()
    size = _size()
    layout = screen_map(scene, size)
    colours = home_colours(roster.homes, ground())
    words = session.words()
    _MAP(
        key=KEY,
        data={
            "script": script(),
            "layout": _address(layout),
            "paper": ground().paper,
            "land": LAND_URL,
            "size": f"{size[0]}x{size[1]}",
            "years": list(view.years),
            "period": list(roster.period),
            "seq": st.session_state.get(f"{KEY} seq", 0),
            "session": st.session_state.setdefault(f"{KEY} session", token_hex(4)),
            "ended": view.ended,
            "partner": view.partner or "",
            "homes": [
                [home, words.of(row, "name"), colours[home], home in view.homes]
                for home, row in roster.homes.iterrows()
            ],
            "roles": list(view.roles),
            "levels": list(view.levels),
            "above": ABOVE,
            "picture": _picture(),
            "card": ".st-key-card",
            "full": ".st-key-present-map",
            "words": _texts(view.lang),
        },
        on_years_change=_take_years,
        on_size_change=_take_size,
        on_fault_change=_take_fault,
        on_partner_change=_take_partner,
        on_legend_change=_take_legend,
    )


def script() -> str:
    """Address of the map's script."""
    return address_of(_SCRIPT, "text/javascript", f"{KEY} script")


def ready(scene: Scene) -> Iterator[tuple[bool, str]]:
    """Addresses of the map of a scene as it is first laid out, for a desk and for a phone.

    They are good for as long as the server runs, if no reader's session asks for them here.
    """
    for narrowed, size in ((False, USUAL), (True, PHONE)):
        place = f"{KEY} ready {scene.view.lang} {scene.ground.name} {size}"
        yield narrowed, address_of(screen_map(scene, size), "application/json", place)


def _address(layout: bytes) -> str:
    """Address of a layout; that of the one before stays good, for it may just be on its way."""
    before = st.session_state.get(LAYOUTS, ())
    kept = (layout, *(one for one in before if one is not layout))[:2]
    st.session_state[LAYOUTS] = kept
    addresses = [
        address_of(one, "application/json", f"{KEY} {number}") for number, one in enumerate(kept)
    ]
    return addresses[0]


def _size() -> tuple[int, int]:
    return st.session_state.get(SIZE) or (PHONE if narrow() else USUAL)


def _take_fault() -> None:
    """The browser cannot draw the map."""
    st.session_state[FAULT] = bool(value_of(KEY, "fault"))


def _picture() -> str:
    """Address of the map's picture, where the browser cannot draw the map."""
    if not st.session_state.get(FAULT):
        return ""
    picture = workers.finished(as_seen("map"), "svg")
    return address_of(picture, "image/svg+xml", f"{KEY} as a picture")


def _take_size() -> None:
    """Lay the map out for the size that the browser has."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", str(value_of(KEY, "size") or ""))
    if found:
        st.session_state[SIZE] = (
            min(max(int(found[1]), 240), 4096),
            min(max(int(found[2]), 160), 4096),
        )


def _take_years() -> None:
    """Follow the years once they rest."""
    told = value_of(KEY, "years") or {}
    first, last = session.roster().period
    match told.get("years"), told.get("seq"):
        case [int(start), int(end)], int(seq) if first <= start <= end <= last:
            st.session_state[f"{KEY} seq"] = seq
            session.change(years=(start, end))


def _take_partner() -> None:
    """Open the card of the partner chosen on the map, or close it."""
    partner = (value_of(KEY, "partner") or {}).get("slug")
    known = partner in session.roster().places.index
    session.change(partner=partner if known else None)


def _take_legend() -> None:
    """Show only what was chosen in the legend; all again, if it was shown alone."""
    told = value_of(KEY, "legend") or {}
    view, value = session.view(), told.get("value")
    match told.get("kind"):
        case "home" if value in session.roster().homes.index:
            session.change(homes=session.all_homes() if view.homes == (value,) else (value,))
        case "role" if value in ROLES:
            session.change(roles=() if view.roles == (value,) else (value,))
        case "level" if value in LEVELS:
            session.change(levels=LEVELS if view.levels == (value,) else (value,))


@lru_cache(maxsize=2)
def _texts(lang: str) -> dict[str, str]:
    """What stands on the buttons, and what the map says of itself."""
    words = Words(lang)
    return {
        "map": words.say(
            "The partners on a map of the world. Arrow keys go from partner to partner, Enter "
            "opens the card, plus and minus zoom, zero shows the whole, comma and full stop step "
            "through the years, the space bar plays them."
        ),
        "play": words.say("Play"),
        "pause": words.say("Pause"),
        "back": words.say("One year back"),
        "on": words.say("One year on"),
        "pace": words.say("Pace of the play"),
        "first": words.say("First year"),
        "last": words.say("Last year"),
        "type_first": words.say("First year, typed"),
        "type_last": words.say("Last year, typed"),
        "zoom_in": words.say("Zoom in"),
        "zoom_out": words.say("Zoom out"),
        "whole": words.say("The whole map"),
        "full": words.say("Full screen"),
        "two_fingers": words.say("Two fingers move the map"),
        "only": words.say("Show only this"),
        "possible": words.say("uncertain because its date is inexact"),
        "ended": words.say("ended"),
        "fault": words.say("This browser cannot draw the map; this is its picture."),
    }
