"""What an address asks for, in every way in which people write it, and what of it is named."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.address import LONGEST, MOST, normalised, read_address
from geo.ties.regions import TIERS
from geo.ties.roles import ROLES
from geo.ties.roster import Roster, load_roster
from geo.ties.view import GROUPS, LONGEST_MARK, MOST_STARTS, ORDERS, VERDICTS, View
from tests.views import addresses, views

ROSTER = load_roster()
FIRST, LAST = ROSTER.period


def read(address: str, lang: str = "en") -> tuple[View, list[str]]:
    return read_address(parse_qs(address, keep_blank_values=True), ROSTER, lang)


@pytest.mark.parametrize(
    ("address", "view"),
    [
        ("country=us", {"countries": ("US",)}),
        ("country=US,JP", {"countries": ("JP", "US")}),
        ("country=us%20,+jp;&country=JP", {"countries": ("JP", "US")}),
        ("country=USA&country=Japan、德国", {"countries": ("DE", "JP", "US")}),
        ("country=UK", {"countries": ("GB",)}),
        ("COUNTRY=ＵＳ", {"countries": ("US",)}),
        ("countries=US", {"countries": ("US",)}),
        ("lang=zh-CN", {"lang": "zh"}),
        ("lang=zh_Hans_CN&lang=zh", {"lang": "zh"}),
        ("lang=EN-gb", {"lang": "en"}),
        ("region=35", {"regions": ("035",)}),
        ("region=2,Europe", {"regions": ("002", "150")}),
        ("region=东南亚", {"regions": ("035",)}),
        ("amp;country=US&amp;amp;lang=zh", {"countries": ("US",), "lang": "zh"}),
        ("home=Shanghai", {"homes": ("shanghai",)}),
        ("home=北京", {"homes": ("beijing",)}),
        ("level=District,SISTER", {"levels": ("sister", "district")}),
        ("role=Port,capital", {"roles": ("capital", "port")}),
        ("broad=true&ended=YES", {"broad": True, "ended": True}),
        ("broad=0&ended=&q=&partner=", {}),
        ("years=1980,2017", {"years": (1980, 2017)}),
        ("years=2017-1980", {"years": (1980, 2017)}),
        ("years=１９８０&years=２０１７", {"years": (1980, 2017)}),
        ("year=1980–2017", {"years": (1980, 2017)}),
        ("years=1900&years=1990", {"years": (FIRST, 1990)}),
        ("years=9999&years=1990", {"years": (1990, LAST)}),
        ("partner=Hamburg", {"partner": "hamburg"}),
        ("partner=汉堡", {"partner": "hamburg"}),
        ("area=ASEAN", {"area": "asean"}),
        ("area=35", {"area": "035"}),
        ("periods=Decades", {"periods": "decades"}),
        ("periods=1995,1985&periods=1995", {"periods": (1985, 1995)}),
        ("periods=own", {"periods": ()}),
        (
            "order=DATE&verdict=Fails&turn=２００１",
            {"order": "date", "verdict": "fails", "turn": 2001},
        ),
        ("split=Region&events=Hamburg", {"split": "region", "events": "hamburg"}),
        ("marks=WTO-2001,japan-1972", {"marks": ("japan-1972", "wto-2001")}),
        ("marks=none", {"marks": ()}),
        ("mark=2008：奥运会&mark=1995年a, b", {"own_marks": ((1995, "a, b"), (2008, "奥运会"))}),
        (f"mark=2008 {'x' * 90}", {"own_marks": ((2008, "x" * LONGEST_MARK),)}),
        ("utm_source=x&fbclid=y&map=flat&present=1&picture=map", {}),
    ],
)
def test_what_can_be_understood_is_understood(address: str, view: dict[str, Any]) -> None:
    assert read(address) == (View.default(ROSTER).but(**view), [])


@pytest.mark.parametrize(
    ("address", "view", "named"),
    [
        ("country=XX", {}, ["country=XX"]),
        ("country=JP,XX,qq", {"countries": ("JP",)}, ["country=XX, qq"]),
        ("lang=tlh", {}, ["lang=tlh"]),
        ("lang=zh&lang=en", {"lang": "zh"}, ["lang=en"]),
        ("years=1980&years=1990&years=2000", {}, ["years=1980, 1990, 2000"]),
        ("years=1980", {}, ["years=1980"]),
        ("years=1980&years=x", {}, ["years=1980, x"]),
        ("years=1800&years=1900", {}, ["years=1800, 1900"]),
        ("region=999&home=paris&level=friend", {}, ["home=paris", "level=friend", "region=999"]),
        ("broad=maybe", {}, ["broad=maybe"]),
        ("q=a&q=a&q=b", {"q": "a"}, ["q=b"]),
        ("partner=hamburg&partner=atlantis", {"partner": "hamburg"}, ["partner=atlantis"]),
        ("turn=soon&order=up&area=narnia", {}, ["area=narnia", "order=up", "turn=soon"]),
        ("periods=decades&periods=eras", {"periods": "decades"}, ["periods=eras"]),
        ("periods=1980&periods=long", {"periods": (1980,)}, ["periods=long"]),
        (
            "mark=soon&mark=2008&mark=1500 x&mark=2000 y",
            {"own_marks": ((2000, "y"),)},
            ["mark=soon, 2008, 1500 x"],
        ),
        ("marks=none,wto-2001,wto-3000", {"marks": ("wto-2001",)}, ["marks=wto-3000, none"]),
        ("contry=US&foo=", {}, ["contry=US", "foo="]),
    ],
)
def test_what_cannot_be_understood_is_named(
    address: str, view: dict[str, Any], named: list[str]
) -> None:
    found, missed = read(address)
    assert found == View.default(ROSTER).but(**view)
    assert sorted(missed) == named


def test_a_country_without_a_tie_is_asked_for_all_the_same() -> None:
    code = next(code for code in ROSTER.countries.index if code not in set(ROSTER.ties["country"]))
    assert read(f"country={code.lower()}") == (View.default(ROSTER).but(countries=(code,)), [])


def test_every_name_of_a_country_or_region_leads_to_it() -> None:
    for lang in ("en", "zh"):
        for code, name in ROSTER.countries[f"name_{lang}"].items():
            assert read_address({"country": [name]}, ROSTER)[0].countries == (code,), name
        for tier in TIERS:
            for _, row in ROSTER.countries.drop_duplicates(f"{tier}_m49").iterrows():
                if row[f"{tier}_m49"]:
                    view, missed = read_address({"region": [row[f"{tier}_{lang}"]]}, ROSTER)
                    assert (view.regions, missed) == ((row[f"{tier}_m49"],), [])


def test_a_name_of_several_places_is_not_taken_for_one_of_them(roster: Roster) -> None:
    names = roster.places["name_en"].str.casefold()
    for name in names[names.duplicated()]:
        if name not in roster.places.index:
            assert read_address({"partner": [name]}, roster)[0].partner is None


@given(addresses(ROSTER))
def test_what_is_named_is_short_and_every_loss_is_named(query: dict[str, list[str]]) -> None:
    view, missed = read_address(query, ROSTER)
    assert len(missed) <= MOST + 1
    for line in missed:
        assert len(line) <= 2 * LONGEST + (MOST + 1) * (LONGEST + 2)
        assert line.isprintable()
    asked = normalised(query)
    if not view.countries and any(value.strip(" ,") for value in asked.get("country", ())):
        assert missed


CHOICES = st.fixed_dictionaries(
    {
        "roles": st.sets(st.sampled_from(ROLES)).map(
            lambda some: tuple(r for r in ROLES if r in some)
        ),
        "broad": st.booleans(),
        "area": st.sampled_from(["", *GROUPS, "150", "035"]),
        "order": st.sampled_from(ORDERS),
        "periods": st.one_of(
            st.sampled_from(["eras", "decades"]),
            st.sets(st.integers(1900, 2100), max_size=40).map(
                lambda years: tuple(sorted(years)[:MOST_STARTS])
            ),
        ),
        "turn": st.one_of(st.none(), st.integers(FIRST, LAST)),
        "verdict": st.sampled_from(["", *VERDICTS]),
    }
)


@given(views(ROSTER), CHOICES)
def test_our_own_addresses_are_understood_wholly(view: View, choices: dict[str, Any]) -> None:
    chosen = view.but(**choices)
    assert read_address(chosen.to_query(ROSTER), ROSTER) == (chosen, [])
