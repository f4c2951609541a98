"""How many: ties, partners and countries in a selection, certain and possible."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.ties.roster import Roster
from geo.ties.select import passing, select
from geo.ties.time import CERTAIN, undated, year_not_exact
from geo.ties.view import View


@dataclass(frozen=True)
class Span:
    """A count that is certain, and what it may be at most."""

    certain: int
    possible: int

    def __bool__(self) -> bool:
        return self.possible > 0


@dataclass(frozen=True)
class Tally:
    """What a picture holds.

    Attributes:
        ties, partners, countries: of the ties that stand.
        by_home: ties that stand, for each home of the view, in the view's order.
        shared: partners that stand with more than one home.
        ended: ties that had ended and are shown all the same.
    """

    ties: Span
    partners: Span
    countries: Span
    by_home: dict[str, Span]
    shared: int
    ended: int


@dataclass(frozen=True)
class Unsure:
    """What a reader should know of the ties that pass a view's filters.

    Attributes:
        undated: ties with neither a date nor bounds, whatever the years.
        bounded: ties of which only bounds in different years are known, whatever the years.
        hidden: ties made in the years shown that are hidden because they had ended.
    """

    undated: int
    bounded: int
    hidden: int


def tally(chosen: pd.DataFrame, view: View) -> Tally:
    """Counts of a selection made by :func:`geo.ties.select.select`."""
    columns = chosen.loc[chosen["stands"], ["home", "place", "country", "made"]]
    standing = [tuple(row) for row in columns.itertuples()]
    homes_of = Counter(place for place, _ in {(place, home) for _, home, place, *_ in standing})
    return Tally(
        ties=_span(standing, 0),
        partners=_span(standing, 2),
        countries=_span(standing, 3),
        by_home={
            home: _span([tie for tie in standing if tie[1] == home], 0) for home in view.homes
        },
        shared=sum(homes > 1 for homes in homes_of.values()),
        ended=int((~chosen["stands"]).sum()),
    )


def unsure(roster: Roster, view: View) -> Unsure:
    """How many of the ties that pass the filters have no date, no exact year, or are hidden."""
    ties = passing(roster, view)
    dateless = undated(ties)
    return Unsure(
        undated=int(dateless.sum()),
        bounded=int((year_not_exact(ties) & ~dateless).sum()),
        hidden=0 if view.ended else int((~select(roster, view.but(ended=True))["stands"]).sum()),
    )


def _span(ties: list[tuple[Any, ...]], part: int) -> Span:
    """How many different ones there are of a part of the ties, certainly and possibly.

    Args:
        ties: number, home, partner, country, and whether it was certainly made.
    """
    sure = {tie[part] for tie in ties if tie[4] == CERTAIN}
    return Span(len(sure), len({tie[part] for tie in ties}))
