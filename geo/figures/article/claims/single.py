"""Statements about a single city or tie: its rank, its port, its years, the way to it."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from geo.figures.article.claims.case import Case
from geo.figures.article.claims.dated import all_levels, nothing_known
from geo.figures.article.claims.kinds import KINDS, Outcome
from geo.figures.article.claims.spreading import waited
from geo.figures.article.claims.verdict import Part, agreed, more
from geo.i18n import mark
from geo.i18n.phrases import PORT


@KINDS.add(
    "has_rank",
    mark(
        "Met if the city has this rank in its country by population and, where a kind of port is "
        "stated, that port."
    ),
)
def has_rank(case: Case) -> Outcome:
    """Whether a place has a rank, and a port if one is stated: ``place``, ``rank``; ``harbour``."""
    places, slug, rank = case.roster.places, case.one("place"), case.number("rank")
    if slug not in places.index:
        return nothing_known(case.words.say("{tie}: not in our data", tie=case.place(slug)))
    found = str(places.loc[slug].get("rank", ""))
    sentence = case.words.say(
        "{place}: rank {rank}; stated: {stated}",
        place=case.place(slug),
        rank=found or "–",
        stated=case.words.number(rank),
    )
    parts = [
        Part(sentence, int(float(found)) == rank if found not in ("", "nan", "<NA>") else None)
    ]
    if "harbour" in case.given:
        port = str(places.loc[slug].get("port", ""))
        told = case.words.say(PORT[port]) if port in PORT else "–"
        parts.append(
            Part(
                case.words.say("{place}: {port}", place=case.place(slug), port=told),
                port == case.one("harbour") if port in PORT else None,
            )
        )
    return Outcome(case.words.say("; ").join(part.sentence for part in parts), tuple(parts))


@KINDS.add(
    "lasted",
    mark("Met if the tie had been in force for more than so many years on that day."),
)
def lasted(case: Case) -> Outcome:
    """Whether a tie has lasted longer than so many years: ``tie``, ``years``."""
    slug, years = case.one("tie"), case.number("years")
    if slug not in case.roster.ties.index or pd.isna(case.roster.ties.loc[slug, "earliest"]):
        return nothing_known(case.words.say("{tie}: not in our data", tie=slug))
    row = case.roster.ties.loc[slug]
    edge = _back(case.day, years)
    answer = agreed({row["latest"].date() < edge, row["earliest"].date() < edge})
    if slug not in case.ties(levels=all_levels(case)).index:
        sentence = case.words.say("{tie}: not in force", tie=case.tie(row))
        return Outcome(sentence, (Part(sentence, False),), (slug,))
    whole = case.day.year - row["latest"].year
    whole -= (case.day.month, case.day.day) < (row["latest"].month, row["latest"].day)
    sentence = case.words.count(
        "{tie}: {n} full year by {day}",
        "{tie}: {n} full years by {day}",
        whole,
        tie=case.tie(row),
        day=case.words.date(case.day.isoformat()),
    )
    return Outcome(sentence, (Part(sentence, answer),), (slug,))


def _back(day: dt.date, years: int) -> dt.date:
    """The same day so many years before; of a leap day the day before it."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@KINDS.add(
    "took_longer",
    mark(
        "Met if more time passed from the first dated event to the day of the one tie than of the "
        "other, whatever day an inexact date means."
    ),
)
def took_longer(case: Case) -> Outcome:
    """Whether one tie took longer to come about than another: ``longer``, ``shorter``."""
    both = (case.one("longer"), case.one("shorter"))
    found = [waited(case, slug) for slug in both]
    names = [
        case.words.of(case.roster.ties.loc[slug], "name")
        if slug in case.roster.ties.index
        else slug
        for slug in both
    ]
    if found[0] is None or found[1] is None:
        return nothing_known(case.words.say("Not both ties are in our data"))
    sentence = case.words.say("; ").join(
        case.words.say(
            "{partner}: {years} years",
            partner=name,
            years=case.words.between(*(case.words.number(end, 1) for end in span))
            if round(span[0], 1) != round(span[1], 1)
            else case.words.number(span[0], 1),
        )
        for name, span in zip(names, found, strict=True)
        if span
    )
    return Outcome(sentence, (Part(sentence, more(*found[0], *found[1])),), both)
