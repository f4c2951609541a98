"""How a choice moved in time: year by year, period by period, and before and after one year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd
from scipy.stats import fisher_exact

from geo.figures.choice.compare import are
from geo.stats.changepoint import Split, sharpest_split
from geo.stats.proportions import CONFIDENCE, FEW, Odds, Share, odds, share_of
from geo.ties.time import CERTAIN, NO, Years, in_force, made_between
from geo.ties.view import View

ERAS = (1990, 2000, 2013)
"""Years in which the periods of the first look begin, after the very first: the ends of the Cold
War and of the century, and the year in which the Belt and Road was announced."""

TURNING_YEAR = 2013
MOST_PERIODS = 12
"""More could not be told apart in one picture."""


@dataclass(frozen=True)
class Turn:
    """What a home chose before a year and since.

    Attributes:
        home: its slug.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        year: the first year of the time since.
        before, since: shares among the ties certainly made before the year, and in it or later.
        odds: of the time since against the time before; ``None`` where there is nothing to compare.
        unsure: ties that may lie on either side, left out.
    """

    home: str
    kind: str
    year: int
    before: Share
    since: Share
    odds: Odds | None
    unsure: int

    @property
    def few(self) -> bool:
        """Whether one of the sides is too small for any claim."""
        return min(self.before.of, self.since.of) < FEW

    @property
    def clear(self) -> bool:
        """Whether the two sides differ by more than chance."""
        return not self.few and self.odds is not None and self.odds.tells

    @property
    def rises(self) -> bool:
        """Whether the share since is the larger, by however little."""
        return self.since.share > self.before.share


def starts_in(text: str) -> tuple[int, ...]:
    """The years written in a text, in order, once each; whatever is no year is passed over."""
    return tuple(sorted({int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}))


def periods(starts: Sequence[int], years: Years) -> list[Years]:
    """The periods that begin in the given years, inside the years of a view.

    The first begins with the view's first year, the last ends with its last; years outside them
    are passed over, and of more than :data:`MOST_PERIODS` periods the latest are joined.
    """
    first, last = years
    inner = sorted({year for year in starts if first < year <= last})[: MOST_PERIODS - 1]
    edges = [first, *inner, last + 1]
    return [(begin, end - 1) for begin, end in pairwise(edges)]


def decades(years: Years) -> tuple[int, ...]:
    """The first years of the decades that begin inside the years."""
    return tuple(year for year in range(years[0] + 1, years[1] + 1) if year % 10 == 0)


def starts_of(view: View) -> tuple[int, ...]:
    """The years in which the periods of a view begin, after the first."""
    if isinstance(view.periods, tuple):
        return view.periods
    return decades(view.years) if view.periods == "decades" else ERAS


def turning_year(view: View) -> int:
    """The year before and after which ties are compared: inside the years of the view."""
    first, last = view.years
    return min(max(view.turn or TURNING_YEAR, first), last)


def by_period(
    ties: pd.DataFrame, homes: Sequence[str], spans: Sequence[Years], kind: str, whole: Years
) -> pd.DataFrame:
    """Shares among the ties certainly made in each period.

    Args:
        ties: the ties to count, with the column ``role``.
        spans: the periods.
        whole: the period of the roster; undated ties belong to nothing shorter.

    Returns:
        One row a home and period: ``home``, ``first``, ``last`` (years), ``count``, ``of`` (ties),
        ``share``, ``low``, ``high`` (0 to 1, Wilson; the share ``NaN`` where no tie was made).
    """
    flags = are(ties["role"], kind)
    rows = []
    for first, last in spans:
        made = made_between(ties, (first, last), whole) == CERTAIN
        for home in homes:
            found = share_of(flags[made & (ties["home"] == home)])
            counts = (found.count, found.of, found.share, found.low, found.high)
            rows.append((home, first, last, *counts))
    columns = ["home", "first", "last", "count", "of", "share", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def in_no_period(ties: pd.DataFrame, spans: Sequence[Years], whole: Years) -> int:
    """How many ties cannot be given to one of the periods with certainty."""
    sure = pd.Series(False, index=ties.index)
    for span in spans:
        sure |= made_between(ties, span, whole) == CERTAIN
    return int((~sure).sum())


def by_year(
    ties: pd.DataFrame, homes: Sequence[str], years: Years, kind: str, as_of: dt.date
) -> pd.DataFrame:
    """Shares among the ties in force at the end of each year.

    Args:
        ties: the ties to count, with ``role``; those that have ended too, for they were in force.
        years: first and last year.
        as_of: the day after which nothing is known; it stands for the end of its year.

    Returns:
        One row a home, in the order given, and year in which it certainly had a tie: ``home``,
        ``year``, ``count``, ``of`` (ties certainly in force), ``share``, and ``low``, ``high``:
        the share if all the ties that are merely possible were not of the kind, or all that are
        of it were in force and no others (0 to 1).
    """
    flags = are(ties["role"], kind)
    rows = []
    for year in range(years[0], years[1] + 1):
        state = in_force(ties, min(dt.date(year, 12, 31), as_of))
        for home in homes:
            here = ties["home"] == home
            sure, maybe = here & (state == CERTAIN), here & ~state.isin((CERTAIN, NO))
            count, of = int((sure & flags).sum()), int(sure.sum())
            may, may_not = int((maybe & flags).sum()), int((maybe & ~flags).sum())
            if of:
                low, high = count / (of + may_not), (count + may) / (of + may)
                rows.append((home, year, count, of, count / of, low, high))
    rows.sort(key=lambda row: (homes.index(row[0]), row[1]))
    columns = ["home", "year", "count", "of", "share", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def turn(ties: pd.DataFrame, home: str, kind: str, year: int) -> Turn:
    """What a home chose before a year and since.

    Args:
        ties: the ties to count, with the column ``role``.
        year: the first year of the time since.
    """
    own = ties[ties["home"] == home]
    flags = are(own["role"], kind)
    earlier, later = _sides(own, year)
    before, since = share_of(flags[earlier]), share_of(flags[later])
    return Turn(
        home, kind, year, before, since, odds(since, before), int((~(earlier | later)).sum())
    )


def steady(ties: pd.DataFrame, found: Turn) -> Years | None:
    """The turning years around the one chosen with which a clear turn stays clear.

    A year picked with the data in view proves little by itself; a turn that needs one year and no
    other is an accident. Clear here means Fisher's p below 0.05, in the same direction, with
    enough ties on both sides.

    Returns:
        First and last such year without a gap, or ``None`` where the turn itself is not clear.
    """
    own = ties[ties["home"] == found.home]
    flags = are(own["role"], found.kind)

    def holds(year: int) -> bool:
        earlier, later = _sides(own, year)
        before, since = flags[earlier], flags[later]
        if min(len(before), len(since)) < FEW:
            return False
        if (since.mean() > before.mean()) != found.rises:
            return False
        table = [[since.sum(), (~since).sum()], [before.sum(), (~before).sum()]]
        return bool(fisher_exact(table).pvalue < 1 - CONFIDENCE)

    if not found.clear or not holds(found.year):
        return None
    first = last = found.year
    while holds(first - 1):
        first -= 1
    while holds(last + 1):
        last += 1
    return first, last


def _sides(ties: pd.DataFrame, year: int) -> tuple[pd.Series, pd.Series]:
    """Which ties were certainly made before a year, and which certainly in it or later."""
    edge = pd.Timestamp(year, 1, 1)
    return ties["latest"] < edge, ties["earliest"] >= edge


def sharpest_break(ties: pd.DataFrame, home: str, kind: str) -> Split | None:
    """The year that parts a home's ties most sharply into less and more of a kind.

    Args:
        ties: the ties to count, with ``role``; those whose very year is not known are left out.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.

    Returns:
        As :func:`geo.stats.changepoint.sharpest_split`.
    """
    own = ties[(ties["home"] == home) & (ties["earliest"].dt.year == ties["latest"].dt.year)]
    own = own.sort_values("earliest")
    years = tuple(int(year) for year in own["earliest"].dt.year)
    return sharpest_split(years, tuple(bool(flag) for flag in are(own["role"], kind)))
