"""The flat map on the page: it plays and steps through the years in the browser alone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from geo.figures.figure import Scene
from geo.figures.map.clock import clock
from geo.figures.map.static.chart import flat_map
from geo.figures.map.static.layout import lay_out_map
from geo.style.altair_chart import described
from geo.ties.select import passing
from geo.ties.view import View
from pages.parts import session
from pages.parts.component import component, value_of
from pages.parts.screen import ground, narrow

WIDE, NARROW = (1120, 545), (358, 560)
"""Width and height for which the map is laid out; the browser scales it to its window."""
MILLISECONDS_A_YEAR = 150
START, TOLD = "first year of the flat map", "year that the flat map has told last"

_PLAYER = component("atlas_player", Path(__file__).with_name("player.js"))


def flat() -> None:
    """Draw the map, and under it the years with a button that plays them.

    Its alternative text is the same for all years: with another one, the browser would draw the
    map anew and the reader would lose the slider under his hand. The finding stands above it.
    """
    view, words = session.view(), session.words()
    years = (view.years[0], _start(view))
    scene = Scene(session.roster(), view.filters_only.but(years=years, ended=view.ended), ground())
    with st.container(key="flat", gap=None):
        st.vega_lite_chart(
            _spec(scene, NARROW if narrow() else WIDE),
            width="content",
            theme=None,
            alt=words.say("The partners on a map of the world; the finding stands above it"),
            key="flat map",
        )
        _PLAYER(
            key="player",
            data={
                "milliseconds": MILLISECONDS_A_YEAR,
                "first": view.years[0],
                "last": view.years[1],
                "words": {
                    "play": words.say("Play"),
                    "pause": words.say("Pause"),
                    "years": words.say("Years of establishment"),
                },
            },
            on_year_change=_take_year,
        )


def _start(view: View) -> int:
    """The year with which the map begins.

    While the reader steps inside the map, it is told nothing new: the map knows its year, and a
    new description would be a new map.
    """
    scene = Scene(session.roster(), view.filters_only, ground())
    around = (scene, view.years[0], view.ended, narrow())
    known, start = st.session_state.get(START, (None, 0))
    if known == around and view.years[1] in (start, st.session_state.get(TOLD)):
        return int(start)
    st.session_state[START] = around, view.years[1]
    st.session_state[TOLD] = None
    return view.years[1]


def _take_year() -> None:
    """Follow the map, once it has stood still for a moment or played on for a while."""
    asked = value_of("player", "year")
    first, end = session.view().years[0], session.roster().period[1]
    if isinstance(asked, int | float) and first <= asked <= end:
        st.session_state[TOLD] = int(asked)
        session.change(years=(first, int(asked)))


@lru_cache(maxsize=32)
def _spec(scene: Scene, size: tuple[int, int]) -> dict[str, Any]:
    """The description of the map, made once for all readers who see the same."""
    roster, view, words, ground = scene.roster, scene.view, scene.words, scene.ground
    ties = passing(roster, view)
    layout = lay_out_map(roster, ties, view, words, ground, size, clock=True)
    chart = flat_map(layout, view, "", clock=clock(roster, view, words))
    return {part: value for part, value in described(chart).items() if part != "description"}
