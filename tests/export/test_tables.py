"""Tables as files: what a spreadsheet makes of them is what they say."""

import csv
import io
import re

import pandas as pd
import pytest

from geo.export.tables import as_csv, table_csv
from geo.figures.figure import Table


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_table_opens_in_a_spreadsheet_without_harm() -> None:
    table = pd.DataFrame({"城市": ["大马尼拉", "=1+1", "-5", "@x"], "n": [1, 2, 3, 4]})
    rows = read(as_csv(table))
    assert rows == [["城市", "n"], ["大马尼拉", "1"], ["'=1+1", "2"], ["-5", "3"], ["'@x", "4"]]
    assert list(table["城市"])[1] == "=1+1"


# What Excel (en, zh, de locales) and LibreOffice take for a day or a month; as
# LibreOffice 7.4 was seen to do, which keeps every form below as text but full days and years.
DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?|\w{3}-\d{2,4}")


@pytest.mark.parametrize(
    ("date", "written", "stays"),
    [
        ("1980-10", "1980-10-XX", "text"),
        ("1980", "1980", "number"),
        ("1980-10-05", "1980-10-05", "day"),
        ("2006-11-22/2006-11-25", "2006-11-22/2006-11-25", "text"),
        ("", "", "text"),
    ],
)
def test_a_date_is_never_more_exact_in_a_spreadsheet_than_in_the_data(
    date: str, written: str, stays: str
) -> None:
    rows = read(as_csv(pd.DataFrame({"Since": [date, "1999-01-01"], "n": ["a", "b"]}), ["Since"]))
    assert rows[1][0] == written
    kind = "day" if DAY.fullmatch(written) else "number" if written.isdigit() else "text"
    assert kind == stays


def test_only_columns_of_dates_are_written_as_dates() -> None:
    rows = read(as_csv(pd.DataFrame({"code": ["1980-10"], "Since": ["1980-10"]}), ["Since"]))
    assert rows[1] == ["1980-10", "1980-10-XX"]


def test_the_rows_of_a_table_are_made_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def rows() -> pd.DataFrame:
        asked.append(1)
        return pd.DataFrame({"Since": ["2012-08"]})

    table = Table("rows", rows, "rows", dates=["Since"])
    assert not asked
    assert read(table_csv(table)) == [["Since"], ["2012-08-XX"]]
    assert asked == [1]
    plain = Table("rows", pd.DataFrame({"Since": ["2012-08"]}), "rows", dates=["Since"])
    assert table_csv(plain) == table_csv(table)
