"""The card of a partner: all that is known of its ties, and from where."""

from __future__ import annotations

import streamlit as st

from geo.style.colours import home_colours
from geo.ties.partner import Partner, partner_of
from pages.parts import session
from pages.parts.briefs import brief_box
from pages.parts.html import show_html
from pages.parts.screen import ground


def partner_card(place: str) -> None:
    """Draw the card of one place: names, seat, country, ties, events, sources."""
    roster, words = session.roster(), session.words()
    partner = partner_of(roster, session.view(), place)
    with st.container(border=True, key="card", gap="xsmall"):
        _heading(partner)
        show_html("partner", partner=partner)
        brief_box([place], "card")
        for tie in partner.ties:
            show_html(
                "partner_tie",
                tie=tie,
                colour_of_home=home_colours(roster.homes, ground())[tie.home],
                events=words.say("Events"),
                sources=words.say("Sources ({n})", n=words.number(len(tie.sources))),
            )


def _heading(partner: Partner) -> None:
    """Both names, and a way to close the card."""
    with st.container(horizontal=True, vertical_alignment="top"):
        other = "en" if session.view().lang == "zh" else "zh-Hans"
        show_html("partner_name", partner=partner, other=other)
        st.button(
            session.words().say("Close"),
            icon=":material/close:",
            type="tertiary",
            key="close",
            on_click=lambda: session.change(partner=None),
        )
