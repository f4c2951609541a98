"""The same question under every definition, so that nothing hangs on the choice of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from geo.figures.choice.compare import compare
from geo.stats.proportions import FEW, Odds, Share, odds
from geo.ties.roster import LEVELS, Roster, role_column
from geo.ties.select import select
from geo.ties.time import CERTAIN
from geo.ties.view import View

LEVELS_TRIED = (LEVELS[:1], LEVELS[:2])
"""Sister ties alone, and with friendly exchanges."""


@dataclass(frozen=True)
class Way:
    """One way of counting.

    Attributes:
        broad: whether roles are counted broadly.
        levels: of the ties that count.
        ended: whether ties that have ended count too.
        at_signing: whether a capital is one that was a capital when the tie was made.
    """

    broad: bool
    levels: tuple[str, ...]
    ended: bool
    at_signing: bool


@dataclass(frozen=True)
class Outcome:
    """What one way of counting gives for one kind of partner.

    Attributes:
        shares: of each home of the view, in its order.
        odds: of one home against another, the same two in every way; ``None`` where they cannot
            be compared.
    """

    shares: tuple[tuple[str, Share], ...]
    odds: Odds | None

    def share(self, home: str) -> Share:
        """The share of one home."""
        return dict(self.shares)[home]


WAYS = tuple(
    Way(broad, levels, ended, at_signing)
    for levels, broad, ended, at_signing in product(
        LEVELS_TRIED, (False, True), (False, True), (False, True)
    )
)


def way_of(view: View) -> Way | None:
    """The way in which the figures of a view are counted, if it is one of :data:`WAYS`."""
    if view.levels not in LEVELS_TRIED:
        return None
    return Way(view.broad, view.levels, ended=False, at_signing=False)


@lru_cache(maxsize=64)
def outcome(
    roster: Roster, view: View, way: Way, kind: str, pair: tuple[str, str] | None
) -> Outcome:
    """What a view's ties say of a kind of partner if counted in one way.

    Args:
        roster, view: what to count; the view's own levels, roles and ended ties are set aside.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        pair: the two homes of the odds ratio, the first against the second.
    """
    chosen = select(roster, view.but(levels=way.levels, ended=way.ended, roles=()))
    ties = chosen[chosen["made"] == CERTAIN]
    column = role_column(way.broad, way.at_signing)
    shares = compare(ties, view.homes, kind, column).shares
    return Outcome(tuple(shares.items()), _odds(shares, pair))


def _odds(shares: dict[str, Share], pair: Sequence[str] | None) -> Odds | None:
    if pair is None or min(shares[home].of for home in pair) < FEW:
        return None
    return odds(shares[pair[0]], shares[pair[1]])
