"""Map: who are the partners, where, and since when?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.figures.captions import narrowing
from geo.figures.map.text import finding
from geo.i18n.escape import in_html
from geo.ties.counts import Tally, tally, unsure
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session
from pages.parts.atlas_map import atlas_map
from pages.parts.card import partner_card
from pages.parts.chooser import partner_box, tie_list
from pages.parts.figures import show_caveats, show_key_figures, show_legend, show_source
from pages.parts.filters import filter_bar
from pages.parts.flat import flat
from pages.parts.frame import inside_frame
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import narrow
from pages.parts.years import play_interval, step_if_playing, years_bar

HEIGHT, NARROW_HEIGHT = 450, 240
"""Of the map, in pixels."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    st.fragment(_explore, run_every=play_interval())(session.view().filters_only)
    show_source()


def _explore(filters: View) -> None:
    """All that moves with the years.

    Args:
        filters: as the filter bar shows them; where they change in here, it is drawn anew.
    """
    if session.view().filters_only != filters:
        st.rerun()
    step_if_playing()
    session.tell_address_unless_playing()
    view = session.view()
    chosen = select(session.roster(), view)
    counts = tally(chosen, view)
    sentence = finding(session.roster(), view, counts, session.words())
    _say(sentence)
    _forms()
    if session.display().flat:
        _present(counts, empty=chosen.empty)
        return
    height = NARROW_HEIGHT if narrow() else HEIGHT
    picture, beside = st.columns([5, 2], gap="medium")
    with picture:
        atlas_map(height, alt=sentence)
        years_bar()
        if chosen.empty:
            _nothing_left()
        _below(counts)
    with beside:
        _beside(chosen, height)


def _present(counts: Tally, empty: bool) -> None:
    """The form of the map that goes into a picture: it plays without asking the server."""
    flat()
    if empty:
        _nothing_left()
    _below(counts)


def _below(counts: Tally) -> None:
    """What stands below either form of the map."""
    show_legend()
    picture_bar("map")
    show_key_figures(counts)
    show_caveats(unsure(session.roster(), session.view()), counts)


def _forms() -> None:
    """Which form the map has."""
    words = session.words()
    names = {False: words.say("Explore"), True: words.say("Present")}
    key = f"form of the map {words.lang}"
    if st.session_state.get(key) != session.display().flat:
        st.session_state[key] = session.display().flat
    st.segmented_control(
        words.say("Form of the map"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=key,
        on_change=_choose_form,
        args=(key,),
    )


def _choose_form(key: str) -> None:
    """Change the form of the map; the other form's years do not go on playing."""
    session.set_display(flat=bool(st.session_state[key]))
    st.session_state[session.PLAYING] = False


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


def _beside(chosen: pd.DataFrame, height: int) -> None:
    """What stands beside the map: the chosen partner's card, or the list of ties."""
    partner_box()
    partner = session.view().partner
    if partner:
        partner_card(partner)
    elif not chosen.empty:
        tie_list(chosen, height)


inside_frame(main)
