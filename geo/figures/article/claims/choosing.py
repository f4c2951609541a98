"""Statements about two homes that choose differently."""

from __future__ import annotations

from itertools import product
from math import isinf

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.mostly import HEADS, ROLE_TESTS, ends, scopes, shares_sentence, way
from geo.figures.article.claims.verdict import Part, agreed, more
from geo.i18n import Words, mark
from geo.stats.proportions import Odds, Share, odds
from geo.ties.roster import role_column


@KINDS.add(
    "chooses",
    mark(
        "Met if, by the strict and by the wide definition, the whole exact 95% confidence interval "
        "of the odds ratio of the one city to the other lies above 1, among all ties and in the "
        "region that the article speaks of, for every possible date of the ties. Open where it "
        "includes 1."
    ),
)
def chooses(case: Case) -> Outcome:
    """Whether a role is more common with a home: ``home``, ``against``, ``role``; ``context``."""
    home, against, role = case.one("home"), case.one("against"), case.one("role")
    if role not in ROLE_TESTS:
        raise ValueError(f"no such role: {role}")
    parts, figures, frames = [], [], []
    for name, scope in scopes(case):
        both = [scope.ties(one) for one in (home, against)]
        frames += both
        for broad in (False, True):
            flags = [ROLE_TESTS[role](ties[role_column(broad)]) for ties in both]
            mine, theirs = (ends(*pair) for pair in zip(both, flags, strict=True))
            parts.append(_against(case, broad, name, (mine, theirs)))
            if not broad:
                figures.append(_both(case, name, mine, theirs))
    figure = case.words.say(HEADS[role], shares=case.words.say("; ").join(figures))
    return Outcome(figure, tuple(parts), slugs(*frames))


Ends = tuple[Share, Share]
"""The least and the greatest share that uncertain dates leave open."""


def _both(case: Case, name: str, mine: Ends, theirs: Ends) -> str:
    """The shares of both homes in a scope."""
    homes = (case.one("home"), case.one("against"))
    shares = case.words.clauses(
        case.words.say(
            "{home} {share}", home=case.home(home), share=shares_sentence(found, case.words)
        )
        for home, found in zip(homes, (mine, theirs), strict=True)
    )
    return case.words.say("{scope}: {shares}", scope=name, shares=shares)


def _against(case: Case, broad: bool, name: str, both: tuple[Ends, Ends]) -> Part:
    """Whether the odds exceed 1, for the shares that the dates leave open."""
    found = [odds(one, other) for one, other in dict.fromkeys(product(*both))]
    if any(ratio is None for ratio in found):
        nothing = case.words.say("There is nothing to compare")
        return Part(way(case, broad, f"{name}{case.words.say(': ')}{nothing}"), None)
    known = [ratio for ratio in found if ratio is not None]
    least = min(known, key=lambda ratio: ratio.low)
    answers = [_exceeds(ratio) for ratio in known]
    answer = None if None in answers else agreed(bool(one) for one in answers)
    sentence = case.words.say(
        "{scope}, odds ratio {ratio}, interval {low} to {high}",
        scope=name,
        ratio=_number(least.ratio, case.words),
        low=_number(least.low, case.words),
        high=_number(least.high, case.words),
    )
    return Part(way(case, broad, sentence), answer)


def _exceeds(found: Odds) -> bool | None:
    """Whether the odds ratio lies above 1 with its whole interval; ``None`` if it straddles 1."""
    return more(found.low, found.high, 1.0, 1.0)


def _number(value: float, words: Words) -> str:
    return "∞" if isinf(value) else words.number(value, 1)
