"""What speaks for a city and what against it, in words: the parts of its score, group by group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geo.figures.prospects.model import Question
from geo.figures.prospects.ranking import GROUPS, Ranking
from geo.figures.prospects.rules import COLUMN
from geo.figures.prospects.terms import MEDIUM
from geo.i18n import Words, mark
from geo.stats.text import percent
from geo.ties.names import home_name

TELLS = 0.25
"""A group that moves the score by less than this is not mentioned."""
NO_RELATIONS = mark("no diplomatic relations with China on {day}")


@dataclass(frozen=True)
class Reason:
    """One reason.

    Attributes:
        group: of terms (:data:`geo.figures.prospects.ranking.GROUPS`).
        added: to the score, beside the mean of all cities.
        text: in the reader's language.
    """

    group: str
    added: float
    text: str


def reasons(asked: Question, of: Ranking, home: str, row: int, words: Words) -> list[Reason]:
    """Every group for one city, from what speaks for it most to what speaks against it most."""
    parts = of.parts(row)
    found = [
        Reason(
            group,
            sum(parts[term] for term in terms),
            _text(asked, of, home, row, group, words),
        )
        for group, terms in GROUPS.items()
    ]
    return sorted((one for one in found if one.text), key=lambda one: -one.added)


def in_words(some: list[Reason], words: Words) -> tuple[str, str]:
    """What speaks for a city and what against, each in one line; "" where nothing does."""
    pros = [one.text for one in some if one.added >= TELLS]
    cons = [one.text for one in reversed(some) if one.added <= -TELLS]
    return words.say("; ").join(pros), words.say("; ").join(cons)


def _text(asked: Question, of: Ranking, home: str, row: int, group: str, words: Words) -> str:
    city = int(of.known.free[row])
    terms = dict(zip(COLUMN, of.known.terms[row].tolist(), strict=True))
    match group:
        case "port":
            return _port(asked, city, words)
        case "capital":
            return words.say("capital") if terms["capital"] else words.say("no capital")
        case "size":
            return _size(asked, of, city, words)
        case "distance":
            return words.say("{n} km away", n=words.number(round(np.exp(terms["distance"]), -2)))
        case "own":
            n = round(float(np.expm1(terms["own"])))
            if not n:
                return words.say("no own tie in the country")
            return words.count("{n} own tie in the country", "{n} own ties in the country", n)
        case "other":
            return _other(asked, home, terms, words)
    return _continent(asked, of, home, city, words)


def _port(asked: Question, city: int, words: Words) -> str:
    if not asked.cities.port[city]:
        return words.say("no sea port")
    large = asked.cities.harbour[city] >= MEDIUM
    return words.say("large or medium harbour") if large else words.say("sea port")


def _size(asked: Question, of: Ranking, city: int, words: Words) -> str:
    year = of.known.year
    rank = int(asked.cities.ranks_in(year)[city])
    people = words.people(round(float(asked.cities.people_in(year)[city])))
    if rank == 1:
        return words.say("{people} people, largest city of its country", people=people)
    return words.say("{people} people, rank {n} in its country", people=people, n=rank)


def _other(asked: Question, home: str, terms: dict[str, float], words: Words) -> str:
    others = [one for one in asked.homes if one != home]
    if not others:
        return ""
    names = words.join(home_name(asked.roster, one, words) for one in others)
    if terms["rival_city"]:
        return words.say("already a partner of {home}", home=names)
    if terms["rival_country"]:
        return words.say("{home} has a partner in the country", home=names)
    return words.say("no partner of {home} in the country", home=names)


def _continent(asked: Question, of: Ranking, home: str, city: int, words: Words) -> str:
    history = asked.history
    mine = (history.home == home) & history.before(of.known.day)
    there = mine & (history.region == asked.cities.region[city])
    if not mine.any():
        return ""
    share = percent(float(there.sum() / mine.sum()), words)
    return words.say("{share} of the ties so far are on its continent", share=share)
