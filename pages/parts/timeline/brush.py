"""The small chart of all years, on which a reader brushes the years to look at."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.figures.growth.overview import BRUSH, FIELD, overview, years_brushed
from pages.parts import session
from pages.parts.screen import room

DRAWN = "how the brush was drawn"


def brush() -> None:
    """Draw the chart, and take the years that are brushed on it.

    While a hand is moving the brush the page is drawn anew again and again. The chart must then
    stay what it is, or the browser would make another one and the hand would hold nothing. So it
    is drawn with the years that it began with, and with others only where these were chosen in
    another way, or where something else on it has changed.
    """
    scene, words = session.scene(), session.words()
    around = session.roster().key, session.view().filters_only, scene.ground, room()
    drawn: dict[str, Any] = st.session_state.get(DRAWN, {"number": 0})
    if drawn.get("around") != around or drawn["last"] != scene.view.years:
        drawn = {
            "number": drawn["number"] + 1,
            "around": around,
            "first": scene.view.years,
            "last": scene.view.years,
        }
        st.session_state[DRAWN] = drawn
    key = f"brush {drawn['number']}"
    told = words.say("All years: drag across them to choose the years shown")

    def take() -> None:
        selection = st.session_state[key].get("selection", {}).get(BRUSH, {})
        years = years_brushed(selection.get(FIELD, ()), session.roster().period)
        st.session_state[DRAWN] = drawn | {"last": years}
        session.change(years=years)

    spec = overview(scene, drawn["first"], told, float(room()))
    st.vega_lite_chart(
        {part: value for part, value in spec.items() if part != "description"},
        width="stretch",
        theme=None,
        alt=told,
        on_select=take,
        selection_mode=[BRUSH],
        key=key,
    )
