"""The first-comer thesis: when a home comes later into a country, does it take another city?

The article holds that who signs first matters. Every first tie of a home in a country is one
entry; an entry is late if another home certainly had a tie there before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.figures.same_country.order import Country, Span, by_country, span_of
from geo.figures.same_country.relation import OTHER, RELATIONS, nearest
from geo.stats.proportions import Odds, Share, odds, share
from geo.ties.roster import Roster
from geo.ties.tie import Tie, shown
from geo.ties.view import View

ARTICLE_YEAR = 2017
"""The last year that the article looks at; what came after it, it could not know."""

FIRST, LATE, UNTOLD = "first", "late", "untold"


@dataclass(frozen=True)
class Entry:
    """A home's first tie in a country, and what it found there.

    Attributes:
        tie: where several ties may have been the first, the one with the earliest possible day.
        order: ``first``: before every other home, or alone; ``late``: certainly after another;
            ``untold``.
        day: ordinal of the earliest possible day, ``-inf`` if unknown.
        relation: to the closest earlier partner of another home; "" unless late.
        beside: that partner's tie; ``None`` unless late.
        earlier: homes that certainly had a tie there before.
        capital: whether it is with the capital, counted as the view counts.
        capital_already: whether another home certainly had the capital before.
    """

    tie: Tie
    order: str
    day: float
    relation: str
    beside: Tie | None
    earlier: tuple[str, ...]
    capital: bool
    capital_already: bool


@dataclass(frozen=True)
class Late:
    """What late entries did, as counts.

    Attributes:
        relations: entries by their relation to what the earlier home had, all of
            :data:`geo.figures.same_country.relation.RELATIONS`.
        already: the same, of those where another home had the capital already.
        untold: countries in which it cannot be told who came first.
    """

    relations: dict[str, int]
    already: dict[str, int]
    untold: int

    @property
    def all(self) -> int:
        """How many late entries there are."""
        return sum(self.relations.values())

    @property
    def all_already(self) -> int:
        """How many of them found the capital with another home."""
        return sum(self.already.values())


@dataclass(frozen=True)
class CapitalFirst:
    """Whether a home chose the capital less often where another home had it already.

    Attributes:
        already: share of capitals among its entries where another home had the capital already.
        free: the same among its other entries.
        odds: the first against the second; ``None`` where there is nothing to compare.
    """

    already: Share
    free: Share
    odds: Odds | None


@dataclass(frozen=True)
class Change:
    """A tie that changed the picture of a country after the article's last year.

    Attributes:
        tie: it.
        entered: whether it is its home's first in the country.
        relation: to the closest earlier partner of another home.
        beside: that partner's tie.
    """

    tie: Tie
    entered: bool
    relation: str
    beside: Tie


def entries(roster: Roster, view: View) -> tuple[Entry, ...]:
    """The first tie of every home in every country, by country and by home in the view's order."""
    return _entries(roster, view.ties_only)


@lru_cache(maxsize=32)
def _entries(roster: Roster, view: View) -> tuple[Entry, ...]:
    return tuple(
        _entry(home, country, roster, view.broad)
        for country in by_country(roster, view)
        for home in country.homes
    )


def late(found: Sequence[Entry]) -> Late:
    """Counts of the late ones among entries made by :func:`entries`."""
    came = [entry for entry in found if entry.order == LATE]
    return Late(
        relations=_by_relation(came),
        already=_by_relation([entry for entry in came if entry.capital_already]),
        untold=len({entry.tie.country for entry in found if entry.order == UNTOLD}),
    )


def capital_first(found: Sequence[Entry], home: str) -> CapitalFirst:
    """How often a home began with the capital, where another had it already and elsewhere."""
    own = [entry for entry in found if entry.tie.home == home and entry.order != UNTOLD]
    shares = [
        share(sum(entry.capital for entry in some), len(some))
        for already in (True, False)
        for some in [[entry for entry in own if entry.capital_already == already]]
    ]
    return CapitalFirst(shares[0], shares[1], odds(shares[0], shares[1]))


def changes_since(roster: Roster, view: View, after: int = ARTICLE_YEAR) -> list[Change]:
    """Ties that changed the picture of a country after the article's last year, by day.

    A tie counts if it was certainly made after that year, another home certainly had a tie in the
    country by then, and its own home had none there, or it goes to a place that the other home
    had already (the same, or one with the same seat).
    """
    limit = dt.date(after, 12, 31)
    there: dict[str, list[Tie]] = {}
    for tie in shown(roster, view):
        there.setdefault(tie.country, []).append(tie)
    new = [
        tie
        for ties in there.values()
        for tie in ties
        if tie.earliest is not None and tie.earliest > limit
    ]
    found = [_change(tie, there[tie.country], limit) for tie in sorted(new, key=_day)]
    return [change for change in found if change is not None]


def _day(tie: Tie) -> tuple[str, str]:
    return str(tie.earliest), tie.tie


def _change(tie: Tie, there: Sequence[Tie], limit: dt.date) -> Change | None:
    others = [
        other
        for other in there
        if other.home != tie.home and other.latest is not None and other.latest <= limit
    ]
    near, beside = nearest(tie, others)
    entered = all(
        own.earliest is not None and own.earliest > limit for own in there if own.home == tie.home
    )
    if beside is None or not (entered or near != OTHER):
        return None
    return Change(tie, entered, near, beside)


def _entry(home: str, country: Country, roster: Roster, broad: bool) -> Entry:
    own = [(span_of(tie, roster), tie) for tie in country.ties if tie.home == home]
    others = [(span_of(tie, roster), tie) for tie in country.ties if tie.home != home]
    span, entry = min(own, key=lambda pair: (pair[0].low, pair[0].high))
    before = [tie for other, tie in others if other.before(span)]
    near, beside = nearest(entry, before)
    return Entry(
        tie=entry,
        order=_order(own, others, bool(before)),
        day=span.low,
        relation=near,
        beside=beside,
        earlier=tuple(home for home in country.homes if home in {tie.home for tie in before}),
        capital=entry.is_capital(broad),
        capital_already=any(tie.is_capital(broad) for tie in before),
    )


def _order(
    own: Sequence[tuple[Span, Tie]], others: Sequence[tuple[Span, Tie]], came_after: bool
) -> str:
    if came_after:
        return LATE
    by_then = min(span.high for span, _ in own)
    return FIRST if all(by_then < span.low for span, _ in others) else UNTOLD


def _by_relation(came: Sequence[Entry]) -> dict[str, int]:
    return {kind: sum(entry.relation == kind for entry in came) for kind in RELATIONS}
