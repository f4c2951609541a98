"""Tables as files that spreadsheet programs open without harm."""

from __future__ import annotations

import pandas as pd

from geo.i18n.escape import runs_as_formula


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8 with a byte-order mark, so that spreadsheets read Chinese.

    The index is left out. A text that a spreadsheet would run as a formula gets an apostrophe
    before it, which spreadsheets take for the sign of a text (OWASP, CSV injection).
    """
    text = table.set_axis([_harmless(str(column)) for column in table.columns], axis=1)
    for place in range(text.shape[1]):
        text.isetitem(place, [_harmless(cell) for cell in text.iloc[:, place]])
    return text.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and runs_as_formula(cell) else cell
