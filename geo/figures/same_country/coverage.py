"""Any area of the world as the article's table 1, how far the homes cover it, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf

from geo.stats.proportions import Share, share
from geo.ties.groups import Area, areas, countries_of, states_of
from geo.ties.roster import Roster
from geo.ties.select import last_day_shown, select
from geo.ties.tie import Tie, shown
from geo.ties.time import CERTAIN
from geo.ties.view import View

ARTICLE_AREA = "035"
"""South-East Asia, which the article's table 1 is about: what is shown first."""


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


def area_of(roster: Roster, view: View) -> Area:
    """The area that the reader has chosen, else :func:`usual_area`."""
    offered = {area.code: area for area in areas(roster)}
    return offered.get(view.area) or usual_area(roster, view)


def usual_area(roster: Roster, view: View) -> Area:
    """The one region of the filter, or the article's: what is shown until the reader chooses."""
    offered = {area.code: area for area in areas(roster)}
    regions = view.regions if len(view.regions) == 1 else ()
    known = [offered[code] for code in (*regions, ARTICLE_AREA) if code in offered]
    return known[0] if known else next(iter(offered.values()))


def ties_in(roster: Roster, view: View, area: Area) -> list[Tie]:
    """The ties of a view in an area, in the order of the article's table 1.

    Countries stand in the order of the first home's first tie there; those without one after them,
    in the order of the second home's, and so on; in a country the homes in the order of the view,
    their ties by date.
    """
    inside = countries_of(area, roster, last_day_shown(roster, view))
    there = [tie for tie in shown(roster, view) if tie.country in inside]
    place = {home: at for at, home in enumerate(view.homes)}
    firsts: dict[str, list[float]] = {}
    for tie in there:
        first = firsts.setdefault(tie.country, [inf] * len(place))
        first[place[tie.home]] = min(first[place[tie.home]], _day(tie))
    return sorted(
        there,
        key=lambda tie: (
            firsts[tie.country],
            tie.country,
            place[tie.home],
            _day(tie),
            tie.tie,
        ),
    )


def coverage(roster: Roster, view: View, area: Area) -> list[Coverage]:
    """Coverage of an area at the end of the view's last year, home by home, then all together.

    Ties that had ended do not cover. All together comes only where there are several homes.
    """
    states, standing = _states_and_ties(roster, view.ties_only, area)
    found = [
        _coverage(home, [one for one in standing if one[0].home == home], len(states))
        for home in view.homes
    ]
    return found if len(view.homes) == 1 else [*found, _coverage("", standing, len(states))]


def parted(roster: Roster, view: View, area: Area) -> dict[tuple[str, ...], list[str]]:
    """The states of an area by the homes that have a tie there, ties that are possible included.

    Returns:
        Alpha-2 codes by tuples of homes: all homes first, single ones after, the empty tuple (no
        home: the gaps) last. Codes in alphabetical order; every state stands exactly once.
    """
    states, standing = _states_and_ties(roster, view.ties_only, area)
    there: dict[str, set[str]] = {}
    for tie, _ in standing:
        there.setdefault(tie.country, set()).add(tie.home)
    found: dict[tuple[str, ...], list[str]] = {}
    for code in sorted(states):
        homes = there.get(code, set())
        found.setdefault(tuple(home for home in view.homes if home in homes), []).append(code)
    place = {home: at for at, home in enumerate(view.homes)}
    keys = sorted(found, key=lambda homes: (-len(homes), [place[home] for home in homes]))
    return {homes: found[homes] for homes in keys}


Standing = tuple[tuple[Tie, bool], ...]
"""Ties that stand, each with whether it was certainly made in the years of the view."""


@lru_cache(maxsize=32)
def _states_and_ties(roster: Roster, view: View, area: Area) -> tuple[frozenset[str], Standing]:
    """The states of the area that the view does not filter out, and the standing ties there."""
    states = states_of(area, roster, last_day_shown(roster, view))
    if view.countries:
        states &= set(view.countries)
    for_regions = [countries_of(Area(code), roster, roster.as_of) for code in view.regions]
    if for_regions:
        states &= frozenset().union(*for_regions)
    chosen = select(roster, view)
    flags = zip(shown(roster, view), chosen["made"], chosen["stands"], strict=True)
    return states, tuple(
        (tie, made == CERTAIN) for tie, made, stands in flags if stands and tie.country in states
    )


def _coverage(home: str, ties: Standing | list[tuple[Tie, bool]], states: int) -> Coverage:
    sure = {tie.country for tie, certain in ties if certain}
    return Coverage(home, share(len(sure), states), len({tie.country for tie, _ in ties}))


def _day(tie: Tie) -> float:
    """The earliest possible day of a tie as an ordinal; infinity where nothing is known."""
    return inf if tie.earliest is None else float(tie.earliest.toordinal())
