"""Which ties a view shows: against the article, and against a recount in plain Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.data import PACKAGE
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import passing, select
from geo.ties.view import View
from tests.plain import PlainTie, plain_ties, shown
from tests.small_package import write_small_package
from tests.views import views

ROSTER, PLAIN = load_roster(), plain_ties(PACKAGE)

TABLE_1 = {
    ("Shanghai", "Metro Manila", "Philippines", "1983-06-15"),
    ("Beijing", "Manila", "Philippines", "2005-11-14"),
    ("Shanghai", "Ho Chi Minh City", "Vietnam", "1994-05-14"),
    ("Beijing", "Hanoi", "Vietnam", "1994-10-06"),
    ("Shanghai", "Chiang Mai", "Thailand", "2000-04-02"),
    ("Shanghai", "Bangkok", "Thailand", "2016-05-10"),
    ("Beijing", "Bangkok", "Thailand", "1993-05-26"),
    ("Shanghai", "East Java", "Indonesia", "2006-08-30"),
    ("Beijing", "Jakarta", "Indonesia", "1992-08-04"),
    ("Shanghai", "Phnom Penh", "Cambodia", "2008-10-08"),
    ("Beijing", "Vientiane", "Laos", "2015-04-24"),
}
"""Table 1 of the article: Southeast Asia at the end of 2017."""


def found(ties: list[PlainTie] | None, view: View, roster: Roster) -> None:
    """Assert that select shows what the plain recount shows."""
    chosen = select(roster, view)
    told = {
        tie: (made, bool(stands))
        for tie, made, stands in zip(chosen.index, chosen["made"], chosen["stands"], strict=True)
    }
    assert told == shown(ties or [], view, roster)


def test_table_1_of_the_article_comes_out_row_by_row(roster: Roster) -> None:
    chosen = select(roster, View.default(roster).but(years=(1973, 2017), regions=("035",)))
    rows = [
        (tie.home_en, tie.name_en, tie.country_en, tie.established) for tie in chosen.itertuples()
    ]
    assert len(rows) == len(TABLE_1) == 11
    assert set(rows) == TABLE_1
    assert set(chosen["made"]) == {"certain"}
    assert chosen["stands"].all()


@given(views(ROSTER))
def test_any_view_shows_what_a_plain_recount_shows(view: View) -> None:
    found(PLAIN, view, ROSTER)


@given(st.data())
def test_any_view_of_three_homes_shows_what_a_plain_recount_shows(
    small: Roster, small_package: Path, data: st.DataObject
) -> None:
    found(plain_ties(small_package), data.draw(views(small)), small)


def every_filter() -> list[View]:
    """The default view with every value of every filter, one at a time."""
    default = View.default(ROSTER)
    changes: list[dict[str, object]] = [{"homes": (home,)} for home in ROSTER.homes.index]
    changes += [{"levels": (level,)} for level in LEVELS]
    changes += [{"countries": (code,)} for code in sorted(set(ROSTER.ties["country"]))]
    regions = {code for tie in PLAIN for code in tie.regions}
    changes += [{"regions": (code,)} for code in sorted(regions)]
    changes += [{"years": (year, year)} for year in range(ROSTER.period[0], ROSTER.period[1] + 1)]
    changes += [{"ended": True}]
    return [default.but(**change) for change in changes]


def test_each_filter_alone_shows_what_a_plain_recount_shows() -> None:
    asked = every_filter()
    assert len(asked) > 100
    for view in asked:
        found(PLAIN, view, ROSTER)


def places(roster: Roster, q: str) -> set[str]:
    return set(select(roster, View.default(roster).but(q=q, levels=LEVELS))["place"])


@pytest.mark.parametrize(
    ("q", "place"),
    [
        ("sao paulo", "sao-paulo"),
        ("SÃO  PAULO", "sao-paulo"),
        ("saopaulo", "sao-paulo"),
        ("圣保罗", "sao-paulo"),
        ("ho chi minh", "ho-chi-minh-city"),
        ("胡志明", "ho-chi-minh-city"),
        ("Hồ Chí Minh", "ho-chi-minh-city"),
        ("surabaya", "east-java"),  # the seat
        ("special capital region", "jakarta"),  # the formal name
        ("turkiye", "istanbul"),
        ("sariyer", "sariyer-istanbul"),
    ],
)
def test_a_search_finds_names_in_both_languages_without_accents_case_and_blanks(
    roster: Roster, q: str, place: str
) -> None:
    assert place in places(roster, q)
    assert len(places(roster, q)) < len(roster.places) / 4


def test_a_search_is_for_partners_and_not_for_homes(roster: Roster) -> None:
    assert places(roster, "上海") == set()
    assert places(roster, "shanghai") == set()


def test_letters_that_no_accent_is_taken_from_are_found_by_their_plain_ones(small: Roster) -> None:
    for q in ("lodz", "ŁÓDŹ", "łódź", "罗兹"):
        assert places(small, q) == {"lodz"}
    assert places(small, "oita") == {"oita"}


@pytest.mark.parametrize("q", [".*", "(", "[a-z]", "\\", "^", "x|z", "$", "%", "_", "?"])
def test_signs_of_patterns_are_no_patterns(roster: Roster, q: str) -> None:
    """Signs part words, or are nothing: they stand for no other letters."""
    assert places(roster, q) == set()


def test_a_search_does_not_join_two_names(small: Roster) -> None:
    assert places(small, "bergen卑尔根") == set()


def test_a_tie_ends_in_the_picture_with_its_last_year(small: Roster) -> None:
    view = View.default(small)
    for last, stands in ((2009, True), (2010, False)):
        still = view.but(years=(1973, last))
        assert ("wuhan-kobe" in select(small, still).index) is stands
        told = select(small, still.but(ended=True)).loc["wuhan-kobe"]
        assert bool(told["stands"]) is stands


def test_a_tie_that_ended_in_the_as_of_year_has_ended(small: Roster) -> None:
    assert "tianjin-bergen" in select(small, View.default(small).but(years=(1973, 2019))).index
    assert "tianjin-bergen" not in select(small, View.default(small)).index


def test_what_passes_does_not_depend_on_the_years(small: Roster) -> None:
    view = View.default(small)
    assert passing(small, view.but(years=(1990, 1991))).equals(passing(small, view))
    assert len(passing(small, view)) == len([t for t in small.ties["level"] if t == "sister"])


def test_a_roster_elsewhere_is_searched_by_its_own_names(tmp_path: Path, roster: Roster) -> None:
    write_small_package(tmp_path)
    other = load_roster(tmp_path)
    assert places(other, "recife") == {"recife"}
    assert places(roster, "recife") == set()
