"""One tie as a typed record: what the joined table says of it, for whoever asks tie by tie.

Tables are for questions about columns; to go through ties one by one in them costs more than the
answer. The records of a roster are made once, and a view only picks among them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.ties.roster import Roster, role_column
from geo.ties.select import select
from geo.ties.view import View


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie, its partner and its home: the columns of :attr:`Roster.ties` of the same names.

    Attributes:
        tie: its slug.
        earliest, latest: days between which it was made; ``None`` where nothing is known.
        supposed: whether it is hypothetical (:mod:`geo.ties.supposing`).
    """

    tie: str
    home: str
    place: str
    level: str
    established: str
    earliest: dt.date | None
    latest: dt.date | None
    ended: str
    name_en: str
    name_zh: str
    kind: str
    country: str
    country_en: str
    country_zh: str
    seat_en: str
    seat_zh: str
    lat: float
    lon: float
    home_en: str
    home_zh: str
    capital: str
    role_strict: str
    role_broad: str
    supposed: bool

    def role(self, broad: bool) -> str:
        """The role of its partner, counted strictly or broadly (:func:`geo.ties.roles.role`)."""
        return self.role_broad if broad else self.role_strict

    def is_capital(self, broad: bool) -> bool:
        """Whether its partner is the capital, counted so."""
        return self.role(broad) in ("capital", "both")


def shown(roster: Roster, view: View) -> tuple[Tie, ...]:
    """The ties that a view shows (:func:`geo.ties.select.select`), in the order of the roster."""
    known = ties_of(roster)
    return tuple(known[slug] for slug in select(roster, view).index)


@lru_cache(maxsize=16)
def ties_of(roster: Roster) -> dict[str, Tie]:
    """Every tie of a roster, by its slug."""
    ties = roster.ties
    days = {column: _days(ties[column]) for column in ("earliest", "latest")}
    roles = {"role_strict": role_column(broad=False), "role_broad": role_column(broad=True)}
    columns = [
        ties.index.tolist()
        if name == "tie"
        else days[name]
        if name in days
        else ties[roles.get(name, name)].tolist()
        for name in Tie.__slots__
    ]
    return {row[0]: Tie(*row) for row in zip(*columns, strict=True)}


def _days(column: pd.Series) -> list[Any]:
    """Timestamps as days."""
    return [None if day is pd.NaT else day.date() for day in column]
