"""The small chart of all years, on which a reader brushes the years to look at."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import streamlit as st

from geo.figures.growth.overview import BRUSH, FIELD, overview, years_brushed
from geo.ties.time import Years
from pages.parts import arrival, session
from pages.parts.screen import room
from pages.parts.show import silent

DRAWN = "how the brush was drawn"


@dataclass(frozen=True)
class Drawn:
    """How the chart stands in the browser.

    Attributes:
        number: of charts drawn before, so that each has a key of its own.
        around: what else it depends on.
        first: the years that its brush began with.
        last: the years that were last brushed on it, or those it began with.
    """

    number: int
    around: object
    first: Years
    last: Years

    @property
    def key(self) -> str:
        """Of the chart in the session."""
        return f"brush {self.number}"


def brush() -> None:
    """Draw the chart, and take the years that are brushed on it.

    While a hand is moving the brush the page is drawn anew again and again. The chart must then
    stay what it is, or the browser would make another one and the hand would hold nothing. So it
    is drawn with the years that it began with, and with others only where these were chosen in
    another way, or where something else on it has changed.
    """
    drawn = _drawn()
    if _cleared(drawn):
        _take(drawn, session.roster().period)
        st.rerun()
    told = session.words().say("All years: drag across them to choose the years shown")
    spec = overview(session.scene(), drawn.first, told, float(room()))

    def take() -> None:
        span = st.session_state[drawn.key].get("selection", {}).get(BRUSH, {}).get(FIELD, ())
        _take(drawn, years_brushed(span, session.roster().period))

    st.vega_lite_chart(
        silent(spec),
        width="stretch",
        theme=None,
        alt=told,
        on_select=take,
        selection_mode=[BRUSH],
        key=drawn.key,
    )


def _drawn() -> Drawn:
    """The chart as it stands, or a new one where something but the brush has changed it."""
    view = session.view()
    around = session.roster().key, view.filters_only, session.scene().ground, room()
    before: Drawn | None = st.session_state.get(DRAWN)
    if before and before.around == around and before.last == view.years:
        return before
    drawn = Drawn(before.number + 1 if before else 1, around, view.years, view.years)
    st.session_state[DRAWN] = drawn
    return drawn


def _take(drawn: Drawn, years: Years) -> None:
    st.session_state[DRAWN] = replace(drawn, last=years)
    session.change(years=years)


def _cleared(drawn: Drawn) -> bool:
    """Whether a reader has cleared a brush that he had not moved.

    Streamlit calls nobody then: no brush is for it what was there before.
    """
    state = arrival.brought().get(drawn.key)
    if state is None or drawn.last == session.roster().period:
        return False
    return not json.loads(state.string_value or "{}").get("selection", {}).get(BRUSH)
