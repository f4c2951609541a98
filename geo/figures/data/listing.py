"""The ties one by one, with what the sources say of each, as a page shows them."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from geo.figures.data.known import MARKS, Known, known
from geo.i18n import Words
from geo.i18n.phrases import LEVEL, home_of, roles_called, since
from geo.i18n.script import passages
from geo.ties.evidence import role_evidence
from geo.ties.name_index import COUNTRY, INITIALS, PLACE, SOUND, entries
from geo.ties.partner import KnownTie, Source, known_tie
from geo.ties.roster import LEVELS, Roster, role_column
from geo.ties.select import select
from geo.ties.view import View

MOST = 2000
"""Ties that are listed at the most, which takes seconds; more are better read as a file."""


@lru_cache(maxsize=8)
def listing(roster: Roster, lang: str, broad: bool) -> bytes:
    """Every tie of a roster for the browser, as JSON: the same whatever is filtered.

    Returns:
        ``marks``: what the marks are called; ``sources``: by id ``title``, ``spoken`` (the same,
        its passages with their languages), ``about``, ``says``, ``url``; ``rows`` in the order of
        :func:`order`: ``place``, ``home`` (slugs), ``cells`` (texts, one a column), ``sort`` (what
        a cell is sorted by, where that is not its text), ``called`` (by what else a search finds
        it), ``marks``, ``sources`` (ids), ``facts``,
        ``notes``, ``roles``, ``events``.
    """
    words, everything = Words(lang), _everything(roster, lang, broad)
    ties = list(select(roster, everything).head(MOST).itertuples())
    described = [known_tie(tie, roster, None, words) for tie in ties]
    sources = {one.source: one for tie in described for one in tie.sources}
    rows = [
        _row(tie, how, about, roster, lang, broad)
        for tie, how, about in zip(ties, known(roster, everything), described, strict=False)
    ]
    whole = {
        "marks": {name: words.say(label) for name, label in MARKS.items()},
        "sources": {name: _source(one, roster) for name, one in sources.items()},
        "rows": rows,
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def shown(roster: Roster, view: View) -> list[int]:
    """Which rows of a listing a view shows, by their places in it."""
    order = {tie: place for place, tie in enumerate(_order(roster))}
    return sorted(order[tie] for tie in select(roster, view).index if tie in order)


@lru_cache(maxsize=16)
def _order(roster: Roster) -> tuple[str, ...]:
    """The ties in the order of a listing: that of the roster, as many as are listed."""
    return tuple(select(roster, _everything(roster, "en", False)).index[:MOST])


def _everything(roster: Roster, lang: str, broad: bool) -> View:
    """The view that leaves nothing out."""
    usual, homes = View.default(roster, lang), tuple(roster.homes.index)
    return usual.but(homes=homes, levels=LEVELS, ended=True, broad=broad)


def _row(
    tie: Any, how: Known, about: KnownTie, roster: Roster, lang: str, broad: bool
) -> dict[str, Any]:
    """One row of a listing."""
    words = Words(lang)
    other = Words("zh" if lang == "en" else "en")
    role = getattr(tie, role_column(broad))
    ended = words.say("ended {date}", date=words.date(tie.ended)) if tie.ended else ""
    return {
        "place": tie.place,
        "home": tie.home,
        "other": other.of(tie, "name"),
        "called": _called(roster)[tie.place],
        "cells": [
            words.of(tie, "name"),
            words.of(tie, "country"),
            home_of(words, tie),
            words.say(LEVEL[tie.level]),
            since(words, tie),
            ended or words.say("no end on record"),
            words.say(roles_called(broad)[role]),
            words.number(len(how.sources)),
        ],
        "sort": {"4": _day(tie.earliest), "7": len(how.sources)},
        "gone": bool(tie.ended),
        "marks": list(how.marks),
        "sources": list(how.sources),
        "facts": list(about.facts),
        "notes": list(about.notes),
        "roles": _roles(roster, tie.place, words),
        "events": [[one.date, one.text, list(one.sources)] for one in about.events],
    }


@lru_cache(maxsize=4)
def _called(roster: Roster) -> dict[str, str]:
    """All names of every place, and how its Chinese name and that of its country sound.

    Initials are left out: a search in texts would find "hb" in the middle of words.
    """
    names = {(entry.kind, entry.key): entry.names for entry in entries(roster)}

    def sounds(country: str) -> list[str]:
        return [one.joined for one in names.get((COUNTRY, country), ()) if one.how == SOUND]

    return {
        place: " ".join(
            [
                *(
                    one.joined if one.how == SOUND else one.text
                    for one in names[PLACE, place]
                    if one.how != INITIALS
                ),
                *sounds(str(row["country"])),
            ]
        )
        for place, row in _places(roster).items()
    }


def _day(day: Any) -> str:
    """What a date is sorted by; a date that is not known comes last."""
    return day.date().isoformat() if day == day else "9999"


def _roles(roster: Roster, place: str, words: Words) -> list[list[Any]]:
    return [
        [
            words.say("{name}: {remark}", name=one.sentence, remark=one.remark)
            if one.remark
            else one.sentence,
            list(one.sources),
        ]
        for one in role_evidence(_places(roster)[place], words)
    ]


@lru_cache(maxsize=16)
def _places(roster: Roster) -> dict[str, Any]:
    """The row of every place."""
    return {str(slug): row for slug, row in roster.places.to_dict("index").items()}


def _source(one: Source, roster: Roster) -> dict[str, object]:
    says = ""
    if "supports" in roster.sources.columns and one.source in roster.sources.index:
        says = str(roster.sources.at[one.source, "supports"])
    return {
        "title": one.title,
        "spoken": passages(one.title),
        "about": one.about,
        "url": one.url,
        "says": says,
    }
