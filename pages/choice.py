"""Capital or port? What the partners of the homes are."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.figures.opening import comparisons
from pages.parts import session
from pages.parts.choice.controls import choose_counting, choose_periods_and_turn
from pages.parts.choice.tiles import show_countries, show_tiles
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.show import show

STYLES = Path(__file__).parent / "parts" / "choice" / "choice.css"
BODIES = {"matched": show_countries, "matrix": show_tiles}
"""The figures that the page draws as tiles."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    st.html(STYLES)
    first, second = comparisons(session.scene())
    figure = show(first, level=1, controls=choose_counting, body=BODIES.get(first))
    if figure.panels:
        show(second, body=BODIES.get(second))
        _argument()
    show_source()


def _argument() -> None:
    """What follows where there are ties to speak of."""
    show("non-capitals")
    show("matrix", body=BODIES["matrix"])
    show("periods", controls=choose_periods_and_turn)
    for key in ("in-force", "ranks", "distances", "continents", "ways"):
        show(key)


inside_frame(main)
