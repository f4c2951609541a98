"""What a reader sees where a page cannot be drawn: a sentence, and the way back."""

from __future__ import annotations

import streamlit as st

from geo.i18n import Words
from geo.i18n.escape import in_markdown
from geo.ties.view import LANGUAGES
from pages.parts import arrival, session
from pages.parts.delivery import app_address
from pages.parts.html import show_html
from server.faults import note


def show_fault(fault: Exception) -> bool:
    """Note a fault, and say in its place on the page that something is missing.

    Streamlit calls it for every fault that no one has caught, on a page or in a part of one.

    Returns:
        True: Streamlit need not show the fault itself.
    """
    lang = _language()
    words = Words(lang)
    sentence = words.say(
        "Something went wrong, and what belongs here cannot be shown. The fault has been noted, "
        "without anything that you chose or typed."
    )
    note(fault, f"page “{session.page() or 'map'}” ({lang})", "a sentence with the way back")
    st.error(in_markdown(sentence))
    show_html("way_back", address=f"{app_address()}?lang={lang}", text=words.say("Back to the map"))
    return True


def _language() -> str:
    """The reader's language, also where the view itself could not be read."""
    if session.VIEW in st.session_state:
        return session.view().lang
    asked = st.query_params.get("lang", "")
    return asked if asked in LANGUAGES else arrival.language_of_browser()
