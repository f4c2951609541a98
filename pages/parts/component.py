"""Components of our own: what stands in the files beside the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts.modules import joined

EMPTY = "<span></span>"
FETCHED = Path(__file__).with_name("fetched.js")


def component(name: str, script: Path) -> Any:
    """A component whose script, HTML and styles lie beside one another.

    Args:
        name: of the component, unique in the app.
        script: the module whose default export Streamlit calls; what it imports comes along.

    Raises:
        FileNotFoundError: the script is not there.
    """
    styles = script.with_suffix(".css")
    return st.components.v2.component(
        name,
        html=_markup(script),
        css=styles.read_text("utf-8") if styles.exists() else None,
        js=joined(script),
    )


def fetched_component(name: str, script: Path) -> tuple[Any, bytes]:
    """A component whose script is too long to go with every message, as Streamlit sends it.

    Its styles are the page's and not sent by it either.

    Args:
        name, script: as :func:`component` has them.

    Returns:
        The component, and its script: the component's data tell under ``script`` the address at
        which the browser finds it (:func:`pages.parts.delivery.address_of`).

    Raises:
        FileNotFoundError: the script is not there.
    """
    proxy = st.components.v2.component(
        name, html=_markup(script), js=joined(FETCHED), isolate_styles=False
    )
    return proxy, joined(script).encode()


def _markup(script: Path) -> str:
    markup = script.with_suffix(".html")
    return markup.read_text("utf-8") if markup.exists() else EMPTY


def value_of(key: str, name: str) -> Any:
    """What a component has last told, or ``None`` where it is gone or has told nothing.

    Args:
        key: of the component in the session.
        name: of the value.
    """
    state = st.session_state.get(key)
    return state.get(name) if state is not None else None
