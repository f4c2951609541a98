"""The first rows of a list as they stand, which column is what, and what was understood."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from geo.export.own_list import Outcome
from geo.i18n import Words, mark
from geo.i18n.escape import in_markdown
from geo.intake.columns import FIELD_NAMES, FIELDS, Chosen, Layout
from geo.intake.reading import Reading
from geo.intake.report import reason_of
from geo.intake.row import Row
from geo.intake.whole_file import row_name
from geo.ties.names import country_name
from pages.parts import session
from pages.parts.own.choices import says
from pages.parts.own.draft import draft, say

KIND_NAMES = {
    "sister": mark("sister city"),
    "friendship": mark("friendly exchange"),
    "partner": mark("partner city"),
    "intent": mark("declared intent"),
}
MOST_COLUMNS, IN_A_ROW = 24, 4


def as_it_stands(read: Outcome) -> None:
    """The first rows of every table, with a box over each column that says what it is."""
    if read.tables is None:
        return
    layouts = read.tables.layouts
    names = [name or session.words().say("Table") for name, _ in layouts]
    places = (
        st.tabs([in_markdown(name) for name in names]) if len(layouts) > 1 else [st.container()]
    )
    for (name, layout), place in zip(layouts, places, strict=True):
        with place:
            _columns(name, layout)
            _rows(layout)


def _columns(sheet: str, layout: Layout) -> None:
    """A box for each column."""
    words = session.words()
    fields = {column: of for of, column in layout.columns.items()}
    shown = range(min(len(layout.heads), MOST_COLUMNS))
    for start in range(0, len(shown), IN_A_ROW):
        for column, place in zip(
            shown[start : start + IN_A_ROW], st.columns(IN_A_ROW), strict=False
        ):
            place.selectbox(
                in_markdown(_head(layout, column)),
                ["", *FIELDS],
                format_func=lambda of: words.say(FIELD_NAMES[of]) if of else "–",
                **says(
                    f"column {sheet} {column} {words.lang}",
                    fields.get(column, ""),
                    partial(_set, sheet, column, fields.get(column, "")),
                ),
            )


def _set(sheet: str, column: int, before: str, of: str) -> None:
    """A column is another field now; the field's former column is none."""
    if now := draft():
        kept = now.by_sheet.get(sheet, {})
        chosen: Chosen = {
            field: at for field, at in kept.items() if field not in (of, before) and at != column
        }
        if before:
            chosen = {**chosen, before: ""}
        if of:
            chosen = {**chosen, of: column}
        say(by_sheet={**now.by_sheet, sheet: chosen})


def _head(layout: Layout, column: int) -> str:
    head = " ".join(layout.heads[column].split())[:60]
    return head or session.words().say("Column {n}", n=column + 1)


def _rows(layout: Layout) -> None:
    heads = [f"{at + 1}. {_head(layout, at)}" for at in range(len(layout.heads))]
    rows = [[row.cell(column) for column in range(len(heads))] for row in layout.rows]
    st.dataframe(pd.DataFrame(rows, columns=heads), hide_index=True, height="content")


def as_understood(reading: Reading, key: str) -> None:
    """Rows as they were understood, and what is said of each."""
    st.dataframe(_understood(reading, session.words()), hide_index=True, key=key)


def _understood(reading: Reading, words: Words) -> pd.DataFrame:
    rows = reading.rows
    return pd.DataFrame(
        {
            words.say("Row"): [row_name(row) for row in rows],
            words.say("City"): [row.home for row in rows],
            words.say("Partner"): [row.partner for row in rows],
            words.say("Country"): [_country(row, words) for row in rows],
            words.say("Date"): [words.date(row.date) if row.date else "" for row in rows],
            words.say("Kind of tie"): [
                words.say(KIND_NAMES[row.kind]) if row.kind in KIND_NAMES else "" for row in rows
            ],
            words.say("Place found"): [_place(row, words) for row in rows],
            words.say("Remark"): [reason_of(row, reading, words) for row in rows],
        }
    )


def _country(row: Row, words: Words) -> str:
    known = row.country in session.roster().countries.index
    return country_name(session.roster(), row.country, words) if known else row.country


def _place(row: Row, words: Words) -> str:
    if row.point:
        return f"{row.point[0]:.2f}, {row.point[1]:.2f}"
    if not row.place:
        return ""
    name = (row.place.name_zh if words.lang == "zh" else "") or row.place.name_en
    return words.say("{name} (approximate)", name=name) if row.place.approximate else name
