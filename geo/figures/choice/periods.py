"""Shares among the ties made in each of several periods."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.figures.choice.compare import are, homes_of, shares_of
from geo.stats.proportions import Share
from geo.ties.time import Years, surely_made


def by_period(
    ties: pd.DataFrame, homes: Sequence[str], spans: Sequence[Years], kind: str, whole: Years
) -> dict[str, list[Share]]:
    """Shares among the ties certainly made in each period.

    Args:
        ties: the ties to count, with the column ``role``.
        homes: slugs, in the order of the view.
        spans: the periods.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        whole: the period of the roster; undated ties belong to nothing shorter.

    Returns:
        For each home a share a period, of nothing where no tie was made.
    """
    flags, own = are(ties["role"], kind), homes_of(ties, homes)
    shares = [
        shares_of(flags[made], {home: mine[made] for home, mine in own.items()})
        for made in surely_made(ties, spans, whole)
    ]
    return {home: [one[home] for one in shares] for home in homes}


def in_no_period(ties: pd.DataFrame, spans: Sequence[Years], whole: Years) -> int:
    """How many ties cannot be given to one of the periods with certainty."""
    return int((~surely_made(ties, spans, whole).any(axis=0)).sum())
