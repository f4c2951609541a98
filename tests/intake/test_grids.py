"""Every kind of file to the same rows."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from geo.intake.delimited import delimiter_of, grid_of_delimited
from geo.intake.grid import Grid, clean
from geo.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Deadline, Refused
from geo.intake.markup import grids_of_html, grids_of_markdown
from geo.intake.records import grids_of_json
from geo.intake.workbook import grids_of_workbook
from tests.intake.hostile import SHEET, with_part, workbook


def cells(grid: Grid) -> list[tuple[str, ...]]:
    return [row.cells for row in grid.rows]


def of_workbook(content: bytes) -> list[Grid]:
    return grids_of_workbook(content, Deadline())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "；", "，"])
def test_what_stands_between_cells_is_found(delimiter: str) -> None:
    lines = [["City", "Country", "Date"], ["Kobe", "Japan", "1973"], ["Lyon", "France", "1988"]]
    text = "\n".join(delimiter.join(line) for line in lines)
    assert delimiter_of(text) == delimiter
    assert cells(grid_of_delimited(text)) == [tuple(line) for line in lines]


def test_rows_keep_the_number_a_reader_counts() -> None:
    grid = grid_of_delimited('City,Date\n\n"Kobe\nCity",1973\nLyon,1988\n')
    assert [row.number for row in grid.rows] == [1, 3, 4]
    assert grid.rows[1].cells == ("Kobe\nCity", "1973")


def test_what_cannot_be_seen_is_taken_away() -> None:
    assert clean("\u202eKo\u200bbe\x07\ufeff \xa0 City\t") == "Kobe City"
    assert clean("横滨市\r\nCity of Yokohama") == "横滨市\nCity of Yokohama"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,b\n" * (MAX_ROWS + 1), f"more than {MAX_ROWS:,} rows"),
        ("a\n" * (5 * MAX_ROWS), f"more than {MAX_ROWS:,} rows"),
        ("," * MAX_COLUMNS + "a\n", "201 columns"),
        ('City,Country\n"' + "x" * 200_000, "131,072 characters, as where a quotation"),
        (("a" + "," * 150 + "b\n") * (MAX_CELLS // 151 + 1), "span more than 2,000,000 cells"),
    ],
    ids=["rows", "many rows", "columns", "quotation", "cells"],
)
def test_too_much_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        grid_of_delimited(text)


def test_a_workbook_gives_values_and_days() -> None:
    rows = [["City", "Date", "n"], ["Kobe", dt.date(1973, 6, 24), 3.0], ["Lyon", 26998, 2.5]]
    grid, *_ = of_workbook(workbook(rows))  # type: ignore[arg-type]
    assert cells(grid)[1][0] == "Kobe"
    assert cells(grid)[1][2] == "3"
    assert cells(grid)[2] == ("Lyon", "26998", "2.5")


def test_merged_cells_are_filled_down_and_titles_stand_once() -> None:
    rows: list[list[object]] = [
        ["Partners of Wuhan", "", ""],
        ["Country", "City", "Date"],
        ["Japan", "Kobe", "1973"],
        ["", "Osaka", "1974"],
    ]
    down, *_ = of_workbook(workbook(rows, merged="A3:A4"))
    assert cells(down)[3] == ("Japan", "Osaka", "1974")
    across, *_ = of_workbook(workbook(rows, merged="A1:C1"))
    assert cells(across)[0] == ("Partners of Wuhan",)


def test_formulas_macros_and_links_are_values_or_nothing() -> None:
    content = workbook([["City", "Country"], ["=HYPERLINK(A9)", "Japan"]])
    content = with_part(content, "xl/vbaProject.bin", b"macro")
    content = with_part(content, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    grid, *_ = of_workbook(content)
    assert cells(grid)[1][1] == "Japan"
    assert "HYPERLINK" not in str(cells(grid))


def test_entities_of_xml_stay_what_they_are() -> None:
    xml = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    )
    content = with_part(workbook([["City"]]), SHEET, xml)
    try:
        found = str([cells(grid) for grid in of_workbook(content)])
    except Refused:
        return  # as good
    assert "aaaaaaaaaa" not in found


def test_a_page_gives_its_tables_with_spans_filled() -> None:
    page = """
    <h1>Towns</h1><table><tr><td>menu</td></tr></table>
    <table><caption>Twins</caption>
      <tr><th>Country</th><th>City</th><th>Date</th></tr>
      <tr><td rowspan=2>Japan</td><td>Kobe<br>神戸</td><td>1973<sup>[1]</sup></td></tr>
      <tr><td>Osaka<script>alert(1)</script></td><td>1974</td></tr>
      <tr><td colspan=3>Note: more to come</td></tr>
    </table>"""
    (grid,) = grids_of_html(page)
    assert grid.head == ("Country", "City", "Date")
    assert grid.titles == ("Twins",)
    assert [row.number for row in grid.rows] == [1, 2, 3]
    assert cells(grid) == [
        ("Japan", "Kobe\n神戸", "1973"),
        ("Japan", "Osaka", "1974"),
        ("Note: more to come",),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td rowspan=999999 colspan=999999>x</td><td>y</td></tr></table>",
        "<table><tr>" + "<td>x</td>" * 500 + "</tr></table>",
    ],
)
def test_spans_without_end_are_refused(page: str) -> None:
    with pytest.raises(Refused, match="columns"):
        grids_of_html(page)


@pytest.mark.parametrize("page", ["<p>none</p>", "<table></table>", "<table>", "<", ""])
def test_a_page_without_a_table_is_refused(page: str) -> None:
    with pytest.raises(Refused, match="no table"):
        grids_of_html(page)


def test_markdown_loses_its_marks() -> None:
    text = "# Twins\n\n| City | Country |\n|---|---|\n| **Kobe** | [Japan](x) |\n| a\\|b | `c` |\n"
    (grid,) = grids_of_markdown(text)
    assert (grid.titles, grid.head) == (("Twins",), ("City", "Country"))
    assert cells(grid) == [("Kobe", "Japan"), ("a|b", "c")]


RECORDS = [{"city": "Kobe", "year": 1973}, {"city": "Lyon", "year": 1988, "note": None}]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS),
        json.dumps({"meta": {"n": 2}, "data": {"rows": RECORDS}}),
        json.dumps({"city": ["Kobe", "Lyon"], "year": [1973, 1988]}),
        "\n".join(map(json.dumps, RECORDS)),
    ],
    ids=["list", "inside", "columns", "lines"],
)
def test_records_are_found_wherever_they_stand(text: str) -> None:
    (grid,) = grids_of_json(text)
    assert grid.head is not None
    assert grid.head[:2] == ("city", "year")
    assert [row[:2] for row in cells(grid)] == [("Kobe", "1973"), ("Lyon", "1988")]


def test_geojson_gives_its_points() -> None:
    feature = {
        "type": "Feature",
        "properties": {"city": "Kobe"},
        "geometry": {"type": "Point", "coordinates": [135.183, 34.6913]},
    }
    (grid,) = grids_of_json(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert dict(zip(grid.head or (), grid.rows[0].cells, strict=True)) == {
        "lat": "34.6913",
        "lon": "135.183",
        "city": "Kobe",
    }


def test_numbers_of_json_stay_as_they_are_written() -> None:
    (grid,) = grids_of_json('[{"a": 1973, "b": 240278400000, "c": 1.5}, {"a": %s}]' % ("9" * 5000))
    assert cells(grid)[0] == ("1973", "240278400000", "1.5")
    assert set(cells(grid)[1][0]) == {"9"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": [', "line 1, column"),
        ("[]", "no list of records"),
        ('{"a": 1}', "no list of records"),
        ("[" * 100_000, "no list of records|begins like JSON"),
    ],
)
def test_json_without_records_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        grids_of_json(text)
