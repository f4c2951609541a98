"""What a home chooses: capitals, ports, both; and whether two homes choose differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.i18n import mark
from geo.stats.proportions import FEW, Odds, Share, odds, share_of
from geo.ties.time import CERTAIN

Flags = npt.NDArray[np.bool_]
"""For each tie whether something is so."""

KINDS = ("capital", "port", "both")
"""What a partner can count as; a capital that is a port counts in all three."""

CAPITALS_OR_PORTS = {"capital": mark("capitals"), "port": mark("ports")}
KIND_OF_PARTNER = {**CAPITALS_OR_PORTS, "both": mark("capitals that are ports")}
"""What partners of a kind are called together."""
KIND_STRICTLY = {
    "capital": mark("capitals"),
    "port": mark("sea ports"),
    "both": mark("capitals that are sea ports"),
}
"""The same where roles are counted strictly: then only sea ports are ports."""

KIND_IN_SHORT = {**CAPITALS_OR_PORTS, "both": mark("both")}
KIND_IN_SHORT_STRICTLY = KIND_IN_SHORT | {"port": mark("sea ports")}
KIND_AT_HEAD = {"capital": mark("Capitals"), "port": mark("Ports")}
"""The same where a line begins with it."""
KIND_AT_HEAD_STRICTLY = {"capital": mark("Capitals"), "port": mark("Sea ports")}


def kinds_called(broad: bool) -> dict[str, str]:
    """What partners of a kind are called together (messages), as roles are counted."""
    return KIND_OF_PARTNER if broad else KIND_STRICTLY


def kinds_in_short(broad: bool) -> dict[str, str]:
    """The same in one word."""
    return KIND_IN_SHORT if broad else KIND_IN_SHORT_STRICTLY


def kinds_at_head(broad: bool) -> dict[str, str]:
    """The same where a line begins with it."""
    return KIND_AT_HEAD if broad else KIND_AT_HEAD_STRICTLY


COUNTED_AS = {
    False: mark("Strict: national capitals and sea ports"),
    True: mark("Wide: also regions that contain a capital, river and lake ports"),
}
"""What counts as a capital or a port, strictly and broadly."""

_ROLES = {"capital": ("capital", "both"), "port": ("port", "both"), "both": ("both",)}


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

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two homes that are compared, the one with the larger share first."""
        return (self.more, self.less) if self.more and self.less else None


def counted(chosen: pd.DataFrame) -> pd.DataFrame:
    """The ties of a selection that shares count: certainly made in its years, and standing.

    Args:
        chosen: a selection made by :func:`geo.ties.select.select`.
    """
    return chosen[chosen["stands"] & (chosen["made"] == CERTAIN)]


def left_out(chosen: pd.DataFrame) -> int:
    """How many standing ties of a selection are only possible, and so left out of shares."""
    return int((chosen["stands"] & (chosen["made"] != CERTAIN)).sum())


def are(roles: pd.Series, kind: str) -> Flags:
    """Which of a column of roles are of a kind (one of :data:`KINDS`)."""
    return cells_are(roles.to_numpy(dtype=object), kind)


def cells_are(roles: npt.NDArray[np.object_], kind: str) -> Flags:
    """Which of some roles are of a kind (one of :data:`KINDS`)."""
    flags: Flags = np.logical_or.reduce([roles == role for role in _ROLES[kind]]).astype(bool)
    return flags


def homes_of(ties: pd.DataFrame, homes: Sequence[str]) -> dict[str, Flags]:
    """For each home which of the ties are its own."""
    cells = ties["home"].to_numpy(dtype=object)
    return {home: (cells == home).astype(bool) for home in homes}


def shares_of(flags: Flags, own: dict[str, Flags]) -> dict[str, Share]:
    """The share of flagged ties among those of each home.

    Args:
        flags: for each tie whether it is of some kind.
        own: for each home which of the ties are its own (:func:`homes_of`).
    """
    return {home: share_of(flags[mine]) for home, mine in own.items()}


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
    return contrast(are(ties[column], kind), ties, homes, kind)


def contrast(flags: Flags, ties: pd.DataFrame, homes: Sequence[str], kind: str) -> Comparison:
    """The shares of flagged ties of each home, and its two ends against each other.

    Args:
        flags: for each of the ties whether it is of the kind.
        ties: the ties to count.
        homes: slugs, in the order of the view.
        kind: what the flags stand for.
    """
    shares = shares_of(flags, homes_of(ties, homes))
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


def shares_by_kind(
    ties: pd.DataFrame, homes: Sequence[str], column: str = "role"
) -> dict[str, dict[str, Share]]:
    """For each of :data:`KINDS` the share of every home, in the order of the view.

    Args:
        ties: the ties to count.
        column: of ``ties`` that holds the roles.
    """
    roles, own = ties[column].to_numpy(dtype=object), homes_of(ties, homes)
    return {kind: shares_of(cells_are(roles, kind), own) for kind in KINDS}
