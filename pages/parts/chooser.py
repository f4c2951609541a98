"""Choosing a partner without the map: a box to search in, and the list of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
import streamlit as st

from geo.i18n import mark
from geo.i18n.sorting import order_of
from geo.ties.name_index import HOME, PLACE
from geo.ties.names import country_name, home_head, home_name
from geo.ties.roster import Roster
from geo.ties.select import select
from pages.parts import display, session
from pages.parts.display import COUNTRY, PARTNER, SINCE
from pages.parts.finder import Box, finder
from pages.parts.html import quiet

LISTED = "the ties in the list, in order"
MARKED = "the head that is marked in the list"
HEADS = {
    PARTNER: mark("Partner"),
    SINCE: mark("Since"),
    COUNTRY: mark("Country"),
}
UP, DOWN = "↑", "↓"

LONGEST_LIST = 500
"""Ties that the list shows at the most; it is sent anew with every step of the years."""

NAMED = {PARTNER: "name", COUNTRY: "country", display.HOME: "home"}
"""What the columns of names are called in the table of ties, before the language."""

ROW, HEAD = 30, 38
"""Heights of a row of the list, and of its head with the borders, in pixels."""


def partner_box() -> None:
    """A box in which every partner of the roster can be found by any of its names."""
    finder(_partner_box)


def _partner_box() -> Box:
    view, words, roster = session.view(), session.words(), session.roster()
    return Box(
        key="partner",
        name=words.say("Partner"),
        label="",
        placeholder=words.say("Choose on the map, or search here"),
        kinds=(PLACE, HOME),
        usual=[(PLACE, place) for place in _in_order_of_names(roster, words.lang)],
        chosen=[(PLACE, view.partner)] if view.partner else [],
        called=_called,
        take=_take,
        drop=lambda kind, key: session.change(partner=None),
    )


def _head(head: str) -> str:
    """What a column of the list is called."""
    words = session.words()
    known = HEADS.get(head)
    return words.say(known) if known else home_head(session.roster(), words)


def _called(kind: str, key: str) -> tuple[str, str]:
    """Both names of a partner, and its country; of a home, that it is one."""
    words, roster = session.words(), session.roster()
    if kind == HOME:
        return home_name(roster, key, words), home_head(roster, words)
    place = roster.places.loc[key]
    other = place["name_zh" if words.lang == "en" else "name_en"]
    return f"{words.of(place, 'name')} {other}", country_name(roster, place["country"], words)


def _take(kind: str, key: str) -> None:
    """Open the card of a partner; show a home alone."""
    if kind == HOME:
        session.change(homes=(key,))
    else:
        session.change(partner=key)


@lru_cache(maxsize=8)
def _in_order_of_names(roster: Roster, lang: str) -> tuple[str, ...]:
    """Every place, in the order in which the language has their names."""
    names = {str(place): str(name) for place, name in roster.places[f"name_{lang}"].items()}
    return tuple(sorted(names, key=lambda place: order_of(names[place], lang)))


def tie_list(height: int) -> None:
    """The ties shown, oldest first; choosing any cell opens the card of its partner.

    Args:
        height: of the list at the most, in pixels.

    A click on the head of a column puts them in another order. The head is a selection of its own
    here: the browser's own sorting would choose the first row besides, as a click on it does.
    """
    words, view = session.words(), session.view()
    chosen = select(session.roster(), view)
    if chosen.empty:
        return
    order, down = _order()
    # all other columns would only be carried along through the sorting
    names = [f"{name}_{words.lang}" for name in NAMED.values()]
    asked = chosen[["place", "established", "earliest", *names]]
    ties = _in_order(asked, order, down, words.lang).head(LONGEST_LIST)
    new = LISTED not in st.session_state
    st.session_state[LISTED] = tuple(ties["place"])
    columns = {
        PARTNER: ties[f"name_{words.lang}"],
        SINCE: ties["established"].where(ties["established"] != "", "?"),
        COUNTRY: ties[f"country_{words.lang}"],
        display.HOME: ties[f"home_{words.lang}"],
    }
    shown = list(columns) if len(view.homes) > 1 else [PARTNER, SINCE, COUNTRY]
    arrow = {order: f" {DOWN if down else UP}"}
    st.dataframe(
        pd.DataFrame(columns).reset_index(drop=True)[shown],
        hide_index=True,
        height=min(height, HEAD + ROW * len(ties)),
        row_height=ROW,
        column_config={
            head: st.column_config.TextColumn(_head(head) + arrow.get(head, "")) for head in shown
        },
        key="list",
        alt=words.say("The ties shown"),
        on_select=_take_click,
        selection_mode=["single-cell", "single-column"],
    )
    if new:
        _open(st.session_state["list"]["selection"]["cells"])
    st.session_state[MARKED] = list(st.session_state["list"]["selection"]["columns"])
    if len(chosen) > len(ties):
        quiet(
            words.count(
                "{n} more tie is not listed; use the search to find any partner.",
                "{n} more ties are not listed; use the search to find any partner.",
                len(chosen) - len(ties),
            )
        )


def _order() -> tuple[str, bool]:
    """The column by which the list is in order, and whether the other way round."""
    asked = session.display().order or SINCE
    return asked.removesuffix("-"), asked.endswith("-")


def _in_order(ties: pd.DataFrame, order: str, down: bool, lang: str) -> pd.DataFrame:
    """Ties by a column, and where that is the same, the oldest first."""
    oldest = ties.sort_values(["earliest", "place"])
    if order == SINCE:
        return (
            oldest if not down else oldest.sort_values("earliest", ascending=False, kind="stable")
        )
    return oldest.sort_values(
        f"{NAMED[order]}_{lang}",
        ascending=not down,
        kind="stable",
        key=lambda names: names.map(lambda name: order_of(name, lang)),
    )


def _take_click() -> None:
    """A click on a head, or on a row: the partner is kept by its name, for the row will soon be
    another's."""
    chosen = st.session_state["list"]["selection"]
    marked = st.session_state.get(MARKED, [])
    if chosen["columns"] != marked:
        head = (chosen["columns"] or marked)[0]
        asked = head if (head, False) != _order() else f"{head}-"
        session.set_display(order="" if asked == SINCE else asked)
        return
    _open(chosen["cells"])


def _open(cells: Sequence[tuple[int, str]]) -> None:
    """Open the card of the chosen row's partner.

    A page that outlives its session may bring a chosen row along: it has not been followed yet,
    because a list with a chosen row gives way to the card.
    """
    listed = st.session_state.get(LISTED, ())
    if cells and cells[0][0] < len(listed):
        session.change(partner=listed[cells[0][0]])
