"""Ties in time, honestly: what is certain, what is possible, what is not known.

Every tie was made between two days, ``earliest`` and ``latest`` (the same day where the date is
full). A question about a period therefore has three answers, and counts show the certain ones
and, where it differs, the possible ones. A tie without any bounds belongs only to the whole
period of the roster.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

CERTAIN, POSSIBLE, NO = "certain", "possible", "no"
NEVER = 9999
"""The year in which a tie ends that still stands."""
Years = tuple[int, int]
"""First and last year of a period, both included."""


def made_between(ties: pd.DataFrame, years: Years, whole: Years) -> pd.Series:
    """Whether each tie was made in a period of whole years.

    Args:
        ties: a frame with the days ``earliest`` and ``latest``.
        years: the period asked about.
        whole: the period of the roster; a tie without bounds is made somewhere in it.

    Returns:
        ``certain``, ``possible`` or ``no`` for each tie, on the index of ``ties``.
    """
    start, end = pd.Timestamp(years[0], 1, 1), pd.Timestamp(years[1], 12, 31)
    certain = (ties["earliest"] >= start) & (ties["latest"] <= end)
    possible = (ties["earliest"] <= end) & (ties["latest"] >= start)
    if years[0] <= whole[0] and years[1] >= whole[1]:
        certain |= undated(ties)
    return _answers(certain, possible)


def in_force(ties: pd.DataFrame, day: dt.date) -> pd.Series:
    """Whether each tie stood at the end of a day.

    Certainly, if its latest possible day of signing is past; possibly, if only its earliest is;
    and not if it had ended. A tie without bounds is possible at any day, certain at none.

    Returns:
        ``certain``, ``possible`` or ``no`` for each tie, on the index of ``ties``.
    """
    moment = pd.Timestamp(day)
    stands = ~ended_by(ties, day)
    certain = (ties["latest"] <= moment) & stands
    possible = ((ties["earliest"] <= moment) | undated(ties)) & stands
    return _answers(certain, possible)


def ended_by(ties: pd.DataFrame, day: dt.date) -> pd.Series:
    """Whether each tie had ended by a day (frame with the column ``gone``)."""
    ended: pd.Series = ties["gone"] <= pd.Timestamp(day)
    return ended


def undated(ties: pd.DataFrame) -> pd.Series:
    """Ties of which neither a date nor bounds are known."""
    without: pd.Series = ties["earliest"].isna()
    return without


def year_not_exact(ties: pd.DataFrame) -> pd.Series:
    """Ties whose very year is not known: bounds in different years, or no bounds at all."""
    unsure: pd.Series = ties["earliest"].dt.year.ne(ties["latest"].dt.year)
    return unsure


def _answers(certain: pd.Series, possible: pd.Series) -> pd.Series:
    answers = pd.Series(NO, index=certain.index)
    return answers.mask(possible, POSSIBLE).mask(certain, CERTAIN)
