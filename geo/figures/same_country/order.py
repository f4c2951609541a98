"""Inside one country: which home came first, by how much, and with which city.

A tie was made between two days. Who came first is said only where the intervals leave no doubt; a
tie without a date and without bounds may have been made on any day up to the as-of day, so it can
make a home earlier than is known and never proves it later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isinf

from geo.figures.same_country.relation import closest, relation
from geo.i18n.sorting import order_of
from geo.ties.roster import Roster
from geo.ties.tie import Tie, shown
from geo.ties.view import View

DAYS_A_YEAR = 365.2425


@dataclass(frozen=True)
class Span:
    """Days (proleptic ordinals) between which something happened; ``low`` may be minus infinity."""

    low: float
    high: float

    def before(self, other: Span) -> bool:
        """Whether it certainly happened on an earlier day."""
        return self.high < other.low


@dataclass(frozen=True)
class Country:
    """One country in which the view shows a tie.

    Attributes:
        code: alpha-2.
        name_en, name_zh: what it is called.
        ties: those of the view there, in the order of the roster.
        homes: slugs of the homes that have a tie there, in the view's order.
        first: slug of the home that came first; "" where it cannot be told.
        lead: years between the first home's first tie and the next home's, at least and at most;
            ``None`` with one home or where the order cannot be told, up to ``inf`` where the first
            tie has no date.
        relation: the closest between partners of different homes; "" with one home.
        start: ordinal day of the first tie, ``-inf`` if unknown.
    """

    code: str
    name_en: str
    name_zh: str
    ties: tuple[Tie, ...]
    homes: tuple[str, ...]
    first: str
    lead: Span | None
    relation: str
    start: float

    @property
    def contested(self) -> bool:
        """Whether more than one home has a tie there."""
        return len(self.homes) > 1


def span_of(tie: Tie, roster: Roster) -> Span:
    """Between which days a tie was made."""
    if tie.earliest is None or tie.latest is None:
        return Span(-inf, float(roster.as_of.toordinal()))
    return Span(float(tie.earliest.toordinal()), float(tie.latest.toordinal()))


def first_of(spans: Iterable[Span]) -> Span:
    """Between which days the first of several things happened."""
    known = list(spans)
    return Span(min(span.low for span in known), min(span.high for span in known))


def by_country(roster: Roster, view: View) -> tuple[Country, ...]:
    """The countries in which the view shows a tie, by their codes."""
    return _by_country(roster, view.ties_only)


@lru_cache(maxsize=32)
def _by_country(roster: Roster, view: View) -> tuple[Country, ...]:
    there: dict[str, list[Tie]] = {}
    for tie in shown(roster, view):
        there.setdefault(tie.country, []).append(tie)
    return tuple(_country(tuple(there[code]), roster, view.homes) for code in sorted(there))


def in_order(countries: Sequence[Country], view: View) -> list[Country]:
    """Countries in the order that the view asks for (:data:`geo.ties.view.ORDERS`).

    By lead: the first home of the view with the longest lead first, those of which the order
    cannot be told after all that can, those with one home last; by the day of the first tie; or by
    name.
    """
    if view.order == "name":
        return sorted(countries, key=lambda one: order_of(_name(one, view.lang), view.lang))
    if view.order == "date":
        return sorted(countries, key=lambda one: (one.start, one.name_en, one.code))
    return sorted(countries, key=lambda one: (_lead_key(one, view.homes), one.code))


def _name(country: Country, lang: str) -> str:
    return country.name_zh if lang == "zh" else country.name_en


def _country(ties: tuple[Tie, ...], roster: Roster, order: tuple[str, ...]) -> Country:
    spans: dict[str, list[Span]] = {}
    for tie in ties:
        spans.setdefault(tie.home, []).append(span_of(tie, roster))
    firsts = {home: first_of(spans[home]) for home in order if home in spans}
    first, lead = _lead(firsts)
    return Country(
        code=ties[0].country,
        name_en=ties[0].country_en,
        name_zh=ties[0].country_zh,
        ties=ties,
        homes=tuple(firsts),
        first=first,
        lead=lead,
        relation=closest(
            relation(one, other)
            for place, one in enumerate(ties)
            for other in ties[place + 1 :]
            if one.home != other.home
        ),
        start=first_of(firsts.values()).low,
    )


def _lead(firsts: dict[str, Span]) -> tuple[str, Span | None]:
    """Who came first, and between how many years before the next; "" where it cannot be told."""
    for home, span in firsts.items():
        others = [other for slug, other in firsts.items() if slug != home]
        if not others:
            return home, None
        if all(span.before(other) for other in others):
            following = first_of(others)
            low, high = following.low - span.high, following.high - span.low
            return home, Span(low / DAYS_A_YEAR, high / DAYS_A_YEAR)
    return "", None


def _lead_key(country: Country, homes: tuple[str, ...]) -> tuple[float, ...]:
    """Contested before single; the first home's leads falling, the last home's rising."""
    place = homes.index(country.first) if country.first in homes else len(homes)
    lead = country.lead.low if country.lead else 0.0
    rising = place == len(homes) - 1 and len(homes) > 1
    start = country.start if not isinf(country.start) else 0.0
    return float(not country.contested), float(place), lead if rising else -lead, start
