"""Statements about how many."""

from __future__ import annotations

import pandas as pd

from geo.figures.article.claims.case import Case, slugs, span_of
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.parameters import whole
from geo.figures.article.claims.verdict import Part, about_equal, equals, more
from geo.figures.article.official import count_sentence
from geo.figures.article.ours import COUNTRIES, TOTAL
from geo.i18n import mark
from geo.ties.counts import Span
from geo.ties.roster import LEVELS

PARTS_OF_A_COUNT = LEVELS
"""Columns of the official counts that should add up to their ``total``."""


@KINDS.add(
    "counts",
    mark(
        "Each number is met if it is ours for every possible date of the ties; a "
        "tie without any date may have been in force on any day."
    ),
)
def counts(case: Case) -> Outcome:
    """Numbers of ties or countries: ``home``, ``expect`` (total, countries or a level, number)."""
    home = case.one("home")
    all_ties = case.ties(home)
    parts, figures = [], []
    for what, number in case.pairs("expect"):
        found, stated = _count(case, home, what), whole(number)
        parts.append(
            Part(
                case.words.say(
                    "{figure}; stated: {n}",
                    figure=count_sentence(what, found, case.words),
                    n=case.words.number(stated),
                ),
                equals(found, stated),
            )
        )
        figures.append(count_sentence(what, found, case.words))
    return Outcome(case.words.clauses(figures), tuple(parts), slugs(all_ties))


def _count(case: Case, home: str, what: str) -> Span:
    """Ties of a home in all, of one level, or their countries."""
    if what in LEVELS:
        return span_of(case.ties(home, levels=(what,)))
    if what not in (TOTAL, COUNTRIES):
        raise ValueError(f"{what} is nothing that is counted")
    return span_of(case.ties(home), "country" if what == COUNTRIES else None)


@KINDS.add(
    "sums",
    mark(
        "Met if the kinds listed add up to the total; not met if they exceed it. Open if they are "
        "fewer: the rest may be of a kind that is not listed. This is arithmetic, at any time."
    ),
)
def sums(case: Case) -> Outcome:
    """Whether an official count adds up: ``count``, its key in the table of official counts."""
    key = case.one("count")
    if key not in case.roster.official_counts.index:
        raise ValueError(f"no such official count: {key}")
    row = case.roster.official_counts.loc[key]
    if not row["total"]:
        raise ValueError(f"the official count {key} gives no total")
    numbers = [int(row[column]) for column in PARTS_OF_A_COUNT if row[column]]
    total, stated = sum(numbers), int(row["total"])
    addition = " + ".join(case.words.number(number) for number in numbers)
    rest = case.words.number(stated - total)
    values = {
        "sum": addition,
        "n": case.words.number(total),
        "m": case.words.number(stated),
    }
    sentence = (
        case.words.say("{sum} = {n}, as stated", **values)
        if total == stated
        else case.words.say("{sum} = {n} of {m}; {rest} are not listed", rest=rest, **values)
        if total < stated
        else case.words.say("{sum} = {n}, not {m}", **values)
    )
    answer = None if total < stated else total == stated
    return Outcome(sentence, (Part(sentence, answer),))


def _of_both(
    case: Case, homes: tuple[str, str]
) -> tuple[dict[str, pd.DataFrame], dict[str, Span], str]:
    """The ties of two homes, how many they are, and these numbers in a sentence."""
    ties = {home: case.ties(home) for home in homes}
    found = {home: span_of(frame) for home, frame in ties.items()}
    sentence = case.words.row(
        case.words.say("{home} {n}", home=case.home(home), n=case.span(span))
        for home, span in found.items()
    )
    return ties, found, sentence


@KINDS.add("more_ties", mark("Met if the one city has more ties than the other on that day."))
def more_ties(case: Case) -> Outcome:
    """Whether one home has more ties than another: ``homes``, the one with more first."""
    one, other = case.pair("homes")
    ties, found, sentence = _of_both(case, (one, other))
    mine, theirs = found[one], found[other]
    answer = more(mine.certain, mine.possible, theirs.certain, theirs.possible)
    return Outcome(sentence, (Part(sentence, answer),), slugs(*ties.values()))


@KINDS.add(
    "about_as_many",
    mark("Met if the numbers of the two cities differ by at most a fifth of the larger one."),
)
def about_as_many(case: Case) -> Outcome:
    """Whether two homes have about as many ties: ``homes``, two; ``region`` or ``country``."""
    one, other = case.pair("homes")
    ties, found, sentence = _of_both(case, (one, other))
    return Outcome(
        sentence,
        (Part(sentence, about_equal(found[one], found[other], 20)),),
        slugs(*ties.values()),
    )
