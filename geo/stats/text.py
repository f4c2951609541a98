"""Statistics as sentences write them: shares, odds, p values."""

from __future__ import annotations

from math import isfinite

from geo.i18n import Words
from geo.stats.proportions import Odds, Share


def percent(share: float, words: Words) -> str:
    """A share of 1 in whole per cent."""
    return f"{words.number(round(100 * share, 9))}%"  # 0.575 is a hair less than it says


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
    return words.between(ratio(odds.low, words), ratio(odds.high, words))


def p_value(p: float, words: Words) -> str:
    """A p value with its sign."""
    if p < 0.001:
        return f"p < {words.number(0.001, 3)}"
    if p > 0.995:
        return "p ≈ 1"
    return f"p = {words.number(p, 3 if p < 0.1 else 2)}"


def odds_text(odds: Odds, words: Words) -> str:
    """An odds ratio with its interval and p, as the end of a sentence."""
    return words.say(
        "odds ratio {ratio}, 95% confidence interval {interval}, {p}",
        ratio=ratio(odds.ratio, words),
        interval=interval(odds, words),
        p=p_value(odds.p, words),
    )
