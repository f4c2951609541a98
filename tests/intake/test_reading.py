"""Files from end to end: what is used, with which remark, and what is not."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.i18n import Words
from geo.intake.asked import Asked
from geo.intake.limits import Refused
from geo.intake.reading import Reading, read_file, read_text
from geo.intake.report import reason_of, report_of
from geo.intake.row import Row
from tests.intake.few_places import FewPlaces
from tests.intake.hostile import workbook

TODAY = dt.date(2026, 11, 26)


def read(text: str, **asked: object) -> Reading:
    asked.setdefault("home", "Wuhan")
    return read_text(text, Asked(**asked, today=TODAY), FewPlaces())  # type: ignore[arg-type]


def rows(text: str, **asked: object) -> tuple[Row, ...]:
    return read(text, **asked).rows


def reasons(text: str, **asked: object) -> list[str]:
    reading = read(text, **asked)
    return [reason_of(row, reading, Words("en")) for row in reading.rows]


def verdicts(text: str, **asked: object) -> list[str]:
    return [row.verdict for row in rows(text, **asked)]


HEAD = "City,Country,Date\n"


def test_a_plain_row_is_good_and_has_its_place() -> None:
    (row,) = rows(HEAD + "Kobe,Japan,1973-06-24\n")
    assert (row.home, row.partner, row.country, row.date) == ("Wuhan", "Kobe", "JP", "1973-06-24")
    assert row.verdict == "good"
    assert row.where == (34.6913, 135.183)


FORMS = {
    "csv": "Sister city,Country,Date\nKobe,Japan,1973-06-24\nHamburg,Germany,1986\n",
    "tsv": "Sister city\tCountry\tDate\nKobe\tJapan\t1973-06-24\nHamburg\tGermany\t1986\n",
    "markdown": "|Sister city|Country|Date|\n|--|--|--|\n|Kobe|Japan|1973-06-24|\n"
    "|Hamburg|Germany|1986|\n",
    "html": "<table><tr><th>Sister city<th>Country<th>Date<tr><td>Kobe<td>Japan<td>1973-06-24"
    "<tr><td>Hamburg<td>Germany<td>1986</table>",
    "json": '[{"Sister city": "Kobe", "Country": "Japan", "Date": "1973-06-24"},'
    '{"Sister city": "Hamburg", "Country": "Germany", "Date": 1986}]',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_reads_the_same(form: str) -> None:
    found = rows(FORMS[form])
    assert [(row.partner, row.country, row.date, row.kind, row.verdict) for row in found] == [
        ("Kobe", "JP", "1973-06-24", "sister", "good"),
        ("Hamburg", "DE", "1986", "sister", "good"),
    ]
    content = FORMS[form].encode("utf-8")
    as_file = read_file(content, "x.txt", Asked(home="Wuhan", today=TODAY), FewPlaces())
    assert [row.partner for row in as_file.rows] == ["Kobe", "Hamburg"]


@pytest.mark.parametrize(
    ("line", "verdict", "reason"),
    [
        ("Kobe,Japan,", "warn", "column “Date”: no date"),
        ("Kobe,Japan,1999-02-30", "warn", "no calendar has “1999-02-30”: read as 1999-02"),
        ("Kobe,Japan,soon", "warn", "“soon” is not understood as a date: write one such as"),
        ("Kobe,Japan,2031", "warn", "“2031” lies in the future: the date is left out"),
        ("Kobe,Japan,1973; 1980", "warn", "two dates in one cell, the first taken"),
        ("Kobe,Japan,c. 1973", "warn", "the date is not exact: “c. 1973”"),
        ("Kobe,Jappan,1973", "warn", "country misspelt: “Jappan”, taken for Japan"),
        ("Kobe,Atlantis,1973", "reject", "column “Country”: “Atlantis” is no country that is"),
        ("Kobe,,1973", "warn", "no country: found by the name alone, JP"),
        ("Nowhere,,1973", "reject", "no country: name the country of the partners"),
        (",Japan,1973", "reject", "column “City”: no partner"),
        ("Q48320,Japan,1973", "reject", "“Q48320” is a number in Wikidata"),
        ("4711,Japan,1973", "reject", "“4711” is a number, not the name of a partner"),
        ('"=HYPERLINK(""x"")",Japan,1973', "reject", "begins like a formula, as no name does"),
        ("@SUM(A1),Japan,1973", "reject", "begins like a formula"),
        ("Kaoshiung,Taiwan,1966", "warn", "name misspelt: “Kaoshiung”, taken for Kaohsiung"),
        ("Port Angels,US,1995", "good", ""),
        ("Kaohsiung,Republic of China,1966", "warn", "“Republic of China” is read as TW, not CN"),
        ("Shanghai,China,1990", "warn", "partner in the same country (CN)"),
        ("Wuhan City,China,1990", "reject", "a tie of “Wuhan” with itself"),
        ("武汉,China,1990", "reject", "a tie of “Wuhan” with itself"),
        ("\u202eKobe\u202c,Japan,١٩٧٣", "good", ""),
        ("Bloomington-Normal,US,1962", "warn", "two cities in one cell, placed at the first"),
        ("Baden-Baden,Germany,1962", "good", ""),
        ("Kobe / Osaka,Japan,1973", "warn", "two cities in one cell, placed at the first"),
        ("Kobe 神户,Japan,1973", "good", ""),
        (f"{'(' * 1500},Japan,1973", "reject", "is a number, not the name of a partner"),
        (f"{'a (' * 600},Japan,1973", "reject", "is too long for a name"),
        (f"Kobe,Japan,{'1.-' * 600}", "warn", "is not understood as a date"),
        (f"Kobe,{'Japan ' * 300},1973", "reject", "is no country that is known"),
        ("Windhoek,NA,1995", "good", ""),
        ("<b>Kobe</b>,Japan,1973", "good", ""),
        ("Ko\ufffde,Japan,1973", "reject", "cannot be read in this encoding: choose another one"),
    ],
)
def test_every_row_is_used_or_told_why_not(line: str, verdict: str, reason: str) -> None:
    found = rows(f"{HEAD}{line}\n")
    assert [row.verdict for row in found] == [verdict]
    told = reasons(f"{HEAD}{line}\n")[0]
    assert reason in told
    assert bool(told) == (verdict != "good")
    for lang in ("en", "zh"):  # what is found stands in the reasons as it is, braces and all
        reason_of(found[0], read(f"{HEAD}{line}\n"), Words(lang))


def test_a_region_chooses_between_cities_of_one_name() -> None:
    text = 'City,Country\n"Portland, Maine",US\n"Portland, Oregon",US\n'
    assert [row.place and row.place.region for row in rows(text)] == ["Maine", "Oregon"]
    text = "City,State,Country\nPortland,Maine,US\n"
    assert rows(text)[0].where == (43.6615, -70.2553)


def test_coordinates_of_the_file_win_where_they_are_on_the_globe() -> None:
    head = "City,Country,Date,Latitude,Longitude\n"
    near, far, comma = rows(
        f"{head}Kobe,Japan,1973,34.7,135.2\nOsaka,Japan,1974,999,135\n"
        '"Lyon",France,1988,"45,7","4,8"\n'
    )
    assert near.where == (34.7, 135.2)
    assert (far.verdict, far.where) == ("warn", (34.6938, 135.5011))
    assert comma.where == (45.7, 4.8)


def test_homes_written_once_hold_below_and_not_above() -> None:
    text = "Home city,Sister city,Country,Date\n,Lyon,France,1988\nWuhan,Kobe,Japan,1973\n"
    text += ",Hamburg,Germany,1986\nBusan (2),Osaka,Japan,1990\n"
    found = rows(text, home="")
    assert [(row.home, row.verdict) for row in found] == [
        ("", "reject"),
        ("Wuhan", "good"),
        ("Wuhan", "good"),
        ("Busan", "good"),
    ]
    assert "nothing stands above it" in reasons(text, home="")[0]
    wanted = read(text, home="Wuhan")
    assert [row.verdict for row in wanted.rows] == ["good", "good", "good", "reject"]
    assert wanted.homes == ("Wuhan",)


def test_a_home_is_known_in_either_language() -> None:
    text = "中方城市,日方城市,结好时间\n武汉市,大阪市,1979年\n上海市,横滨市,1973年\n"
    for home in ("Wuhan", "武汉", "Wuhan City"):
        assert [row.verdict for row in rows(text, home=home)] == ["good", "reject"]


def test_merged_countries_hold_in_a_workbook_and_are_remarked_on_elsewhere() -> None:
    table: list[list[object]] = [
        ["Country", "City", "Date"],
        ["Japan", "Kobe", "1973"],
        ["", "Osaka", "1974"],
    ]
    asked = Asked(home="Wuhan", today=TODAY)
    merged = read_file(workbook(table, merged="A2:A3"), "x.xlsx", asked, FewPlaces())
    assert [(row.country, row.verdict) for row in merged.rows] == [("JP", "good"), ("JP", "good")]
    plain = rows("Country,City,Date\nJapan,Kobe,1973\n,Osaka,1974\n")
    assert [(row.country, row.verdict) for row in plain] == [("JP", "good"), ("JP", "warn")]


def test_notes_and_footnotes_are_no_ties_and_speak_of_ties() -> None:
    text = "City,Country,Date\nKobe,Japan,1973\nLyon,France,1988\n* Wuhan - Lyon: suspended,,\n"
    text += "Source: the city's office of foreign affairs\n"
    assert verdicts(text) == ["good", "warn", "reject", "reject"]
    assert "the list notes: “* Wuhan - Lyon: suspended”" in reasons(text)[1]
    assert reasons(text)[3] == "not a tie: a note to the list"


def test_lines_that_divide_a_table_tell_kind_and_country() -> None:
    text = "City,Date,Size\nSister cities,,\nAsia,,\nJapan,,\nKobe,1973,3\n"
    text += "Friendly exchange\nGermany\n"
    found = rows(text + "Hamburg,1986,4\nCity,Date,Size\n")
    assert [(row.partner, row.country, row.kind) for row in found] == [
        ("Kobe", "JP", "sister"),
        ("Hamburg", "DE", "friendship"),
    ]


def test_a_renewal_is_no_new_tie_and_an_intent_none_yet() -> None:
    text = "교류도시,국가,체결일,비고\nKobe,일본,1973.06.24,자매도시\n,,1983.06.24,재체결\n"
    text += "Lyon,프랑스,1990.01.01,우호교류의향\n"
    assert verdicts(text) == ["good", "reject", "warn"]
    assert "a renewal of the tie above (“재체결”)" in reasons(text)[1]
    assert rows(text)[2].kind == "intent"


def test_the_same_tie_twice_is_used_once() -> None:
    text = HEAD + "Kobe,Japan,1973\nKobe,Japan,1973\nkobe,JP,1980\n"
    assert verdicts(text) == ["good", "reject", "warn"]
    assert reasons(text)[1:] == ["says the same as row 2", "the same tie stands in row 2 with "
                                 "another date"]  # fmt: skip


def test_day_or_month_first_is_asked_once_for_the_file() -> None:
    text = HEAD + "Kobe,Japan,03/04/1999\nLyon,France,05/06/2001\n"
    asked = read(text)
    assert asked.questions == ("day_first",)
    assert [(row.date, row.verdict) for row in asked.rows] == [("1999", "warn"), ("2001", "warn")]
    answered = read(text, day_first=True)
    assert answered.questions == ()
    assert [row.date for row in answered.rows] == ["1999-04-03", "2001-06-05"]
    told = read(text + "Hamburg,Germany,05/29/1986\n")
    assert [row.date for row in told.rows] == ["1999-03-04", "2001-05-06", "1986-05-29"]


def test_home_and_country_are_taken_from_titles_and_names_of_files() -> None:
    head = "城市,结好时间\n横滨市,1973年\n"
    titled = read_text("武汉市友好城市一览表\n" + head, Asked(country="JP"), FewPlaces())
    assert titled.homes == ("武汉市",)
    named = read_file(b"Town,Date\nKobe,1973\n", "wuhan_japan_2023_list.csv", Asked(), FewPlaces())
    assert (named.homes, named.rows[0].country) == (("Wuhan",), "JP")
    for title in ("Wuhan – Städtepartnerschaften", "Sister cities of Wuhan", "Wuhan's twin towns"):
        text = f"{title};;\nCity;Country;Date\nKobe;Japan;1973\nOsaka;Japan;1974\n"
        assert read_text(text, Asked(), FewPlaces()).homes == ("Wuhan",)
    nameless = read_text(head, Asked(), FewPlaces())
    assert set(nameless.questions) >= {"home"}
    assert nameless.rows[0].verdict == "reject"


def test_homes_lie_in_the_country_of_most_of_them() -> None:
    text = "Home city,Sister city,Country,Year\nYokohama,Lyon,France,1988\n"
    text += "Osaka,Hamburg,Germany,1989\nLyon,Portland,US,1990\nKobe,Osaka,Japan,1991\n"
    found = rows(text, home="")
    assert {row.home_country for row in found} == {"JP"}
    assert [row.verdict for row in found] == ["good", "good", "good", "warn"]


def test_a_district_of_the_home_is_told() -> None:
    text = "城市名,國家,締約日,區別\n神户市,日本,1973年,漢陽區\n"
    (row,) = rows(text)
    assert (row.home, row.district, row.verdict) == ("漢陽區", "漢陽區", "warn")


def test_a_home_named_like_a_path_is_a_name() -> None:
    found = read(HEAD + "Kobe,Japan,1973\n", home="../../etc/passwd")
    assert found.homes == ("../../etc/passwd",)
    assert found.rows[0].verdict == "good"


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff", "City,Country,Date\n"])
def test_nothing_to_read_is_said_or_is_nothing(text: str) -> None:
    try:
        assert read(text).rows == ()
    except Refused as refused:
        assert str(refused) == "The file is empty."


def test_the_report_has_its_shape() -> None:
    report = report_of(read(HEAD + "Kobe,Japan,1973\n"), Words("en"))
    assert list(report) == ["encoding", "columns", "homes", "rows", "refused"]
    assert report["columns"] == {"partner": "City", "country": "Country", "date": "Date"}
    assert report["rows"] == [
        {
            "row": 2,
            "home": "Wuhan",
            "partner": "Kobe",
            "country": "JP",
            "date": "1973",
            "kind": "",
            "verdict": "good",
            "reason": "",
            "lat": 34.6913,
            "lon": 135.183,
        }
    ]


def test_sheets_are_named_with_their_rows() -> None:
    import io

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, partner in (("Sister Cities", "Kobe"), ("Friendship Cities", "Osaka")):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["City", "Country"])
        sheet.write_row(1, 0, [partner, "Japan"])
    book.close()
    reading = read_file(out.getvalue(), "x.xlsx", Asked(home="Wuhan"), FewPlaces())
    report = report_of(reading, Words("en"))
    assert [(row["row"], row["kind"]) for row in report["rows"]] == [
        ("Sister Cities!2", "sister"),
        ("Friendship Cities!2", "friendship"),
    ]
