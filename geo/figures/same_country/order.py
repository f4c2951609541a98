"""Inside one country: which home came first, by how much, and with which city.

A tie was made between two days. Who came first is said only where the intervals leave no doubt; a
tie without a date and without bounds may have been made on any day up to the as-of day, so it can
make a home earlier than is known and never proves it later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, isinf
from typing import Any

import pandas as pd

from geo.place.distance import km_between
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

SAME, SEAT, OTHER = "same", "seat", "other"
RELATIONS = (SAME, SEAT, OTHER)
"""Two partners in one country, the closest first: the same place; two places with one seat (a city
and the region around it); different cities."""

DAYS_A_YEAR = 365.2425

SEAT_KM = 5.0
"""Seats this near are one city (the City of London and London 2 km apart; Athens and Piraeus, 9 km
apart, are two)."""
KM_A_DEGREE = 110.5
"""A degree of latitude is at least so long."""
CITY = re.compile(r"\(([^()]+)\)$")
"""The city that a district is a part of, as it ends the district's name: “Meguro (Tokyo)”."""

SORTS = ("lead", "date", "name")
"""How countries may be put in order."""


@dataclass(frozen=True)
class Span:
    """Days (proleptic ordinals) between which something happened; ``low`` may be minus infinity."""

    low: float
    high: float

    def before(self, other: Span) -> bool:
        """Whether it certainly happened on an earlier day."""
        return self.high < other.low


def span_of(tie: Any, roster: Roster) -> Span:
    """Between which days a tie (a row of the roster) was made."""
    if pd.isna(tie.earliest):
        return Span(-inf, float(roster.as_of.toordinal()))
    return Span(float(tie.earliest.toordinal()), float(tie.latest.toordinal()))


def first_of(spans: list[Span]) -> Span:
    """Between which days the first of several things happened."""
    return Span(min(span.low for span in spans), min(span.high for span in spans))


def relation(one: Any, other: Any) -> str:
    """How the partners of two ties (rows of the roster) lie to each other.

    One of :data:`RELATIONS`. Two places have one seat if their seats are the same point or lie
    within :data:`SEAT_KM`, if both are or contain their country's capital, or if one is a district
    whose name names the other's city. A region that contains a city other than its seat and the
    capital is not recognised: the data hold no boundaries.
    """
    if one.place == other.place:
        return SAME
    if one.country != other.country:
        return OTHER
    if one.capital != "no" and other.capital != "no":
        return SEAT
    near = _one_city(one, other) or _part_of(one, other) or _part_of(other, one)
    return SEAT if near else OTHER


def _one_city(one: Any, other: Any) -> bool:
    """Whether two seats lie so near that they are one city."""
    if abs(one.lat - other.lat) > SEAT_KM / KM_A_DEGREE:  # the distance itself takes long to find
        return False
    return km_between((one.lon, one.lat), (other.lon, other.lat)) <= SEAT_KM


def _part_of(one: Any, other: Any) -> bool:
    """Whether one partner is a district of the other's city, by its English name."""
    if one.kind != "district":
        return False
    city = CITY.search(one.name_en)
    of_other = CITY.search(other.name_en)
    if city and of_other and other.kind == "district":
        return city[1] == of_other[1]
    return other.seat_en in ((city[1] if city else ""), one.name_en.partition("-")[0])


def closest(found: list[str]) -> str:
    """The closest of several relations; "" of none."""
    return min(found, key=RELATIONS.index, default="")


def rivals(roster: Roster, view: View, sort: str = SORTS[0]) -> pd.DataFrame:
    """One row a country in which the view shows a tie, indexed by its alpha-2 code.

    Args:
        roster: all ties.
        view: what the reader has chosen.
        sort: one of :data:`SORTS`: the first home of the view with the longest lead first, those
            of which the order cannot be told after all that can; by the day of the first tie; or
            by name.

    Returns:
        Columns ``name_en, name_zh``, ``homes`` (tuple of slugs with a tie, in the view's order),
        ``first`` (slug of the home that came first, "" where it cannot be told),
        ``lead_low, lead_high`` (years between the first home's first tie and the next home's, at
        least and at most; ``NaN`` with one home or where the order cannot be told; ``inf`` where
        the first tie has no date), ``relation`` (the closest between partners of different homes,
        "" with one home) and ``start`` (ordinal day of the first tie, ``-inf`` if unknown).
    """
    chosen = select(roster, view)
    rows = [
        {"country": code, **_country(ties, roster, view)}
        for code, ties in chosen.groupby("country", sort=True)
    ]
    columns = ["country", "name_en", "name_zh", "homes", "first"]
    columns += ["lead_low", "lead_high", "relation", "start"]
    frame = pd.DataFrame(rows, columns=columns).set_index("country")
    return _sorted(frame, view, sort)


def contested(countries: pd.DataFrame) -> pd.DataFrame:
    """The countries (rows of :func:`rivals`) in which more than one home has a tie."""
    return countries[[len(homes) > 1 for homes in countries["homes"]]]


def _country(ties: pd.DataFrame, roster: Roster, view: View) -> dict[str, Any]:
    rows = list(ties.itertuples())
    homes = tuple(home for home in view.homes if home in set(ties["home"]))
    firsts = {
        home: first_of([span_of(row, roster) for row in rows if row.home == home]) for home in homes
    }
    first, lead = _lead(firsts)
    related = [
        relation(one, other)
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
        if one.home != other.home
    ]
    return {
        "name_en": rows[0].country_en,
        "name_zh": rows[0].country_zh,
        "homes": homes,
        "first": first,
        "lead_low": lead.low,
        "lead_high": lead.high,
        "relation": closest(related),
        "start": first_of(list(firsts.values())).low,
    }


def _lead(firsts: dict[str, Span]) -> tuple[str, Span]:
    """Who came first, and between how many years before the next; "" where it cannot be told."""
    for home, span in firsts.items():
        others = [other for slug, other in firsts.items() if slug != home]
        if not others:
            return home, Span(float("nan"), float("nan"))
        if all(span.before(other) for other in others):
            following = first_of(others)
            low, high = following.low - span.high, following.high - span.low
            return home, Span(low / DAYS_A_YEAR, high / DAYS_A_YEAR)
    return "", Span(float("nan"), float("nan"))


def _sorted(frame: pd.DataFrame, view: View, sort: str) -> pd.DataFrame:
    """Rows in the order asked for; those with one home come after the contested ones."""
    if frame.empty or sort not in SORTS:
        return frame
    if sort == "name":
        return frame.sort_values(f"name_{view.lang}")
    if sort == "date":
        return frame.sort_values(["start", "name_en"])
    order = {home: place for place, home in enumerate(view.homes)}
    keys = [_lead_key(row, order, len(view.homes)) for row in frame.itertuples()]
    return frame.iloc[sorted(range(len(frame)), key=keys.__getitem__)]


def _lead_key(row: Any, order: dict[str, int], homes: int) -> tuple[float, ...]:
    """Contested before single; the first home's leads falling, the last home's rising."""
    single = float(len(row.homes) == 1)
    place = order.get(row.first, homes)
    lead = row.lead_low if row.lead_low == row.lead_low else 0.0
    rising = place == homes - 1 and homes > 1
    start = row.start if not isinf(row.start) else 0.0
    return single, float(place), lead if rising else -lead, start
