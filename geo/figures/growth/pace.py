"""At what pace ties were made: by period, in stretches of one pace, and the silences between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.figures.growth.made import Made
from geo.figures.growth.turning import Mark
from geo.stats.poisson import Rate, rate
from geo.stats.proportions import CONFIDENCE
from geo.stats.segments import segmented
from geo.ties.time import Years

NEAR = 2
"""A change of pace in so many years after a turning point, or in its own year, is near it."""


@dataclass(frozen=True)
class Pace:
    """One home's pace.

    Attributes:
        periods: of the view, each with the rate of ties certainly made in it.
        stretches: of one pace each, as the ties part them best.
        p: how often chance would part as many ties as well.
        unsure: ties that lie in no one year with certainty, left out of the stretches.
    """

    periods: Sequence[tuple[Years, Rate]]
    stretches: Sequence[tuple[Years, Rate]]
    p: float
    unsure: int

    @property
    def changes(self) -> list[int]:
        """The first years of stretches after the first; none where chance would do as much."""
        if self.p >= 1 - CONFIDENCE:
            return []
        return [years[0] for years, _ in self.stretches[1:]]


PaceByHome = Mapping[str, Pace]


def exposures(years: Years, as_of: dt.date) -> list[float]:
    """How much of each year is known: all of it, or the part up to the as-of day."""
    return [
        min(max(((as_of - dt.date(year, 1, 1)).days + 1) / 365.25, 0.01), 1.0)
        for year in range(years[0], years[1] + 1)
    ]


def pace(one: Made, spans: Sequence[Years], as_of: dt.date) -> Pace:
    """The pace of one home.

    A tie of unknown year counts in a period that holds all the years in which it can lie.

    Args:
        one: its ties by year.
        spans: the periods.
        as_of: the day after which nothing is known.
    """
    first = one.years[0]
    seen = exposures(one.years, as_of)
    found = segmented(tuple(one.counts), tuple(round(part, 4) for part in seen))
    ends = [*found.starts[1:], len(one.counts)]
    parts = [(first + low, first + high - 1) for low, high in zip(found.starts, ends, strict=True)]

    def rated(years: Years, spread: Sequence[Years]) -> Rate:
        low, high = years[0] - first, years[1] - first + 1
        inside = sum(years[0] <= early and late <= years[1] for early, late in spread)
        return rate(sum(one.counts[low:high]) + inside, sum(seen[low:high]))

    return Pace(
        [(years, rated(years, one.spans)) for years in spans],
        [(years, rated(years, ())) for years in parts],
        found.p,
        len(one.spans) + one.undated,
    )


def near(year: int, marks: Sequence[Mark]) -> list[Mark]:
    """The marks in a year, or in the :data:`NEAR` years before it."""
    return [one for one in marks if 0 <= year - one.year <= NEAR]


def covered(years: Years, marks: Sequence[Mark]) -> int:
    """In how many of the years a change of pace would lie near one of the marks."""
    return sum(bool(near(year, marks)) for year in range(years[0], years[1] + 1))


@dataclass(frozen=True)
class Silence:
    """A time in which a home made no tie.

    Attributes:
        since, until: from the last possible day of the tie before it to the first possible day of
            the tie after it, or to the end of what is shown.
        before, after: slugs of these ties; ``after`` is empty where the silence is not over.
    """

    since: dt.date
    until: dt.date
    before: str
    after: str

    @property
    def years(self) -> float:
        """How long it is."""
        return (self.until - self.since).days / 365.25


def silences(ties: pd.DataFrame, end: dt.date) -> list[Silence]:
    """The times between two ties, the longest first; after the last tie up to a day.

    Ties with inexact dates end a silence on their first possible day; ties without any date are
    passed over.

    Args:
        ties: of one home.
        end: the last day shown.
    """
    dated = ties[ties["earliest"].notna()].sort_values(["earliest", "latest"])
    found, last = [], None
    for tie in dated.itertuples():
        earliest, latest = tie.earliest.date(), min(tie.latest.date(), end)
        if last is not None and earliest > last[0]:
            found.append(Silence(last[0], earliest, last[1], str(tie.Index)))
        if last is None or latest > last[0]:
            last = (latest, str(tie.Index))
    if last is not None and end > last[0]:
        found.append(Silence(last[0], end, last[1], ""))
    return sorted(found, key=lambda one: (-one.years, one.since))
