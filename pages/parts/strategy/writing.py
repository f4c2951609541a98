"""Headings, notes and pictures of the Strategy page, and its own choices, kept in the session."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import streamlit as st

from geo.i18n.escape import in_html
from pages.parts import session
from pages.parts.screen import ground, narrow

STYLES = Path(__file__).with_name("strategy.css")


def heading(topic: str, sentence: str, level: int = 2) -> None:
    """A sentence with its topic in small letters above it."""
    st.html(
        f'<h{level} class="sentence said-{level}"><small>{in_html(topic)}</small>'
        f"{in_html(sentence)}</h{level}>"
    )


def quiet(text: str) -> None:
    """A remark of less weight."""
    st.html(f'<p class="quiet">{in_html(text)}</p>')


def picture(draw: Callable[[], Any], alt: str, name: str, *of: Hashable) -> None:
    """A chart in the width it finds, with its description.

    Altair takes some 100 ms to build and check a chart, and the page has a dozen; so each is built
    once for all readers who see the same.

    Args:
        draw: makes the chart.
        alt: what it shows, for those who do not see it.
        name: of the picture on the page.
        of: what else than the view decides what it shows.
    """
    known = (name, session.view().but(partner=None), ground().name, narrow(), *of)
    spec = _spec((id(session.roster()), *known), draw)
    st.vega_lite_chart(spec, width="stretch", theme=None, alt=alt, key=name)


@st.cache_data(max_entries=1024, show_spinner=False)
def _spec(known: tuple[Hashable, ...], _draw: Callable[[], Any]) -> dict[str, Any]:
    """A chart as the browser reads it, without its description, which Streamlit has from alt."""
    spec: dict[str, Any] = _draw().to_dict()
    return {part: value for part, value in spec.items() if part != "description"}
