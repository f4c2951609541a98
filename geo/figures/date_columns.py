"""Columns of dates for tables that are given away, with what is known of inexact ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geo.i18n import Words, mark
from geo.i18n.dates import first_day, last_day
from geo.ties.tie import Tie

Headings = tuple[str, str, str]
"""What a column of dates is called, and those of the first and last day that each can mean."""

DATE: Headings = (mark("Date"), mark("Earliest day"), mark("Latest day"))
SINCE: Headings = (mark("Since"), mark("Earliest day"), mark("Latest day"))
ENDED: Headings = (mark("Ended"), mark("Ended, earliest day"), mark("Ended, latest day"))

Columns = dict[str, list[str]]
"""Cells of columns by their headings."""


def since(ties: Sequence[Tie], words: Words, headings: Headings = SINCE) -> Columns:
    """When ties were made: the date as the data have it, the first and the last day it can be.

    Full days (ISO 8601) even where the date is not exact; empty where nothing is known.
    """
    date, earliest, latest = map(words.say, headings)
    return {
        date: [tie.established for tie in ties],
        earliest: [_day(tie.earliest, tie) for tie in ties],
        latest: [_day(tie.latest, tie) for tie in ties],
    }


def _day(day: dt.date | None, tie: Tie) -> str:
    """A day of a tie; none of a hypothetical one, which was made on no day."""
    return day.isoformat() if day and not tie.supposed else ""


def spread(dates: Sequence[str], words: Words, headings: Headings) -> Columns:
    """Dates as the data have them, and the first and last day that each can mean by itself.

    Args:
        dates: at their own precision (EDTF level 0); empty where there is none.
    """
    date, earliest, latest = map(words.say, headings)
    return {
        date: list(dates),
        earliest: [str(first_day(one) or "") for one in dates],
        latest: [str(last_day(one) or "") for one in dates],
    }


def date_of(headings: Headings, words: Words) -> str:
    """The heading of the column of dates."""
    return words.say(headings[0])


def bounds_of(headings: Headings, words: Words) -> list[str]:
    """The headings of the columns of first and last days."""
    return [words.say(heading) for heading in headings[1:]]
