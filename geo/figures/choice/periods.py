"""Shares among the ties made in each of several periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from geo.figures.choice.compare import are, homes_of, shares_of
from geo.stats.proportions import Share
from geo.ties.time import Years, surely_made
from geo.ties.view import MOST_STARTS, View

ERAS = (1990, 2000, 2013)
"""Years in which the periods of the first look begin, after the very first: the ends of the Cold
War and of the century, and the year in which the Belt and Road was announced."""
MOST_PERIODS = 12
"""More could not be told apart in one chart."""


def starts_in(text: str) -> tuple[int, ...]:
    """The years written in a text, in order, once each; whatever is no year is passed over."""
    years = re.findall(r"(?<!\d)[1-9][0-9]{3}(?!\d)", text)
    return tuple(sorted({int(year) for year in years}))[:MOST_STARTS]


def decades(years: Years) -> tuple[int, ...]:
    """The first years of the decades that begin inside the years."""
    return tuple(year for year in range(years[0] + 1, years[1] + 1) if year % 10 == 0)


def periods(starts: Sequence[int], years: Years) -> list[Years]:
    """The periods that begin in the given years, inside the years of a view.

    The first begins with the view's first year, the last ends with its last; years outside them
    are passed over, and of more than :data:`MOST_PERIODS` periods the latest are joined.
    """
    first, last = years
    inner = sorted({year for year in starts if first < year <= last})[: MOST_PERIODS - 1]
    edges = [first, *inner, last + 1]
    return [(begin, end - 1) for begin, end in pairwise(edges)]


def periods_of(view: View) -> list[Years]:
    """The periods that a view asks for; the reader's own may be one alone, the whole."""
    named = {"eras": ERAS, "decades": decades(view.years)}
    starts = named[view.periods] if isinstance(view.periods, str) else view.periods
    return periods(starts, view.years)


def by_period(
    ties: pd.DataFrame, homes: Sequence[str], spans: Sequence[Years], kind: str, whole: Years
) -> dict[str, list[Share]]:
    """Shares among the ties certainly made in each period.

    Args:
        ties: the ties to count, with the column ``role``.
        homes: slugs, in the order of the view.
        spans: the periods.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        whole: the period of the roster; undated ties belong to nothing shorter.

    Returns:
        For each home a share a period, of nothing where no tie was made.
    """
    flags, own = are(ties["role"], kind), homes_of(ties, homes)
    shares = [
        shares_of(flags[made], {home: mine[made] for home, mine in own.items()})
        for made in surely_made(ties, spans, whole)
    ]
    return {home: [one[home] for one in shares] for home in homes}


def in_no_period(ties: pd.DataFrame, spans: Sequence[Years], whole: Years) -> int:
    """How many ties cannot be given to one of the periods with certainty."""
    return int((~surely_made(ties, spans, whole).any(axis=0)).sum())
