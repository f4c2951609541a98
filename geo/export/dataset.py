"""The ties of a view for programs: CSV and JSON with the fields of the data, and what they mean."""

from __future__ import annotations

import json
from typing import Any

from geo.export.citation import citation
from geo.export.tables import as_csv
from geo.figures.captions import view_line
from geo.figures.data.fields import definitions
from geo.figures.data.records import plain_records, records
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.ties.roster import Roster
from geo.ties.view import View


def head(roster: Roster, view: View, address: str = "") -> dict[str, Any]:
    """What a file says of itself: what it shows, its version and day, how it is cited.

    Args:
        address: of the view, as it is to be cited; empty where that says nothing to others.
    """
    words, release = Words(view.lang), roster.release
    return {
        "title": view_line(roster, view, words),
        "address": address,
        "version": release.version,
        "as_of": release.as_of.isoformat(),
        "licence": release.licence,
        "citation": citation(release, address).text(words),
        "definitions": definitions(words),
    }


def as_json(roster: Roster, view: View, address: str = "") -> bytes:
    """The ties as JSON: what the file is, then ``rows``, a record a tie."""
    whole = head(roster, view, address) | {"rows": plain_records(roster, view)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()


def table_json(table: Table, scene: Scene, address: str = "") -> bytes:
    """A table of a page as JSON: what the file is, then ``rows`` under the table's own headings."""
    rows = table.frame.astype(object).where(table.frame.notna(), None).to_dict("records")
    told = head(scene.roster, scene.view, address) | {"table": table.name, "rows": rows}
    del told["definitions"]  # they are those of the fields of ties
    return json.dumps(told, ensure_ascii=False, allow_nan=False, default=_plain).encode()


def _plain(number: Any) -> Any:
    """A number of numpy as one of Python."""
    return number.item()


def as_data_csv(roster: Roster, view: View) -> bytes:
    """The ties as CSV with a byte-order mark, dates as the data have them (``1980-10``).

    It is for programs: a person's spreadsheet is better served by the table in her language, in
    which a month cannot turn into a day (:func:`geo.export.tables.table_csv`).
    """
    return as_csv(records(roster, view))
