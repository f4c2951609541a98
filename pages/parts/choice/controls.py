"""The choices on the page on capitals and ports: all belong to the view, and its address."""

from __future__ import annotations

import streamlit as st

from geo.figures.periods import ERAS, starts_in
from pages.parts import session
from pages.parts.turning_year import choose_turning_year

OWN = "own"
SETS = ("eras", "decades", OWN)


def choose_counting() -> None:
    """The years, and how roles are counted."""
    view, words = session.view(), session.words()
    first, last = session.roster().period
    years, roles = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    years.slider(
        words.say("Years of establishment"),
        first,
        last,
        help=words.say("Only ties made in these years are shown"),
        **session.widget("years", view.years, "years", tuple),
    )
    names = {False: words.say("strict"), True: words.say("wide")}
    roles.segmented_control(
        words.say("Definition of capital and port"),
        [False, True],
        format_func=names.__getitem__,
        required=True,
        help=words.say(
            "Strict: national capitals and sea ports. Wide: also provinces and regions "
            "that contain a capital, and river and lake ports."
        ),
        **session.widget("counted", view.broad, "broad", bool),
    )


def choose_periods() -> None:
    """Into what periods the years are cut, and the turning year."""
    view, words = session.view(), session.words()
    own = not isinstance(view.periods, str)
    names = {
        "eras": words.row(words.date(str(start)) for start in ERAS),
        "decades": words.say("every decade"),
        OWN: words.say("my own"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
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
        if view.years[0] < view.years[1]:
            choose_turning_year()


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
