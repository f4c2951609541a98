"""Countries by what people call them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.data import read_table
from geo.place.country_names import (
    codes,
    countries_in,
    country_code,
    is_ambiguous,
    is_continent,
    near_country,
    plain,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("美国", "US"),
        ("美國", "US"),
        ("米国", "US"),
        ("アメリカ合衆国", "US"),
        ("미국", "US"),
        ("the United States of America", "US"),
        ("U.S.A.", "US"),
        ("Stany Zjednoczone", "US"),
        ("UK", "GB"),
        ("the United Kingdom", "GB"),
        ("Wielka Brytania", "GB"),
        ("英国", "GB"),
        ("Großbritannien", "GB"),
        ("日 本", "JP"),
        ("Republic of Korea", "KR"),
        ("大韓民國", "KR"),
        ("대한민국", "KR"),
        ("南韩", "KR"),
        ("DPRK", "KP"),
        ("Viet Nam", "VN"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Holandia", "NL"),
        ("Federacja Rosyjska", "RU"),
        ("Kazachstan", "KZ"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("U.A.E", "AE"),
        ("馬紹爾群島", "MH"),
        ("马绍尔群岛", "MH"),
        ("Republic of China", "TW"),
        ("People's Republic of China", "CN"),
        ("NA", "NA"),
        ("Namibia", "NA"),
        ("DEU", "DE"),
        ("ＪＰ", "JP"),
        ("Korea (Republic of)", "KR"),
        ("Korea, Republic of", "KR"),
        ("Korea, Demokratische Volksrepublik", "KP"),
        ("China, Volksrepublik", "CN"),
        ("克罗地亚共和国", "HR"),
        ("俄罗斯联邦", "RU"),
        ("斯里兰卡民主社会主义共和国", "LK"),
        ("刚果民主共和国", "CD"),
        ("大不列颠及北爱尔兰联合王国", "GB"),
        ("Federal Republic of Germany", "DE"),
    ],
)
def test_a_country_is_known_by_its_names_and_codes(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    "name", ["", "N/A", "n.a.", "n / a", "Kyiv", "840", "EU", "ZZ", "XX", "-", "Europe", "亚洲"]
)
def test_what_is_no_country_is_none(name: str) -> None:
    assert country_code(name) is None


def test_every_country_of_the_atlas_is_known_by_its_own_names_and_codes() -> None:
    wrong = [
        (row["country"], row[column])
        for row in read_table("countries").to_dict("records")
        for column in ("country", "alpha3", "name_en", "name_zh")
        if country_code(row[column]) != row["country"]
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Austrailia", ("AU", "Australia")), ("Phillipines", ("PH", "Philippines"))],
)
def test_a_slip_of_the_pen_is_seen(wrong: str, right: tuple[str, str]) -> None:
    assert country_code(wrong) is None
    assert near_country(wrong) == right


@pytest.mark.parametrize("name", ["Nigerı", "Nigera", "Atlantis", "Ira", "Kyiv", "美囯"])
def test_what_may_be_two_countries_or_none_is_not_guessed(name: str) -> None:
    assert near_country(name) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. Counterparts", ["US"]),
        ("Japanese Prefectures & Cities", ["JP"]),
        ("日方城市", ["JP"]),
        ("中方城市", ["CN"]),
        ("friends_japan_taiwan", ["JP", "TW"]),
        ("South Korean cities", ["KR"]),
        ("United States and South Korea", ["US", "KR"]),
        ("Sister Cities (26 from 23 countries)", []),
        ("cities de la province, no date", []),
        ("上海市友好城市一览表", []),
    ],
)
def test_countries_are_found_in_heads_and_titles(text: str, found: list[str]) -> None:
    assert countries_in(text) == found


def test_continents_are_known_and_no_countries() -> None:
    for name in ("欧洲", "亞洲", "Latin America", "Afrika", "유럽", "ヨーロッパ", "South America"):
        assert is_continent(name)
        assert country_code(name) is None
    assert not is_continent("日本")


def test_a_name_that_another_country_bears_in_part_is_ambiguous() -> None:
    assert is_ambiguous("Republic of China")
    assert is_ambiguous("中華民國")
    assert not is_ambiguous("Taiwan")
    assert not is_ambiguous("China")


@given(st.text(max_size=40))
def test_any_text_is_a_country_or_none(text: str) -> None:
    assert country_code(text) is None or country_code(text) in codes().values()
    assert all(code in codes().values() for code in countries_in(text))
    assert plain(plain(text)) == plain(text) or plain(text).startswith("the")
