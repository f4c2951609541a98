"""The rows behind a figure, to read and to take along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.export.file_names import file_name
from geo.export.tables import table_csv
from geo.figures.figure import Figure, Table
from pages.parts import session

LONG = 14
"""A table of more rows than this scrolls in its own frame."""


def show_tables(figure: Figure) -> None:
    """Every table of a figure, closed at first; until it is opened its rows are not made."""
    for number, table in enumerate(figure.tables):
        box = st.expander(table.name, key=f"table {figure.key} {number}", on_change="rerun")
        if box.open:
            with box:
                show_table(table)


def show_table(table: Table) -> None:
    """One table with dates as the language writes them, and its download with dates as data."""
    words, rows = session.words(), table.frame
    written = {head: [words.date(day) if day else "" for day in rows[head]] for head in table.dates}
    st.dataframe(
        rows.assign(**written),
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= LONG else 420,
        column_order=[head for head in rows.columns if head not in table.bounds],
        key=f"rows of {table.key}",
        alt=table.name,
    )
    st.download_button(
        words.say("Download this table (CSV)"),
        partial(table_csv, table),
        file_name=file_name(session.view(), table.key, "csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"file of {table.key}",
    )
