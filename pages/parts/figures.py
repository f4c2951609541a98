"""What stands below all figures of a page: how they are computed, and where it all comes from."""

from __future__ import annotations

import streamlit as st

from geo.figures.captions import source_line
from pages.parts import session
from pages.parts.html import show_html
from pages.parts.method import method


def show_source() -> None:
    """How the figures are computed; and their sources, data version, as-of day, licence."""
    words = session.words()
    with st.expander(words.say("How it is computed")):
        st.markdown(method(words.lang))
    show_html("source", text=source_line(session.roster(), words))
