"""What is known of the reader's screen: its ground, whether it is narrow, the room for charts."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.style.colours import GROUNDS, Ground
from pages.parts.component import component, value_of
from server.asked import of_phone

NARROW, ROOM = "narrow", "room for charts"
PHONE, PAGE = 350, 1080
"""About how wide a phone's page and a desk's are, in pixels, before they are measured."""
STEPS = (PHONE, 440, 560, 680, 800, 940, PAGE, 1320, 1560)
"""Widths for which charts are laid out: the largest that the page has room for."""


def ground() -> Ground:
    """Paper or night, as the reader's theme has it."""
    theme = st.context.theme.type
    return GROUNDS["dark" if theme == "dark" else "light"]


def narrow() -> bool:
    """Whether the screen is about as wide as a phone's."""
    return bool(st.session_state.get(NARROW))


def room() -> int:
    """The width for which a chart across the whole page is laid out, in pixels."""
    known = st.session_state.get(ROOM)
    return known if known in STEPS else PHONE if narrow() else PAGE


def guess() -> None:
    """A first guess of the width, from how the browser introduces itself."""
    phone = of_phone(st.context.headers.get("User-Agent") or "")
    st.session_state.setdefault(NARROW, phone)


_SCREEN = component("atlas_screen", Path(__file__).with_name("screen.js"))


def measure() -> None:
    """Learn how wide the page is; says nothing where the guess was right, so costs it no rerun.

    A page that outlives its session has told it before: its values are read at once.
    """

    def take() -> None:
        for kept, name in ((NARROW, "narrow"), (ROOM, "room")):
            told = value_of("screen", name)
            if told is not None:
                st.session_state[kept] = told

    with st.sidebar:
        _SCREEN(
            key="screen",
            data={"steps": STEPS, "room": room()},
            on_narrow_change=take,
            on_room_change=take,
        )
    take()
