"""Pairs beside ties: told apart as new, missing, dated otherwise, and never matched by guess."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from geo.intake.limits import Refused
from geo.register.comparing import Comparison, Finding, compare
from geo.register.listing import read_listing
from geo.register.matching import homes_named, place_of, placed_in
from geo.ties.roster import Roster
from tests.register.loopback import answer_of, row

HOMES = ("tianjin", "guangzhou", "wuhan")
GUANGZHOU, WUHAN = ("广东省", "广州市"), ("湖北", "武汉")
ROWS = [
    row("天津市", "", "神户市", "日本", "1973-06-24"),
    row(*GUANGZHOU, "罗兹市", "波兰", "1997-08-20"),
    row(*WUHAN, "罗兹", "波兰", "2005-03-17"),
    row(*WUHAN, "溫得和克", "纳米比亚", jhsj="2000"),
    row(*GUANGZHOU, "索非亚", "保加利亚", "2004-03-01"),
    row(*WUHAN, "神户市", "日本", "1985-02-16"),
    row(*WUHAN, "神户市", "日本", "1986-02-16"),
    row("天津", "某区", "大分", "日本", "2003-11-20"),
    row("天津", "市辖区", "大分", "日本", "2001-11-20"),
    row(*WUHAN, "卑尔根", "挪威", "2002-02-02"),
    row(*GUANGZHOU, "某某市", "巴西", "2007-10-22"),
    row(*GUANGZHOU, "里昂市", "法国", "1988-01-19"),
    row("吉林省", "", "大分", "日本", "1999-01-01"),
]  # fmt: skip


def compared(roster: Roster, rows: Sequence[Any], homes: Sequence[str] = HOMES) -> Comparison:
    listing = read_listing(answer_of(*rows), dt.date(2026, 9, 30))
    return compare(roster, homes, listing.pairs)


def told(one: Finding) -> tuple[str, str, int]:
    tie = one.tie.Index if one.tie else " ".join(tie.Index for tie in one.perhaps)
    return one.verdict, tie, one.pair.pair.number if one.pair else 0


def test_every_tie_and_pair_gets_its_verdict(small: Roster) -> None:
    found = compared(small, ROWS)
    assert sorted(map(told, found.findings)) == [
        ("again", "wuhan-kobe", 7),
        ("agrees", "tianjin-heping-oita", 8),
        ("agrees", "tianjin-kobe", 1),
        ("closes", "guangzhou-lodz", 2),
        ("closes", "wuhan-lodz", 3),
        ("elsewhere", "tianjin-heping-oita", 9),
        ("ended", "tianjin-bergen", 0),
        ("ended", "tianjin-sofia", 0),
        ("missing", "tianjin-lodz", 0),
        ("missing", "wuhan-oita", 0),
        ("narrows", "wuhan-windhoek", 4),
        ("new", "", 10),
        ("new", "", 12),
        ("other level", "guangzhou-recife", 0),
        ("other level", "wuhan-hongshan-oita", 0),
        ("otherwise", "guangzhou-sofia", 5),
        ("still listed", "wuhan-kobe", 6),
        ("unmatched", "guangzhou-recife", 11),
    ]
    assert (found.ties, found.inexact, found.silent) == (len(small.ties), 5, ())


def test_of_a_home_without_a_row_nothing_is_said(small: Roster) -> None:
    found = compared(small, ROWS[:1])
    assert (found.homes, found.silent) == (("tianjin",), ("guangzhou", "wuhan"))
    assert {one.tie.home for one in found.findings} == {"tianjin"}


def places(roster: Roster, *named: tuple[str, str]) -> list[str]:
    rows = [row("北京市", "北京市", name, country) for name, country in named]
    pairs = read_listing(answer_of(*rows), dt.date(2026, 9, 30)).pairs
    return [place_of(roster, pair) for pair in pairs]


def test_a_partner_is_matched_by_its_whole_name_in_its_country(roster: Roster) -> None:
    named = {
        ("橫濱市", "日本"): "yokohama",
        ("大阪府", "日本"): "osaka-prefecture",
        ("大阪市", "日本"): "osaka",
        ("首尔特别市", "韩国"): "seoul",
        ("马德里", "西班牙"): "madrid",
        ("马德里自治区", "西班牙"): "madrid-region",
        ("柏林市", "德国"): "berlin",
    }
    assert places(roster, *named) == list(named.values())


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("横滨市", "韩国"),  # of another country
        ("横滨市", ""),
        ("莫斯科州", "俄罗斯"),  # not the city in it
        ("泗水市", "印度尼西亚"),  # the seat of East Java, not the province
        ("泗水", "印度尼西亚"),
        ("横滨市鹤见区", "日本"),
        ("日本", "日本"),  # a country is not all that lies in it
        ("横斌市", "日本"),  # misspelt
    ],
)
def test_what_only_resembles_a_partner_is_not_taken_for_it(
    roster: Roster, name: str, country: str
) -> None:
    assert places(roster, (name, country)) == [""]


def test_a_seat_is_offered_for_its_province(roster: Roster) -> None:
    found = compared(roster, [row("上海市", "", "泗水市", "印度尼西亚")], ["shanghai"])
    [one] = found.of("unmatched")
    assert [tie.Index for tie in one.perhaps] == ["shanghai-east-java"]


@pytest.mark.parametrize(
    ("prov", "city", "home", "district"),
    [
        ("上海市", "", "shanghai", ""),
        ("", "上海市", "shanghai", ""),
        ("上海", "市辖区", "shanghai", ""),
        ("上海市", "浦东新区", "shanghai", "浦东新区"),
        ("上海市", "上海市浦东新区", "shanghai", "浦东新区"),
        ("北京市", "北京", "beijing", ""),
    ],
)
def test_a_municipality_stands_as_province_or_as_city(
    roster: Roster, prov: str, city: str, home: str, district: str
) -> None:
    pairs = read_listing(answer_of(row(prov, city, "大阪市", "日本")), dt.date.today()).pairs
    [one] = placed_in(roster, ["shanghai", "beijing"], pairs)
    assert one.key == (home, district, "osaka")


def test_homes_are_named_as_people_name_them(roster: Roster) -> None:
    assert homes_named(roster, []) == ["shanghai", "beijing"]
    assert homes_named(roster, ["上海市", "Peking", "shanghai"]) == ["shanghai", "beijing"]
    with pytest.raises(
        Refused, match="“Atlantis” is no Chinese city of these data; there are: shanghai"
    ):
        homes_named(roster, ["Atlantis"])


@pytest.mark.parametrize("name", ["name_zh", "full_zh"])
def test_the_atlas_as_the_register_might_write_it_agrees_with_itself(
    roster: Roster, name: str
) -> None:
    """Every partner of ours is found by its own names, and no other is taken for it."""
    rows = [
        row(f"{tie.home_zh}市", tie.home_district_zh, called, tie.country_zh, tie.established)
        for tie, called in zip(
            roster.ties.itertuples(), roster.ties["place"].map(roster.places[name]), strict=True
        )
    ]
    found = compared(roster, rows, ["shanghai", "beijing"])
    odd = [told(one) for one in found.findings if one.verdict not in ("agrees", "still listed")]
    assert odd == []
    assert len(found.findings) == len(roster.ties) == found.ties
