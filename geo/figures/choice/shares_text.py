"""The choice of capitals and ports, said in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.choice.compare import Comparison, kinds_called
from geo.i18n import Words, mark
from geo.stats.proportions import FEW, Share
from geo.stats.text import count_of, odds_text, percent
from geo.ties.names import home_name
from geo.ties.roster import Roster


def headline(comparisons: Sequence[Comparison], broad: bool, roster: Roster, words: Words) -> str:
    """The finding of the page: for each kind of partner who has the larger share of it.

    Args:
        comparisons: one a kind, over the same ties and homes.
        broad: how roles are counted.
    """
    if not any(share.of for share in comparisons[0].shares.values()):
        return words.say("No tie matches this selection")
    if comparisons[0].more is None:
        return _alone(comparisons, broad, roster, words)
    if _opposed(comparisons):
        return _opposed_sentence(comparisons, broad, roster, words)
    found = words.say("; ").join(_clause(one, broad, roster, words) for one in comparisons)
    return found[:1].upper() + found[1:]


def _opposed(comparisons: Sequence[Comparison]) -> bool:
    """Whether of two kinds the one home clearly has more of the one, the other of the other."""
    if len(comparisons) != 2 or not all(one.clear for one in comparisons):
        return False
    first, second = comparisons
    return first.more == second.less and first.less == second.more


def _opposed_sentence(
    comparisons: Sequence[Comparison], broad: bool, roster: Roster, words: Words
) -> str:
    first, second = comparisons
    assert first.more and first.less
    called = kinds_called(broad)
    shares = [
        percent(one.shares[home].share, words)
        for one in comparisons
        for home in (one.more, one.less)
        if home
    ]
    return words.say(
        "{more} has the larger share of {kind} ({x} to {y}), {less} of {other} ({v} to {w})",
        more=home_name(roster, first.more, words),
        less=home_name(roster, first.less, words),
        kind=words.say(called[first.kind]),
        other=words.say(called[second.kind]),
        **dict(zip("xyvw", shares, strict=True)),
    )


def _clause(one: Comparison, broad: bool, roster: Roster, words: Words) -> str:
    """Who has the larger share of one kind, or that nobody clearly has."""
    assert one.more and one.less
    called = kinds_called(broad)
    message = (
        mark("{more} has the larger share of {kind} ({x}; {less} {y})")
        if one.clear
        else mark("{kind}: not significant ({more} {x}; {less} {y})")
    )
    return words.say(
        message,
        more=home_name(roster, one.more, words),
        less=home_name(roster, one.less, words),
        kind=words.say(called[one.kind]),
        x=percent(one.shares[one.more].share, words),
        y=percent(one.shares[one.less].share, words),
    )


def _alone(comparisons: Sequence[Comparison], broad: bool, roster: Roster, words: Words) -> str:
    """The finding where there are not two homes to compare."""
    called = kinds_called(broad)
    enough = [home for home in comparisons[0].shares if home not in comparisons[0].few]
    if not enough:
        return words.say("Too few ties in this selection to compare")
    parts = [
        words.say(
            "{percent} with {kind}",
            percent=percent(one.shares[enough[0]].share, words),
            kind=words.say(called[one.kind]),
        )
        for one in comparisons
    ]
    return words.say(
        "{home} has {n} ties: {parts}",
        home=home_name(roster, enough[0], words),
        n=words.number(comparisons[0].shares[enough[0]].of),
        parts=words.clauses(parts),
    )


def comparison_sentence(one: Comparison, broad: bool, roster: Roster, words: Words) -> str:
    """One kind with its counts, and how sure the difference is."""
    called = kinds_called(broad)
    return words.say(
        "Ties with {kind}: {counts}{verdict}",
        kind=words.say(called[one.kind]),
        counts=counts(one.shares, roster, words),
        verdict=_verdict(one, roster, words),
    )


def counts(shares: dict[str, Share], roster: Roster, words: Words) -> str:
    """The share of each home as a count and in per cent, in a row."""
    return words.clauses(
        words.say(
            "{home} {count}", home=home_name(roster, home, words), count=count_of(share, words)
        )
        for home, share in shares.items()
    )


def _verdict(one: Comparison, roster: Roster, words: Words) -> str:
    """What may be said of the difference, as the end of a sentence."""
    if len(one.shares) < 2 or one.more is None or one.less is None:
        return ""
    if one.odds is None:
        return words.say(", no difference")
    return _difference_clause(one, roster, words)


def difference(one: Comparison, roster: Roster, words: Words) -> str:
    """How sure the difference of the two ends is, as a sentence; "" where there is none."""
    if one.odds is None or one.more is None or one.less is None:
        return ""
    message = (
        mark("The difference is statistically significant ({more} relative to {less}: {odds}).")
        if one.clear
        else mark(
            "The difference is not statistically significant ({more} relative to {less}: {odds})."
        )
    )
    return _of_odds(message, one, roster, words)


def _of_odds(message: str, one: Comparison, roster: Roster, words: Words) -> str:
    assert one.more and one.less and one.odds
    return words.say(
        message,
        more=home_name(roster, one.more, words),
        less=home_name(roster, one.less, words),
        odds=odds_text(one.odds, words),
    )


def _difference_clause(one: Comparison, roster: Roster, words: Words) -> str:
    """The same as the end of a sentence."""
    message = (
        mark(", a statistically significant difference ({more} relative to {less}: {odds})")
        if one.clear
        else mark(
            ", not a statistically significant difference ({more} relative to {less}: {odds})"
        )
    )
    return _of_odds(message, one, roster, words)


def cautions(one: Comparison, roster: Roster, words: Words) -> list[str]:
    """What keeps a comparison from being made or from being simple, a sentence each."""
    sentences = []
    if len(one.shares) < 2:
        sentences.append(words.say("An odds ratio compares two cities; one is selected."))
    for home in one.few:
        sentences.append(
            words.count(
                "{home} has {n} tie in this selection; with fewer than {few} no conclusion "
                "is drawn.",
                "{home} has {n} ties in this selection; with fewer than {few} no conclusion"
                " is drawn.",
                one.shares[home].of,
                home=home_name(roster, home, words),
                few=words.number(FEW),
            )
        )
    if len(one.shares) > 2 and one.more and one.less:
        sentences.append(
            words.say(
                "Of {n} cities the highest and the lowest share are compared; picked for "
                "their distance, they differ more easily than any two named beforehand.",
                n=words.number(len(one.shares)),
            )
        )
    return sentences
