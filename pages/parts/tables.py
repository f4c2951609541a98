"""The rows behind a figure, to read and to take along."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from geo.export.file_names import file_name
from geo.export.origin import origin_from
from geo.export.tables import table_csv
from geo.export.view_file import MEDIA
from geo.export.xlsx import XLSX, Notes, table_xlsx
from geo.figures.figure import Figure, Table
from pages.parts import session
from pages.parts.delivery import site
from pages.parts.downloads import for_download

LONG = 14
"""A table of more rows than this scrolls in its own frame."""


def show_tables(figure: Figure) -> None:
    """Every table of a figure, closed at first; until it is opened its rows are not made."""
    for number, table in enumerate(figure.tables):
        box = st.expander(table.name, key=f"table {figure.key} {number}", on_change="rerun")
        if box.open:
            with box:
                show_table(table, figure.definitions)


def show_table(table: Table, definitions: Sequence[str] = ()) -> None:
    """One table with dates as the language writes them, and its files with dates as data.

    Args:
        definitions: what its words mean, a sentence each, for the workbook.
    """
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
    scene = session.scene()
    origin = origin_from(scene, table.name, session.page(), site())
    makers = {
        "csv": (partial(table_csv, table), MEDIA["csv"]),
        "xlsx": (partial(table_xlsx, table, scene, origin, Notes(definitions)), XLSX),
    }
    with st.container(horizontal=True, gap="small"):
        for kind, (make, media) in makers.items():
            st.download_button(
                words.say("Download this table ({kind})", kind=kind.upper()),
                for_download(make, words),
                file_name=file_name(session.view(), table.key, kind),
                mime=media,
                icon=":material/download:",
                on_click="ignore",
                key=f"file of {table.key}" if kind == "csv" else f"{kind} of {table.key}",
            )
