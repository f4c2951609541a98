"""Shares among the ties in force at the end of each year, and how they went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.figures.choice.compare import Flags, are, homes_of, kinds_at_head
from geo.i18n import Words
from geo.stats.proportions import FEW
from geo.stats.text import percent
from geo.ties.names import home_name
from geo.ties.roster import Roster, role_column
from geo.ties.time import Years, in_force_at


@dataclass(frozen=True)
class AtYear:
    """A home's ties in force at the end of a year.

    Attributes:
        year: the year.
        count, of: ties of the kind among those certainly in force.
        low, high: the share if all the ties that are merely possible were not of the kind, or all
            that are of it were in force and no others (0 to 1).
    """

    year: int
    count: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The count as a share of 1."""
        return self.count / self.of


ByYear = Mapping[str, Sequence[AtYear]]
"""For each home the years in which it certainly had a tie, in order."""


def by_year(
    ties: pd.DataFrame,
    homes: Sequence[str],
    years: Years,
    kind: str,
    as_of: dt.date,
    broad: bool = False,
) -> dict[str, list[AtYear]]:
    """Shares among the ties in force at the end of each year.

    Args:
        ties: the ties to count; those that have ended too, for they were in force.
        homes: slugs, in the order of the view.
        years: first and last year.
        kind: one of :data:`geo.figures.choice.compare.KINDS`.
        as_of: the day after which nothing is known; it stands for the end of its year.
        broad: how roles are counted; a capital is one by its status at the end of the year.

    Returns:
        As :data:`ByYear`, without homes that have none.
    """
    span = range(years[0], years[1] + 1)
    moments = [min(dt.date(year, 12, 31), as_of) for year in span]
    certain, possible = in_force_at(ties, moments)
    flags = are_at(ties, kind, broad, moments)
    found: dict[str, list[AtYear]] = {}
    for home, own in homes_of(ties, homes).items():
        rows = zip(
            span,
            (certain & flags)[:, own].sum(axis=1).tolist(),
            certain[:, own].sum(axis=1).tolist(),
            (possible & flags)[:, own].sum(axis=1).tolist(),
            (possible & ~flags)[:, own].sum(axis=1).tolist(),
            strict=True,
        )
        found[home] = [
            AtYear(year, count, of, count / (of + may_not), (count + may) / (of + may))
            for year, count, of, may, may_not in rows
            if of
        ]
    return {home: rows for home, rows in found.items() if rows}


def are_at(ties: pd.DataFrame, kind: str, broad: bool, moments: Sequence[dt.date]) -> Flags:
    """Which ties are of a kind at each of several days: a row a day, a column a tie.

    A partner whose status has changed has that of its signing until the day by which the present
    one is known to hold; where that day is not known, the present one.
    """
    now, then = (are(ties[role_column(broad, at_signing)], kind) for at_signing in (False, True))
    since = ties["capital_since"].to_numpy()
    before: Flags = since > np.array(moments, dtype="datetime64[D]")[:, None]
    found: Flags = np.where(before, then, now)
    return found


def changed_status(ties: pd.DataFrame, lang: str) -> list[tuple[str, int]]:
    """The partners whose status has changed since signing, and the year of it, once each."""
    changed = ties[ties["capital_since"].notna()].drop_duplicates("place")
    years = changed["capital_since"].dt.year.tolist()
    return list(zip(changed[f"name_{lang}"], years, strict=True))


def in_force_sentence(table: ByYear, kind: str, broad: bool, roster: Roster, words: Words) -> str:
    """How the share among the ties in force went, from the first year with enough ties.

    Args:
        table: as :func:`by_year` gives it.
        kind: a key of :data:`geo.figures.choice.compare.CAPITALS_OR_PORTS`.
        broad: how roles are counted.
    """
    parts, called = [], kinds_at_head(broad)
    for home, rows in table.items():
        enough = [row for row in rows if row.of >= FEW]
        if len(enough) < 2:
            continue
        parts.append(
            words.say(
                "{home} {from_share} in {from_year}, {to_share} in {to_year}",
                home=home_name(roster, home, words),
                from_share=percent(enough[0].share, words),
                from_year=enough[0].year,
                to_share=percent(enough[-1].share, words),
                to_year=enough[-1].year,
            )
        )
    if not parts:
        return words.say("Too few ties in force to follow a share")
    return words.say(
        "{kind} among the ties in force: {homes}",
        kind=words.say(called[kind]),
        homes=words.say("; ").join(parts),
    )


def latest_sentence(table: ByYear, kind: str, broad: bool, roster: Roster, words: Words) -> str:
    """The share among the ties in force at the end of the last year, of each home with enough.

    Args:
        table, kind, broad: as :func:`in_force_sentence` takes them.
    """
    called = kinds_at_head(broad)
    last = {home: rows[-1] for home, rows in table.items() if rows[-1].of >= FEW}
    if not last:
        return words.say("Too few ties in force to follow a share")
    parts = [
        words.say(
            "{home} {share}",
            home=home_name(roster, home, words),
            share=percent(row.share, words),
        )
        for home, row in last.items()
    ]
    return words.say(
        "{kind} among the ties in force in {year}: {homes}",
        kind=words.say(called[kind]),
        year=max(row.year for row in last.values()),
        homes=words.row(parts),
    )
