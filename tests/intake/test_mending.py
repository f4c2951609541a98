"""What a reader says of a file: which tables, which columns, which cells are put right."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from geo.intake.asked import Asked
from geo.intake.limits import Refused
from geo.intake.package import package_of
from geo.intake.reading import Reading, read_file, read_text
from tests.intake.few_places import FewPlaces

LIST = "Partner,Country,Date\nKobe,Japan,1973-06-24\nAtlantis,Nowhere,1990\n=1+1,Japan,2000\n"
KNOWN = FewPlaces()


def read(**asked: object) -> Reading:
    return read_text(LIST, Asked(home="Wuhan", **asked), KNOWN)  # type: ignore[arg-type]


def test_refused_rows_are_put_right_in_place() -> None:
    assert [row.verdict for row in read().rows] == ["good", "reject", "reject"]
    right = {
        ("", 3): {"partner": "Hamburg", "country": "Germany"},
        ("", 4): {"partner": "Osaka", "date": "1974-04"},
    }
    rows = read(mended=right).rows
    assert [row.verdict for row in rows] == ["good"] * 3
    assert (rows[1].partner, rows[1].country, rows[2].date) == ("Hamburg", "DE", "1974-04")


def test_coordinates_are_given_to_a_list_that_has_none() -> None:
    right = {("", 3): {"country": "Greece", "lat": "36.4", "lon": "25.4"}}
    reading = read(mended=right)
    assert reading.rows[1].point == (36.4, 25.4)
    assert "atlantis" in package_of(reading, None, KNOWN).files["places.csv"].decode()


def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    for name, rows in {
        "one": [["Partner", "Country"], ["Kobe", "Japan"]],
        "two": [["Country", "What", "Partner"], ["Germany", "Lyon", "Hamburg"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(out)
    return out.getvalue()


def test_sheets_are_chosen_and_each_has_its_own_columns() -> None:
    both = read_file(workbook(), "x.xlsx", Asked(home="Wuhan"), KNOWN)
    assert [row.partner for row in both.rows] == ["Kobe", "Hamburg"]
    asked = Asked(home="Wuhan", sheets=("two",), by_sheet={"two": {"partner": 1}})
    one = read_file(workbook(), "x.xlsx", asked, KNOWN)
    assert [row.partner for row in one.rows] == ["Lyon"]
    assert one.sheets == both.sheets == ("one", "two")


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="There is no column"):
        read(by_sheet={"": {"partner": 9}})


def test_of_several_cities_of_one_name_the_reader_says_which() -> None:
    maine = KNOWN.candidates("Portland", "US")[1]
    asked = Asked(home="Portland", home_country="US", home_place=maine)
    reading = read_text(LIST, asked, KNOWN)
    homes = package_of(reading, asked, KNOWN).files["homes.csv"].decode()
    assert "43.6615" in homes and "45.5234" not in homes
