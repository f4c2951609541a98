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

from geo.figures.figure import Scene
from geo.i18n import Words
from geo.ties.roster import Roster, load_roster
from geo.ties.view import LANGUAGES, View
from pages.parts.display import Display
from pages.parts.screen import ground

VIEW, DISPLAY = "the view", "the display"
TOLD = "the view and the display as last told to the address bar"
PLAYING = "the years are playing"
PAGE, PAGES = "the page the reader is on", "the pages that there are"


def roster() -> Roster:
    """The roster of the atlas's own data."""
    return load_roster()


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


def meet_address() -> None:
    """Take up the address if the reader came by it: a first visit, a copied link, a way back.

    An address that differs from the view although no widget was touched since the view was last
    told to the address bar was made by the reader; one that differs because a widget has just
    been touched is merely late. The navigation leaves a bare address behind, which asks for
    nothing.
    """
    first = VIEW not in st.session_state
    if not first and not st.query_params:
        return
    query = _query()
    lang = language_of_browser() if first else view().lang
    asked = View.from_query(query, roster(), lang), Display.from_query(query)
    if first or (_shown() == st.session_state.get(TOLD) != _told(*asked) and not _playing()):
        st.session_state[VIEW], st.session_state[DISPLAY] = asked


def tell_address() -> None:
    """Write view and display into the address bar."""
    query = view().to_query(roster()) | display().to_query(_page())
    st.session_state[TOLD] = _shown()
    if query != _query():
        st.query_params.from_dict(query)


def _told(seen: View, how: Display) -> tuple[View, dict[str, list[str]]]:
    """A view and as much of a display as the address of this page holds."""
    return seen, how.to_query(_page())


def _shown() -> tuple[View, dict[str, list[str]]]:
    return _told(view(), display())


def _page() -> str:
    return str(st.session_state.get(PAGE) or "")


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _playing() -> bool:
    return bool(st.session_state.get(PLAYING))


def tell_address_unless_playing() -> None:
    """Write the view into the address bar; years that run past leave no trace in it."""
    if not _playing():
        tell_address()


def language_of_browser() -> str:
    """Chinese for a browser that asks for any Chinese, else English."""
    asked = (st.context.locale or "").lower()
    return LANGUAGES[0] if asked.startswith("zh") else LANGUAGES[1]


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
        or st.session_state[key] != value
        or st.session_state.get(worded) != labels
    ):
        st.session_state[key] = value
        st.session_state[worded] = labels
    return {
        "key": key,
        "on_change": lambda: change(**{choice: read(st.session_state[key])}),
        "persist_state": "session",
    }
