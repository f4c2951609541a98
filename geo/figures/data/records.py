"""The ties of a view as records for programs: names of fields that no language changes."""

from __future__ import annotations

from typing import Any

import pandas as pd

from geo.figures.data.fields import FIELDS
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View


def records(roster: Roster, view: View) -> pd.DataFrame:
    """A row a tie that the view shows, in the order of the roster.

    Returns:
        Columns :data:`geo.figures.data.fields.FIELDS`: text, but ``lat``, ``lon`` (degrees) and
        ``km`` (kilometres, whole) numbers, and ``rank`` a whole number or missing.
    """
    chosen = select(roster, view)
    days = {
        name: chosen[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("earliest", "latest")
    }
    return chosen.assign(
        tie=chosen.index,
        **days,
        km=chosen["km"].round().astype(int),
        rank=chosen["rank"].astype("Int64"),
    )[list(FIELDS)].reset_index(drop=True)


def plain_records(roster: Roster, view: View) -> list[dict[str, Any]]:
    """The same as records of text and numbers; ``None`` where a rank is not known."""
    rows: list[dict[str, Any]] = records(roster, view).astype(object).to_dict("records")
    return [
        {name: None if value is pd.NA else value for name, value in row.items()} for row in rows
    ]
