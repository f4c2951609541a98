"""The year before and since which ties are compared: one choice for all pages that compare."""

from __future__ import annotations

import streamlit as st

from geo.ties.view import TURNING_YEAR
from pages.parts import session


def choose_turning_year() -> None:
    """The turning year; one set in other years of the view is shown inside the present ones."""
    view, words = session.view(), session.words()
    st.number_input(
        words.say("Turning year"),
        *view.years,
        step=1,
        width=150,
        help=words.say(
            "Compares the partners of the years before it with those from this year on. It is "
            "{year} unless you choose another: the year in which the Belt and Road Initiative was "
            "announced",
            year=TURNING_YEAR,
        ),
        **session.widget(
            "turning year",
            view.turning_year,
            "turn",
            lambda year: None if year == TURNING_YEAR else year,
        ),
    )
