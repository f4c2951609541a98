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
    """The ties shown, newest last; choosing a row opens the partner's card."""
    words = session.words()
    ties = chosen.sort_values(["earliest", "place"])
    st.session_state[LISTED] = tuple(ties["place"])
    st.dataframe(
        pd.DataFrame(
            {
                "partner": ties[f"name_{words.lang}"],
                "country": ties[f"country_{words.lang}"],
                "established": ties["established"].where(ties["established"] != "", "?"),
                "home": ties[f"home_{words.lang}"],
            }
        ),
        hide_index=True,
        height=height,
        column_config={
            "partner": st.column_config.TextColumn(words.say("Partner")),
            "country": st.column_config.TextColumn(words.say("Country")),
            "established": st.column_config.TextColumn(words.say("Since")),
            "home": st.column_config.TextColumn(words.say("Home")),
        },
        key="list",
        on_select=_choose_row,
        selection_mode="single-row",
    )


def _choose_row() -> None:
    """Keep the partner of the chosen row by its name; the row will soon be another's."""
    rows = st.session_state["list"]["selection"]["rows"]
    listed = st.session_state[LISTED]
    if rows and rows[0] < len(listed):
        session.change(partner=listed[rows[0]])
