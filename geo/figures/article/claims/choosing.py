"""Statements about what a home chooses: capitals, ports, cities of a rank."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from math import isinf

import pandas as pd

from geo.figures.article.claims.case import KINDS, Case, Outcome, slugs, span_of
from geo.figures.article.claims.verdict import Part, agreed, more
from geo.i18n import Words, mark
from geo.stats.proportions import Odds, Share, odds, share
from geo.ties.counts import Span
from geo.ties.roles import is_capital, is_port
from geo.ties.roster import role_column
from geo.ties.time import CERTAIN

SHARES = {
    "capital": mark("Capitals, strict: {homes}"),
    "port": mark("Sea ports (strict): {homes}"),
}
"""The shares of both homes in a few words."""

ROLE_TESTS: dict[str, Callable[[pd.Series], pd.Series]] = {"capital": is_capital, "port": is_port}


@KINDS.add(
    "chooses",
    mark(
        "Met if, by the strict and by the wide definition, more than half of the "
        "city’s partners are of this kind, and the whole exact 95% confidence "
        "interval of its odds ratio to the other city lies above 1, for every "
        "possible date of the ties."
    ),
)
def chooses(case: Case) -> Outcome:
    """Whether a home prefers a role: ``home``, ``against``, ``role`` (capital, port)."""
    home, against = case.one("home"), case.one("against")
    if case.one("role") not in ROLE_TESTS:
        raise ValueError(f"no such role: {case.one('role')}")
    own, others = case.ties(home), case.ties(against)
    parts: list[Part] = []
    figures = []
    for broad in (False, True):
        flags = [ROLE_TESTS[case.one("role")](ties[role_column(broad)]) for ties in (own, others)]
        mine, theirs = (ends(*pair) for pair in zip((own, others), flags, strict=True))
        sentences = [shares_sentence(pair, case.words) for pair in (mine, theirs)]
        parts.append(Part(_way(case, broad, sentences[0]), majority(mine)))
        parts.append(_against(case, broad, mine, theirs))
        if not broad:
            figures = [
                case.words.say("{home} {share}", home=case.home(name), share=text)
                for name, text in zip((home, against), sentences, strict=True)
            ]
    figure = case.words.say(SHARES[case.one("role")], homes=case.words.clauses(figures))
    return Outcome(figure, tuple(parts), slugs(own, others))


def _way(case: Case, broad: bool, sentence: str) -> str:
    if broad:
        return case.words.say("Wide: {share}", share=sentence)
    return case.words.say("Strict: {share}", share=sentence)


def _against(
    case: Case, broad: bool, mine: tuple[Share, Share], theirs: tuple[Share, Share]
) -> Part:
    """Whether the odds exceed 1, for the shares that the dates leave open."""
    found = [odds(one, other) for one, other in dict.fromkeys(product(mine, theirs))]
    if any(ratio is None for ratio in found):
        return Part(case.words.say("There is nothing to compare"), None)
    known = [ratio for ratio in found if ratio is not None]
    least = min(known, key=lambda ratio: ratio.low)
    answers = [_exceeds(ratio) for ratio in known]
    answer = None if None in answers else agreed(bool(one) for one in answers)
    sentence = case.words.say(
        "odds ratio {ratio}, interval {low} to {high}",
        ratio=_number(least.ratio, case.words),
        low=_number(least.low, case.words),
        high=_number(least.high, case.words),
    )
    return Part(_way(case, broad, sentence), answer)


def _exceeds(found: Odds) -> bool | None:
    """Whether the odds ratio lies above 1 with its whole interval; ``None`` if it straddles 1."""
    return more(found.low, found.high, 1.0, 1.0)


def _number(value: float, words: Words) -> str:
    return "∞" if isinf(value) else words.number(value, 1)


@KINDS.add(
    "mostly_rank",
    mark(
        "Met if more than half of the city’s partners have this rank in their "
        "countries, no other rank is as common, and the odds ratio to the other "
        "city exceeds 1 (ranked partners only). A partner without a rank may have "
        "any."
    ),
)
def mostly_rank(case: Case) -> Outcome:
    """Whether a home prefers cities of a rank: ``home``, ``against``, ``rank``."""
    home, against, rank = case.one("home"), case.one("against"), case.number("rank")
    own, others = case.ties(home), case.ties(against)
    ranked = [ties[ties["rank"].notna()] for ties in (own, others)]
    mine, theirs = (ends(ties, ties["rank"] == rank) for ties in ranked)
    unknown = len(own) - len(ranked[0])
    least, most = mine[0], share(mine[1].count + unknown, mine[1].of + unknown)
    low = share(least.count, least.of + unknown)
    figure = case.words.say(
        "Rank {rank}: {home} {share}; {unknown} more have no rank",
        rank=case.words.number(rank),
        home=case.home(home),
        share=shares_sentence(mine, case.words),
        unknown=case.words.number(unknown),
    )
    parts = (
        Part(
            case.words.say(
                "{home}: {n} of {m}",
                home=case.home(home),
                n=case.words.range(low.count, most.count),
                m=case.span(span_of(own)),
            ),
            majority((low, most)),
        ),
        _commonest(case, own, rank, unknown),
        _against(case, False, mine, theirs),
    )
    return Outcome(figure, parts, slugs(own, others))


def _commonest(case: Case, ties: pd.DataFrame, rank: int, unknown: int) -> Part:
    """Whether no other rank is as common, wherever the partners without a rank may stand."""
    counts = {
        int(each): Span(
            int((group["state"] == CERTAIN).sum()),
            len(group) + unknown,
        )
        for each, group in ties.dropna(subset=["rank"]).groupby("rank")
    }
    mine = counts.pop(rank, Span(0, unknown))
    next_most = max(counts.items(), key=lambda item: item[1].possible, default=(0, Span(0, 0)))
    sentence = case.words.say(
        "rank {rank}: {n}; rank {other}: {m}",
        rank=case.words.number(rank),
        n=case.span(mine),
        other=case.words.number(next_most[0]),
        m=case.span(next_most[1]),
    )
    answer = more(mine.certain, mine.possible, next_most[1].certain, next_most[1].possible)
    return Part(sentence, answer)


def ends(ties: pd.DataFrame, flags: pd.Series) -> tuple[Share, Share]:
    """The least and the greatest share of flagged ties that uncertain dates leave open.

    Args:
        ties: a frame with the column ``state``.
        flags: which of them count (bool).
    """
    sure = ties["state"] == CERTAIN
    counted, of = int((flags & sure).sum()), int(sure.sum())
    perhaps, perhaps_not = int((flags & ~sure).sum()), int((~flags & ~sure).sum())
    return share(counted, of + perhaps_not), share(counted + perhaps, of + perhaps)


def majority(between: tuple[Share, Share]) -> bool | None:
    """Whether a share is more than half, wherever it may lie; ``None`` of nothing."""
    if not any(end.of for end in between):
        return None
    return agreed(2 * end.count > end.of for end in between)


def shares_sentence(between: tuple[Share, Share], words: Words) -> str:
    """Counts and percentage of a share: 11–12 of 63–64 (17–19 %)."""
    low, high = between
    percents = sorted(round(100 * end.share) for end in between if end.of)
    of = sorted((low.of, high.of))
    return words.say(
        "{n} of {m} ({percent}%)",
        n=words.range(low.count, high.count),
        m=words.range(*of),
        percent=words.range(percents[0], percents[-1]) if percents else "0",
    )
