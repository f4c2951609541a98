"""What becomes of the rows of a list: used, used with a remark, or refused and to be mended."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.export.own_list import Understood, refused_table
from geo.i18n.escape import in_markdown
from geo.intake.columns import FIELD_NAMES
from geo.intake.mending import MENDABLE
from geo.intake.row import Row
from pages.parts import session
from pages.parts.html import quiet
from pages.parts.own.draft import Draft, draft, say
from pages.parts.own.preview import as_understood

WIDE = 520
"""Of the column of reasons, in pixels."""


def result(now: Draft, read: Understood) -> None:
    """The numbers, the rows behind them, and those that are refused."""
    words = session.words()
    st.markdown(
        in_markdown(
            words.say(
                "Rows used: {good}; used with a remark: {remarked}; refused: {refused}",
                good=words.number(read.good),
                remarked=words.number(read.remarked),
                refused=words.number(read.refused),
            )
        )
    )
    if read.reading.rows:
        as_understood(read.reading, f"own {now.number} understood")
    if read.good + read.remarked > len(read.reading.rows):
        shown = words.number(len(read.reading.rows))
        quiet(words.say("The first {n} rows are shown.", n=shown))
    if read.refused:
        _refused(now, read)


def _refused(now: Draft, read: Understood) -> None:
    """Refused rows in a table that can be written in, and as a file with the reasons."""
    words = session.words()
    st.markdown(f"**{in_markdown(words.say('Refused rows: put them right here'))}**")
    table = refused_table(read.refusals, read.reading, now.mended, words)
    key = f"own {now.number} refused {len(now.mended)} {read.refused} {words.lang}"
    st.data_editor(
        table,
        hide_index=True,
        column_config={words.say("Reason"): st.column_config.Column(width=WIDE)},
        disabled=[name for name in table.columns if name not in _mendable()],
        key=key,
        on_change=_take,
        args=(key, [row for row, _ in read.refusals]),
    )
    if read.refused > len(read.refusals):
        shown = words.number(len(read.refusals))
        quiet(words.say("The first {n} rows are shown.", n=shown))
    st.download_button(
        words.say("Download refused rows with reasons (CSV)"),
        read.refused_files[words.lang],
        file_name="refused-rows.csv",
        mime="text/csv; charset=utf-8",
        icon=":material/download:",
        on_click="ignore",
        key=f"own {now.number} refused file",
    )


def _mendable() -> dict[str, str]:
    """Fields that can be mended, by what they are called."""
    words = session.words()
    return {words.say(FIELD_NAMES[of]): of for of in MENDABLE}


def _take(key: str, rows: list[Row]) -> None:
    """Take what the reader has written into refused rows."""
    now = draft()
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    names = _mendable()
    if now is None:
        return
    mended = {place: dict(cells) for place, cells in now.mended.items()}
    for at, cells in edited.items():
        row = rows[int(at)]
        new = {names[name]: str(cell or "") for name, cell in cells.items() if name in names}
        place = row.sheet, row.number
        mended[place] = {**mended.get(place, {}), **new}
    say(mended=mended)
