"""What a home chose before a year and since, and how much hangs on that year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.figures.choice.compare import Flags, are
from geo.stats.changepoint import Split, sharpest_split
from geo.stats.exact import fisher_p
from geo.stats.proportions import CONFIDENCE, FEW, Odds, Share, odds, share_of
from geo.ties.time import Years
from geo.ties.view import View


@dataclass(frozen=True)
class Turn:
    """What a home chose before a year and since.

    Attributes:
        home: its slug.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        year: the first year of the time since.
        before, since: shares among the ties certainly made before the year, and in it or later.
        odds: of the time since against the time before; ``None`` where there is nothing to compare.
        unsure: ties that may lie on either side, left out.
    """

    home: str
    kind: str
    year: int
    before: Share
    since: Share
    odds: Odds | None
    unsure: int

    @property
    def few(self) -> bool:
        """Whether one of the sides is too small for any claim."""
        return min(self.before.of, self.since.of) < FEW

    @property
    def clear(self) -> bool:
        """Whether the two sides differ by more than chance."""
        return not self.few and self.odds is not None and self.odds.tells

    @property
    def rises(self) -> bool:
        """Whether the share since is the larger, by however little."""
        return self.since.share > self.before.share


def turning_year(view: View) -> int:
    """The year before and after which ties are compared: inside the years of the view."""
    return view.turning_year


def turn(ties: pd.DataFrame, home: str, kind: str, year: int) -> Turn:
    """What a home chose before a year and since.

    Args:
        ties: the ties to count, with the column ``role``.
        home: slug.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        year: the first year of the time since.
    """
    own = _own(ties, home)
    flags = are(own["role"], kind)
    earlier, later = _sides(own, year)
    before, since = share_of(flags[earlier]), share_of(flags[later])
    unsure = int((~(earlier | later)).sum())
    return Turn(home, kind, year, before, since, odds(since, before), unsure)


def steady(ties: pd.DataFrame, found: Turn) -> Years | None:
    """The turning years around the one chosen with which a clear turn stays clear.

    A year picked with the data in view proves little by itself; a turn that needs one year and no
    other is an accident. Clear here means Fisher's p below 0.05, in the same direction, with
    enough ties on both sides.

    Returns:
        First and last such year without a gap, or ``None`` where the turn itself is not clear.
    """
    own = _own(ties, found.home)
    flags = are(own["role"], found.kind)

    def holds(year: int) -> bool:
        before, since = (flags[side] for side in _sides(own, year))
        if min(len(before), len(since)) < FEW:
            return False
        if (since.mean() > before.mean()) != found.rises:
            return False
        p = fisher_p(int(since.sum()), len(since), int(before.sum()), len(before))
        return p < 1 - CONFIDENCE

    if not found.clear or not holds(found.year):
        return None
    first = last = found.year
    while holds(first - 1):
        first -= 1
    while holds(last + 1):
        last += 1
    return first, last


def sharpest_break(ties: pd.DataFrame, home: str, kind: str) -> Split | None:
    """The year that parts a home's ties most sharply into less and more of a kind.

    Args:
        ties: the ties to count, with ``role``; those whose very year is not known are left out.
        home: slug.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.

    Returns:
        As :func:`geo.stats.changepoint.sharpest_split`.
    """
    own = _own(ties, home)
    days = own["earliest"].to_numpy()
    year, latest = (side.astype("datetime64[Y]") for side in (days, own["latest"].to_numpy()))
    known = np.flatnonzero(year == latest)
    known = known[np.argsort(days[known], kind="stable")]
    flags = are(own["role"], kind)[known].tolist()
    return sharpest_split(tuple((year[known].astype(int) + 1970).tolist()), tuple(flags))


def _own(ties: pd.DataFrame, home: str) -> pd.DataFrame:
    """The columns of one home's ties that a turn is told from."""
    own = (ties["home"] == home).to_numpy()
    return pd.DataFrame({name: ties[name].array[own] for name in ("earliest", "latest", "role")})


def _sides(ties: pd.DataFrame, year: int) -> tuple[Flags, Flags]:
    """Which ties were certainly made before a year, and which certainly in it or later."""
    edge = np.datetime64(f"{year:04}-01-01")
    earlier: Flags = ties["latest"].to_numpy() < edge
    later: Flags = ties["earliest"].to_numpy() >= edge
    return earlier, later
