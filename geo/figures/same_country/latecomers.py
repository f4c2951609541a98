"""The first-comer thesis: when a home comes later into a country, does it take another city?

The article holds that who signs first matters. Every first tie of a home in a country is one
entry; an entry is late if another home certainly had a tie there before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.figures.same_country.order import OTHER, RELATIONS, closest, relation, span_of
from geo.stats.proportions import Odds, Share, odds, share_of
from geo.ties.roles import is_capital
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

ARTICLE_YEAR = 2017
"""The last year that the article looks at; what came after it, it could not know."""

FIRST, LATE, UNTOLD = "first", "late", "untold"

ENTRY_COLUMNS = [
    "country",
    "home",
    "tie",
    "order",
    "day",
    "relation",
    "beside",
    "capital",
    "capital_taken",
]


@dataclass(frozen=True)
class Late:
    """What late entries did, as counts.

    Attributes:
        relations: entries by their relation to what the earlier home had, all of
            :data:`geo.figures.same_country.order.RELATIONS`.
        taken: the same, of those where the capital was already taken.
        untold: countries in which it cannot be told who came first.
    """

    relations: dict[str, int]
    taken: dict[str, int]
    untold: int

    @property
    def all(self) -> int:
        """How many late entries there are."""
        return sum(self.relations.values())

    @property
    def all_taken(self) -> int:
        """How many of them found the capital taken."""
        return sum(self.taken.values())


@dataclass(frozen=True)
class Deterred:
    """Whether a home chose the capital less often where another home had it already.

    Attributes:
        taken: share of capitals among its entries where the capital was taken.
        free: the same among its other entries.
        odds: the first against the second; ``None`` where there is nothing to compare.
    """

    taken: Share
    free: Share
    odds: Odds | None


def entries(roster: Roster, view: View) -> pd.DataFrame:
    """One row a home and country: the home's first tie there, and what it found.

    Where several ties may have been the first, the one with the earliest possible day stands for
    the entry.

    Returns:
        Columns ``country, home, tie`` (slugs), ``order`` (``first``: before every other home, or
        alone; ``late``: certainly after another; ``untold``), ``day`` (ordinal, ``-inf`` if
        unknown), ``relation`` (to the closest earlier partner of another home, "" unless late),
        ``beside`` (slug of that tie), ``capital`` (bool: the entry is with the capital, counted
        strictly or broadly as the view does) and ``capital_taken`` (bool: another home had it
        certainly before).
    """
    chosen = select(roster, view)
    rows = [
        _entry(home, list(ties.itertuples()), roster, str(country))
        for country, ties in chosen.assign(is_capital=is_capital(chosen["role"])).groupby("country")
        for home in view.homes
        if home in set(ties["home"])
    ]
    return pd.DataFrame(rows, columns=ENTRY_COLUMNS)


def late(found: pd.DataFrame) -> Late:
    """Counts of the late ones among entries made by :func:`entries`."""
    came = found[found["order"] == LATE]
    return Late(
        relations=_by_relation(came),
        taken=_by_relation(came[came["capital_taken"].astype(bool)]),
        untold=int(found.loc[found["order"] == UNTOLD, "country"].nunique()),
    )


def deterred(found: pd.DataFrame, home: str) -> Deterred:
    """How often a home entered a country by its capital, with the capital taken and without."""
    own = found[(found["home"] == home) & (found["order"] != UNTOLD)]
    taken = own["capital_taken"].astype(bool)
    shares = share_of(own.loc[taken, "capital"]), share_of(own.loc[~taken, "capital"])
    return Deterred(*shares, odds(*shares))


def overtaken(roster: Roster, view: View, after: int = ARTICLE_YEAR) -> pd.DataFrame:
    """Ties that changed the picture of a country after the article's last year.

    A tie counts if it was certainly made after that year, another home certainly had a tie in the
    country by then, and its own home had none there, or it goes to a place that the other home
    had already (the same, or one with the same seat).

    Returns:
        Rows of the selection, by day, with the columns ``entered`` (bool: the home's first tie in
        the country), ``relation`` (to the closest earlier partner of another home) and ``beside``
        (slug of that tie).
    """
    chosen = select(roster, view)
    limit = pd.Timestamp(after, 12, 31)
    found = []
    for tie in chosen[chosen["earliest"] > limit].sort_values("earliest").itertuples():
        there = chosen[chosen["country"] == tie.country]
        others = there[(there["home"] != tie.home) & (there["latest"] <= limit)]
        own = there[(there["home"] == tie.home) & ~(there["earliest"] > limit)]
        near, beside = _nearest(tie, list(others.itertuples()))
        if near and (own.empty or near != OTHER):
            found.append((tie.Index, own.empty, near, beside))
    columns = ["tie", "entered", "relation", "beside"]
    return pd.DataFrame(found, columns=columns).set_index("tie").join(chosen)


def _entry(home: str, ties: list[Any], roster: Roster, country: str) -> dict[str, Any]:
    own = [tie for tie in ties if tie.home == home]
    others = [tie for tie in ties if tie.home != home]
    entry = min(own, key=lambda tie: (span_of(tie, roster).low, span_of(tie, roster).high))
    span = span_of(entry, roster)
    before = [tie for tie in others if span_of(tie, roster).before(span)]
    by_then = min(span_of(tie, roster).high for tie in own)
    alone = all(by_then < span_of(tie, roster).low for tie in others)
    near, beside = _nearest(entry, before)
    return {
        "country": country,
        "home": home,
        "tie": entry.Index,
        "order": LATE if before else FIRST if alone else UNTOLD,
        "day": span.low,
        "relation": near,
        "beside": beside,
        "capital": entry.is_capital,
        "capital_taken": any(tie.is_capital for tie in before),
    }


def _nearest(tie: Any, others: list[Any]) -> tuple[str, str]:
    """The closest relation to any of some ties, and that tie's slug; empty of none."""
    related = {other.Index: relation(tie, other) for other in others}
    near = closest(list(related.values()))
    return near, next((slug for slug, found in related.items() if found == near), "")


def _by_relation(came: pd.DataFrame) -> dict[str, int]:
    return {kind: int((came["relation"] == kind).sum()) for kind in RELATIONS}
