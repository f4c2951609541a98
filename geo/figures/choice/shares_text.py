"""The choice of capitals and ports, said in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figures.choice.compare import KIND_OF_PARTNER, Comparison
from geo.i18n import Words, mark
from geo.stats.proportions import FEW, Share
from geo.stats.text import count_of, odds_text, percent
from geo.ties.names import home_name
from geo.ties.roster import Roster


def headline(comparisons: Sequence[Comparison], roster: Roster, words: Words) -> str:
    """The finding of the page: for each kind of partner who chooses it more often.

    Args:
        comparisons: one a kind, over the same ties and homes.
    """
    if not any(share.of for share in comparisons[0].shares.values()):
        return words.say("No tie matches this view")
    if comparisons[0].more is None:
        return _alone(comparisons, roster, words)
    clauses = [_clause(one, roster, words) for one in comparisons]
    return words.say("; ").join(clauses)


def _clause(one: Comparison, roster: Roster, words: Words) -> str:
    """Who chooses one kind more often, or that nobody clearly does."""
    assert one.more and one.less
    message = (
        mark("{more} has the larger share of {kind} ({x}; {less} {y})")
        if one.clear
        else mark("{kind}: no significant difference ({more} {x}; {less} {y})")
    )
    return words.say(
        message,
        more=home_name(roster, one.more, words),
        less=home_name(roster, one.less, words),
        kind=words.say(KIND_OF_PARTNER[one.kind]),
        x=percent(one.shares[one.more].share, words),
        y=percent(one.shares[one.less].share, words),
    )


def _alone(comparisons: Sequence[Comparison], roster: Roster, words: Words) -> str:
    """The finding where there are not two homes to compare."""
    enough = [home for home in comparisons[0].shares if home not in comparisons[0].few]
    if not enough:
        return words.say("Too few ties in this selection to compare")
    parts = [
        words.say(
            "{percent} with {kind}",
            percent=percent(one.shares[enough[0]].share, words),
            kind=words.say(KIND_OF_PARTNER[one.kind]),
        )
        for one in comparisons
    ]
    return words.say(
        "{home} has {n} ties: {parts}",
        home=home_name(roster, enough[0], words),
        n=words.number(comparisons[0].shares[enough[0]].of),
        parts=words.join(parts),
    )


def comparison_sentence(one: Comparison, roster: Roster, words: Words) -> str:
    """One kind with its counts, and how sure the difference is."""
    return words.say(
        "Ties with {kind}: {counts}{verdict}",
        kind=words.say(KIND_OF_PARTNER[one.kind]),
        counts=counts(one.shares, roster, words),
        verdict=_verdict(one, roster, words),
    )


def counts(shares: dict[str, Share], roster: Roster, words: Words) -> str:
    """The share of each home as a count and in per cent, in a row."""
    return words.join(
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
    return difference(one, roster, words)


def difference(one: Comparison, roster: Roster, words: Words) -> str:
    """How sure the difference of the two ends is, as the end of a sentence."""
    if one.odds is None or one.more is None or one.less is None:
        return ""
    message = (
        mark(", a statistically significant difference ({more} relative to {less}: {odds})")
        if one.clear
        else mark(
            ", not a statistically significant difference ({more} relative to {less}: {odds})"
        )
    )
    return words.say(
        message,
        more=home_name(roster, one.more, words),
        less=home_name(roster, one.less, words),
        odds=odds_text(one.odds, words),
    )


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
