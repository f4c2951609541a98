"""What a home chooses: capitals, ports, both; and whether two homes choose differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.i18n import mark
from geo.stats.proportions import FEW, Odds, Share, odds, share_of
from geo.ties.roles import is_capital, is_port
from geo.ties.time import CERTAIN

KINDS = ("capital", "port", "both")
"""What a partner can count as; a capital that is a port counts in all three."""

CAPITALS_OR_PORTS = {"capital": mark("capitals"), "port": mark("ports")}
KIND_OF_PARTNER = {**CAPITALS_OR_PORTS, "both": mark("capitals that are ports")}
"""What partners of a kind are called together."""

COUNTED_AS = {
    False: mark("Strictly: national capitals and sea ports"),
    True: mark("Broadly: also regions that hold a capital, river and lake ports"),
}
"""What counts as a capital or a port, strictly and broadly."""

KIND_IN_SHORT = {**CAPITALS_OR_PORTS, "both": mark("both")}

_FLAGS: dict[str, Callable[[pd.Series], pd.Series]] = {
    "capital": is_capital,
    "port": is_port,
    "both": lambda roles: roles.eq("both"),
}


@dataclass(frozen=True)
class Comparison:
    """The shares of one kind among the ties of each home, and its two ends against each other.

    Attributes:
        kind: one of :data:`KINDS`.
        shares: of every home of the view, in the view's order.
        few: homes with fewer than :data:`FEW` ties; they are not compared.
        more, less: the homes with the highest and the lowest share; ``None`` with fewer than two
            homes to compare. With two homes they are the two.
        odds: of ``more`` against ``less``; ``None`` where there is nothing to compare, or where
            all or none of the ties of both are of the kind.
    """

    kind: str
    shares: dict[str, Share]
    few: tuple[str, ...]
    more: str | None
    less: str | None
    odds: Odds | None

    @property
    def clear(self) -> bool:
        """Whether the two differ by more than chance."""
        return self.odds is not None and self.odds.tells


def counted(chosen: pd.DataFrame) -> pd.DataFrame:
    """The ties of a selection that shares count: certainly made in its years, and standing.

    Args:
        chosen: a selection made by :func:`geo.ties.select.select`.
    """
    return chosen[chosen["stands"] & (chosen["made"] == CERTAIN)]


def left_out(chosen: pd.DataFrame) -> int:
    """How many standing ties of a selection are only possible, and so left out of shares."""
    return int((chosen["stands"] & (chosen["made"] != CERTAIN)).sum())


def are(roles: pd.Series, kind: str) -> pd.Series:
    """Which of a column of roles are of a kind (one of :data:`KINDS`), as flags (bool)."""
    return _FLAGS[kind](roles)


def compare(
    ties: pd.DataFrame, homes: Sequence[str], kind: str, column: str = "role"
) -> Comparison:
    """How often each home chose a kind of partner, and whether the ends differ by more than chance.

    Args:
        ties: the ties to count, every one of them.
        homes: slugs, in the order of the view.
        kind: one of :data:`KINDS`.
        column: of ``ties`` that holds the roles.
    """
    return contrast(are(ties[column], kind), ties["home"], homes, kind)


def contrast(flags: pd.Series, home: pd.Series, homes: Sequence[str], kind: str) -> Comparison:
    """The shares of flagged ties of each home, and its two ends against each other.

    Args:
        flags: for each tie whether it is of the kind (bool).
        home: the slug of its home.
        homes: slugs, in the order of the view.
        kind: what the flags stand for.
    """
    shares = {one: share_of(flags[home == one]) for one in homes}
    ranked = sorted(
        (one for one in homes if shares[one].of >= FEW), key=lambda one: -shares[one].share
    )
    more, less = (ranked[0], ranked[-1]) if len(ranked) > 1 else (None, None)
    return Comparison(
        kind=kind,
        shares=shares,
        few=tuple(one for one in homes if shares[one].of < FEW),
        more=more,
        less=less,
        odds=odds(shares[more], shares[less]) if more and less else None,
    )


def share_table(
    ties: pd.DataFrame, homes: Sequence[str], column: str, kinds: Sequence[str] = KINDS
) -> pd.DataFrame:
    """Shares as a frame for a picture.

    Returns:
        One row a kind and home: ``kind``, ``home`` (slugs), ``count``, ``of`` (ties), ``share``,
        ``low``, ``high`` (0 to 1; the share ``NaN`` where there is no tie).
    """
    rows = [
        {
            "kind": kind,
            "home": home,
            "count": found.count,
            "of": found.of,
            "share": found.share,
            "low": found.low,
            "high": found.high,
        }
        for kind in kinds
        for home, found in compare(ties, homes, kind, column).shares.items()
    ]
    return pd.DataFrame(rows, columns=["kind", "home", "count", "of", "share", "low", "high"])
