"""Who came first into a country, in sentences: computed from the present view, never typed in."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf

from geo.figures.same_country.order import Country
from geo.figures.same_country.relation import OTHER, SAME, SEAT
from geo.i18n import Words, mark
from geo.ties.names import home_names
from geo.ties.roster import Roster
from geo.ties.view import View

RELATION = {
    SAME: mark("same city"),
    SEAT: mark("same place, other level"),
    OTHER: mark("another city"),
}
"""What the relations of two partners are called in a column."""

HOW_TO_READ = mark("A bar behind a mark: the day is not known more exactly. Hollow: it has ended.")
HYPOTHETICAL = mark("Dashed and hollow: hypothetical, set at the end of the years shown.")
THE_BAND = mark(
    "The band runs from the earlier city’s first tie to the later city’s. On the right: the lead, "
    "and how near the two closest partners lie, further ties included. Same place, other level: a "
    "city and the region that contains it, or a district within it."
)
"""What a reader must know to read the strips."""


def headline(roster: Roster, view: View, countries: Sequence[Country], words: Words) -> str:
    """The finding: in how many countries homes meet, and who came first."""
    if not countries:
        return words.say("No tie matches this selection")
    if len(view.homes) == 1:
        return words.count(
            "{home} has partners in {n} country; choose a second Chinese city to compare",
            "{home} has partners in {n} countries; choose a second Chinese city to compare",
            len(countries),
            home=home_names(roster, view.homes, words)[0],
        )
    met = [country for country in countries if country.contested]
    if not met:
        return words.count(
            "The cities have no country in common: only one of them has partners in the {n} there",
            "The cities have no country in common: only one of them has partners in "
            "each of the {n}",
            len(countries),
        )
    return words.say(
        "{met}: {shares}",
        met=_met(roster, view, len(met), words),
        shares=words.clauses(_shares(roster, view, met, words)),
    )


def verdict(country: Country, roster: Roster, words: Words) -> tuple[str, str]:
    """Two short lines on a country: who came first by how much, and how near the partners are."""
    if not country.contested:
        return "", ""
    return lead_text(country, roster, words), words.say(RELATION[country.relation])


def lead_text(country: Country, roster: Roster, words: Words) -> str:
    """Who came first into a country in which homes meet, and by how many years."""
    if country.lead is None:
        return words.say("order unknown")
    home = home_names(roster, (country.first,), words)[0]
    low, high = country.lead.low, country.lead.high
    if isinf(high):
        return words.say("{home} at least {n} years earlier", home=home, n=words.number(low, 1))
    shortest, longest = words.number(low, 1), words.number(high, 1)
    years = shortest if shortest == longest else words.between(shortest, longest)
    return words.say("{home} {n} years earlier", home=home, n=years)


def order_unknown(countries: Sequence[Country], words: Words) -> str:
    """The countries of which it cannot be told who came first; "" if there are none."""
    names = [words.of(one, "name") for one in countries if one.contested and not one.first]
    if not names:
        return ""
    return words.count(
        "In {n} country the dates are too inexact to say who came first: {names}.",
        "In {n} countries the dates are too inexact to say who came first: {names}.",
        len(names),
        names=words.join(names),
    )


def alone_sentence(roster: Roster, view: View, countries: Sequence[Country], words: Words) -> str:
    """In how many countries only one home has ties, home by home; "" if there are none."""
    alone = [country.first for country in countries if not country.contested]
    if not alone or len(view.homes) == 1:
        return ""
    return words.count(
        "In {n} country only one of the cities has partners: {shares}",
        "In {n} countries only one of the cities has partners: {shares}",
        len(alone),
        shares=words.clauses(
            words.say("{home} in {n}", home=name, n=words.number(alone.count(home)))
            for home, name in zip(view.homes, home_names(roster, view.homes, words), strict=True)
        ),
    )


def _met(roster: Roster, view: View, countries: int, words: Words) -> str:
    """In how many countries homes meet, for two homes and for more."""
    homes = words.join(home_names(roster, view.homes, words))
    if len(view.homes) == 2:
        return words.count(
            "{homes} share {n} country",
            "{homes} share {n} countries",
            countries,
            homes=homes,
        )
    return words.count(
        "At least two of {homes} share {n} country",
        "At least two of {homes} share {n} countries",
        countries,
        homes=homes,
    )


def _shares(roster: Roster, view: View, met: Sequence[Country], words: Words) -> list[str]:
    """How often each home came first, and how often it cannot be told."""
    firsts = [country.first for country in met]
    names = home_names(roster, view.homes, words)
    found = [
        (name, firsts.count(home))
        for home, name in zip(view.homes, names, strict=True)
        if home in firsts
    ]
    sentences = [
        words.say(
            "{home} in {n}" if place else "{home} first in {n}", home=name, n=words.number(number)
        )
        for place, (name, number) in enumerate(found)
    ]
    if untold := firsts.count(""):
        sentences.append(words.say("order unknown in {n}", n=words.number(untold)))
    return sentences
