"""How the reader comes to a run of the page: things that Streamlit knows and does not say aloud."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

from geo.ties.view import LANGUAGES

States = dict[str, Any]
"""Values of widgets as the browser sends them, by the key of the widget."""


def language_of_browser() -> str:
    """Chinese for a browser that asks for any Chinese, else English."""
    asked = (st.context.locale or "").lower()
    return LANGUAGES[0] if asked.startswith("zh") else LANGUAGES[1]


def by_history() -> bool:
    """Whether the reader has gone back or forward in the browser."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)


def asks_for(page: StreamlitPage) -> bool:
    """Whether the browser asks for a page by its hash; a first visit asks by its address."""
    context = get_script_run_ctx()
    return bool(context and context.page_script_hash == page._script_hash)


def brought() -> States:
    """The values that the browser has sent along."""
    context = get_script_run_ctx()
    states = context.session_state.get_widget_states() if context else []
    return {user_key_from_element_id(state.id) or state.id: state for state in states}


def play_again(states: Iterable[Any]) -> NoReturn:
    """Run the page again as if the browser had sent these values only now.

    Raises:
        RerunException: always; it is how Streamlit runs a page again.
    """
    context = get_script_run_ctx()
    if context is None:
        raise RuntimeError("Only a run of the page can be played again.")
    raise RerunException(
        RerunData(
            query_string=context.query_string,
            widget_states=WidgetStates(widgets=list(states)),
            page_script_hash=context.page_script_hash,
            cached_message_hashes=context.cached_message_hashes,
            context_info=context.context_info,
        )
    )


def wholly_read(state: Any, value: Any) -> bool:
    """Whether nothing of a value that the browser has sent got lost when a widget read it.

    The browser names options by their labels, and the labels may be others by now.

    Args:
        state: as :func:`brought` gives it.
        value: what the widget has read from it.
    """
    kind = state.WhichOneof("value")
    if kind == "string_array_value":
        several = value if isinstance(value, list | tuple) else [value]
        return len(state.string_array_value.data) == sum(one is not None for one in several)
    if kind == "string_value":
        return bool(state.string_value) == (value not in (None, ""))
    return True
