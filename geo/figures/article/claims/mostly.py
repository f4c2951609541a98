"""Statements about what most partners of a home are, in the whole and in the region meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pandas as pd

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.parameters import whole
from geo.figures.article.claims.verdict import Part, agreed
from geo.i18n import Words, mark
from geo.stats.proportions import Share, share
from geo.ties.regions import every_region
from geo.ties.roles import is_capital, is_port
from geo.ties.roster import role_column
from geo.ties.time import CERTAIN

ROLE_TESTS: dict[str, Callable[[pd.Series], pd.Series]] = {"capital": is_capital, "port": is_port}
HEADS = {
    "capital": mark("Capitals, strict: {shares}"),
    "port": mark("Sea ports (strict): {shares}"),
}
"""The shares in a few words, by role."""


def scopes(case: Case) -> Iterator[tuple[str, Case]]:
    """A case in the whole and, where it names its ``context``, in that region; each with a name.

    A region that our data do not name is called by its code.
    """
    yield case.words.say("all ties"), case
    if "context" not in case.given:
        return
    code, regions = case.one("context"), every_region(case.roster)
    name = getattr(regions[code], case.words.lang) if code in regions else code
    yield str(name), replace(case, given={**case.given, "region": code})


@KINDS.add(
    "mostly_role",
    mark(
        "Met if more than half of the city’s partners are of this kind (nine in ten where the "
        "article says “basically all”), by the strict and by the wide definition, among all its "
        "ties and in the region that the article speaks of, for every possible date of the ties."
    ),
)
def mostly_role(case: Case) -> Outcome:
    """Whether most partners have a role: ``home``, ``role``; ``least`` (per cent), ``context``."""
    role = case.one("role")
    if role not in ROLE_TESTS:
        raise ValueError(f"no such role: {role}")
    least = whole(case.one("least")) if "least" in case.given else None
    parts, figures, frames = [], [], []
    for name, scope in scopes(case):
        ties = scope.ties(case.one("home"))
        frames.append(ties)
        for broad in (False, True):
            between = ends(ties, ROLE_TESTS[role](ties[role_column(broad)]))
            sentence = _in_scope(case.words, name, shares_sentence(between, case.words))
            parts.append(Part(way(case, broad, sentence), reaches(between, least)))
            if not broad:
                figures.append(sentence)
    figure = case.words.say(HEADS[role], shares=case.words.clauses(figures))
    return Outcome(figure, tuple(parts), slugs(*frames))


@KINDS.add(
    "mostly_rank",
    mark(
        "Met if more than half of the city’s partners have this rank in their countries by "
        "population, among all its ties and in the region that the article speaks of. A partner "
        "without a rank may have any."
    ),
)
def mostly_rank(case: Case) -> Outcome:
    """Whether most partners are cities of a rank: ``home``, ``rank``; ``context``."""
    rank = case.number("rank")
    parts, frames = [], []
    for name, scope in scopes(case):
        ties = scope.ties(case.one("home"))
        frames.append(ties)
        unknown = ties["rank"].isna()
        low, high = (
            ends(ties, ties["rank"] == rank)[0],
            ends(ties, (ties["rank"] == rank) | unknown)[1],
        )
        sentence = _in_scope(case.words, name, shares_sentence((low, high), case.words))
        parts.append(Part(sentence, majority((low, high))))
    figure = case.words.say(
        "Rank {rank}: {shares}",
        rank=case.words.number(rank),
        shares=case.words.clauses(part.sentence for part in parts),
    )
    return Outcome(figure, tuple(parts), slugs(*frames))


def _in_scope(words: Words, name: str, share: str) -> str:
    return words.say("{scope} {share}", scope=name, share=share)


def way(case: Case, broad: bool, sentence: str) -> str:
    """What is found, with the definition by which."""
    if broad:
        return case.words.say("Wide: {share}", share=sentence)
    return case.words.say("Strict: {share}", share=sentence)


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
    return reaches(between, None)


def reaches(between: tuple[Share, Share], least: int | None) -> bool | None:
    """Whether a share is at least so many per cent, or more than half, wherever it may lie.

    Args:
        least: per cent; ``None`` for more than half.
    """
    if not any(end.of for end in between):
        return None
    if least is None:
        return agreed(2 * end.count > end.of for end in between)
    return agreed(100 * end.count >= least * end.of for end in between)


def shares_sentence(between: tuple[Share, Share], words: Words) -> str:
    """Counts and percentage of a share: 11–12 of 63–64 (17–19%)."""
    low, high = between
    percents = sorted(round(100 * end.share) for end in between if end.of)
    of = sorted((low.of, high.of))
    return words.say(
        "{n} of {m} ({percent}%)",
        n=words.range(low.count, high.count),
        m=words.range(*of),
        percent=words.range(percents[0], percents[-1]) if percents else "0",
    )
