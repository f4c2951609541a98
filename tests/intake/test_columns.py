"""Which column is what."""

from __future__ import annotations

import pytest

from geo.export.tables import table_csv
from geo.figures.data.table import ties_table
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.intake.columns import FIELD_NAMES, country_of_head, layout_of
from geo.intake.delimited import grid_of_delimited
from geo.intake.limits import Refused
from geo.intake.vocabulary import column_name
from geo.style.colours import GROUNDS
from geo.ties.roster import Roster
from geo.ties.view import LANGUAGES, View


def columns(text: str, chosen: dict[str, str | int] | None = None) -> dict[str, int]:
    return dict(layout_of(grid_of_delimited(text), chosen).columns)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("序号,城 市,国家,洲,结好签字时间,人口(万)", {"partner": 1, "country": 2, "date": 4}),
        ("編號,國別,城市名,締約日", {"country": 1, "partner": 2, "date": 3}),
        ("NO.,City,Country,Date", {"partner": 1, "country": 2, "date": 3}),
        ("Item,Nation,Sister City,Category,Signing Date",
         {"country": 1, "partner": 2, "kind": 3, "date": 4}),
        ("県名,自治体,提携自治体(県),提携形態,提携年月日",
         {"home": 1, "partner": 2, "kind": 3, "date": 4}),
        ("번호,국가,자매도시,체결일,비고", {"country": 1, "partner": 2, "date": 3, "remark": 4}),
        ("Partnerstadt,Land,seit", {"partner": 0, "country": 1, "date": 2}),
        ("Ville jumelée,Pays,Depuis", {"partner": 0, "country": 1, "date": 2}),
        ("Miasto partnerskie,Kraj,Data umowy", {"partner": 0, "country": 1, "date": 2}),
        ("Home city,City,Country,Year", {"home": 0, "partner": 1, "country": 2, "date": 3}),
        ("City,Sister city,Country,Year", {"home": 0, "partner": 1, "country": 2, "date": 3}),
        ("中方城市,日方城市,結好時間", {"home": 0, "partner": 1, "date": 2}),
        ("City,Country,Latitude,Longitude", {"partner": 0, "country": 1, "lat": 2, "lon": 3}),
        ("國家,友好城市名,締約時間,區別",
         {"country": 0, "partner": 1, "date": 2, "district": 3}),
        ("國別,區(州、省、縣等)別,城市名", {"country": 0, "region": 1, "partner": 2}),
    ],
)  # fmt: skip
def test_columns_are_found_by_their_heads(head: str, found: dict[str, int]) -> None:
    row = ",".join("q" * (head.count(",") + 1))
    assert columns(f"{head}\n{row}\n") == found


def test_lines_over_the_head_are_titles() -> None:
    text = "Partners of Wuhan,,\n(as of 2023),,\nCity,Country,Date\nKobe,Japan,1973\n"
    layout = layout_of(grid_of_delimited(text))
    assert layout.titles == ("Partners of Wuhan", "(as of 2023)")
    assert [row.number for row in layout.rows] == [4]


def test_heads_of_two_rows_are_one() -> None:
    text = "Partner city,,Date\nName,Country,\nKobe,Japan,1973\nLyon,France,1988\n"
    layout = layout_of(grid_of_delimited(text))
    assert dict(layout.columns) == {"partner": 0, "country": 1, "date": 2}
    assert len(layout.rows) == 2


def test_heads_with_line_breaks_and_blanks_are_the_same_heads() -> None:
    text = '"Sister\nCity ","C o u n t r y",DATE SIGNED\nKobe,Japan,1973\n'
    layout = layout_of(grid_of_delimited(text))
    assert dict(layout.columns) == {"partner": 0, "country": 1, "date": 2}
    assert layout.name("partner") == "Sister City"


def test_without_a_head_the_cells_tell() -> None:
    text = "1,Kobe,Japan,1973.06.24\n2,Lyon,France,1988.01.19\n3,Bari,Italy,1986.11.12\n"
    assert columns(text) == {"country": 2, "date": 3, "partner": 1}


def test_numbers_of_people_are_no_dates() -> None:
    text = "City,Country,Size,Period\nKobe,Japan,1996,55\nLyon,France,2004,38\n"
    assert "date" not in columns(text)


def test_a_head_over_two_columns_names_the_last() -> None:
    text = (
        "県,,提携先,年月日\n青森県(2),大間町,虎尾鎮,1979年10月10日\n,八戸市,花蓮市,1982年10月8日\n"
    )
    layout = layout_of(grid_of_delimited(text))
    assert layout.columns["home"] == 1
    assert layout.name("home") == "column 2"


def test_a_reader_sets_columns_by_head_or_number() -> None:
    text = "A,B,C\nKobe,Japan,1973.06.24\nLyon,France,1988.01.19\n"
    assert columns(text, {"partner": "a", "kind": 2})["kind"] == 2
    assert columns(text, {"partner": "2"})["partner"] == 1
    assert "date" not in columns(text, {"date": ""})


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"partner": "Town"}, "There is no column “Town”; there are: City, Country"),
        ({"partner": 7}, "There is no column “7”"),
        ({"mayor": "City"}, "“mayor” is not what a column can be; it can be: home, partner"),
    ],
)
def test_a_column_that_is_not_there_is_named(chosen: dict[str, str | int], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        columns("City,Country\nKobe,Japan\n", chosen)


def test_numbers_alone_are_no_partners() -> None:
    with pytest.raises(Refused, match="No column with the partners"):
        columns("1,2\n3,4\n")


def test_a_head_may_name_the_country() -> None:
    layout = layout_of(grid_of_delimited("中方城市,日方城市\n上海市,横滨市\n"))
    assert country_of_head(layout, "partner") == "JP"
    assert country_of_head(layout, "home") == "CN"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_atlas_reads_the_heads_that_it_writes(lang: str, roster: Roster) -> None:
    words = Words(lang)
    for of in sorted({*FIELD_NAMES} - {"district"}):
        known = column_name(words.say(FIELD_NAMES[of]))
        assert known and known.field == {"home": "place"}.get(of, of)
    scene = Scene(roster, View.default(roster, lang).but(levels=("exchange",)), GROUNDS["light"])
    layout = layout_of(grid_of_delimited(table_csv(ties_table(scene)).decode("utf-8-sig")))
    found = [layout.rows[0].cell(layout.columns[of]) for of in ("partner", "country", "kind")]
    written = ties_table(scene).frame.iloc[0]
    assert found == [written[words.say(name)] for name in ("Partner", "Country", "Level")]


def test_a_column_of_kinds_is_known_by_its_cells() -> None:
    text = "友城,国家,日期,归口\n神户,日本,1973.06.24,友好城市\n里昂,法国,1988,友好交流\n"
    assert columns(text)["kind"] == 3
