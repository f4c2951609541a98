"""What the Rivals page shows, said in sentences: computed from the present view, never typed in."""

from __future__ import annotations

from math import isinf, isnan
from typing import Any

import pandas as pd

from geo.figures.same_country.coverage import Coverage
from geo.figures.same_country.latecomers import Late
from geo.figures.same_country.order import OTHER, SAME, SEAT, contested
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
STATES = mark(
    "States are the members of the United Nations in the area on {day}, without the homes' "
    "own country; ties that had ended do not count. 95 % intervals (Wilson) take the area for "
    "a sample."
)
ENTERED = mark(
    "Share of countries that a home entered by the capital, with 95 % intervals "
    "(Wilson); more than chance: the exact interval of the odds ratio leaves out 1."
)
"""What a reader must know to read the pictures."""


def headline(roster: Roster, view: View, countries: pd.DataFrame, late: Late, words: Words) -> str:
    """The finding: in how many countries homes meet, who came first, what the later one did."""
    if countries.empty:
        return words.say("No tie matches this view")
    if len(view.homes) == 1:
        return words.count(
            "{home} has ties in {n} country; choose a second home to compare",
            "{home} has ties in {n} countries; choose a second home to compare",
            len(countries),
            home=home_names(roster, view.homes, words)[0],
        )
    met = contested(countries)
    if met.empty:
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


def lead_text(row: Any, roster: Roster, words: Words) -> str:
    """Who came first into a country (a row of ``rivals``) and by how many years."""
    if not row.first:
        return words.say("order cannot be told")
    home = home_names(roster, (row.first,), words)[0]
    low, high = row.lead_low, row.lead_high
    if isnan(low):
        return words.say("only {home}", home=home)
    if isinf(high):
        return words.say("{home} by at least {n} years", home=home, n=words.number(low, 1))
    shortest, longest = words.number(low, 1), words.number(high, 1)
    years = shortest if shortest == longest else f"{shortest}–{longest}"
    return words.say("{home} by {n} years", home=home, n=years)


def verdict_lines(
    countries: pd.DataFrame, roster: Roster, words: Words
) -> dict[str, tuple[str, str]]:
    """Two short lines a country, by code: who came first, and how near the partners are."""
    return {
        row.Index: (
            lead_text(row, roster, words) if len(row.homes) > 1 else "",
            words.say(RELATION[row.relation]) if row.relation else "",
        )
        for row in countries.itertuples()
    }


def order_unknown(countries: pd.DataFrame, words: Words) -> str:
    """The countries of which it cannot be told who came first; "" if there are none."""
    met = contested(countries)
    names = list(met.loc[met["first"] == "", f"name_{words.lang}"])
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


def alone_sentence(roster: Roster, view: View, countries: pd.DataFrame, words: Words) -> str:
    """In how many countries only one home has ties, home by home; "" if there are none."""
    alone = countries[[len(homes) == 1 for homes in countries["homes"]]]
    if alone.empty or len(view.homes) == 1:
        return ""
    counts = {home: int((alone["first"] == home).sum()) for home in view.homes}
    return words.count(
        "In {n} country a single home has ties: {shares}",
        "In {n} countries a single home has ties: {shares}",
        len(alone),
        shares=words.join(_counted(roster, counts, words)),
    )


def coverage_sentence(
    roster: Roster, area: str, covered: list[Coverage], gaps: int, words: Words
) -> str:
    """How many of an area's states each home covers, and how many none does."""
    states = covered[0].share.of
    if not states:
        return words.say("{area}: no state lies in this view", area=area)
    shares = words.join(
        words.say(
            "{home} has ties with {n}" if number == 0 else "{home} with {n}",
            home=home_names(roster, (found.home,), words)[0],
            n=words.range(found.share.count, found.possible),
        )
        for number, found in enumerate(covered)
        if found.home
    )
    return words.count(
        "{area}: of its {n} state {shares}; {gaps} have none",
        "{area}: of its {n} states {shares}; {gaps} have none",
        states,
        area=area,
        shares=shares,
        gaps=words.number(gaps),
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


def _shares(roster: Roster, view: View, met: pd.DataFrame, words: Words) -> list[str]:
    """How often each home came first, and how often it cannot be told."""
    counts = {home: int((met["first"] == home).sum()) for home in view.homes}
    sentences = [
        words.say("{home} came first in {n}", home=name, n=words.number(number))
        for name, number in zip(home_names(roster, view.homes, words), counts.values(), strict=True)
        if number
    ]
    untold = int((met["first"] == "").sum())
    if untold:
        sentences.append(words.say("in {n} it cannot be told", n=words.number(untold)))
    return sentences


def _counted(roster: Roster, counts: dict[str, int], words: Words) -> list[str]:
    names = home_names(roster, tuple(counts), words)
    return [
        words.say("{home} in {n}", home=name, n=words.number(number))
        for name, number in zip(names, counts.values(), strict=True)
    ]
