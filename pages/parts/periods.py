"""Into what periods the years are cut: one choice for all pages that count by periods."""

from __future__ import annotations

import streamlit as st

from geo.figures.periods import ERAS, starts_in
from pages.parts import session
from pages.parts.misread import note_misread, say_misread

OWN = "own"
OWN_YEARS = "own periods"
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
    wanted = words.say("Years, in any order; the first period begins with the years shown")
    st.text_input(
        words.say("First years of the periods"),
        max_chars=100,
        width=260,
        help=wanted,
        **session.widget(OWN_YEARS, " ".join(map(str, view.periods)), "periods", _read),
    )
    say_misread(OWN_YEARS, view.periods, wanted)


def _read(text: str) -> tuple[int, ...]:
    """The years written in a text; what is passed over is noted."""
    missed: list[str] = []
    found = starts_in(text, missed)
    note_misread(OWN_YEARS, missed, found)
    return found
