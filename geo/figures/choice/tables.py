"""Shares and odds in numbers, for the tables behind the figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.figures.scene import Scene
from geo.i18n import Words
from geo.stats.fragility import changes_until_unclear
from geo.stats.proportions import Odds, Share, odds
from geo.ties.names import home_name

DIGITS = 4
"""That odds and p values are given to; their intervals are far wider."""


def shares_row(
    scene: Scene, shares: Mapping[str, Share], pair: tuple[str, str] | None
) -> dict[str, Any]:
    """The counts of each home and, where two are compared, the odds of one against the other.

    Args:
        shares: of each home.
        pair: slugs of the two homes.

    Returns:
        A number a heading in the reader's language; ``None`` where there are no odds.
    """
    words = scene.words
    row: dict[str, Any] = {}
    for home, share in shares.items():
        name = home_name(scene.roster, home, words)
        row[name] = share.count
        row[words.say("{home}: all ties", home=name)] = share.of
    if not pair:
        return row
    one, other = (home_name(scene.roster, home, words) for home in pair)
    head = words.say("Odds ratio ({one} / {other})", one=one, other=other)
    found = odds(shares[pair[0]], shares[pair[1]])
    return (
        row
        | odds_cells(head, found, words)
        | {words.say("Changed partners until not significant"): changes_until(shares, pair)}
    )


def odds_cells(head: str, found: Odds | None, words: Words) -> dict[str, float | None]:
    """An odds ratio, the ends of its interval and its p, each under its heading.

    Args:
        head: heading of the ratio.
        found: ``None`` where nothing is compared; the cells are empty then.
    """
    heads = (
        head,
        words.say("95% confidence interval from"),
        words.say("95% confidence interval to"),
        words.say("p (Fisher)"),
    )
    return dict(zip(heads, _numbers(found), strict=True))


def changes_until(shares: Mapping[str, Share], pair: tuple[str, str]) -> int | None:
    """How many partners would have to be of another kind before two shares no longer differ
    significantly; nothing where they do not.

    Args:
        shares: of each home.
        pair: slugs of the two homes, in any order.
    """
    one, other = (shares[home] for home in pair)
    if not one.of or not other.of:
        return None
    more, less = (one, other) if one.share >= other.share else (other, one)
    return changes_until_unclear(more, less)


def _numbers(found: Odds | None) -> list[float | None]:
    if found is None:
        return [None] * 4
    return [float(f"{n:.{DIGITS}g}") for n in (found.ratio, found.low, found.high, found.p)]
