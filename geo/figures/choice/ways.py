"""The same question under every definition, so that nothing hangs on the choice of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from geo.figures.choice.compare import Flags, are, homes_of, shares_of
from geo.stats.proportions import FEW, Odds, Share, odds
from geo.ties.roster import LEVELS, Roster, role_column
from geo.ties.select import select
from geo.ties.time import CERTAIN
from geo.ties.view import View

LEVELS_TRIED = (LEVELS[:1], LEVELS[:2])
"""Sister ties alone, and with friendly exchanges."""

Pair = tuple[str, str]
"""The two homes of an odds ratio, the first against the second."""


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
        way: of counting.
        shares: of each home of the view, in its order.
        odds: of one home against another, the same two in every way; ``None`` where they cannot
            be compared.
    """

    way: Way
    shares: Mapping[str, Share]
    odds: Odds | None


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


def outcomes(
    roster: Roster, view: View, pairs: Mapping[str, Pair | None]
) -> dict[str, list[Outcome]]:
    """What a view's ties say of each kind of partner, counted in every way.

    Args:
        roster: of which data.
        view: what to count; its own levels, roles and ended ties are set aside.
        pairs: the two homes to set against each other, if any, by kind of partner (keys of
            :data:`geo.figures.choice.compare.CAPITALS_OR_PORTS`).

    Returns:
        For each kind an outcome a way, in the order of :data:`WAYS`.
    """
    chosen = select(roster, view.but(levels=LEVELS_TRIED[-1], ended=True, roles=()))
    ties = chosen[chosen["made"] == CERTAIN]
    own = homes_of(ties, view.homes)
    roles = {way: ties[role_column(way.broad, way.at_signing)] for way in WAYS}
    counts = {way: _counting(ties, way) for way in WAYS}
    found = {}
    for kind, pair in pairs.items():
        found[kind] = [
            Outcome(way, shares, _odds(shares, pair))
            for way in WAYS
            for flags in [are(roles[way], kind)]
            for shares in [
                shares_of(flags, {home: mine & counts[way] for home, mine in own.items()})
            ]
        ]
    return found


def _counting(ties: pd.DataFrame, way: Way) -> Flags:
    """Which ties count in a way, whatever their roles."""
    level = ties["level"].to_numpy(dtype=object)
    of_level = np.logical_or.reduce([level == one for one in way.levels]).astype(bool)
    flags: Flags = of_level & (ties["stands"].to_numpy(dtype=bool) | way.ended)
    return flags


def _odds(shares: Mapping[str, Share], pair: Sequence[str] | None) -> Odds | None:
    if pair is None or min(shares[home].of for home in pair) < FEW:
        return None
    return odds(shares[pair[0]], shares[pair[1]])
