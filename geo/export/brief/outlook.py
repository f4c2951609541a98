"""What a brief says beyond its partner's own past: the country beside it, the years ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geo.export.brief.record import Entry, Section
from geo.export.brief.subject import Subject
from geo.ties.anniversaries import Span, coming, years_later
from geo.ties.names import home_name
from geo.ties.tie import Tie, ties_of
from geo.ties.view import ROUND_YEARS

AHEAD = 10
"""Years ahead whose anniversaries are listed."""
NAMED_LEVELS = ("sister", "exchange")
"""Ties of these levels are named one by one beside a partner; those of districts are counted."""


def same_country(subject: Subject) -> Section:
    """Whom each city has beside this partner in the same country."""
    roster, words, place = subject.roster, subject.words, subject.place
    beside = [
        tie
        for tie in ties_of(roster).values()
        if tie.country == place["country"] and tie.place != subject.slug and not tie.ended
    ]
    told = [
        _beside(home, [t for t in beside if t.home == home], subject) for home in roster.homes.index
    ]
    return Section(words.say("Other partners in the same country"), None, told)


def _beside(home: str, found: Sequence[Tie], subject: Subject) -> str:
    words, name = subject.words, home_name(subject.roster, home, subject.words)
    named = sorted(
        (tie for tie in found if tie.level in NAMED_LEVELS),
        key=lambda tie: (tie.earliest or dt.date.max, tie.tie),
    )
    told = [
        words.say("{name} ({date})", name=words.of(tie, "name"), date=words.date(tie.established))
        for tie in named
    ]
    districts = len(found) - len(named)
    if districts:
        told.append(
            words.count("{n} tie at district level", "{n} ties at district level", districts)
        )
    if not told:
        return words.say("{home}: none.", home=name)
    return words.say("{home}: {partners}.", home=name, partners=words.row(told))


def ahead(subject: Subject) -> Section:
    """The anniversaries of the next years; of a tie whose very year is not known, that alone."""
    words, day = subject.words, subject.day
    named = {tie.tie: one.name for tie, one in zip(subject.ties, subject.known, strict=True)}
    entries, unknown = [], {}
    for one in coming(subject.ties, years_ahead(day), ROUND_YEARS):
        home = named[one.tie.tie]
        if one.first.year != one.last.year:
            unknown[one.tie.tie] = words.say(
                "In which year the tie with {home} was signed is not known, so its round years are "
                "not either.",
                home=home,
            )
            continue
        text = words.say("{n} years with {home}", n=words.number(one.years), home=home)
        if not one.exact:
            text = words.say("{text} (day not known)", text=text)
        entries.append(Entry(words.date(one.when), text))
    told = list(unknown.values())
    if not entries and not told:
        told = [words.say("No round year falls into the next {n} years.", n=words.number(AHEAD))]
    heading = words.say("Anniversaries of the next {n} years", n=words.number(AHEAD))
    return Section(heading, None, told, entries)


def years_ahead(day: dt.date) -> Span:
    """The days of which a brief says the anniversaries."""
    return Span(day, years_later(day, AHEAD) - dt.timedelta(days=1))
