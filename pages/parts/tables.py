"""The rows behind a figure, to read and to take along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export.file_names import file_name
from geo.export.tables import as_csv
from geo.figures.figure import Figure, Table
from pages.parts import session

LONG = 14
"""A table of more rows than this scrolls in its own frame."""


def show_tables(figure: Figure) -> None:
    """Every table of a figure, closed at first, with its download."""
    for table in figure.tables:
        with st.expander(table.name):
            show_table(table)


def show_table(table: Table) -> None:
    """One table with dates as the language writes them, and its download with dates as data."""
    words = session.words()
    written = {head: [words.date(day) for day in table.rows[head]] for head in table.dates}
    st.dataframe(
        table.rows.assign(**written),
        hide_index=True,
        width="stretch",
        height="content" if len(table.rows) <= LONG else 420,
        key=f"rows of {table.key}",
        alt=table.name,
    )
    st.download_button(
        words.say("Download this table (CSV)"),
        partial(as_csv, table.rows),
        file_name=file_name(session.view(), table.key, "csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"file of {table.key}",
    )
