"""Into what periods the years of a view are cut: by its own choice, or the reader's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.ties.time import Years
from geo.ties.view import MOST_STARTS, View

ERAS = (1990, 2000, 2013)
"""Years in which the periods of the first look begin, after the very first: the ends of the Cold
War and of the century, and the year in which the Belt and Road was announced."""
MOST_PERIODS = 12
"""More could not be told apart in one chart."""


YEAR, WORD = r"(?<!\d)[1-9][0-9]{3}(?!\d)", r"[^\s,，、;；]+"


def starts_in(text: str, missed: list[str] | None = None) -> tuple[int, ...]:
    """The years written in a text, in order, once each; whatever is no year is passed over.

    Args:
        missed: takes the words without a year.
    """
    years = re.findall(YEAR, text)
    if missed is not None:
        missed += [word for word in re.findall(WORD, text) if not re.search(YEAR, word)]
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
