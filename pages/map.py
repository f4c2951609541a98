"""Map: who are the partners, where, and since when?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.figures.captions import narrowing
from geo.figures.map.text import finding
from geo.i18n.escape import in_html
from geo.ties.counts import tally, unsure
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session
from pages.parts.card import partner_card
from pages.parts.chooser import partner_box, tie_list
from pages.parts.figures import show_caveats, show_key_figures, show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.picture_bar import picture_bar
from pages.parts.world_map import world_map

LIST = 450
"""Height of the list, in pixels."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    st.fragment(_figure)(session.view().filters_only)
    show_source()


def _figure(filters: View) -> None:
    """All that moves with the years.

    Args:
        filters: as the filter bar shows them; where they change in here, it is drawn anew.
    """
    if session.view().filters_only != filters:
        st.rerun()
    session.tell_address_unless_playing()
    view = session.view()
    chosen = select(session.roster(), view)
    counts = tally(chosen, view)
    _say(finding(session.roster(), view, counts, session.words()))
    _map(chosen)
    if chosen.empty:
        _nothing_left()
    show_key_figures(counts)
    picture_bar("map")
    show_caveats(unsure(session.roster(), view), counts)


def _map(chosen: pd.DataFrame) -> None:
    """The map with its years, and beside or over it the chosen partner, or the list."""
    with st.container(key="atlas"):
        with st.container(key="picture"):
            world_map()
        with st.container(key="beside"):
            partner_box()
            partner = session.view().partner
            if partner:
                partner_card(partner)
            elif not chosen.empty:
                tie_list(chosen, LIST)


def _say(sentence: str) -> None:
    """The finding above the map, and what the filters leave out of it."""
    words, view, roster = session.words(), session.view(), session.roster()
    limits = narrowing(roster, view, words)
    st.html(
        f'<h1 class="finding">{in_html(sentence)}</h1>'
        + (f'<p class="quiet">{in_html(" · ".join(limits))}</p>' if limits else "")
    )


def _nothing_left() -> None:
    words = session.words()
    st.info(words.say("These filters and years leave no tie."), icon=":material/filter_alt_off:")
    st.button(words.say("Reset all filters"), on_click=session.reset, key="reset here")


inside_frame(main)
