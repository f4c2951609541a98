"""Map: who are the partners, where, and since when?"""

from __future__ import annotations

import streamlit as st

from geo.figures.map.key_figures import key_figures
from pages.parts import address_bar, session
from pages.parts.atlas_map import atlas_map
from pages.parts.card import partner_card
from pages.parts.chooser import partner_box, tie_list
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.flat import flat
from pages.parts.frame import inside_frame
from pages.parts.html import show_html
from pages.parts.part import part
from pages.parts.screen import narrow
from pages.parts.show import show
from pages.parts.years import play_interval, step_if_playing, years_bar

HEIGHT, NARROW_HEIGHT = 450, 240
"""Of the map, in pixels."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    part(_figure, every=play_interval())
    show_source()


def _figure() -> None:
    """All that moves with the years."""
    step_if_playing()
    address_bar.tell_address()
    body = _flat if session.display().flat else _explore
    show("map", level=1, controls=_forms, body=body, always=True)
    address_bar.keep_address()


def _explore() -> None:
    """The map to move about in, and beside it the chosen partner or the list."""
    height = NARROW_HEIGHT if narrow() else HEIGHT
    picture, beside = st.columns([5, 2], gap="medium")
    with picture:
        atlas_map(height)
        years_bar()
        _numbers()
    with beside:
        partner_box()
        partner = session.view().partner
        if partner:
            partner_card(partner)
        else:
            tie_list(height)


def _flat() -> None:
    """The form of the map that goes into a picture: it plays without asking the server."""
    flat()
    _numbers()


def _numbers() -> None:
    show_html("key_figures", figures=key_figures(session.scene()))


def _forms() -> None:
    """Which form the map has; the other form's years do not go on playing."""
    words = session.words()
    names = {False: words.say("Explore"), True: words.say("Present")}

    def keep(flat: bool) -> None:
        session.set_display(flat=flat)
        st.session_state[session.PLAYING] = False

    st.segmented_control(
        words.say("Form of the map"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
        **session.widget("form of the map", session.display().flat, "flat", bool, keep=keep),
    )


inside_frame(main)
