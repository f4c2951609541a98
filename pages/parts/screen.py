"""What is known of the reader's screen: its ground, and whether it is narrow."""

from __future__ import annotations

import streamlit as st

from geo.style.colours import GROUNDS, Ground

NARROW = "narrow"


def ground() -> Ground:
    """Paper or night, as the reader's theme has it."""
    theme = st.context.theme.type
    return GROUNDS["dark" if theme == "dark" else "light"]


def narrow() -> bool:
    """Whether the screen is about as wide as a phone's."""
    return bool(st.session_state.get(NARROW))


def guess() -> None:
    """A first guess of the width, from how the browser introduces itself."""
    phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
    st.session_state.setdefault(NARROW, phone)


_SCREEN = st.components.v2.component(
    "atlas_screen",
    html="<span></span>",
    js="""
export default function ({ setStateValue }) {
  const told = window.__atlasNarrow;
  const narrow = window.innerWidth < 700;
  if (narrow === (told ?? false)) return;
  window.__atlasNarrow = narrow;
  setStateValue("narrow", narrow);
}
""",
)


def measure() -> None:
    """Learn whether the screen is narrow; says nothing on a wide one, so costs it no rerun.

    A page that outlives its session has told it before: its value is read at once.
    """

    def take() -> None:
        st.session_state[NARROW] = bool(st.session_state["screen"].get("narrow"))

    with st.sidebar:
        told = _SCREEN(key="screen", on_narrow_change=take).get("narrow")
    if told is not None:
        st.session_state[NARROW] = bool(told)
