"""The one search: what a reader types, and what is meant."""

from __future__ import annotations

import pytest

from geo.data import read_table
from geo.ties.name_index import COUNTRY, HOME, PLACE, REGION
from geo.ties.name_match import Rank
from geo.ties.roster import Roster
from geo.ties.search import Hit, search


def first(roster: Roster, text: str, *kinds: str) -> Hit:
    found = search(roster, text, kinds) if kinds else search(roster, text)
    assert not found.nearest, f"{text} is not found"
    return found.hits[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sao Paulo", "sao-paulo"),
        ("Ile-de-France", "ile-de-france"),
        ("聖保羅", "sao-paulo"),
        ("Ｙｏｋｏｈａｍａ", "yokohama"),
        ("hengbin", "yokohama"),
        ("横滨", "yokohama"),
        ("横浜", "yokohama"),
        ("Leningrad", "saint-petersburg"),
        ("列宁格勒", "saint-petersburg"),
        ("列寧格勒", "saint-petersburg"),
        ("Saigon", "ho-chi-minh-city"),
        ("西贡", "ho-chi-minh-city"),
        ("xigong", "ho-chi-minh-city"),
        ("Bombay", "mumbai"),
        ("Pusan", "busan"),
        ("海参崴", "vladivostok"),
        ("汉城", "seoul"),
        ("Washington DC", "washington"),
        ("St Petersburg", "saint-petersburg"),
        ("Köln", "cologne"),
        ("Praha", "prague"),
        ("雪梨", "new-south-wales"),
        ("hambrug", "hamburg"),
        ("Sant Petersbrg", "saint-petersburg"),
        ("恒滨", "yokohama"),  # the sound is right, a character is not
        ("Surabaya", "east-java"),
    ],
)
def test_a_partner_is_found_by_any_name(roster: Roster, text: str, place: str) -> None:
    hit = first(roster, text)
    assert (hit.kind, hit.key) == (PLACE, place)


def test_initials_find_every_name_that_sounds_so(roster: Roster) -> None:
    assert {"yokohama", "hamburg"} <= set(search(roster, "hb", (PLACE,)).keys(PLACE))
    assert "yokohama" not in search(roster, "h", (PLACE,)).keys(PLACE)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("UK", "GB"),
        ("uk", "GB"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Viet Nam", "VN"),
        ("南韩", "KR"),
        ("韓國", "KR"),
        ("美国", "US"),
        ("紐西蘭", "NZ"),
        ("DE", "DE"),
        ("de", "DE"),
        ("deu", "DE"),
        ("NA", "NA"),
        ("Burma", "MM"),
        ("EL", "GR"),
        ("yingguo", "GB"),
    ],
)
def test_a_country_is_found_by_common_names_and_codes(
    roster: Roster, text: str, country: str
) -> None:
    hit = first(roster, text)
    assert (hit.kind, hit.key) == (COUNTRY, country)
    assert first(roster, text, COUNTRY).key == country


def test_uk_is_not_kyiv(roster: Roster) -> None:
    places = set(search(roster, "UK").keys(PLACE))
    assert places == set(roster.places.index[roster.places["country"] == "GB"])
    assert search(roster, "UK", (COUNTRY,)).keys(COUNTRY) == ("GB",)
    assert search(roster, "Uk", (COUNTRY,)).keys(COUNTRY) == ("GB",)
    assert search(roster, "ukr", (COUNTRY,)).keys(COUNTRY) == ("UA",)


def test_a_code_in_capitals_is_a_code_and_in_small_letters_it_may_be_a_beginning(
    roster: Roster,
) -> None:
    assert search(roster, "DE", (COUNTRY,)).keys(COUNTRY) == ("DE",)
    assert {"DE", "DK"} <= set(search(roster, "de", (COUNTRY,)).keys(COUNTRY))


def test_whole_words_and_beginnings_go_before_middles(roster: Roster) -> None:
    ranks = [hit.rank for hit in search(roster, "ber", (PLACE,)).hits]
    keys = search(roster, "ber", (PLACE,)).keys(PLACE)
    assert ranks == sorted(ranks)
    assert keys.index("berlin") < keys.index("canberra")
    york = search(roster, "york", (PLACE,)).hits
    assert {hit.key for hit in york if hit.rank == Rank.WORD} == {"new-york-city", "brooklyn"}
    assert search(roster, "Santiago", (PLACE,)).keys(PLACE)[0] == "santiago-region"


def test_regions_and_homes_are_found_too(roster: Roster) -> None:
    assert first(roster, "欧洲").key == "150"
    assert first(roster, "south-east asia", REGION).key == "035"
    assert (first(roster, "Peking").kind, first(roster, "Peking").key) == (HOME, "beijing")


def test_each_kind_is_found_through_the_others(roster: Roster) -> None:
    vietnam = first(roster, "Saigon", COUNTRY)
    assert (vietnam.key, vietnam.through) == ("VN", (PLACE, "ho-chi-minh-city"))
    assert set(search(roster, "Viet Nam", (PLACE,)).keys(PLACE)) == {"hanoi", "ho-chi-minh-city"}
    asia = set(search(roster, "亚洲", (PLACE,)).keys(PLACE))
    assert {"yokohama", "tehran"} <= asia
    assert "berlin" not in asia


def test_what_is_not_found_offers_the_nearest(roster: Roster) -> None:
    found = search(roster, "Yokohomaru", (PLACE,))
    assert found.nearest
    assert found.hits[0].key == "yokohama"
    assert found.keys(PLACE) == ()
    for nonsense in ("nowhere at all", "zzz", "不存在的地方", "<script>", "a" * 80):
        assert search(roster, nonsense, (PLACE,)).nearest
    assert search(roster, "  .. ") == ((), False)


def test_a_roster_without_other_names_is_searched_by_its_own(small: Roster) -> None:
    assert search(small, "神戶").hits[0].key == "kobe"
    assert search(small, "Leningrad", (PLACE,)).nearest


def test_every_other_name_finds_what_it_belongs_to(roster: Roster) -> None:
    for row in read_table("other_names").to_dict("records"):
        key = row["place"] or row["home"] or row["country"]
        assert [bool(row[kind]) for kind in (PLACE, HOME, COUNTRY)].count(True) == 1, row
        found = search(roster, row["name"])
        assert any(hit.key == key and hit.rank <= Rank.WORD for hit in found.hits), row
