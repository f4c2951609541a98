"""The counts of every year, for the clock of the map that plays: one line a year."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from geo.i18n import Words
from geo.ties.counts import Span
from geo.ties.roster import Roster
from geo.ties.select import passing
from geo.ties.time import NEVER, Years, undated
from geo.ties.view import View

BETWEEN = " · "


def clock(roster: Roster, view: View, words: Words) -> dict[int, str]:
    """What stands under each year on the map: "Shanghai 12 · Beijing 5–6".

    Args:
        view: its filters and its first year count; the last year may be any.

    Returns:
        A line for every year from the first of the view to the last of the roster.
    """
    counted = by_year(roster, view)
    names = {home: words.of(roster.homes.loc[home], "name") for home in view.homes}
    known = {span: words.range(span.certain, span.possible) for span in _distinct(counted)}
    return {
        year: BETWEEN.join(f"{names[home]} {known[span]}" for home, span in spans.items())
        for year, spans in counted.items()
    }


def by_year(roster: Roster, view: View) -> dict[int, dict[str, Span]]:
    """The ties of each home that stand at the end of each year, made since the view's first.

    The same as ``by_home`` of :func:`geo.ties.counts.tally` for one year after the other, at
    the cost of one: a tie counts from a year on and up to a year, so sorting these is enough.

    Returns:
        For every year from the first of the view to the last of the roster, for each home of the
        view, the certain and the possible number.
    """
    first, whole = view.years[0], roster.period
    years = np.arange(first, whole[1] + 1)
    ties = passing(roster, view)
    counts = {home: _counts(ties[ties["home"] == home], first, whole, years) for home in view.homes}
    return {
        int(year): {
            home: Span(int(certain[place]), int(possible[place]))
            for home, (certain, possible) in counts.items()
        }
        for place, year in enumerate(years)
    }


def _counts(ties: pd.DataFrame, first: int, whole: Years, years: Any) -> tuple[Any, Any]:
    """Ties that certainly and that possibly stand, a number a year.

    A tie is possibly made from the year of its earliest day on, certainly from that of its latest;
    one without bounds in the whole period, so certainly with its last year.
    """
    dateless = undated(ties).to_numpy()
    earliest = np.where(dateless, whole[1], ties["earliest"].dt.year)
    latest = np.where(dateless, whole[1], ties["latest"].dt.year)
    ends = ties["gone"].dt.year.fillna(NEVER).to_numpy()
    in_period = ~dateless | (first <= whole[0])
    sure = in_period & (dateless | (earliest >= first))
    perhaps = in_period & (dateless | (latest >= first))
    return (
        _standing(latest[sure], ends[sure], years),
        _standing(earliest[perhaps], ends[perhaps], years),
    )


def _standing(begins: Any, ends: Any, years: Any) -> Any:
    """How many of some spans, from a year on and before another, hold each year."""
    begun = np.searchsorted(np.sort(begins), years, "right")
    over = np.searchsorted(np.sort(np.maximum(begins, ends)), years, "right")
    return begun - over


def _distinct(counted: dict[int, dict[str, Span]]) -> set[Span]:
    return {span for spans in counted.values() for span in spans.values()}
