"""Workbooks: dates that are dates, texts that stay texts, a sheet that says what they are."""

from __future__ import annotations

import datetime as dt
import io
import re

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from geo.export.origin import origin_from
from geo.export.xlsx import Notes, table_xlsx
from geo.figures.captions import view_line
from geo.figures.data.table import ties_notes, ties_table
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.i18n import Words
from geo.style.colours import GROUNDS
from geo.ties.citation import title_of
from geo.ties.roster import Roster
from geo.ties.view import LANGUAGES, View


def scene(roster: Roster, lang: str = "en") -> Scene:
    return Scene(roster, View.default(roster, lang), GROUNDS["light"])


def sheets(
    roster: Roster, table: Table, notes: Notes | None = None, lang: str = "en"
) -> tuple[Worksheet, Worksheet]:
    shown = scene(roster, lang)
    content = table_xlsx(table, shown, origin_from(shown, table.name, "data"), notes)
    rows, about = load_workbook(io.BytesIO(content)).worksheets
    return rows, about


@pytest.mark.parametrize(
    ("date", "cell"),
    [
        ("1980-10-05", dt.datetime(1980, 10, 5)),
        ("1980-10", "1980-10"),
        ("1980", "1980"),
        ("1899-12-31", "1899-12-31"),  # before the calendar of spreadsheets begins
        ("2006-11-22/2006-11-25", "2006-11-22/2006-11-25"),
        ("1980-02-31?", "1980-02-31?"),
        ("", None),
    ],
)
def test_only_a_full_date_is_a_date(date: str, cell: object, roster: Roster) -> None:
    table = Table("t", pd.DataFrame({"Since": [date, "2000-01-01"]}), "t", dates=["Since"])
    assert sheets(roster, table)[0]["A2"].value == cell


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "http://x", "{=1}"]


def test_nothing_runs_and_nothing_becomes_a_link(roster: Roster) -> None:
    table = Table("=t", pd.DataFrame({"=name": HOSTILE, "n": range(len(HOSTILE))}), "t")
    for sheet in sheets(roster, table, Notes(["=definition"])):
        assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
        assert not [cell for row in sheet for cell in row if cell.hyperlink]
    rows, _ = sheets(roster, table)
    texts = [row[0].value for row in rows.iter_rows(min_row=2)]
    assert texts == [" ".join(one.split()) for one in HOSTILE]
    assert all(row[0].quotePrefix for row in rows.iter_rows())
    assert [row[1].value for row in rows.iter_rows(min_row=2)] == list(range(len(HOSTILE)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_ties_of_a_view_with_all_that_is_to_be_said_of_them(lang: str, roster: Roster) -> None:
    shown = scene(roster, lang)
    table = ties_table(shown)
    definitions, sources = ties_notes(shown)
    rows, about = sheets(roster, table, Notes(definitions, sources), lang)
    assert rows.freeze_panes == "B2"
    assert rows.max_row == len(table.frame) + 1
    assert [cell.value for cell in rows[1]] == list(table.frame.columns)
    written = "\n".join(str(cell.value) for row in about for cell in row)
    assert roster.release.version in written and str(roster.as_of) in written
    assert set(definitions) < set(written.split("\n"))
    assert view_line(roster, shown.view, shown.words) in written
    coded = re.compile(r"[a-z]{3,}").search(" ".join(definitions))
    assert lang == "en" or not coded, "the sheet has words, not the codes of the data"
    known = [roster.sources.loc[one] for one in sources if one in roster.sources.index]
    for one in known:
        assert f"{one.name} · {title_of(one, Words(lang))}" in written


def test_the_same_table_is_the_same_file(roster: Roster) -> None:
    shown = scene(roster)
    table, origin = ties_table(shown), origin_from(shown, "t")
    assert table_xlsx(table, shown, origin) == table_xlsx(table, shown, origin)


def test_a_table_without_rows_is_a_workbook_too(roster: Roster) -> None:
    rows, _ = sheets(roster, Table("t", pd.DataFrame({"a": []}), "t"))
    assert rows["A1"].value == "a"
