"""Choosing a partner without the map: a box to search in, and the list of what is shown."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from geo.ties.roster import Roster
from pages.parts import session
from pages.parts.html import quiet

LISTED = "the ties in the list, in order"

LONGEST_LIST = 500
"""Ties that the list shows at the most; it is sent anew with every step of the years."""


def partner_box() -> None:
    """A box in which every partner of the roster can be found by either name."""
    view, words, roster = session.view(), session.words(), session.roster()
    names = _names(roster, words.lang)
    st.selectbox(
        words.say("Partner"),
        list(names),
        format_func=names.__getitem__,
        placeholder=words.say("Choose on the map, or search here"),
        label_visibility="collapsed",
        index=None,
        **session.widget(
            "partner",
            view.partner,
            "partner",
            lambda place: place if place in names or place is None else view.partner,
        ),
    )


@lru_cache(maxsize=8)
def _names(roster: Roster, lang: str) -> dict[str, str]:
    """Both names of every place, that of the language first and in its order."""
    other = "zh" if lang == "en" else "en"
    names = roster.places[f"name_{lang}"] + " " + roster.places[f"name_{other}"]
    return {str(place): name for place, name in names.sort_values().items()}


def tie_list(chosen: pd.DataFrame, height: int) -> None:
    """The ties shown, oldest first; choosing any cell opens the card of its partner."""
    words, view = session.words(), session.view()
    ties = chosen.sort_values(["earliest", "place"]).head(LONGEST_LIST)
    st.session_state[LISTED] = tuple(ties["place"])
    columns = {
        words.say("Partner"): ties[f"name_{words.lang}"],
        words.say("Since"): ties["established"].where(ties["established"] != "", "?"),
        words.say("Country"): ties[f"country_{words.lang}"],
    }
    if len(view.homes) > 1:
        columns[words.say("Home")] = ties[f"home_{words.lang}"]
    st.dataframe(
        pd.DataFrame(columns).reset_index(drop=True),
        hide_index=True,
        height=height,
        row_height=30,
        key="list",
        alt=words.say("The ties shown, oldest first"),
        on_select=_choose_row,
        selection_mode="single-cell",
    )
    if len(chosen) > len(ties):
        sentence = words.count(
            "{n} tie more is not listed; the search finds every partner.",
            "{n} ties more are not listed; the search finds every partner.",
            len(chosen) - len(ties),
        )
        quiet(sentence)


def _choose_row() -> None:
    """Keep the partner of the chosen row by its name; the row will soon be another's."""
    cells = st.session_state["list"]["selection"]["cells"]
    listed = st.session_state[LISTED]
    if cells and cells[0][0] < len(listed):
        session.change(partner=listed[cells[0][0]])
