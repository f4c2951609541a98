"""Official counts beside ours on the Article page: a small picture a home and level."""

from __future__ import annotations

import streamlit as st

from geo.figures.article.official import agreement, drawn
from geo.figures.article.official_chart import HOW_TO_READ, official_panel
from geo.i18n.escape import in_html
from pages.parts import session
from pages.parts.picture import show_chart
from pages.parts.picture_bar import picture_bar
from pages.parts.screen import ground, narrow


def counts_section(tested: str) -> None:
    """The sentence and the pictures.

    Args:
        tested: id of the source whose numbers are filled.
    """
    words, roster = session.words(), session.roster()
    homes = tuple(roster.homes.index)
    sentence = agreement(roster, homes, words)
    st.html(f'<h2 class="sentence">{in_html(sentence)}</h2>')
    ways = drawn(roster, homes)
    if not ways:
        return
    places = [st.container() for _ in ways] if narrow() else st.columns(len(ways), gap="large")
    for place, (home, what) in zip(places, ways, strict=True):
        with place:
            _panel(home, what, tested)
    st.html('<p class="quiet">' + in_html(words.say(HOW_TO_READ)) + "</p>")
    picture_bar("official")


def _panel(home: str, what: str, tested: str) -> None:
    """One home's numbers of one kind."""
    panel = official_panel(session.roster(), home, what, tested, session.words(), ground())
    st.html(f'<p class="panel">{in_html(panel.title)}</p>')
    show_chart(panel.chart)
