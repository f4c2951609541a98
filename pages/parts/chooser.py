"""Choosing a partner without the map: a box to search in, and the list of what is shown."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts import session

LISTED = "the ties in the list, in order"


def partner_box() -> None:
    """A box in which every partner of the roster can be found by either name."""
    view, words, roster = session.view(), session.words(), session.roster()
    names = roster.places["name_zh"] + " " + roster.places["name_en"]
    if words.lang == "en":
        names = roster.places["name_en"] + " " + roster.places["name_zh"]
    st.selectbox(
        words.say("Partner"),
        list(names.sort_values().index),
        format_func=names.get,
        placeholder=words.say("Choose on the map, or search here"),
        label_visibility="collapsed",
        index=None,
        **session.widget("partner", view.partner, "partner"),
    )


def tie_list(chosen: pd.DataFrame, height: int) -> None:
    """The ties shown, oldest first; choosing any cell opens the card of its partner."""
    words, view = session.words(), session.view()
    ties = chosen.sort_values(["earliest", "place"])
    st.session_state[LISTED] = tuple(ties["place"])
    columns = {
        words.say("Partner"): ties[f"name_{words.lang}"],
        words.say("Since"): ties["established"].where(ties["established"] != "", "?"),
        words.say("Country"): ties[f"country_{words.lang}"],
    }
    if len(view.homes) > 1:
        columns[words.say("Home")] = ties[f"home_{words.lang}"]
    st.dataframe(
        pd.DataFrame(columns),
        hide_index=True,
        height=height,
        row_height=30,
        key="list",
        on_select=_choose_row,
        selection_mode="single-cell",
    )


def _choose_row() -> None:
    """Keep the partner of the chosen row by its name; the row will soon be another's."""
    cells = st.session_state["list"]["selection"]["cells"]
    listed = st.session_state[LISTED]
    if cells and cells[0][0] < len(listed):
        session.change(partner=listed[cells[0][0]])
