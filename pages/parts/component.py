"""Components of our own: what stands in the files beside the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts.modules import joined

EMPTY = "<span></span>"


def component(name: str, script: Path, html: str | None = None, isolate_styles: bool = True) -> Any:
    """A component whose script, HTML and styles lie beside one another.

    Args:
        name: of the component, unique in the app.
        script: the module whose default export Streamlit calls; what it imports comes along.
        isolate_styles: whether the page's styles end at the component.

    Raises:
        FileNotFoundError: the script is not there.
    """
    markup, styles = (script.with_suffix(ending) for ending in (".html", ".css"))
    return st.components.v2.component(
        name,
        html=markup.read_text("utf-8") if markup.exists() else EMPTY,
        css=styles.read_text("utf-8") if styles.exists() else None,
        js=joined(script),
        isolate_styles=isolate_styles,
    )


def value_of(key: str, name: str) -> Any:
    """What a component has last told, or ``None`` where it is gone or has told nothing.

    Args:
        key: of the component in the session.
        name: of the value.
    """
    state = st.session_state.get(key)
    return state.get(name) if state is not None else None
