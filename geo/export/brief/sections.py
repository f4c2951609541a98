"""What a brief says of its partner: profile, ties, how they came about, what happened since."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from geo.export.brief.record import Entry, Grid, Section
from geo.export.brief.subject import Subject
from geo.i18n import Words, mark
from geo.i18n.dates import first_day, precision
from geo.i18n.phrases import KIND, since
from geo.ties.doubts import CALLED, YEAR, doubts
from geo.ties.evidence import role_evidence
from geo.ties.names import country_name, home_head, home_name
from geo.ties.partner import Event, KnownTie, ids_of

SURE = {
    "day": mark("to the day"),
    "month": mark("to the month"),
    "year": mark("to the year"),
}
"""How exactly a date is known."""


def profile(subject: Subject) -> Section:
    """What the partner is and where."""
    words, place = subject.words, subject.place
    other = Words("en" if words.lang == "zh" else "zh")
    called = [one.of(place, name) for one in (words, other) for name in ("full", "name")]
    names = [name for name in called if not any(name in one and name != one for one in called)]
    rows = [
        (words.say("Names"), " / ".join(dict.fromkeys(filter(None, names)))),
        (words.say("Country"), country_name(subject.roster, place["country"], words)),
        (words.say("Kind"), words.say(KIND[place["kind"]])),
    ]
    if words.of(place, "seat") not in ("", words.of(place, "name")):
        rows.append((words.say("Seat of government"), words.of(place, "seat")))
    roles = _roles(subject)
    if roles:
        rows.append((words.say("Capital or port"), words.say("; ").join(roles)))
    far = {row.home: row.km for row in subject.rows.itertuples()}
    distances = [_distance(home, km, subject) for home, km in far.items()]
    rows.append((words.say("Distance"), words.say("; ").join(distances)))
    note = words.of(place, "place_note") if f"place_note_{words.lang}" in place else ""
    grid = Grid(words.say("Profile"), (), rows)
    return Section(words.say("Profile"), grid, [note] if note else [])


def _roles(subject: Subject) -> list[str]:
    """Capital, port and rank with their evidence, which ends in no full stop of its own."""
    words = subject.words
    return [
        subject.citing.after(
            words.say("{fact}, {evidence}", fact=one.sentence, evidence=one.remark.rstrip("。."))
            if one.remark
            else one.sentence,
            one.sources,
        )
        for one in role_evidence(subject.place, words)
    ]


def _distance(home: str, km: float, subject: Subject) -> str:
    words = subject.words
    name = home_name(subject.roster, home, words)
    return words.say("{home} {n} km", home=name, n=words.number(round(km)))


def ties(subject: Subject) -> Section:
    """Every tie with the partner: with whom, since when, how surely, whether it stands."""
    words, roster, citing = subject.words, subject.roster, subject.citing
    heads = [home_head(roster, words), words.say("Level"), words.say("Since")]
    heads += [words.say("How sure"), words.say("State"), words.say("Sources")]
    rows, notes = [], []
    several = len(subject.rows) > 1
    for row, one in zip(subject.rows.itertuples(), subject.known, strict=True):
        cited = citing.numbers(ids_of([row.sources, row.ended_sources]))
        state = words.say("ended {date}", date=words.date(row.ended)) if row.ended else ""
        rows.append(
            (
                one.name,
                one.level,
                since(words, row),
                _how_sure(row, subject),
                state or words.say("no end on record"),
                cited,
            )
        )
        notes += [_of_home(note, one, several, words) for note in one.notes]
    return Section(words.say("Ties"), Grid(words.say("Ties"), heads, rows), notes)


def _of_home(note: str, one: KnownTie, several: bool, words: Words) -> str:
    """A note, with the city before it where the partner has ties with several."""
    return words.say("{name}: {remark}", name=one.name, remark=note) if several else note


def _how_sure(row: object, subject: Subject) -> str:
    """How exactly the date is known, and what else is open to doubt."""
    words, established = subject.words, str(getattr(row, "established", ""))
    exact = precision(established)
    if exact in SURE:
        told = words.say(SURE[exact])
    else:
        bounded = getattr(row, "earliest", pd.NaT) is not pd.NaT
        told = words.say("between two days") if bounded else words.say("not dated")
    tie = str(getattr(row, "Index", ""))
    doubt = str(doubts(subject.roster.ties.loc[[tie]]).iloc[0])
    if doubt in ("", YEAR):  # the year is told by the bounds
        return told
    return words.say("{told}; open to doubt: {what}", told=told, what=words.say(CALLED[doubt]))


def history(subject: Subject) -> Section | None:
    """How the ties came about: what is known up to the signing; nothing if nothing is."""
    entries = list(_events(subject, after=False))
    if not entries:
        return None
    return Section(subject.words.say("How the tie came about"), entries=entries)


def events(subject: Subject) -> Section:
    """What has happened since the signing, in order."""
    words, entries = subject.words, list(_events(subject, after=True))
    none = [] if entries else [words.say("The data have no dated events since the signing.")]
    return Section(words.say("Events since"), None, none, entries)


def _events(subject: Subject, after: bool) -> Iterator[Entry]:
    """The events of all ties on one side of their signing, in order."""
    several = len(subject.rows) > 1
    found: list[tuple[str, Event, KnownTie]] = []
    for tie, one in zip(subject.ties, subject.known, strict=True):
        for event in one.events:
            start = first_day(event.when.partition("/")[0])
            later = bool(tie.latest and start and start > tie.latest)
            if later == after:
                found.append((event.when, event, one))
    for _, event, one in sorted(found, key=lambda each: each[0]):
        text = _of_home(event.text, one, several, subject.words)
        yield Entry(event.date, subject.citing.after(text, event.sources))
