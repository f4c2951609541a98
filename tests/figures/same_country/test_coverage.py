"""Any area as the article's table 1; South-East Asia up to 2017 is that table."""

import csv
from pathlib import Path

from geo.figures.same_country.area import covered
from geo.figures.same_country.coverage import area_of, coverage, parted, ties_in
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.i18n.phrases import CAPITAL, PORT
from geo.style.colours import GROUNDS
from geo.ties.groups import Area, areas, states_of
from geo.ties.roster import Roster, load_roster
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
    found = [(tie.home, tie.country, tie.established) for tie in ties]
    assert found == [(home, country, date) for home, _, _, country, date in TABLE_1]
    for tie, (_, name_en, name_zh, _, _) in zip(ties, TABLE_1, strict=True):
        row = ROSTER.places.loc[tie.place]
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


def test_every_state_of_every_area_stands_exactly_once() -> None:
    for area in areas(ROSTER):
        parts = parted(ROSTER, EVERYTHING, area)
        listed = [code for codes in parts.values() for code in codes]
        assert len(listed) == len(set(listed)), area
        assert set(listed) == states_of(area, ROSTER, ROSTER.as_of), area
        for row in coverage(ROSTER, EVERYTHING, area):
            holding = [
                len(c) for homes, c in parts.items() if (row.home in homes if row.home else homes)
            ]
            assert row.possible == sum(holding), area
            assert row.share.count <= row.possible, area


def test_the_gaps_of_south_eastern_asia_have_no_tie() -> None:
    gaps = parted(ROSTER, EVERYTHING, SOUTH_EAST)[()]
    assert {"MM", "MY", "SG"} <= set(gaps)
    assert not set(gaps) & {tie.country for tie in ties_in(ROSTER, EVERYTHING, SOUTH_EAST)}


def test_filters_narrow_the_states_too() -> None:
    view = EVERYTHING.but(countries=("PH", "VN"))
    assert coverage(ROSTER, view, SOUTH_EAST)[0].share.of == 2
    assert coverage(ROSTER, view.but(regions=("150",)), SOUTH_EAST)[0].share.of == 0


def test_one_home_needs_no_row_for_all() -> None:
    view = EVERYTHING.but(homes=("beijing",))
    assert [row.home for row in coverage(ROSTER, view, SOUTH_EAST)] == ["beijing"]


def test_the_area_is_the_chosen_one_else_that_of_the_filter_else_the_articles() -> None:
    europe = EVERYTHING.but(regions=("150",))
    assert area_of(ROSTER, EVERYTHING).code == "035"
    assert area_of(ROSTER, europe).code == "150"
    assert area_of(ROSTER, europe.but(regions=("150", "019"))).code == "035"
    assert area_of(ROSTER, europe.but(area="asean")).code == "asean"


def test_the_figure_is_of_the_chosen_area() -> None:
    for area, name in (("150", "Europe"), ("asean", "ASEAN"), ("", "South-East Asia")):
        figure = covered(Scene(ROSTER, EVERYTHING.but(area=area), GROUNDS["light"]))
        assert figure.title.startswith(f"{name}: of its ")
        assert figure.subtitle.startswith(f"{name} · ")
    days = [remark for remark in figure.remarks if "members of the United Nations" in remark]
    assert len(days) == 1


def test_names_of_states_stand_once_on_the_figure() -> None:
    scene = Scene(ROSTER, EVERYTHING.but(area="150"), GROUNDS["light"])
    figure = covered(scene)
    cross = next(panel.cross for panel in figure.panels if panel.cross)
    listed = [name for row in cross.rows for _, names in row.cells for name in names.split(", ")]
    gaps = figure.remarks[0].removeprefix("Without a partner: ").removesuffix(".").split(", ")
    states = states_of(Area("150"), ROSTER, ROSTER.as_of)
    assert sorted(listed + gaps) == sorted(ROSTER.countries.loc[list(states), "name_en"])


def test_the_table_of_an_area_holds_what_is_known_of_inexact_dates() -> None:
    view = EVERYTHING.but(area="un", levels=("sister", "exchange", "district"), ended=True)
    table, _ = covered(Scene(ROSTER, view, GROUNDS["light"])).tables
    rows = table.frame
    assert list(table.dates) == ["Since", "Ended"]
    assert len(table.bounds) == 4
    with (DATA / "ties.csv").open(encoding="utf-8-sig") as lines:
        days = {row["tie"]: (row["earliest"], row["latest"]) for row in csv.DictReader(lines)}
    known = [days[tie.tie] for tie in ties_in(ROSTER, view, Area("un"))]
    assert list(zip(rows["Earliest day"], rows["Latest day"], strict=True)) == known
    sofia = rows[rows["Partner"].str.contains("Sofia")].iloc[0]
    assert (sofia["Since"], sofia["Earliest day"] < sofia["Latest day"]) == ("", True)
    gone = rows[rows["Ended"].str.len() == 7]
    assert len(gone)
    assert (gone["Ended, earliest day"] == gone["Ended"] + "-01").all()


def test_data_without_memberships_count_every_country(small: Roster) -> None:
    view = View.default(small)
    figure = covered(Scene(small, view.but(area="asean"), GROUNDS["light"]))
    assert "ASEAN" not in figure.title
    assert any("because the data do not say" in remark for remark in figure.remarks)


def test_table_1_says_what_each_partner_is() -> None:
    """Capital, port and rank of every row, as its place has them."""
    table, _ = covered(Scene(ROSTER, EVERYTHING, GROUNDS["light"])).tables
    with (DATA / "places.csv").open(encoding="utf-8-sig", newline="") as lines:
        places = {row["full_en"]: row for row in csv.DictReader(lines)}
    assert {"Hanoi", "Chiang Mai Province"} <= set(table.frame["Partner"])
    for _, row in table.frame.iterrows():
        place = places[row["Partner"]]
        assert row["Capital"] == Words("en").say(CAPITAL[place["capital"]])
        assert row["Port"] == Words("en").say(PORT[place["port"]])
        assert row["Rank"] == place["rank"]
