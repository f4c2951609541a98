"""Dates at their own precision: ``1986-05-29``, ``2012-08``, ``2015``, or none (EDTF level 0)."""

from __future__ import annotations

import calendar
import datetime as dt
import re

FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parts(date: str) -> tuple[int, ...]:
    """Year, month and day as far as the date gives them; empty for an empty date.

    Raises:
        ValueError: the text is no date of this form, or the calendar has no such day.
    """
    if not date:
        return ()
    match = FORM.fullmatch(date)
    if not match:
        raise ValueError(f"“{date}” is not a date: write 1986-05-29, 2012-08, 2015 or nothing")
    numbers = tuple(int(number) for number in match.groups() if number)
    dt.date(*(*numbers, 1, 1)[:3])
    return numbers


def first_day(date: str) -> dt.date | None:
    """The first day that the date can mean; ``None`` for an empty date."""
    given = parts(date)
    return dt.date(*(*given, 1, 1)[:3]) if given else None


def last_day(date: str) -> dt.date | None:
    """The last day that the date can mean; ``None`` for an empty date."""
    given = parts(date)
    if not given:
        return None
    year, month = (*given, 12)[:2]
    return dt.date(
        year, month, given[2] if len(given) == 3 else calendar.monthrange(year, month)[1]
    )


def precision(date: str) -> str:
    """``day``, ``month``, ``year`` or, for an empty date, ``unknown``."""
    return ("unknown", "year", "month", "day")[len(parts(date))]


def year_span(years: tuple[int, int], end: int, dash: str = "–") -> str:
    """A period in the fewest signs: 1973–89, 2013–, 2024.

    Args:
        end: the last year of the roster; a period that reaches it is still open.
        dash: what stands between two years (:data:`geo.i18n.YEARS_TO`).
    """
    first, last = years
    if last >= end:
        return f"{first}{dash}"
    if first == last:
        return str(first)
    same_century = first // 100 == last // 100
    return f"{first}{dash}{last % 100:02d}" if same_century else f"{first}{dash}{last}"
