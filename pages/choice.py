"""Capital or port? What the partners of the homes are."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.parts.choice.controls import choose_counting, choose_periods
from pages.parts.choice.tiles import show_tiles
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.show import show

STYLES = Path(__file__).parent / "parts" / "choice" / "choice.css"


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    st.html(STYLES)
    if show("shares", level=1, controls=choose_counting).panels:
        _argument()
    show_source()


def _argument() -> None:
    """What follows where there are ties to speak of."""
    show("matrix", body=show_tiles)
    show("periods", controls=choose_periods)
    for key in ("in-force", "ranks", "distances", "continents", "ways"):
        show(key)


inside_frame(main)
