"""The choices on the page on capitals and ports: all belong to the view, and its address."""

from __future__ import annotations

import streamlit as st

from pages.parts import session
from pages.parts.periods import choose_periods
from pages.parts.turning_year import choose_turning_year


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


def choose_periods_and_turn() -> None:
    """Into what periods the years are cut, and the turning year."""
    view = session.view()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose_periods()
        if view.years[0] < view.years[1]:
            choose_turning_year()
