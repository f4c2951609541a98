"""What becomes of the rows of a list: used, used with a remark, or refused and to be mended."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.export.tables import as_csv
from geo.i18n.escape import in_markdown
from geo.intake.mending import MENDABLE
from geo.intake.package import Packed
from geo.intake.reading import Reading
from geo.intake.report import reason_of
from geo.intake.row import Row
from pages.parts import session
from pages.parts.html import quiet
from pages.parts.own.draft import Draft, draft, say
from pages.parts.own.preview import FIELD_NAMES, as_understood

MOST_MENDED = 200
"""Refused rows that can be mended on the page at once; more are better mended in the file."""
SHOWN = 200


def result(now: Draft, reading: Reading, package: Packed) -> None:
    """The numbers, the rows behind them, and those that are refused."""
    words = session.words()
    refused = refused_rows(reading, package)
    out = {id(row) for row, _ in refused}
    used = [row for row in reading.rows if id(row) not in out]
    good = [row for row in used if row.verdict == "good"]
    remarked = [row for row in used if row.verdict != "good"]
    st.markdown(
        in_markdown(
            words.say(
                "Rows used: {good}; used with a remark: {remarked}; refused: {refused}",
                good=words.number(len(good)),
                remarked=words.number(len(remarked)),
                refused=words.number(len(refused)),
            )
        )
    )
    as_understood(reading, used[:SHOWN], f"own {now.number} understood")
    if len(used) > SHOWN:
        quiet(words.say("The first {n} rows are shown.", n=words.number(SHOWN)))
    if refused:
        _refused(now, reading, refused)


def refused_rows(reading: Reading, package: Packed) -> list[tuple[Row, str]]:
    """Rows that are not used, in their order, each with its reason."""
    words = session.words()
    out = {id(row): remark.sentence(words) for row, remark in package.left_out}
    found = []
    for row in reading.rows:
        if row.verdict == "reject":
            found.append((row, reason_of(row, reading, words)))
        elif id(row) in out:
            found.append((row, out[id(row)]))
    return found


def _refused(now: Draft, reading: Reading, refused: list[tuple[Row, str]]) -> None:
    """Refused rows in a table that can be written in, and as a file with the reasons."""
    words = session.words()
    st.markdown(f"**{in_markdown(words.say('Refused rows: put them right here'))}**")
    shown = refused[:MOST_MENDED]
    table = refused_table(now, shown)
    fixed = [name for name in table.columns if name not in _mendable()]
    key = f"own {now.number} refused {len(now.mended)} {len(refused)} {words.lang}"
    st.data_editor(
        table,
        hide_index=True,
        disabled=fixed,
        key=key,
        on_change=_take,
        args=(key, [row for row, _ in shown]),
    )
    st.download_button(
        words.say("Download refused rows with reasons (CSV)"),
        as_csv(refused_table(now, refused)),
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


def refused_table(now: Draft, refused: list[tuple[Row, str]]) -> pd.DataFrame:
    """Rows with their reasons; what they have of home, partner, country, date and coordinates, or
    what the reader has written there.
    """
    words = session.words()
    cells: dict[str, list[Any]] = {
        words.say("Row"): [f"{row.sheet} {row.number}".strip() for row, _ in refused],
        words.say("Reason"): [reason for _, reason in refused],
    }
    for name, of in _mendable().items():
        cells[name] = [
            now.mended.get((row.sheet, row.number), {}).get(of, "")
            or str(getattr(row, of, "") or "")
            for row, _ in refused
        ]
    return pd.DataFrame(cells, dtype=str)


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
