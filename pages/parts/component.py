"""Components of our own: what stands in the files beside the code, and what all of them need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

COMMON = Path(__file__).with_name("component.js")


def component(name: str, file: Path) -> Any:
    """A component whose HTML, styles and script lie beside one another.

    Its script begins with the functions of ``component.js``.

    Args:
        name: of the component, unique in the app.
        file: any of its files; the others have the same name but for the ending.
    """
    return st.components.v2.component(
        name,
        html=file.with_suffix(".html").read_text("utf-8"),
        css=file.with_suffix(".css").read_text("utf-8"),
        js=COMMON.read_text("utf-8") + file.with_suffix(".js").read_text("utf-8"),
    )


def value_of(key: str, name: str) -> Any:
    """What a component has last told, or ``None`` where it is gone or has told nothing.

    Args:
        key: of the component in the session.
        name: of the value.
    """
    state = st.session_state.get(key)
    return state.get(name) if state is not None else None
