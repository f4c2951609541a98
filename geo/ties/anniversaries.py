"""Anniversaries: ties that come to a round number of years between two days.

A tie made on a day comes to n years on the same day n years later. One made on 29 February does so
on 28 February where the year has no such day, so that no anniversary leaves its month. A tie made
between two days comes to n years between the anniversaries of both: on a day that nobody knows.
A tie that has ended has none, nor has one of which no date is known. What day it is, is told: no
measure asks a clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo.i18n.dates import first_day, last_day, precision
from geo.ties.tie import Tie


class Span(NamedTuple):
    """The days that are asked about, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A tie that comes to so many years.

    Attributes:
        tie: which.
        years: how many.
        first, last: days between which it does; the same where the day is known.
        sure: whether it certainly does so in the span that was asked about.
    """

    tie: Tie
    years: int
    first: dt.date
    last: dt.date
    sure: bool

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    @property
    def when(self) -> str:
        """The date in the fewest signs: a day, a month, a year (EDTF level 0), or two days."""
        first, last = self.first, self.last
        if self.exact:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and _one_year(self):
            return f"{first:%Y}"
        if _one_year(self) and first.month == last.month and first.day == 1 and _ends_month(last):
            return f"{first:%Y-%m}"
        return f"{first}/{last}"


def written(one: Anniversary) -> str:
    """The date at its own precision (EDTF level 0); "" where even the year is not known."""
    if not _one_year(one):
        return ""
    same_month = one.first.month == one.last.month
    return one.first.strftime("%Y-%m-%d" if one.exact else "%Y-%m" if same_month else "%Y")


def _one_year(one: Anniversary) -> bool:
    return one.first.year == one.last.year


def _ends_month(day: dt.date) -> bool:
    """Whether no day follows in a month: 28 February ends it for a tie of a year without a 29th."""
    return day.day == calendar.monthrange(day.year, day.month)[1] or (day.month, day.day) == (2, 28)


def years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 28 February for a 29th that is not there.

    Raises:
        ValueError: the calendar ends before that (year 9999).
    """
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def span_of(due: str, day: dt.date) -> Span:
    """The days that a view asks about.

    Args:
        due: a year (``2027``): all of it; a day (``2026-11-27``): the twelve months that begin
            with it; or empty: the twelve months that begin with ``day``.
        day: where none is asked for.

    Raises:
        ValueError: ``due`` is nothing of these.
    """
    first = first_day(due) or day
    if precision(due) == "year":
        return Span(first, last_day(due) or first)
    return Span(first, years_later(first, 1) - dt.timedelta(days=1))


def coming(ties: Iterable[Tie], span: Span, numbers: Sequence[int]) -> tuple[Anniversary, ...]:
    """The anniversaries of some ties in a span.

    Args:
        ties: those that have ended, and those without any date, have none.
        span: the days asked about.
        numbers: the years that count as round.

    Returns:
        The certain ones first, by date; a month stands after its days and a year after its months,
        for an unknown day may be the last. Then those that fall into the span only possibly.
    """
    found = [one for tie in ties for one in _of(tie, span, numbers)]
    return tuple(
        sorted(
            found,
            key=lambda one: (not one.sure, min(one.last, span.last), one.first, one.tie.tie),
        )
    )


def _of(tie: Tie, span: Span, numbers: Sequence[int]) -> Iterable[Anniversary]:
    if tie.ended or tie.earliest is None or tie.latest is None:
        return
    most = span.last.year - tie.earliest.year
    for years in sorted({number for number in numbers if 0 < number <= most}):
        first, last = years_later(tie.earliest, years), years_later(tie.latest, years)
        if first <= span.last and last >= span.first:
            sure = first >= span.first and last <= span.last
            yield Anniversary(tie, years, first, last, sure)
