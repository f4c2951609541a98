"""What a home chose before a year and since, and how much hangs on that year."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geo.figures.choice.compare import Flags, are
from geo.stats.changepoint import Split, sharpest_split
from geo.stats.exact import fisher_p
from geo.stats.proportions import CONFIDENCE, FEW, THIN, Odds, Share, odds, share_of
from geo.ties.doubts import doubts
from geo.ties.view import View

NEAR = 0.1
"""A break with a p below this is not passed over in silence."""
RISEN, FALLEN, MAY_RISE, MAY_FALL, SAME, TOO_FEW = COURSES = (
    "risen",
    "fallen",
    "may rise",
    "may fall",
    "same",
    "too few",
)
"""How a share went, as far as it can be told."""


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
        split: where the ties break most sharply, if anywhere
            (:func:`geo.stats.changepoint.sharpest_split`).
        standing: the same of those alone that still stand.
    """

    home: str
    kind: str
    year: int
    before: Share
    since: Share
    odds: Odds | None
    unsure: int
    split: Split | None = None
    standing: Split | None = None

    @property
    def course(self) -> str:
        """What may be said of the share, one of :data:`COURSES`.

        A change is certain if the two sides differ significantly and the sharpest break of the
        ties does too, whether or not ended ties count; it is uncertain if one of these says so or
        comes near (p below 0.1). Its absence is not claimed of few ties.
        """
        if self.few:
            return TOO_FEW
        breaks = [one for one in (self.split, self.standing) if one]
        if self.clear and all(one.p < 1 - CONFIDENCE for one in breaks):
            return RISEN if self.rises else FALLEN
        near = [one for one in breaks if one.p < NEAR]
        if self.clear or near:
            rises = near[0].rises if near else self.rises
            return MAY_RISE if rises else MAY_FALL
        return TOO_FEW if min(self.before.of, self.since.of) < THIN else SAME

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


def told_turn(ties: pd.DataFrame, home: str, kind: str, year: int) -> Turn:
    """The same with the sharpest break of the ties, and of those that still stand.

    Args:
        ties: the ties to count, with the columns ``role`` and ``stands``.
    """
    return replace(
        turn(ties, home, kind, year),
        split=sharpest_break(ties, home, kind),
        standing=sharpest_break(ties[ties["stands"]], home, kind),
    )


def stretches(ties: pd.DataFrame, found: Turn) -> list[tuple[int | None, Share]]:
    """The shares in three stretches: parted by the turning year, and once more before it.

    The earlier year is that which parts the ties before the turning year most sharply; it is
    picked with the data in view and tells when the share first moved, not that it did.

    Returns:
        First years (``None`` for the very first stretch) and shares; two stretches where the time
        before cannot be parted.
    """
    own = _own(ties, found.home)
    flags = are(own["role"], found.kind)
    earlier, later = _sides(own, found.year)
    early = sharpest_break(
        ties[ties["latest"] < pd.Timestamp(found.year, 1, 1)], found.home, found.kind
    )
    if early is None:
        return [(None, found.before), (found.year, found.since)]
    first, rest = _sides(own, early.year)
    parts = [(None, first), (early.year, rest & earlier), (found.year, later)]
    return [(year, share_of(flags[side])) for year, side in parts]


@dataclass(frozen=True)
class Doubtful:
    """Ties of a kind since the turning year that are open to doubt, and what is left without them.

    Attributes:
        ties: rows of the ties.
        since: the share among the others.
        p: of Fisher's exact test against the time before, without them.
    """

    ties: pd.DataFrame
    since: Share
    p: float


def doubtful(ties: pd.DataFrame, found: Turn) -> Doubtful | None:
    """What a change rests on: its ties of the kind since the turning year that are open to doubt.

    Returns:
        ``None`` where there are none.
    """
    own = ties[ties["home"] == found.home]
    _, later = _sides(own, found.year)
    since = own[later]
    doubted = (doubts(since) != "").to_numpy() & are(since["role"], found.kind)
    if not doubted.any():
        return None
    rest = share_of(are(since["role"], found.kind)[~doubted])
    before = found.before
    return Doubtful(since[doubted], rest, fisher_p(rest.count, rest.of, before.count, before.of))


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
