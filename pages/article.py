"""Article: do the article's statements hold?"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.figures.article.statements import statements
from geo.figures.article.tally import tally
from pages.parts import session
from pages.parts.article.statements import (
    context_section,
    slips_section,
    statements_section,
)
from pages.parts.figures import show_source
from pages.parts.filters import filter_bar
from pages.parts.frame import inside_frame
from pages.parts.html import quiet, show_html
from pages.parts.screen import room
from pages.parts.show import charts, show

STYLES = Path(__file__).parent / "parts" / "article" / "article.css"

SIDE_BY_SIDE = 900
"""With less room than this in pixels the tally stands below the marks, which it would cut off."""


def main() -> None:
    """The page, from the top to the bottom."""
    filter_bar()
    st.html(STYLES)
    show("verdicts", level=1, controls=_of_the_filters, body=_marks_and_tally)
    if statements(session.own_roster(), session.view().lang):
        statements_section()
        slips_section()
        context_section()
    show("official")
    show_source()


def _of_the_filters() -> None:
    """What the filters at the side do here."""
    quiet(
        session.words().say(
            "This page uses all the data: the filters in the sidebar have no effect "
            "here but are kept for the other pages."
        )
    )


def _marks_and_tally() -> None:
    """A mark a statement, then and now; beside them how many of each."""
    wide = room() >= SIDE_BY_SIDE
    picture, beside = st.columns([5, 3], gap="medium") if wide else (st.container(), st.container())
    with picture:
        charts("verdicts")
    with beside:
        show_html("tally", tally=tally(session.own_roster(), session.view().lang))


inside_frame(main)
