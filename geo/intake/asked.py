"""What a reader says about a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.intake.columns import Chosen
from geo.intake.limits import MAX_SECONDS
from geo.place.candidate import Candidate


@dataclass(frozen=True)
class Asked:
    """What a reader says about a file; what is left empty is found out.

    Attributes:
        home: the one home of the list, or the one of its homes that is wanted.
        encoding: a name of one; "" to guess.
        country: ISO 3166-1 alpha-2, of all partners whose row names none.
        columns: fields and their columns (:data:`geo.intake.columns.Chosen`).
        day_first: whether 03/04/1999 is 3 April.
        seconds: how long reading may take.
        today: after which no tie can have been made.
        sheets: the tables that are read, by their names; empty for all.
        by_sheet: columns of one table by its name, before those of all.
        mended: cells that the reader has put right, by table, row and field.
        home_country: of the one home; "" to find out.
        home_place: which of the places of its name the one home is; ``None`` to find out.
        looked_up: places of partners that the gazetteer does not know, by name and country.
    """

    home: str = ""
    encoding: str = ""
    country: str = ""
    columns: Chosen = field(default_factory=dict)
    day_first: bool | None = None
    seconds: float = MAX_SECONDS
    today: dt.date = field(default_factory=dt.date.today)
    sheets: tuple[str, ...] = ()
    by_sheet: Mapping[str, Chosen] = field(default_factory=dict)
    mended: Mapping[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)
    home_country: str = ""
    home_place: Candidate | None = None
    looked_up: Mapping[tuple[str, str], Candidate] = field(default_factory=dict)

    def columns_of(self, sheet: str) -> Chosen:
        """The columns that are set for a table."""
        return {**self.columns, **self.by_sheet.get(sheet, {})}
