"""A chart on the page, with its description for those who do not see it."""

from __future__ import annotations

from typing import Any

import altair as alt
import streamlit as st


def show_chart(chart: Any) -> None:
    """Show a chart as wide as the page, in its own dress.

    Its description becomes the page's alternative text and leaves the chart: given both,
    Streamlit writes a warning at every run.
    """
    sentence = str(chart.description)
    shown = chart.copy(deep=False)
    shown.description = alt.Undefined
    st.altair_chart(shown, theme=None, width="stretch", alt=sentence)
