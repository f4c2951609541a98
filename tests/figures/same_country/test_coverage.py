"""Any area as the article's table 1; South-eastern Asia up to 2017 is that table."""

import csv
from pathlib import Path

import pytest

from geo.figures.same_country.coverage import coverage, parted, ties_in
from geo.ties.groups import Area, areas, states_of
from geo.ties.roster import load_roster
from geo.ties.view import View

ROSTER = load_roster()
EVERYTHING = View.default(ROSTER)
ARTICLE = EVERYTHING.but(years=(ROSTER.period[0], 2017))
SOUTH_EAST = Area("035")
DATA = Path(__file__).resolve().parents[3] / "data"

TABLE_1 = [
    ("shanghai", "Metro Manila", "大马尼拉市", "PH", "1983-06-15"),
    ("beijing", "Manila", "马尼拉市", "PH", "2005-11-14"),
    ("shanghai", "Ho Chi Minh City", "胡志明市", "VN", "1994-05-14"),
    ("beijing", "Hanoi", "河内市", "VN", "1994-10-06"),
    ("shanghai", "Chiang Mai Province", "清迈府", "TH", "2000-04-02"),
    ("shanghai", "Bangkok", "曼谷市", "TH", "2016-05-10"),
    ("beijing", "Bangkok", "曼谷市", "TH", "1993-05-26"),
    ("shanghai", "East Java", "东爪哇省", "ID", "2006-08-30"),
    ("beijing", "Jakarta", "雅加达特区", "ID", "1992-08-04"),
    ("shanghai", "Phnom Penh", "金边市", "KH", "2008-10-08"),
    ("beijing", "Vientiane", "万象市", "LA", "2015-04-24"),
]
"""The article's table 1, row by row and in its order."""


def test_south_eastern_asia_up_to_2017_is_the_articles_table_1() -> None:
    ties = ties_in(ROSTER, ARTICLE, SOUTH_EAST)
    found = list(zip(ties["home"], ties["country"], ties["established"], strict=True))
    assert found == [(home, country, date) for home, _, _, country, date in TABLE_1]
    for place, (_, name_en, name_zh, _, _) in zip(ties["place"], TABLE_1, strict=True):
        row = ROSTER.places.loc[place]
        assert name_en in (row["name_en"], row["full_en"]) or name_en in row["full_en"]
        assert row["full_zh"].startswith(name_zh)


def test_coverage_is_what_a_reader_counts_in_the_tables() -> None:
    countries = {}
    with (DATA / "countries.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            countries[row["country"]] = row["subregion_m49"]
    with (DATA / "places.csv").open(encoding="utf-8-sig") as lines:
        lies_in = {row["place"]: row["country"] for row in csv.DictReader(lines)}
    with (DATA / "ties.csv").open(encoding="utf-8-sig") as lines:
        standing = [
            row for row in csv.DictReader(lines) if row["level"] == "sister" and not row["ended"]
        ]
    covered = {
        home: {
            lies_in[row["place"]]
            for row in standing
            if row["home"] in (home or row["home"]) and countries[lies_in[row["place"]]] == "035"
        }
        for home in ("shanghai", "beijing", "")
    }
    found = {row.home: row.share.count for row in coverage(ROSTER, EVERYTHING, SOUTH_EAST)}
    assert found == {home: len(codes) for home, codes in covered.items()}


@pytest.mark.parametrize("area", areas(ROSTER), ids=lambda area: area.code)
def test_every_state_of_an_area_stands_exactly_once(area: Area) -> None:
    parts = parted(ROSTER, EVERYTHING, area)
    listed = [code for codes in parts.values() for code in codes]
    assert len(listed) == len(set(listed))
    assert set(listed) == states_of(area, ROSTER, ROSTER.as_of)
    for row in coverage(ROSTER, EVERYTHING, area):
        holding = [
            len(c) for homes, c in parts.items() if (row.home in homes if row.home else homes)
        ]
        assert row.possible == sum(holding)
        assert row.share.count <= row.possible


def test_the_gaps_of_south_eastern_asia_have_no_tie() -> None:
    gaps = parted(ROSTER, EVERYTHING, SOUTH_EAST)[()]
    assert {"MM", "MY", "SG"} <= set(gaps)
    assert not set(gaps) & set(ties_in(ROSTER, EVERYTHING, SOUTH_EAST)["country"])


def test_filters_narrow_the_states_too() -> None:
    view = EVERYTHING.but(countries=("PH", "VN"))
    assert coverage(ROSTER, view, SOUTH_EAST)[0].share.of == 2
    assert coverage(ROSTER, view.but(regions=("150",)), SOUTH_EAST)[0].share.of == 0


def test_one_home_needs_no_row_for_all() -> None:
    view = EVERYTHING.but(homes=("beijing",))
    assert [row.home for row in coverage(ROSTER, view, SOUTH_EAST)] == ["beijing"]
