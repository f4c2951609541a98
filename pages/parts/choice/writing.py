"""Headings, notes and pictures of the Strategy page, and its own choices, kept in the session."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st
from altair import Undefined

from geo.words.escape import in_html

STYLES = Path(__file__).with_name("choice.css")


def heading(topic: str, sentence: str, level: int = 2) -> None:
    """A sentence with its topic in small letters above it."""
    st.html(
        f'<h{level} class="said said-{level}"><small>{in_html(topic)}</small>'
        f"{in_html(sentence)}</h{level}>"
    )


def quiet(text: str) -> None:
    """A remark of less weight."""
    st.html(f'<p class="quiet">{in_html(text)}</p>')


def picture(chart: Any, alt: str, key: str) -> None:
    """A chart in the width it finds, with its description."""
    shown = chart.copy(deep=False)
    shown.description = Undefined  # Streamlit says it aloud from alt, and warns of a second one
    st.altair_chart(shown, width="stretch", theme=None, alt=alt, key=key)


def kept(name: str, usual: Any) -> Any:
    """A choice of this page alone, as the reader last left it in this session."""
    return st.session_state.get(f"{name}, kept", usual)


def keeps(name: str, usual: Any) -> dict[str, Any]:
    """What a widget needs to show a choice of this page alone, and to keep it.

    Streamlit forgets the value of a widget once its page is left; so the value is kept beside it.
    """
    if name not in st.session_state:
        st.session_state[name] = kept(name, usual)

    def keep() -> None:
        st.session_state[f"{name}, kept"] = st.session_state[name]

    return {"key": name, "on_change": keep}
