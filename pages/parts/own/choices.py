"""Widgets that show what is said of a list, and say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts.own.draft import draft


def says(name: str, value: Any, take: Callable[[Any], None]) -> dict[str, Any]:
    """What a widget needs to show a value and to hand on what the reader makes of it.

    Args:
        name: of the widget among those of this list.
        value: what it shows.
        take: is given its new value.
    """
    now = draft()
    key = f"own {now.number if now else 0} {name}"
    if st.session_state.get(key) != value or key not in st.session_state:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: take(st.session_state[key])}
