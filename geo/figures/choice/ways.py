"""The same question under every definition, so that nothing hangs on the choice of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from geo.figures.choice.compare import Flags, are, homes_of, shares_of
from geo.stats.proportions import FEW, Odds, Share, odds
from geo.ties.roles import NEAR_SIZES, evidence_of, port_by_rule
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
        harbours: by what a port is one: "" for the role of the partner; :data:`BY_RULE`,
            :data:`LARGE_ONLY`.
    """

    broad: bool
    levels: tuple[str, ...]
    ended: bool
    at_signing: bool
    harbours: str = ""


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

BY_RULE, LARGE_ONLY = "rule", "large"
"""By the rule over the World Port Index alone, without a single override; and the same where only
large and medium harbours make a port."""
HARBOUR_WAYS = tuple(
    Way(False, LEVELS_TRIED[0], False, False, harbours) for harbours in (BY_RULE, LARGE_ONLY)
)


def ways_for(roster: Roster, kind: str) -> tuple[Way, ...]:
    """The ways of counting a kind of partner; of ports two more, where places have evidence."""
    evident = "wpi_km" in roster.places and (roster.places["wpi_km"] != "").any()
    return WAYS + HARBOUR_WAYS if kind == "port" and evident else WAYS


def _ports(roster: Roster, ties: pd.DataFrame, harbours: str) -> Flags:
    """Which ties are with a sea port, as its harbours alone make it one."""
    known = roster.places.to_dict("index")
    ports = [_is_port(known[place], harbours) for place in ties["place"]]
    return np.array(ports, dtype=bool)


def _is_port(place: Mapping[str, str], harbours: str) -> bool:
    evidence = evidence_of(place)
    large = evidence.size in NEAR_SIZES or harbours == BY_RULE
    return large and port_by_rule(evidence) == "sea"


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
        For each kind an outcome a way, in the order of :func:`ways_for`.
    """
    chosen = select(roster, view.but(levels=LEVELS_TRIED[-1], ended=True, roles=()))
    ties = chosen[chosen["made"] == CERTAIN]
    own = homes_of(ties, view.homes)
    counts = {way: _counting(ties, way) for way in WAYS + HARBOUR_WAYS}
    found = {}
    for kind, pair in pairs.items():
        found[kind] = [
            Outcome(way, shares, _odds(shares, pair))
            for way in ways_for(roster, kind)
            for flags in [_flags(roster, ties, way, kind)]
            for shares in [
                shares_of(flags, {home: mine & counts[way] for home, mine in own.items()})
            ]
        ]
    return found


def _flags(roster: Roster, ties: pd.DataFrame, way: Way, kind: str) -> Flags:
    """Which ties are of a kind, counted in a way."""
    if way.harbours:
        return _ports(roster, ties, way.harbours)
    return are(ties[role_column(way.broad, way.at_signing)], kind)


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
