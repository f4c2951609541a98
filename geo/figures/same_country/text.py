"""Who came first into a country, in sentences: computed from the present view, never typed in."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf

from geo.figures.same_country.latecomers import Late
from geo.figures.same_country.order import Country
from geo.figures.same_country.relation import OTHER, SAME, SEAT
from geo.i18n import Words, mark
from geo.ties.names import home_names
from geo.ties.roster import Roster
from geo.ties.view import View

RELATION = {
    SAME: mark("same city"),
    SEAT: mark("same seat"),
    OTHER: mark("another city"),
}
"""What the relations of two partners are called in a column."""

HOW_TO_READ = mark("A bar behind a mark: the day is not known more exactly. Hollow: it has ended.")
THE_BAND = mark(
    "The band runs from the first home's first tie to the next one's. Same seat: a "
    "city and a region or district around it."
)
"""What a reader must know to read the strips."""


def headline(
    roster: Roster, view: View, countries: Sequence[Country], late: Late, words: Words
) -> str:
    """The finding: in how many countries homes meet, who came first, what the later one did."""
    if not countries:
        return words.say("No tie matches this view")
    if len(view.homes) == 1:
        return words.count(
            "{home} has ties in {n} country; choose a second home to compare",
            "{home} has ties in {n} countries; choose a second home to compare",
            len(countries),
            home=home_names(roster, view.homes, words)[0],
        )
    met = [country for country in countries if country.contested]
    if not met:
        return words.count(
            "In this view the homes meet in no country: only one of them has ties in the {n} there",
            "In this view the homes meet in no country: only one of them has ties in each of {n}",
            len(countries),
        )
    parts = [
        words.say(
            "{met}: {shares}",
            met=_met(roster, view, len(met), words),
            shares=words.join(_shares(roster, view, met, words)),
        )
    ]
    if late.all:
        parts.append(
            words.count(
                "whoever came later took another city in {other} of {n} case",
                "whoever came later took another city in {other} of {n} cases",
                late.all,
                other=words.number(late.relations[OTHER]),
            )
        )
    return words.say("; ").join(parts)


def verdict(country: Country, roster: Roster, words: Words) -> tuple[str, str]:
    """Two short lines on a country: who came first by how much, and how near the partners are."""
    if not country.contested:
        return "", ""
    return lead_text(country, roster, words), words.say(RELATION[country.relation])


def lead_text(country: Country, roster: Roster, words: Words) -> str:
    """Who came first into a country in which homes meet, and by how many years."""
    if country.lead is None:
        return words.say("order cannot be told")
    home = home_names(roster, (country.first,), words)[0]
    low, high = country.lead.low, country.lead.high
    if isinf(high):
        return words.say("{home} by at least {n} years", home=home, n=words.number(low, 1))
    shortest, longest = words.number(low, 1), words.number(high, 1)
    years = shortest if shortest == longest else f"{shortest}–{longest}"
    return words.say("{home} by {n} years", home=home, n=years)


def order_unknown(countries: Sequence[Country], words: Words) -> str:
    """The countries of which it cannot be told who came first; "" if there are none."""
    names = [words.of(one, "name") for one in countries if one.contested and not one.first]
    if not names:
        return ""
    return words.count(
        "In {n} country it cannot be told who came first, because the dates leave it open: "
        "{names}.",
        "In {n} countries it cannot be told who came first, because the dates leave it open: "
        "{names}.",
        len(names),
        names=words.join(names),
    )


def alone_sentence(roster: Roster, view: View, countries: Sequence[Country], words: Words) -> str:
    """In how many countries only one home has ties, home by home; "" if there are none."""
    alone = [country.first for country in countries if not country.contested]
    if not alone or len(view.homes) == 1:
        return ""
    return words.count(
        "In {n} country a single home has ties: {shares}",
        "In {n} countries a single home has ties: {shares}",
        len(alone),
        shares=words.join(
            words.say("{home} in {n}", home=name, n=words.number(alone.count(home)))
            for home, name in zip(view.homes, home_names(roster, view.homes, words), strict=True)
        ),
    )


def _met(roster: Roster, view: View, countries: int, words: Words) -> str:
    """In how many countries homes meet, for two homes and for more."""
    homes = words.join(home_names(roster, view.homes, words))
    if len(view.homes) == 2:
        return words.count(
            "In {n} country {homes} both have partners",
            "In {n} countries {homes} both have partners",
            countries,
            homes=homes,
        )
    return words.count(
        "In {n} country at least two of {homes} have partners",
        "In {n} countries at least two of {homes} have partners",
        countries,
        homes=homes,
    )


def _shares(roster: Roster, view: View, met: Sequence[Country], words: Words) -> list[str]:
    """How often each home came first, and how often it cannot be told."""
    firsts = [country.first for country in met]
    sentences = [
        words.say("{home} came first in {n}", home=name, n=words.number(firsts.count(home)))
        for home, name in zip(view.homes, home_names(roster, view.homes, words), strict=True)
        if home in firsts
    ]
    if untold := firsts.count(""):
        sentences.append(words.say("in {n} it cannot be told", n=words.number(untold)))
    return sentences
