"""Any area of the world as the article's table 1, how far the homes cover it, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import pandas as pd

from geo.stats.proportions import Share, share
from geo.ties.groups import Area, countries_of, states_of
from geo.ties.roster import Roster
from geo.ties.select import last_day_shown, select
from geo.ties.time import CERTAIN
from geo.ties.view import View


@dataclass(frozen=True)
class Coverage:
    """How many states of an area a home, or any of the homes, has a standing tie with.

    Attributes:
        home: slug; "" for all homes of the view together.
        share: of the states, by ties that were certainly made.
        possible: states, with ties that were only possibly made as well.
    """

    home: str
    share: Share
    possible: int


def ties_in(roster: Roster, view: View, area: Area) -> pd.DataFrame:
    """The ties of a view in an area, in the order of the article's table 1.

    Countries stand in the order of the first home's first tie there; those without one after them,
    in the order of the second home's, and so on; in a country the homes in the order of the view,
    their ties by date.

    Returns:
        Rows of the selection (:func:`geo.ties.select.select`).
    """
    chosen = select(roster, view)
    day = last_day_shown(roster, view)
    there = chosen[chosen["country"].isin(countries_of(area, roster, day))]
    order = {home: place for place, home in enumerate(view.homes)}
    days = _days(there)
    firsts = {
        country: tuple(
            days[(there["country"] == country) & (there["home"] == home)].min() for home in order
        )
        for country in set(there["country"])
    }
    keys = {
        tie: (_known(firsts[row.country]), row.country, order[row.home], days[tie], tie)
        for tie, row in zip(there.index, there.itertuples(), strict=True)
    }
    return there.loc[sorted(there.index, key=keys.__getitem__)]


def coverage(roster: Roster, view: View, area: Area) -> list[Coverage]:
    """Coverage of an area at the end of the view's last year, home by home, then all together.

    Ties that had ended do not cover. All together comes only where there are several homes.
    """
    states, standing = _states_and_ties(roster, view, area)
    found = [
        _coverage(home, standing[standing["home"] == home], len(states)) for home in view.homes
    ]
    return found if len(view.homes) == 1 else [*found, _coverage("", standing, len(states))]


def parted(roster: Roster, view: View, area: Area) -> dict[tuple[str, ...], list[str]]:
    """The states of an area by the homes that have a tie there, ties that are possible included.

    Returns:
        Alpha-2 codes by tuples of homes: all homes first, single ones after, the empty tuple (no
        home: the gaps) last. Codes in alphabetical order; every state stands exactly once.
    """
    states, standing = _states_and_ties(roster, view, area)
    found: dict[tuple[str, ...], list[str]] = {}
    for code in sorted(states):
        there = set(standing.loc[standing["country"] == code, "home"])
        found.setdefault(tuple(home for home in view.homes if home in there), []).append(code)
    place = {home: at for at, home in enumerate(view.homes)}
    keys = sorted(found, key=lambda homes: (-len(homes), [place[home] for home in homes]))
    return {homes: found[homes] for homes in keys}


def _states_and_ties(roster: Roster, view: View, area: Area) -> tuple[set[str], pd.DataFrame]:
    """The states of the area that the view does not filter out, and the standing ties there."""
    states = states_of(area, roster, last_day_shown(roster, view))
    if view.countries:
        states &= set(view.countries)
    for_regions = [countries_of(Area(code), roster, roster.as_of) for code in view.regions]
    if for_regions:
        states &= set().union(*for_regions)
    chosen = select(roster, view)
    return states, chosen[chosen["stands"] & chosen["country"].isin(states)]


def _coverage(home: str, ties: pd.DataFrame, states: int) -> Coverage:
    sure = ties.loc[ties["made"] == CERTAIN, "country"].nunique()
    return Coverage(home, share(sure, states), ties["country"].nunique())


def _days(ties: pd.DataFrame) -> pd.Series:
    """The earliest possible day of every tie as an ordinal; infinity where nothing is known."""
    days = [inf if pd.isna(day) else float(day.toordinal()) for day in ties["earliest"]]
    return pd.Series(days, index=ties.index, dtype=float)


def _known(firsts: tuple[float, ...]) -> tuple[float, ...]:
    """Days by which to order; a home without a tie comes after all that have one."""
    return tuple(inf if day != day else day for day in firsts)
