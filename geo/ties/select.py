"""Which ties a view shows."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache

import pandas as pd

from geo.i18n.sorting import PLAIN_LETTERS
from geo.ties.groups import lies_in_areas
from geo.ties.roster import Roster, role_column
from geo.ties.time import NO, ended_by, made_between
from geo.ties.view import View

SEARCHED = ("name_en", "name_zh", "seat_en", "seat_zh", "country_en", "country_zh")
"""Columns of the joined ties in which a search text may be found."""


def select(roster: Roster, view: View) -> pd.DataFrame:
    """The ties that a view shows: the picture at the end of its last year.

    A tie is shown if it was, or may have been, made in the years of the view and passes the
    filters. One that had ended by the end of the last year is shown only where ``view.ended``.

    Returns:
        Rows of ``roster.ties``, not to be changed in place, with three more columns: ``role``
        (:func:`passing`), ``made`` (``certain`` or ``possible``) and ``stands`` (bool: it had not
        ended by the end of the view's last year).
    """
    return _selected(roster, view.ties_only)


@lru_cache(maxsize=512)
def _selected(roster: Roster, view: View) -> pd.DataFrame:
    """Kept, because one step of a reader asks for the same selection in several places."""
    candidates = passing(roster, view)
    made = made_between(candidates, view.years, roster.period)
    stands = ~ended_by(candidates, last_day_shown(roster, view))
    chosen = candidates.assign(made=made, stands=stands)
    return chosen[(made != NO) & (stands | view.ended)]


def passing(roster: Roster, view: View) -> pd.DataFrame:
    """The ties that pass a view's filters, whatever their dates and whether or not they stand.

    Returns:
        Rows of ``roster.ties`` with the column ``role``, counted as the view counts roles.
    """
    ties = roster.ties.assign(role=roster.ties[role_column(view.broad)])
    kept = ties["home"].isin(view.homes) & ties["level"].isin(view.levels)
    if view.countries:
        kept &= ties["country"].isin(view.countries)
    if view.regions:
        kept &= lies_in_areas(roster, ties, view.regions)
    if view.roles:
        kept &= ties["role"].isin(view.roles)
    if view.q:
        kept &= _searchable(roster).str.contains(folded(view.q), regex=False)
    return ties[kept]


def last_day_shown(roster: Roster, view: View) -> dt.date:
    """The day whose state the view shows: the end of its last year, or the as-of day."""
    return min(dt.date(view.years[1], 12, 31), roster.as_of)


def folded(text: str) -> str:
    """A text as it is compared in a search: no accents, no case, no blanks.

    So that "Sao Paulo" finds São Paulo and "ho chi minh" finds Hồ Chí Minh.
    """
    bare = unicodedata.normalize("NFKD", text.translate(PLAIN_LETTERS))
    letters = (c for c in bare if not unicodedata.combining(c) and not c.isspace())
    return "".join(letters).casefold()


@lru_cache(maxsize=4)
def _searchable(roster: Roster) -> pd.Series:
    """For each tie, all that a search may find it by, folded, a line a name."""
    ties = roster.ties
    names = ties[["place", *SEARCHED]].join(roster.places[["full_en", "full_zh"]], on="place")
    return (
        names.drop(columns="place")
        .agg("\n".join, axis=1)
        .map(lambda text: "\n".join(map(folded, text.split("\n"))))
    )
