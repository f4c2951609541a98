"""Views and addresses at random, for properties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from geo.ties.groups import groups_of
from geo.ties.regions import TIERS
from geo.ties.roster import LEVELS, Roster
from geo.ties.supposed import Supposed
from geo.ties.view import LANGUAGES, MOST_MARKS, SPLITS, View

T = TypeVar("T")

SEARCHES = ["", "sao paulo", "马尼拉", "ho chi minh", "Wellington", "japan", "市", "zzz"]
"""Texts that a name has in it or has not; how others are understood, the search's own tests say."""


def views(
    roster: Roster, *, search: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[View]:
    """Any view that a reader can come to."""
    years = st.integers(*roster.period)
    regions = {code for tier in TIERS for code in roster.countries[f"{tier}_m49"] if code}
    regions |= set(groups_of(roster))
    return st.builds(
        View,
        lang=st.sampled_from(LANGUAGES),
        years=st.one_of(
            st.just(roster.period), st.tuples(years, years).map(lambda two: (min(two), max(two)))
        ),
        homes=_some(tuple(roster.homes.index), at_least=1),
        levels=_some(LEVELS, at_least=1),
        countries=_seldom(sorted(set(roster.ties["country"]))),
        regions=_seldom(sorted(regions)),
        q=(st.sampled_from(SEARCHES) if search is None else search).map(
            lambda text: View.from_query({"q": [text]}, roster).q
        ),
        ended=st.booleans(),
        proposals=st.booleans(),
        untied=st.booleans(),
        weights=st.sampled_from([(), (("port", 150),), (("capital", 0), ("region", 300))]),
        city=st.sampled_from(["", "mm-yangon"]),
        partner=st.one_of(st.none(), st.sampled_from(list(roster.places.index))),
        split=st.sampled_from(SPLITS),
        marks=_marks(tuple(roster.turning_points.index)),
        own_marks=st.sets(
            st.tuples(
                st.integers(1900, 2099), st.sampled_from(["Olympics", "奥运会", "a-2009-b", "<b>"])
            ),
            max_size=MOST_MARKS,
        ).map(lambda some: tuple(sorted(some))),
        events=st.one_of(st.just(""), st.sampled_from(list(roster.places.index))),
        suppose=st.sampled_from([(), (Supposed(str(roster.homes.index[0]), "MM", "Yangon"),)]),
    )


def _marks(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...] | None]:
    """Some turning points, none, or all as if none were named."""
    if not known:
        return st.none()
    return st.one_of(st.none(), _some(known).map(lambda some: None if some == known else some))


def _some(known: Sequence[T], at_least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of what is known, in the known order."""
    chosen = st.sets(st.sampled_from(known), min_size=at_least, max_size=max(at_least, 6))
    return chosen.map(lambda some: tuple(value for value in known if value in some))


def _seldom(known: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.one_of(st.just(()), st.just(()), _some(known))


NAMES = (
    "lang",
    "years",
    "home",
    "level",
    "country",
    "region",
    "q",
    "ended",
    "proposals",
    "partner",
    "marks",
    "mark",
    "events",
    "suppose",
    "untied",
    "weight",
    "city",
    "wrong",
)


def addresses(roster: Roster) -> st.SearchStrategy[dict[str, list[str]]]:
    """Any address at all, most of it garbage, some of it nearly right."""
    likely = [
        "1980", "2017", "99999", "-1", "0", "1", "٢٠١٧", "2017.5", "zh", "en", "sister", "district",
        "shanghai", "beijing", "tianjin", "JP", "NA", "035", "yokohama", "lodz", "", " ", "null",
        "shanghai:MM:Yangon", ":::",
        "port-150", "a" * 500, "́", "\x00\x1b[31m", "<script>alert(1)</script>", "=1+1", "../../etc",
        ".*", "(",
    ]  # fmt: skip
    text = st.one_of(
        st.sampled_from(likely), st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
    )
    return st.dictionaries(st.sampled_from(NAMES), st.lists(text, max_size=4))
