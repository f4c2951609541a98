"""The article's statements, tested: as of the article's day and as of today.

The statements are rows of ``claims.csv``: each names a kind of test and its parameters. A kind is
one small function, registered under its name in a module of this package; a row of a known kind
needs no code. What a statement's conditions make of it is one rule for all
(:func:`geo.figures.article.claims.verdict.verdict_of`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.figures.article.claims import (
    choosing,
    counting,
    dated,
    mostly,
    order,
    outside,
    presence,
    single,
    spreading,
)
from geo.figures.article.claims.case import Case
from geo.figures.article.claims.kinds import KINDS, Kind, Outcome
from geo.figures.article.claims.parameters import read_parameters
from geo.figures.article.claims.verdict import Verdict, today
from geo.i18n import Words
from geo.i18n.dates import last_day
from geo.ties.roster import Roster

__all__ = ["Claim", "Tested", "claims_of", "examine", "wrong_claims"]

MODULES = (choosing, counting, dated, mostly, order, outside, presence, single, spreading)
"""The modules that register kinds of tests."""

ARTICLE, OWN, SLIP = "article", "own", "slip"
"""Where a row comes from: the article states it, the question is ours, or it is a slip of its."""


@dataclass(frozen=True)
class Claim:
    """One statement of the article, in our own words.

    Attributes:
        slug: its key.
        section_en, section_zh: the part of the article that it belongs to.
        statement_en, statement_zh: what is stated.
        day: the day for which it is stated.
        kind: the name of its test.
        given: the parameters of the test, as written.
        note_en, note_zh: what a reader should know besides.
        sources: ids; the first is the source that is tested.
        origin: ``article``: the article states it; ``own``: a question of our own about it.
        located: section and paragraph of the article, ``3.2``, or ``table 1``; "" if it is not in
            it.
        quote_zh, quote_en: the article's own words, and their translation.
    """

    slug: str
    section_en: str
    section_zh: str
    statement_en: str
    statement_zh: str
    day: dt.date
    kind: str
    given: str
    note_en: str
    note_zh: str
    sources: tuple[str, ...]
    origin: str = ARTICLE
    located: str = ""
    quote_zh: str = ""
    quote_en: str = ""


@dataclass(frozen=True)
class Tested:
    """A statement with what became of it, when it was made and today."""

    claim: Claim
    rule: str
    then: Outcome
    now: Outcome

    @property
    def changed(self) -> bool:
        """Whether the verdict is another today."""
        return self.then.verdict != self.today

    @property
    def today(self) -> Verdict:
        """The verdict today: what was right and has changed since is out of date, not refuted."""
        return today(self.then.verdict, self.now.verdict)

    @property
    def of_article(self) -> bool:
        """Whether the article states it."""
        return self.claim.origin == ARTICLE

    @property
    def ties(self) -> tuple[str, ...]:
        """Every tie that was looked at, for one day or the other."""
        return tuple(dict.fromkeys((*self.then.ties, *self.now.ties)))


@lru_cache(maxsize=8)
def claims_of(roster: Roster) -> tuple[Claim, ...]:
    """The statements that come with a roster, in their order; none if it has no table of them.

    Slips of the article stand in the same table and are no statements to test (:func:`slips_of`).
    """
    return tuple(one for one in _rows(roster) if one.origin != SLIP)


def slips_of(roster: Roster) -> tuple[Claim, ...]:
    """Where the article contradicts itself, row by row; nothing is tested."""
    return tuple(one for one in _rows(roster) if one.origin == SLIP)


def _rows(roster: Roster) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            slug=row.claim,
            section_en=row.section_en,
            section_zh=row.section_zh,
            statement_en=row.statement_en,
            statement_zh=row.statement_zh,
            day=last_day(row.as_of) or dt.date.max,
            kind=row.test,
            given=row.parameters,
            note_en=row.note_en,
            note_zh=row.note_zh,
            sources=tuple(part.strip() for part in row.sources.split(";")),
            origin=getattr(row, "origin", "") or ARTICLE,
            located=getattr(row, "located", ""),
            quote_zh=getattr(row, "quote_zh", ""),
            quote_en=getattr(row, "quote_en", ""),
        )
        for row in roster.claims.itertuples()
    )


@lru_cache(maxsize=8)
def examine(roster: Roster, lang: str, claims: tuple[Claim, ...]) -> tuple[Tested, ...]:
    """Every statement, tested on the whole roster.

    Args:
        roster: what is known.
        lang: the language in which the findings are said.
        claims: the statements.

    Raises:
        ValueError: a statement, which is named, has no known test or not the parameters it needs.
    """
    found = []
    for claim in claims:
        try:
            found.append(_tested(claim, roster, Words(lang)))
        except ValueError as wrong:
            raise ValueError(f"statement {claim.slug}: {wrong}") from wrong
    return tuple(found)


def wrong_claims(roster: Roster, claims: tuple[Claim, ...]) -> Iterator[tuple[str, str, str]]:
    """The statements that cannot be tested as they are written: slug, column, what is wrong."""
    for claim in claims:
        if claim.kind not in KINDS.by_name:
            yield claim.slug, "test", f"there is no test of the name {claim.kind}"
            continue
        try:
            _tested(claim, roster, Words("en"))
        except ValueError as error:
            yield claim.slug, "parameters", str(error)


def _tested(claim: Claim, roster: Roster, words: Words) -> Tested:
    kind = _kind(claim)
    given = {"tested": claim.sources[0], **read_parameters(claim.given)}
    case = Case(roster, given, min(claim.day, roster.as_of), words)
    then, now = (_run(kind, each) for each in (case, replace(case, day=roster.as_of)))
    return Tested(claim, words.say(kind.rule), then, now)


def _run(kind: Kind, case: Case) -> Outcome:
    """The test, unless it asks for homes that our data do not hold."""
    if not case.unknown:
        return kind.run(case)
    homes = case.words.join(case.home(home) for home in case.unknown)
    return dated.nothing_known(case.words.say("{home} is not in our data", home=homes))


def _kind(claim: Claim) -> Kind:
    if claim.kind not in KINDS.by_name:
        raise ValueError(f"there is no test of the name {claim.kind}")
    return KINDS.by_name[claim.kind]
