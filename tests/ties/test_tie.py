"""Ties as records hold what the joined table says."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd

from geo.ties.roster import Roster, role_column
from geo.ties.select import select
from geo.ties.tie import Tie, shown, ties_of
from geo.ties.view import View


def test_a_record_says_what_its_row_says(roster: Roster, small: Roster) -> None:
    for data in (roster, small):
        records = ties_of(data)
        assert list(records) == list(data.ties.index)
        for slug, record in records.items():
            row = data.ties.loc[slug]
            for field in fields(Tie):
                if field.name in ("tie", "role_strict", "role_broad"):
                    continue
                told, cell = getattr(record, field.name), row[field.name]
                if field.name in ("earliest", "latest"):
                    assert told == (None if pd.isna(cell) else cell.date())
                else:
                    assert told == cell
            assert record.tie == slug
            for broad in (False, True):
                assert record.role(broad) == row[role_column(broad)]
                assert record.is_capital(broad) == (record.role(broad) in ("capital", "both"))


def test_what_is_shown_is_the_selection_in_its_order(roster: Roster) -> None:
    for view in (
        View.default(roster),
        View.default(roster).but(years=(1980, 1999), ended=True, broad=True),
        View.default(roster).but(q="no such name"),
    ):
        assert [tie.tie for tie in shown(roster, view)] == list(select(roster, view).index)
