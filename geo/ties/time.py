"""Ties in time, honestly: what is certain, what is possible, what is not known.

Every tie was made between two days, ``earliest`` and ``latest`` (the same day where the date is
full). A question about a period therefore has three answers, and counts show the certain ones
and, where it differs, the possible ones. A tie without any bounds belongs only to the whole
period of the roster.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

CERTAIN, POSSIBLE, NO = "certain", "possible", "no"
NEVER = 9999
"""The year in which a tie ends that still stands."""
Years = tuple[int, int]
"""First and last year of a period, both included."""
Flags = npt.NDArray[np.bool_]
"""A row a moment or period, a column a tie: whether something is so."""


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
    certain = pd.Series(surely_made(ties, [years], whole)[0], index=ties.index)
    possible = (ties["earliest"] <= end) & (ties["latest"] >= start)
    return _answers(certain, possible)


def surely_made(ties: pd.DataFrame, spans: Sequence[Years], whole: Years) -> Flags:
    """Whether each tie was certainly made in each of several periods.

    Args:
        ties: a frame with the days ``earliest`` and ``latest``.
        spans: the periods.
        whole: the period of the roster; a tie without bounds is made somewhere in it.
    """
    earliest, latest = ties["earliest"].to_numpy(), ties["latest"].to_numpy()
    start = np.array([f"{first:04}-01-01" for first, _ in spans], dtype="datetime64[D]")[:, None]
    end = np.array([f"{last:04}-12-31" for _, last in spans], dtype="datetime64[D]")[:, None]
    every = np.array([first <= whole[0] and last >= whole[1] for first, last in spans], dtype=bool)
    found: Flags = (earliest >= start) & (latest <= end)
    return found | (every[:, None] & np.isnat(earliest))


def in_force(ties: pd.DataFrame, day: dt.date) -> pd.Series:
    """Whether each tie stood at the end of a day.

    Certainly, if its latest possible day of signing is past; possibly, if only its earliest is;
    and not if it had ended. A tie without bounds is possible at any day, certain at none.

    Returns:
        ``certain``, ``possible`` or ``no`` for each tie, on the index of ``ties``.
    """
    certain, possible = (pd.Series(rows[0], index=ties.index) for rows in in_force_at(ties, [day]))
    return _answers(certain, possible)


def in_force_at(ties: pd.DataFrame, days: Sequence[dt.date]) -> tuple[Flags, Flags]:
    """Which ties certainly stood at the end of each day, and which merely possibly.

    Args:
        ties: as :func:`in_force` has them, which gives the same for one day.
        days: in any order.
    """
    earliest, latest = ties["earliest"].to_numpy(), ties["latest"].to_numpy()
    moments = np.array(days, dtype="datetime64[D]")[:, None]
    stands = ~(ties["gone"].to_numpy() <= moments)
    certain: Flags = (latest <= moments) & stands
    possible: Flags = ((earliest <= moments) | np.isnat(earliest)) & stands & ~certain
    return certain, possible


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
