"""Which ties a view shows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pandas as pd

from geo.ties.groups import lies_in_areas
from geo.ties.name_index import PLACE
from geo.ties.roster import Roster, role_column
from geo.ties.search import search
from geo.ties.time import NO, ended_by, made_between
from geo.ties.view import View


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


@lru_cache(maxsize=128)
def _selected(roster: Roster, view: View) -> pd.DataFrame:
    """Kept, because one step of a reader asks for the same selection in several places."""
    if not view.ended:
        chosen = _selected(roster, view.but(ended=True))
        return chosen[chosen["stands"]]
    candidates = passing(roster, view)
    made = made_between(candidates, view.years, roster.period)
    stands = ~ended_by(candidates, last_day_shown(roster, view))
    return candidates.assign(made=made, stands=stands)[made != NO]


def forget() -> None:
    """Forget the selections kept, each of which is a table of its own."""
    _selected.cache_clear()
    _passing.cache_clear()


def passing(roster: Roster, view: View) -> pd.DataFrame:
    """The ties that pass a view's filters, whatever their dates and whether or not they stand.

    Returns:
        Rows of ``roster.ties``, not to be changed in place, with the column ``role``, counted as
        the view counts roles.
    """
    return _passing(roster, view.ties_only.but(years=roster.period, ended=True))


@lru_cache(maxsize=64)
def _passing(roster: Roster, view: View) -> pd.DataFrame:
    """Kept for the same reason."""
    ties = roster.ties.assign(role=roster.ties[role_column(view.broad)])
    kept = ties["home"].isin(view.homes) & ties["level"].isin(view.levels)
    if view.countries:
        kept &= ties["country"].isin(view.countries)
    if view.regions:
        kept &= lies_in_areas(roster, ties, view.regions)
    if view.roles:
        kept &= ties["role"].isin(view.roles)
    if view.q:
        kept &= ties["place"].isin(search(roster, view.q, (PLACE,)).keys(PLACE))
    return ties[kept]


def last_day_shown(roster: Roster, view: View) -> dt.date:
    """The day whose state the view shows: the end of its last year, or the as-of day."""
    return min(dt.date(view.years[1], 12, 31), roster.as_of)
