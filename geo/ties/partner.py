"""All that is known of a partner, in words: names, role, ties with their events and sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from geo.i18n import Words
from geo.i18n.phrases import KIND, LEVEL, SOURCE_KIND, home_of, since
from geo.ties.citation import publisher_of, title_of
from geo.ties.evidence import Evidence, role_evidence
from geo.ties.roster import Roster
from geo.ties.select import last_day_shown
from geo.ties.time import NO, ended_by, made_between
from geo.ties.view import View


@dataclass(frozen=True)
class Event:
    """What is known to have happened around a tie: when, what, and by which sources.

    Attributes:
        date: as the language writes it.
        when: as the data have it: at its own precision (EDTF level 0), or a span of two dates.
    """

    date: str
    text: str
    sources: tuple[str, ...]
    when: str


@dataclass(frozen=True)
class Source:
    """One source: what, whose, when, of what kind.

    Attributes:
        url: the publisher's own address, of the scheme http or https; or empty.
    """

    source: str
    title: str
    about: str
    url: str


@dataclass(frozen=True)
class KnownTie:
    """One tie.

    Attributes:
        home: slug.
        name: of the home, with its district where the tie is one of a district.
        level: what its level is called.
        facts: date, distance, status.
        notes: a sentence each: why it ended, what sources disagree on, why the view leaves it out.
        events: in order.
        sources: of the tie and of its events.
    """

    home: str
    name: str
    level: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Partner:
    """One place.

    Attributes:
        name, other: in the reader's language, and in the other.
        full: its full name, if that is another.
        facts: kind, country, seat, coordinates.
        note: what else is to be said of it.
        roles: what it is in its country.
        ties: oldest first.
    """

    name: str
    other: str
    full: str
    facts: tuple[str, ...]
    note: str
    roles: tuple[Evidence, ...]
    ties: tuple[KnownTie, ...]


def partner_of(roster: Roster, view: View, slug: str) -> Partner:
    """What is known of a place.

    Args:
        view: in its language, and with a word on the ties that it leaves out.
        slug: of the place.
    """
    words, place = Words(view.lang), roster.places.loc[slug]
    other = Words("en" if view.lang == "zh" else "zh")
    name, full = words.of(place, "name"), words.of(place, "full")
    ties = roster.ties[roster.ties["place"] == slug].sort_values("earliest")
    return Partner(
        name,
        other.of(place, "name"),
        full if full != name else "",
        _facts(place, roster, words),
        str(place.get(f"place_note_{view.lang}", "")),
        tuple(role_evidence(place, words)),
        tuple(known_tie(tie, roster, view, words) for tie in ties.itertuples()),
    )


def _facts(place: pd.Series, roster: Roster, words: Words) -> tuple[str, ...]:
    country = roster.countries.loc[place["country"]]
    seat = words.of(place, "seat")
    facts = [words.say(KIND[place["kind"]]), words.of(country, "name")]
    if seat != words.of(place, "name"):
        facts.append(words.say("seat of government: {name}", name=seat))
    return (*facts, coordinates(place, words))


def coordinates(place: pd.Series, words: Words) -> str:
    """Where a place lies, in degrees to two decimals."""
    return words.say(
        "{latitude}° {north}, {longitude}° {east}",
        latitude=words.number(abs(place["lat"]), 2),
        north=words.say("N") if place["lat"] >= 0 else words.say("S"),
        longitude=words.number(abs(place["lon"]), 2),
        east=words.say("E") if place["lon"] >= 0 else words.say("W"),
    )


def known_tie(tie: Any, roster: Roster, view: View | None, words: Words) -> KnownTie:
    """What is known of one tie.

    Args:
        tie: a row of the joined ties, with names as attributes.
        view: for a word on the ties that it leaves out; ``None`` for none.
    """
    date = since(words, tie)
    facts = (
        words.say("established {date}", date=date) if tie.established else date,
        words.say("{n} km", n=words.number(tie.km)),
        _status(tie, roster, words),
    )
    why = words.of(tie, "ended_why") if tie.ended else ""
    left_out = _left_out(tie, roster, view, words) if view else ""
    notes = (why, words.of(tie, "note"), left_out)
    return KnownTie(
        tie.home,
        home_of(words, tie),
        words.say(LEVEL[tie.level]),
        facts,
        tuple(filter(None, notes)),
        _events(tie.Index, roster, words),
        _sources(tie, roster, words),
    )


def _status(tie: Any, roster: Roster, words: Words) -> str:
    if tie.ended:
        return words.say("ended {date}", date=words.date(tie.ended))
    return words.say("no record of its ending, {date}", date=words.date(roster.as_of.isoformat()))


def _left_out(tie: Any, roster: Roster, view: View, words: Words) -> str:
    """Why the view does not show a tie, if it does not."""
    if tie.home not in view.homes or tie.level not in view.levels:
        return words.say("The present filters leave this tie out.")
    row = roster.ties.loc[[tie.Index]]
    if made_between(row, view.years, roster.period).iloc[0] == NO:
        return words.say("Not made in the years shown.")
    if ended_by(row, last_day_shown(roster, view)).iloc[0] and not view.ended:
        return words.say("Not on the map: it had ended by the last year shown.")
    return ""


def _events(tie: str, roster: Roster, words: Words) -> tuple[Event, ...]:
    """What is known to have happened around a tie, in order."""
    return tuple(
        Event(
            words.date(event["date"]),
            words.of(event, "text"),
            ids_of([event["sources"]]),
            event["date"],
        )
        for event in _events_of(roster).get(tie, ())
    )


@lru_cache(maxsize=16)
def _events_of(roster: Roster) -> dict[str, list[dict[str, Any]]]:
    """The events of every tie that has any, in order."""
    found: dict[str, list[dict[str, Any]]] = {}
    for event in roster.events.sort_values("date").to_dict("records"):
        found.setdefault(event["tie"], []).append(event)
    return found


def _sources(tie: Any, roster: Roster, words: Words) -> tuple[Source, ...]:
    """Every source of a tie and of its events."""
    of_events = [event["sources"] for event in _events_of(roster).get(tie.Index, ())]
    ids = ids_of([tie.sources, tie.ended_sources, *of_events])
    return tuple(source_of(source, roster, words) for source in ids)


def ids_of(cells: Iterable[str]) -> tuple[str, ...]:
    """The ids of sources in some cells, once each."""
    parts = (part.strip() for cell in cells for part in cell.split(";"))
    return tuple(dict.fromkeys(filter(None, parts)))


def source_of(source: str, roster: Roster, words: Words) -> Source:
    """One source; of one that the data do not describe, its id."""
    row = _sources_of(roster).get(source)
    if row is None:
        return Source(source, source, "", "")
    when = words.date(row["date"]) if row["date"] else words.of(row, "date_note")
    kind, seen = words.say(SOURCE_KIND[row["kind"]]), words.of(row, "seen")
    about = " · ".join(filter(None, [publisher_of(row, words), when, kind, seen]))
    web = row["url"].startswith(("https://", "http://"))
    return Source(source, title_of(row, words), about, row["url"] if web else "")


@lru_cache(maxsize=16)
def _sources_of(roster: Roster) -> dict[str, dict[str, Any]]:
    """Every source by its id."""
    return {str(one): row for one, row in roster.sources.to_dict("index").items()}
