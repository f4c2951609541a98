"""The address bar: met when the reader comes by it, told what he sees.

The address is what the reader sees: it is told before the navigation, which takes it along to the
next page. While the years play nothing is told; where they rest, the map says it.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from geo.ties.address import OTHER_LIST, names_other_list, normalised, read_address
from pages.parts import arrival, session
from pages.parts.component import component
from pages.parts.display import FORMER, OWN
from pages.parts.html import quiet

MISREAD = "what of the address was not understood, and the view it led to"

_KEEPER = component("atlas_address", Path(__file__).with_name("address.js"))

Parameters = dict[str, list[str]]


def meet_address() -> None:
    """Take up the address if the reader came by it: a first visit, a link, a way back or forward.

    A bare address, which the navigation may leave behind, asks for nothing.
    """
    first = session.VIEW not in st.session_state
    query = _query()
    if not first and not (query and (arrival.by_history() or page_asked() != session.page())):
        return
    lang = arrival.language_of_browser() if first else session.view().lang
    view, misread = read_address(query, session.roster(), lang)
    st.session_state[session.VIEW] = view
    st.session_state[session.DISPLAY] = session.display().met(normalised(query), page_asked())
    st.session_state[MISREAD] = misread, view


def tell_address() -> None:
    """Write view and display into the address bar.

    It makes a new entry in the browser's history; what only meant something on the page that was
    left is no reason for one, and is dropped by :func:`keep_address`.
    """
    query = seen()
    idle = {*OWN, *FORMER} - session.display().meant(session.page())
    told = {name: values for name, values in _query().items() if name not in idle}
    if query != told:
        st.query_params.from_dict(query)


def keep_address() -> None:
    """Let the browser correct the present entry of its history, if it says anything else."""
    _KEEPER(key="address", data={"query": urlencode(seen(), doseq=True)})


def seen() -> Parameters:
    """The address of what the reader sees."""
    return session.view().to_query(session.roster()) | session.display().to_query(session.page())


def page_asked() -> str:
    """The page that the browser asks for, by its part of the address; the present one if unsure."""
    known = st.session_state.get(session.PAGES, {}).values()
    return next((page.url_path for page in known if arrival.asks_for(page)), session.page())


def say_what_was_misread() -> None:
    """Name what of the address was not understood, until the reader has gone on from there.

    Its place is kept when there is nothing to say, so that nothing below it is drawn anew.
    """
    misread, led_to = st.session_state.get(MISREAD, ([], None))
    if not misread or session.view() != led_to:
        st.empty()
        return
    words = session.words()
    if names_other_list(misread):
        quiet(words.say(OTHER_LIST))
        misread = [part for part in misread if not names_other_list([part])]
    if misread:
        quiet(words.say("Not understood in the address: {parts}", parts="; ".join(misread)))


def _query() -> Parameters:
    return {name: st.query_params.get_all(name) for name in st.query_params}
