"""The view, to and from the address bar."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.data import PACKAGE
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import select
from geo.ties.view import LANGUAGES, LONGEST_SEARCH, View
from tests.plain import plain_ties
from tests.views import addresses, views

ROSTER = load_roster()
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
FIELD_OF = {
    "years": "years",
    "home": "homes",
    "level": "levels",
    "country": "countries",
    "region": "regions",
    "q": "q",
    "ended": "ended",
    "proposals": "proposals",
    "untied": "untied",
    "weight": "weights",
    "city": "city",
    "partner": "partner",
    "split": "split",
    "marks": "marks",
    "mark": "own_marks",
    "events": "events",
    "suppose": "suppose",
}


@given(views(ROSTER, search=ANY_TEXT), st.sampled_from(LANGUAGES))
def test_a_copied_address_opens_the_same_view(view: View, browser: str) -> None:
    assert View.from_query(view.to_query(ROSTER), ROSTER, lang=browser) == view


@given(addresses(ROSTER), st.sampled_from([*LANGUAGES, "fr", ""]))
@example({"q": ["a" * (LONGEST_SEARCH - 1) + " b"]}, "en")
@example({"years": ["2017", "1980"], "lang": ["xx", "zh"], "home": ["nowhere", "beijing"]}, "en")
def test_every_address_opens_a_valid_view(query: dict[str, list[str]], browser: str) -> None:
    view = View.from_query(query, ROSTER, lang=browser)
    first, last = view.years
    assert ROSTER.period[0] <= first <= last <= ROSTER.period[1]
    assert view.lang in LANGUAGES
    assert view.homes == tuple(home for home in ROSTER.homes.index if home in view.homes) != ()
    assert view.levels == tuple(level for level in LEVELS if level in view.levels) != ()
    assert set(view.countries) <= set(ROSTER.countries.index)
    assert len(view.q) <= LONGEST_SEARCH
    assert view.q == view.q.strip()
    assert view.q.isprintable()
    assert view.partner is None or view.partner in ROSTER.places.index
    assert View.from_query(view.to_query(ROSTER), ROSTER) == view
    assert set(select(ROSTER, view).index) <= set(ROSTER.ties.index)


@given(views(ROSTER))
def test_an_address_says_only_what_differs_from_the_default(view: View) -> None:
    usual = View.default(ROSTER)
    differing = {
        name for name, field in FIELD_OF.items() if getattr(view, field) != getattr(usual, field)
    }
    assert set(view.to_query(ROSTER)) == {"lang"} | differing


def test_the_default_address_is_only_the_language(roster: Roster) -> None:
    assert View.default(roster, "zh").to_query(roster) == {"lang": ["zh"]}


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        (["1980", "2017"], (1980, 2017)),
        (["2017", "1980"], (1980, 2017)),
        (["1990", "1990"], (1990, 1990)),
        (["1000", "2017"], (1973, 2017)),
        (["1980", "9999"], (1980, 2020)),
        (["1980"], (1973, 2020)),
        (["1980", "1990", "2000"], (1973, 2020)),
        (["1980", "x"], (1973, 2020)),
        (["1980", "-990"], (1973, 2020)),
        (["1980", "1990.0"], (1973, 2020)),
        (["1980", "٢٠١٧"], (1973, 2020)),
        (["1980", "20170"], (1973, 2020)),
        (["1500", "1800"], (1973, 2020)),
        (["2050", "2040"], (1973, 2020)),
        ([], (1973, 2020)),
    ],
)
def test_years_are_put_in_order_and_inside_the_period(
    small: Roster, asked: list[str], years: tuple[int, int]
) -> None:
    assert small.period == (1973, 2020)
    assert View.from_query({"years": asked}, small).years == years


def test_a_search_is_one_line_of_printable_characters(roster: Roster) -> None:
    view = View.from_query({"q": ["  Ho\tChi\n\x00Minh\u3000City ", "another"]}, roster)
    assert view.q == "Ho Chi Minh City"


def test_the_order_of_an_address_does_not_matter(roster: Roster) -> None:
    one = View.from_query({"country": ["JP", "DE"], "level": ["district", "sister"]}, roster)
    other = View.from_query(
        {"level": ["sister", "district"], "country": ["DE", "JP", "DE"]}, roster
    )
    assert one == other
    assert hash(one) == hash(other)


def test_the_language_is_the_browsers_unless_the_address_says(roster: Roster) -> None:
    assert View.from_query({}, roster, lang="zh").lang == "zh"
    assert View.from_query({"lang": ["en"]}, roster, lang="zh").lang == "en"
    assert View.from_query({"lang": ["tlh"]}, roster, lang="zh").lang == "zh"


@given(views(ROSTER))
def test_a_view_is_frozen_and_a_key(view: View) -> None:
    assert {view: 1}[view.but()] == 1
    with pytest.raises(FrozenInstanceError):
        view.q = "x"  # type: ignore[misc]


@given(views(ROSTER), views(ROSTER))
def test_views_that_differ_in_years_partner_or_ended_share_their_map_data(
    view: View, other: View
) -> None:
    moved = view.but(years=other.years, partner=other.partner, ended=other.ended)
    assert moved.filters_only == view.filters_only
    if view.q != other.q:
        assert view.but(q=other.q).filters_only != view.filters_only


def test_three_homes_are_compared_by_default_and_a_home_elsewhere_is_unknown(small: Roster) -> None:
    assert View.default(small).homes == ("tianjin", "guangzhou", "wuhan")
    assert View.from_query({"home": ["shanghai"]}, small) == View.default(small)
    assert View.from_query({"home": ["wuhan", "tianjin"]}, small).homes == ("tianjin", "wuhan")


def test_the_whole_period_is_known_as_such(small: Roster) -> None:
    view = View.default(small)
    assert view.shows_whole_period(small)
    assert not view.but(years=(1974, 2020)).shows_whole_period(small)
    assert not view.but(years=(1973, 2019)).shows_whole_period(small)


def test_every_country_and_partner_of_the_roster_can_be_asked_for(roster: Roster) -> None:
    for tie in plain_ties(PACKAGE):
        query = {"country": [tie.country], "partner": [tie.place], "region": sorted(tie.regions)}
        view = View.from_query(query, roster)
        assert (view.countries, view.partner) == ((tie.country,), tie.place)
        assert set(view.regions) == tie.regions
