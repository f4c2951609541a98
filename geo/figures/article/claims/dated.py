"""Statements about single ties: which there are, and since when."""

from __future__ import annotations

from typing import Any

import pandas as pd

from geo.figures.article.claims.case import Case, slugs
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.parameters import date
from geo.figures.article.claims.verdict import Part
from geo.i18n import mark
from geo.i18n.dates import first_day, last_day
from geo.ties.time import CERTAIN


@KINDS.add(
    "made_on",
    mark(
        "Met if each tie is in our data with exactly that partner and date, and in "
        "force on that day."
    ),
)
def made_on(case: Case) -> Outcome:
    """Whether ties were made on the days stated: ``ties``, pairs of tie and date."""
    stated = case.pairs("ties")
    standing = case.ties(levels=all_levels(case))
    parts = tuple(dated(case, standing, slug, day) for slug, day in stated)
    known = [slug for slug, _ in stated if slug in case.roster.ties.index]
    figure = case.words.say(
        "{n} of {m} ties as stated",
        n=case.words.number(sum(part.answer is True for part in parts)),
        m=case.words.number(len(parts)),
    )
    return Outcome(figure, parts, tuple(known), _circular(case, known))


def dated(case: Case, standing: pd.DataFrame, slug: str, stated: str) -> Part:
    """One tie against its stated date.

    Raises:
        ValueError: what is stated is no date.
    """
    date(stated)
    if slug not in case.roster.ties.index:
        return Part(case.words.say("{tie}: not in our data", tie=slug), None)
    row = case.roster.ties.loc[slug]
    if slug not in standing.index:
        return Part(case.words.say("{tie}: not in force", tie=case.tie(row)), False)
    if row["established"] == stated:
        return Part(case.tie(row), True)
    sentence = case.words.say(
        "{tie}; stated: {date}", tie=case.tie(row), date=case.words.date(stated)
    )
    return Part(sentence, None if _may_be(row, stated) else False)


def _may_be(tie: pd.Series, stated: str) -> bool:
    """Whether a tie's interval leaves room for a date."""
    if pd.isna(tie["earliest"]):
        return True
    first, last = first_day(stated), last_day(stated)
    return bool(first and last and tie["earliest"].date() <= last and first <= tie["latest"].date())


def _circular(case: Case, known: list[str]) -> str:
    """How many of the ties rest on the very source that is tested."""
    tested = case.one("tested", "")
    citing = [
        slug
        for slug in known
        if tested in (part.strip() for part in case.roster.ties.loc[slug, "sources"].split(";"))
    ]
    if not tested or not citing:
        return ""
    return case.words.say(
        "The article is itself among our sources for {n} of the {m} ties; where a "
        "day rests on it alone, the tie’s note says so, and such agreement is no "
        "independent confirmation.",
        n=case.words.number(len(citing)),
        m=case.words.number(len(known)),
    )


@KINDS.add(
    "no_others",
    mark("Met if the list is complete: no other tie of these cities in the region is in force."),
)
def no_others(case: Case) -> Outcome:
    """Whether a list of ties is complete: ``homes``, ``region``, ``ties``."""
    listed, parts, frames, others = set(case.many("ties")), [], [], []
    for home in case.many("homes"):
        ties = case.ties(home)
        more = ties[~ties.index.isin(listed)]
        sure = bool((more["state"] == CERTAIN).any())
        names = [case.tie(row) for _, row in more.iterrows()]
        sentence = (
            case.words.say(
                "{home}, not listed: {ties}",
                home=case.home(home),
                ties=case.words.say("; ").join(names),
            )
            if names
            else case.words.say("{home}: no other tie", home=case.home(home))
        )
        parts.append(Part(sentence, none_of(bool(names), sure)))
        frames.append(ties)
        others += names
    figure = (
        case.words.say("Not in the list: {ties}", ties=case.words.say("; ").join(others))
        if others
        else case.words.say("No tie is missing")
    )
    return Outcome(figure, tuple(parts), slugs(*frames))


def none_of(possibly: bool, certainly: bool) -> bool | None:
    """Whether there is none of something that there possibly or certainly is."""
    if certainly:
        return False
    return None if possibly else True


def listed(case: Case, ties: pd.DataFrame) -> str:
    """Ties in a few words each."""
    return case.words.say("; ").join(case.tie(row) for _, row in ties.iterrows())


def nothing_known(sentence: str) -> Outcome:
    """The outcome where our data do not hold what the statement is about."""
    return Outcome(sentence, (Part(sentence, None),))


def all_levels(case: Case) -> tuple[Any, ...]:
    """Every level that the roster knows: a tie that is named is meant whatever its level."""
    return tuple(case.roster.ties["level"].unique())
