"""Ports among capitals and among the other partners, and what a random choice would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geo.figures.choice.compare import are, homes_of, shares_of
from geo.stats.proportions import Share

CAPITALS, OTHERS = "capital", "other"

Groups = dict[str, dict[str, Share]]
"""Of capitals and of the other partners (:data:`CAPITALS`, :data:`OTHERS`) the share of ports of
every home."""


@dataclass(frozen=True)
class Expected:
    """What large cities drawn at random would give in place of a home's other partners.

    For each of the partners one city is drawn among the large cities of its own country that are
    no capital.

    Attributes:
        share: of sea ports to be expected, 0 to 1.
        of: how many of the partners it is computed for; the others lie in countries without such
            a city.
        million: the same where only cities of a million are drawn; ``None`` where there are none.
    """

    share: float
    of: int
    million: float | None


def ports_by_group(ties: pd.DataFrame, homes: Sequence[str], column: str) -> Groups:
    """The share of ports of every home, among its capitals and among its other partners.

    Args:
        ties: the ties to count.
        homes: slugs, in the order of the view.
        column: of ``ties`` that holds the roles.
    """
    capitals, ports = are(ties[column], "capital"), are(ties[column], "port")
    own = homes_of(ties, homes)
    return {
        group: shares_of(ports[side], {home: mine[side] for home, mine in own.items()})
        for group, side in ((CAPITALS, capitals), (OTHERS, ~capitals))
    }


def expected(ties: pd.DataFrame, home: str, rates: pd.DataFrame) -> Expected | None:
    """What chance gives for the partners of a home that are no capital, strictly counted.

    Args:
        ties: the ties to count, with ``role_strict``.
        home: its slug.
        rates: the table of base rates of a roster.

    Returns:
        ``None`` where no partner lies in a country with a large city that is no capital.
    """
    others = ties[(ties["home"] == home) & ~are(ties["role_strict"], "capital")]
    known = others["country"][others["country"].isin(rates.index)]
    shares = _shares(rates, "cities", "ports", known)
    million = _shares(rates, "cities_million", "ports_million", known)
    if not len(shares):
        return None
    return Expected(
        float(shares.mean()), len(shares), float(million.mean()) if len(million) else None
    )


def _shares(rates: pd.DataFrame, cities: str, ports: str, countries: pd.Series) -> pd.Series:
    """The share of ports in the country of each partner, where it has such a city."""
    of = pd.to_numeric(rates[cities])
    found: pd.Series = (pd.to_numeric(rates[ports]) / of)[of > 0].reindex(countries).dropna()
    return found
