"""Map: who are the partners, where, and since when?"""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geo.figures.catalogue import figure_of
from geo.figures.choice.about import about
from geo.figures.map.key_figures import key_figures
from pages.parts import address_bar, session
from pages.parts.card import partner_card
from pages.parts.chooser import partner_box, tie_list
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.html import show_html
from pages.parts.part import part
from pages.parts.picture_bar import picture_bar
from pages.parts.show import show
from pages.parts.world_map import STYLES, world_map

LIST = 450
"""Height of the list, in pixels."""


def main() -> None:
    """The page, from the top to the bottom."""
    st.html(STYLES)
    filter_bar()
    part(_figure)
    show_source()


def _figure() -> None:
    """All that moves with the years."""
    address_bar.tell_address()
    show("map", level=1, controls=_about, body=_map, always=True, bar=False)
    address_bar.keep_address()


def _about() -> None:
    """What the atlas is about, in one line of the view's own numbers, and the page that shows it.

    The browser hides it while the years that it draws are not those of these numbers.
    """
    scene, words = session.scene(), session.words()
    text = about(scene)
    if text:
        query = session.view().to_query(session.roster())
        show_html(
            "about",
            finding=figure_of(scene, "map").title,
            text=text,
            address="choice?" + urlencode(query, doseq=True),
            page=words.say("Capital or port?"),
        )


def _map() -> None:
    """The map with its years, and beside or over it the chosen partner, or the list."""
    with st.container(key="atlas"):
        with st.container(key="picture"):
            world_map()
            show_html("key_figures", figures=key_figures(session.scene()))
            if figure_of(session.scene(), "map").panels:
                picture_bar("map")  # in sight at once, and not below the whole list
        with st.container(key="beside"):
            partner_box()
            partner = session.view().partner
            if partner:
                partner_card(partner)
            else:
                tie_list(LIST)


inside_frame(main)
