"""Into what periods the years are cut: one choice for all pages that count by periods."""

from __future__ import annotations

import streamlit as st

from geo.figures.periods import ERAS, starts_in
from pages.parts import session

OWN = "own"
SETS = ("eras", "decades", OWN)


def choose_periods() -> None:
    """The periods: named ones, or the reader's own."""
    view, words = session.view(), session.words()
    own = not isinstance(view.periods, str)
    names = {
        "eras": words.row(words.date(str(start)) for start in ERAS),
        "decades": words.say("every decade"),
        OWN: words.say("my own"),
    }
    st.segmented_control(
        words.say("Periods begin in"),
        SETS,
        format_func=names.__getitem__,
        required=True,
        **session.widget(
            "set of periods",
            OWN if own else view.periods,
            "periods",
            lambda chosen: ERAS if chosen == OWN else chosen,
        ),
    )
    if own:
        _own_periods()


def _own_periods() -> None:
    """The reader's own periods, shown as they were understood."""
    view, words = session.view(), session.words()
    st.text_input(
        words.say("First years of the periods"),
        max_chars=100,
        width=260,
        help=words.say("Years, in any order; the first period begins with the years shown"),
        **session.widget("own periods", " ".join(map(str, view.periods)), "periods", starts_in),
    )
