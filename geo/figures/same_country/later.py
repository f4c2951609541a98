"""Every tie made where another home was already, and whether it went to that home's partner.

The first tie of a home in a country is told by :mod:`geo.figures.same_country.latecomers`; here
every tie counts that certainly came after one of another home in the country.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.same_country.latecomers import LATE, Entry
from geo.figures.same_country.order import by_country, span_of
from geo.figures.same_country.relation import SAME, nearest
from geo.stats.exact import fisher_p
from geo.stats.proportions import FEW, Share, share
from geo.ties.roster import Roster
from geo.ties.tie import Tie
from geo.ties.view import View


@dataclass(frozen=True)
class LaterTie:
    """A tie made in a country in which another home certainly had one.

    Attributes:
        tie: it.
        relation: to the closest earlier partner of another home.
        beside: that partner's tie.
    """

    tie: Tie
    relation: str
    beside: Tie


@dataclass(frozen=True)
class Sides:
    """How many of a home's ties of a kind share another home's partner, before a year and since.

    Attributes:
        home: its slug.
        before, since: shares among those certainly made before the year, and in it or later.
        unsure: those that may lie on either side, left out.
    """

    home: str
    before: Share
    since: Share
    unsure: int

    @property
    def few(self) -> bool:
        """Whether one of the sides is too small for any claim."""
        return min(self.before.of, self.since.of) < FEW

    @property
    def p(self) -> float:
        """Of Fisher's exact test of the time since against the time before."""
        return fisher_p(self.since.count, self.since.of, self.before.count, self.before.of)

    @property
    def all(self) -> int:
        """How many ties of the kind the home has."""
        return self.before.of + self.since.of + self.unsure


def later_ties(roster: Roster, view: View) -> tuple[LaterTie, ...]:
    """Every tie of a view made where another home already had one, by its earliest day."""
    return _later_ties(roster, view.ties_only)


@lru_cache(maxsize=32)
def _later_ties(roster: Roster, view: View) -> tuple[LaterTie, ...]:
    found = []
    for country in by_country(roster, view):
        spans = {tie.tie: span_of(tie, roster) for tie in country.ties}
        for tie in country.ties:
            before = [
                other
                for other in country.ties
                if other.home != tie.home and spans[other.tie].before(spans[tie.tie])
            ]
            near, beside = nearest(tie, before)
            if beside is not None:
                found.append(LaterTie(tie, near, beside))
    return tuple(sorted(found, key=lambda one: (str(one.tie.earliest), one.tie.tie)))


def side_of(tie: Tie, year: int) -> str:
    """``before``: certainly made before a year; ``since``: in it or later; else ``unsure``.

    Args:
        tie: one whose days are known: without any, no tie is later than another.
    """
    edge = dt.date(year, 1, 1)
    if tie.latest is not None and tie.latest < edge:
        return "before"
    return "since" if tie.earliest is not None and tie.earliest >= edge else "unsure"


def sides(found: Sequence[LaterTie], home: str, year: int) -> Sides:
    """How many of a home's later ties went to another home's partner, before a year and since."""
    own = [one for one in found if one.tie.home == home]
    shares = [
        share(sum(one.relation == SAME for one in some), len(some))
        for side in ("before", "since")
        for some in [[one for one in own if side_of(one.tie, year) == side]]
    ]
    unsure = sum(side_of(one.tie, year) == "unsure" for one in own)
    return Sides(home, shares[0], shares[1], unsure)


def shared_capitals(roster: Roster, view: View, home: str, year: int) -> Sides:
    """How many of a home's national capitals were another home's partner when the tie was made.

    Args:
        home: slug.
        year: the turning year.
    """
    ties = [tie for country in by_country(roster, view.ties_only) for tie in country.ties]
    known = {
        tie.tie
        for tie in ties
        for other in ties
        if other.place == tie.place
        and other.home != tie.home
        and span_of(other, roster).before(span_of(tie, roster))
    }
    own = [tie for tie in ties if tie.home == home and tie.capital == "is"]
    shares = [
        share(sum(tie.tie in known for tie in some), len(some))
        for side in ("before", "since")
        for some in [[tie for tie in own if side_of(tie, year) == side]]
    ]
    return Sides(home, shares[0], shares[1], sum(side_of(tie, year) == "unsure" for tie in own))


def expected_together(found: Sequence[Entry]) -> float:
    """How many late entries would share the earlier home's capital if homes chose independently.

    For every late entry the share of capitals among its home's entries, times the chance that at
    least one of the earlier homes has the capital by its own share; both shares are taken over the
    countries in which homes meet. Two cities that are no capitals are taken never to coincide, so
    that it is a lower bound.
    """
    countries = [one.tie.country for one in found]
    met = [one for one in found if countries.count(one.tie.country) > 1]
    shares = {
        home: sum(one.capital for one in met if one.tie.home == home)
        / sum(one.tie.home == home for one in met)
        for home in {one.tie.home for one in met}
    }
    total = 0.0
    for one in met:
        if one.order == LATE:
            none = 1.0
            for home in one.earlier:
                none *= 1 - shares[home]
            total += shares[one.tie.home] * (1 - none)
    return total
