"""Figures as sentences write them: shares, odds, p values, homes."""

from __future__ import annotations

from math import isfinite

from geo.measure.shares import Odds, Share
from geo.ties.roster import Roster
from geo.words import Words


def percent(share: float, words: Words) -> str:
    """A share of 1 in whole per cent."""
    return f"{words.number(100 * share)}%"


def count_of(share: Share, words: Words) -> str:
    """A share as a count and in per cent; a count of nothing has no per cent."""
    count, of = words.number(share.count), words.number(share.of)
    if not share.of:
        return words.say("{count} of {of}", count=count, of=of)
    return words.say(
        "{count} of {of} ({percent})", count=count, of=of, percent=percent(share.share, words)
    )


def ratio(value: float, words: Words) -> str:
    """An odds ratio or an end of its interval: as many decimals as it deserves."""
    if not isfinite(value):
        return "∞"
    return words.number(value, 2 if value < 1 else 1 if value < 100 else 0)


def interval(odds: Odds, words: Words) -> str:
    """The two ends of an odds ratio's interval."""
    return f"{ratio(odds.low, words)}–{ratio(odds.high, words)}"


def p_value(p: float, words: Words) -> str:
    """A p value with its sign."""
    if p < 0.001:
        return f"p < {words.number(0.001, 3)}"
    if p > 0.995:
        return "p ≈ 1"
    return f"p = {words.number(p, 3 if p < 0.1 else 2)}"


def odds_said(odds: Odds, words: Words) -> str:
    """An odds ratio with its interval and p, as the end of a sentence."""
    return words.say(
        "odds ratio {ratio}, 95% interval {interval}, {p}",
        ratio=ratio(odds.ratio, words),
        interval=interval(odds, words),
        p=p_value(odds.p, words),
    )


def name_of(roster: Roster, home: str, words: Words) -> str:
    """The name of a home."""
    return words.of(roster.homes.loc[home], "name")


def years_said(years: tuple[int, int], end: int) -> str:
    """A period in the fewest signs: 1973–89, 2013–, 2024.

    Args:
        end: the last year of the roster; a period that reaches it is still open.
    """
    first, last = years
    if last >= end:
        return f"{first}–"
    if first == last:
        return str(first)
    same_century = first // 100 == last // 100
    return f"{first}–{last % 100:02d}" if same_century else f"{first}–{last}"
