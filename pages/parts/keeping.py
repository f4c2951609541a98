"""Choices of one page, kept in the session: widgets forget when their page is left."""

from __future__ import annotations

from typing import Any

import streamlit as st


def kept(name: str, usual: Any) -> Any:
    """A choice of this page alone, as the reader last left it in this session."""
    return st.session_state.get(f"{name}, kept", usual)


def keeps(name: str, usual: Any) -> dict[str, Any]:
    """What a widget needs to show a choice of this page alone, and to keep it.

    Streamlit forgets the value of a widget once its page is left; so the value is kept beside it.
    Until the reader touches the widget it shows the usual value, even where that changes.
    """
    if name not in st.session_state or f"{name}, kept" not in st.session_state:
        st.session_state[name] = kept(name, usual)

    def keep() -> None:
        st.session_state[f"{name}, kept"] = st.session_state[name]

    return {"key": name, "on_change": keep}
