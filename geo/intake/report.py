"""A reading as JSON, for the command line and whoever else asks a machine."""

from __future__ import annotations

from typing import Any

from geo.i18n import Words
from geo.intake.reading import Reading
from geo.intake.row import Row
from geo.intake.whole_file import row_name
from geo.ties.cell_rules import quoted


def report_of(reading: Reading, words: Words) -> dict[str, Any]:
    """Everything that was read: encoding, columns, homes, rows, and ``refused`` as ``None``.

    Args:
        reading: the file as it was understood.
        words: the language of the reasons.
    """
    return {
        "encoding": reading.encoding,
        "columns": reading.columns(),
        "homes": list(reading.homes),
        "rows": [_row(row, reading, words) for row in reading.rows],
        "refused": None,
    }


def report_of_refusal(reason: str) -> dict[str, Any]:
    """The same shape for a file that is not read."""
    return {"encoding": "", "columns": {}, "homes": [], "rows": [], "refused": reason}


def reason_of(row: Row, reading: Reading, words: Words) -> str:
    """Why a row is not simply good, each reason with the column it is about; "" if it is good."""
    layout = dict(reading.layouts).get(row.sheet)
    reasons = []
    for remark in row.remarks:
        reason, column = remark.sentence(words), layout.name(remark.field) if layout else ""
        if column and remark.field:
            reason = words.say("column {column}: {reason}", column=quoted(column), reason=reason)
        reasons.append(reason)
    return "; ".join(reasons) if words.lang == "en" else "；".join(reasons)


def _row(row: Row, reading: Reading, words: Words) -> dict[str, Any]:
    lat, lon = row.where or (None, None)
    return {
        "row": row_name(row) if row.sheet else row.number,
        "home": row.home,
        "partner": row.partner,
        "country": row.country,
        "date": row.date,
        "kind": row.kind,
        "verdict": row.verdict,
        "reason": reason_of(row, reading, words),
        "lat": lat,
        "lon": lon,
    }
