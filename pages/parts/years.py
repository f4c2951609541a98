"""The years: a slider with two handles, and a button that plays them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts import session
from pages.parts.session import FRESH, PLAYING, playing

SECONDS_A_YEAR = 0.3


def play_interval() -> float | None:
    """Seconds between two steps while the years play, else nothing."""
    return SECONDS_A_YEAR if playing() else None


def step_if_playing() -> None:
    """One year further; the last year stops the play."""
    if not playing() or st.session_state.pop(FRESH, False):
        return
    first, last = session.view().years
    end = session.roster().period[1]
    if last < end:
        session.change(years=(first, last + 1))
    else:
        st.session_state[PLAYING] = False
        st.rerun()


def years_bar() -> None:
    """The play button and the slider over the years of establishment."""
    words = session.words()
    first, last = session.roster().period
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.button(
            words.say("Pause") if playing() else words.say("Play"),
            icon=":material/pause:" if playing() else ":material/play_arrow:",
            key="play",
            type="tertiary",
            on_click=_turn,
            args=(not playing(),),
        )
        st.slider(
            words.say("Years of establishment"),
            first,
            last,
            label_visibility="collapsed",
            disabled=playing(),
            **session.widget(*_slider()),
        )


def _slider() -> tuple[str, Any, str, Callable[[Any], Any]]:
    """Which slider it is: while the years play, another one, to which nobody listens.

    A browser slower than the play reports years that have gone by, as if the reader had set them.
    """
    years = session.view().years
    if playing():
        return "years at play", years, "years", lambda _: session.view().years
    return "years", years, "years", tuple


def _turn(play: bool) -> None:
    """Play, from the first year shown if the last is reached; or pause.

    Args:
        play: what the button said when it was pressed, for it may be pressed twice.
    """
    st.session_state[PLAYING] = play
    first, last = session.view().years
    if playing() and last >= session.roster().period[1]:
        session.change(years=(first, first))
    st.session_state[FRESH] = playing()
