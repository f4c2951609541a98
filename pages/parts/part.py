"""A part of the page that is drawn anew by itself, and knows when that is not enough."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.parts import session


def part(draw: Callable[[], None], every: float | None = None) -> None:
    """Draw a part of the page, which is drawn anew by itself when something in it is touched.

    Where that changed what stands around it, the whole page is run: a widget in a part of the page
    may do anything that a widget elsewhere may.

    Args:
        draw: draws it.
        every: seconds after which it is drawn anew without being touched.
    """
    st.fragment(_drawn, run_every=every)(draw, session.around())


def _drawn(draw: Callable[[], None], around: object) -> None:
    if session.around() != around:
        st.rerun()
    draw()
