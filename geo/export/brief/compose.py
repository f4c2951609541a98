"""A brief on a partner (简报): what an office needs before a visit or an anniversary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from geo.export.brief.citing import Citing
from geo.export.brief.outlook import ahead, same_country, years_ahead
from geo.export.brief.record import Brief
from geo.export.brief.sections import events, history, profile, ties
from geo.export.brief.subject import Subject
from geo.export.citation import citation
from geo.i18n import Words, mark, sentences
from geo.i18n.phrases import home_of
from geo.ties.anniversaries import coming
from geo.ties.names import country_name, home_names
from geo.ties.partner import coordinates
from geo.ties.roster import Roster
from geo.ties.tie import Tie
from geo.ties.view import ROUND_YEARS

WHAT = {
    "sister": mark("sister city of {home}"),
    "exchange": mark("partner of {home} in friendly exchange"),
    "district": mark("partner of {home} at district level"),
}
"""What a partner is to a city, by the level of the tie."""
ORDINALS = "一二三四五六七八九十"


def brief_of(roster: Roster, place: str, lang: str, day: dt.date) -> Brief:
    """The brief on a partner.

    Args:
        roster: of our own data, or with lists that a reader has added.
        place: slug of the partner.
        lang: ``zh`` or ``en``.
        day: from which anniversaries are reckoned; the brief says so.

    Raises:
        ValueError: there is no such place.
    """
    words = Words(lang)
    if place not in roster.places.index:
        raise ValueError(words.say("There is no partner “{name}” in the data.", name=place))
    subject = Subject(roster, place, words, Citing(roster, words), day)
    parts = [profile(subject), ties(subject), history(subject), events(subject)]
    parts += [same_country(subject), ahead(subject)]
    written = [part for part in parts if part]
    name = words.of(subject.place, "name")
    country = country_name(roster, subject.place["country"], words)
    return Brief(
        place,
        lang,
        words.say("Partner brief: {name} ({country})", name=name, country=country),
        Words("en" if lang == "zh" else "zh").of(subject.place, "name"),
        _lead(subject),
        _map_caption(subject, name),
        [
            replace(part, heading=_numbered(part.heading, number, words))
            for number, part in enumerate(written)
        ],
        _numbered(words.say("Sources"), len(written), words),
        subject.citing.sources(),
        _note(subject),
    )


def _numbered(heading: str, number: int, words: Words) -> str:
    """A heading with the number of its part before it, as Chinese papers have it."""
    return f"{ORDINALS[number]}、{heading}" if words.lang == "zh" else heading


def _lead(subject: Subject) -> str:
    """With whom it has ties since when, with whom it has none, and the next anniversary."""
    words, roster = subject.words, subject.roster
    name = words.of(subject.place, "name")
    told = [_standing(tie, subject) for tie in subject.ties]
    own = {tie.home for tie in subject.ties}
    without = [home for home in roster.homes.index if home not in own]
    found = [words.say("{name}: {ties}.", name=name, ties=words.say("; ").join(told))]
    if without:
        names = words.row(home_names(roster, without, words))
        found.append(words.say("No tie with {homes} is on record.", homes=names))
    every = coming(subject.ties, years_ahead(subject.day), ROUND_YEARS)
    following = next((one for one in every if one.sure), None)
    if following:
        found.append(
            words.say(
                "Next round year: {n} years with {home}, {date}.",
                n=words.number(following.years),
                home=home_of(words, roster.ties.loc[following.tie.tie]),
                date=words.date(following.when),
            )
        )
    return sentences(found)


def _standing(tie: Tie, subject: Subject) -> str:
    """What the partner is to one city, since when, and until when."""
    words = subject.words
    what = words.say(WHAT[tie.level], home=home_of(words, subject.roster.ties.loc[tie.tie]))
    if tie.established:
        told = words.say("{what} since {date}", what=what, date=words.date(tie.established))
    elif tie.earliest and tie.latest:
        told = words.say(
            "{what}, signed between {first} and {last}",
            what=what,
            first=words.date(tie.earliest.isoformat()),
            last=words.date(tie.latest.isoformat()),
        )
    else:
        told = words.say("{what}, date not known", what=what)
    if tie.ended:
        return words.say("{told} until {date}", told=told, date=words.date(tie.ended))
    return told


def _map_caption(subject: Subject, name: str) -> str:
    words, place = subject.words, subject.place
    homes = list(dict.fromkeys(tie.home for tie in subject.ties))
    return words.say(
        "Map: {name} ({coordinates}), with {homes}.",
        name=name,
        coordinates=coordinates(place, words),
        homes=words.join(home_names(subject.roster, homes, words)),
    )


def _note(subject: Subject) -> str:
    words, release = subject.words, subject.roster.release
    told = [
        words.say(
            "As of {date}; anniversaries reckoned from {day}.",
            date=words.date(release.as_of.isoformat()),
            day=words.date(subject.day.isoformat()),
        ),
        citation(release).text(words),
    ]
    return sentences(told)


def briefs_of(
    roster: Roster, places: Sequence[str], langs: Sequence[str], day: dt.date
) -> list[Brief]:
    """The briefs on several partners, each in every language asked for, one after the other.

    Raises:
        ValueError: there is no such place.
    """
    return [brief_of(roster, place, lang, day) for place in places for lang in langs]
