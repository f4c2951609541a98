"""The reader's view, kept in step with the address bar.

The view lives in the session as one object. A widget's value is set from it before the widget is
drawn and flows back into it when the reader touches the widget, so nothing can disagree with it.
(Binding each widget to the address, as Streamlit offers, would write labels into it, which change
with the language.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st

from geo.figures.scene import Scene
from geo.i18n import Words
from geo.intake.saved import list_in
from geo.ties.joining import MOST_CHOSEN, joined
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.view import View
from pages.parts import arrival
from pages.parts.display import Display
from pages.parts.screen import ground, narrow

LISTS, JOINED = "the lists that were added", "our data with the lists that were added"
ADDING = "whether the reader is adding a list"
VIEW, DISPLAY = "the view", "the display"
BROUGHT, PLAYED_AGAIN = "what the browser has brought", "what of that is played again"
MAY_BE_NONE = ("partner", "turn", "marks")
"""Fields of the view that may be unset. For any other a widget without a value, as a browser that
has lost it sends for a moment, leaves the view as it is."""
PAGE, PAGES = "the page the reader is on", "the pages that there are"


def roster() -> Roster:
    """The roster of the atlas's own data, with the lists that the reader has added."""
    joined: Roster = st.session_state.get(JOINED) or load_roster()
    return joined


def own_roster() -> Roster:
    """The roster of the atlas's own data alone."""
    return roster().without_brought


def lists() -> dict[int, bytes]:
    """The lists that the reader has added, each as its saved file, by a number of its own."""
    return dict(st.session_state.get(LISTS, {}))


def set_lists(added: dict[int, bytes]) -> None:
    """Look at some lists beside our own data from now on; kept in this session and nowhere else.

    The view keeps to what there is: homes that are gone leave it, new ones come into it.

    Raises:
        ValueError: a list cannot be used; the lists stay as they were.
    """
    before = roster()
    now = joined(load_roster(), [list_in(content) for content in added.values()])
    st.session_state[LISTS], st.session_state[JOINED] = dict(added), now
    new = [home for home in now.homes.index if home not in before.homes.index]
    kept = [home for home in view().homes if home in now.homes.index]
    wanted = [*new, *kept][:MOST_CHOSEN] or list(load_roster().homes.index)
    homes = tuple(home for home in now.homes.index if home in wanted)
    ties = now.ties[now.ties["home"].isin(new)]
    levels = view().levels
    if new and not ties["level"].isin(levels).any():
        levels = tuple(level for level in LEVELS if level in {*levels, *ties["level"]})
    first, last = now.period
    years = view().years
    if view().shows_whole_period(before):
        years = now.period
    years = max(min(years[0], last), first), min(max(years[1], first), last)
    partner = view().partner if view().partner in now.places.index else None
    events = view().events if view().events in now.places.index else ""
    suppose = tuple(one for one in view().suppose if one.home in now.homes.index)
    change(homes=homes, levels=levels, years=years, partner=partner, events=events, suppose=suppose)


def all_homes() -> tuple[str, ...]:
    """The homes that are looked at where none is chosen."""
    known = roster()
    homes = tuple(known.homes.index)
    return homes[:MOST_CHOSEN] if known.brought else homes


def view() -> View:
    """What the reader has chosen."""
    chosen: View = st.session_state[VIEW]
    return chosen


def scene() -> Scene:
    """What the figures of the page are composed from."""
    return Scene(roster(), view().pictured, ground())


def words() -> Words:
    """The words of the reader's language."""
    return Words(view().lang)


def change(**choices: Any) -> None:
    """Change some of the reader's choices."""
    st.session_state[VIEW] = view().but(**choices)


def reset() -> None:
    """Back to the default view, in the same language."""
    st.session_state[VIEW] = View.default(roster(), view().lang)


def display() -> Display:
    """How the reader looks at it."""
    chosen: Display = st.session_state.get(DISPLAY, Display())
    return chosen


def set_display(**choices: Any) -> None:
    """Change how the reader looks."""
    st.session_state[DISPLAY] = display().but(**choices)


def page() -> str:
    """The page that the reader is on, by its part of the address; empty for the map."""
    return str(st.session_state.get(PAGE) or "")


def around() -> object:
    """All that stands around a part of the page which is drawn anew by itself depends on this."""
    return view().filters_only, display().present, narrow()


def note_what_was_brought() -> None:
    """Note what the browser brings along to a session that has not drawn its page yet.

    A page outlives its session if the server is started anew. What the reader does on it then
    arrives in a session to which no widget is known: it draws the page by the address, and at the
    end of that run (:func:`end`) what was brought is played again, so that it counts.
    """
    if VIEW not in st.session_state or BROUGHT in st.session_state:
        st.session_state[BROUGHT] = st.session_state.get(BROUGHT, {}) | arrival.brought()


def end() -> None:
    """What is left to be done when the page has been drawn."""
    st.session_state.pop(PLAYED_AGAIN, None)
    if states := st.session_state.pop(BROUGHT, {}):
        st.session_state[PLAYED_AGAIN] = states
        arrival.play_again(states.values())


def widget(
    key: str,
    value: Any,
    choice: str,
    read: Callable[[Any], Any] = lambda v: v,
    labels: Hashable = None,
) -> dict[str, Any]:
    """What a widget needs to show a choice of the view and to hand the reader's back.

    Args:
        key: of the widget in the session.
        value: what it is to show now.
        choice: the field of the view that it stands for.
        read: from the widget's value to the field's.
        labels: what the words on the widget's options depend on. The browser names options by
            these words, so when they change it must be told the value anew; and so it must on
            another page, where the widget is a new one.

    What the browser was told may be lost: a run that is interrupted takes along what it has not
    delivered yet, and the widget would stand at its own default until, at the next click, it
    changed the view to that. With ``persist_state`` Streamlit tells the value again to a browser
    that does not know the widget.

    Returns:
        ``key``, ``on_change`` and ``persist_state``, to be passed to the widget.
    """
    labels = (st.session_state.get(PAGE), view().lang, labels)
    worded = f"words of {key}"
    if (
        key not in st.session_state
        or PLAYED_AGAIN in st.session_state  # the browser has been told otherwise meanwhile
        or st.session_state[key] != value
        or st.session_state.get(worded) != labels
    ):
        st.session_state[worded] = labels
        st.session_state[key] = value

    def take() -> None:
        new = st.session_state[key]
        sent = st.session_state.get(PLAYED_AGAIN, {}).get(key)
        if sent is None or arrival.wholly_read(sent, new):
            chosen = read(new)
            if chosen is not None or choice in MAY_BE_NONE:
                change(**{choice: chosen})

    return {"key": key, "on_change": take, "persist_state": "session"}
