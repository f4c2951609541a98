"""Whatever comes: a reading or one sentence, never a traceback, and every row accounted for."""

from __future__ import annotations

import csv
import io
import json
import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.data import archived
from geo.export.own_list.outcome import outcome_of
from geo.i18n import Words
from geo.i18n.dates import FORM
from geo.intake.asked import Asked
from geo.intake.chosen_homes import with_homes
from geo.intake.limits import Refused
from geo.intake.reading import Reading, read_file, read_text
from geo.intake.report import report_of
from geo.intake.saved import list_in
from geo.place.country_names import codes
from geo.ties.joining import MOST_ADDED, joined
from geo.ties.roster import load_roster
from tests.intake.few_places import FewPlaces
from tests.intake.hostile import workbook

HEADS = ["City", "Country", "Date", "Home city", "Kind", "Lat", "Lon", "城市", "국가", "?", ""]
CELLS = st.text(max_size=12) | st.sampled_from(
    ["Kobe", "横滨市", "Japan", "日本", "NA", "1973-11-30", "03/04/1999", "昭和48年", "999", "-",
     "", "=1+1", "<b>x</b>", "| --- |", "\u202eKobe", "Q42", "Kobe / Osaka", "* note"]
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)


def holds(reading: Reading) -> None:
    """What is true of every reading."""
    known = set(codes().values()) | {""}
    for lang in ("en", "zh"):
        report = report_of(reading, Words(lang))
        json.dumps(report)
        for row in report["rows"]:
            assert row["verdict"] in ("good", "warn", "reject")
            assert bool(row["reason"]) == (row["verdict"] != "good")
            assert row["country"] in known
            assert not row["date"] or FORM.fullmatch(row["date"])
            assert row["verdict"] == "reject" or (row["home"] and row["partner"])
            assert row["lat"] is None or (abs(row["lat"]) <= 90 and abs(row["lon"]) <= 180)
    numbers = [(row.sheet, row.number) for row in reading.rows]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(set(numbers))


def read_whatever(content: bytes) -> None:
    try:
        holds(read_file(content, "list.csv", Asked(home="Wuhan"), FewPlaces()))
    except Refused as refused:
        assert refused.sentence(Words("en")).endswith(".")
        assert refused.sentence(Words("zh")).endswith("。")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_whatever(content)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        holds(read_text(text, Asked(home="Wuhan"), FewPlaces()))
    except Refused as refused:
        assert str(refused)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(HEADS), min_size=2, max_size=6), TABLES, st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)  # fmt: skip
def test_any_table_is_read_or_refused(
    head: list[str], rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([head, *rows])
    read_whatever(out.getvalue().encode(encoding, "replace"))


@given(TABLES)
def test_any_json_is_read_or_refused(rows: list[list[str]]) -> None:
    records = [dict(zip(HEADS, row, strict=False)) for row in rows]
    read_whatever(json.dumps(records).encode())
    read_whatever(json.dumps(rows).encode())


@given(TABLES)
def test_any_page_and_markdown_is_read_or_refused(rows: list[list[str]]) -> None:
    page = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}</tr>" for row in rows)
    read_whatever(f"<table>{page}</table>".encode("utf-8", "replace"))
    lines = "\n".join("|".join(row) for row in rows)
    read_whatever(f"City|Country\n---|---\n{lines}".encode("utf-8", "replace"))


WORKBOOK = workbook([["City", "Country", "Date"], ["Kobe", "Japan", "1973"], ["=1/0", "NA", 1e300]])


@given(st.lists(st.tuples(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255)), max_size=20))
def test_any_damage_to_a_workbook_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    content = bytearray(WORKBOOK)
    for at, byte in damage:
        content[at] = byte
    read_whatever(bytes(content))


@settings(max_examples=15)  # each is joined with the atlas's own data
@given(st.sampled_from(["Tianjin", "Kobe", "=1+1", "ذ", "\ud800"]), TABLES)
def test_any_table_comes_to_the_map_or_is_refused(home: str, rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADS, ["Osaka", "日本", "١٩٧٣"], *rows])
    told = outcome_of(b"", out.getvalue(), "", Asked(home=home))
    if not told.understood:
        assert told.refused
        return
    pickle.dumps(told)  # as it comes from the process that reads
    chosen = list(told.understood.homes)[:MOST_ADDED]
    if chosen and told.understood.ties:
        saved = archived(with_homes(told.understood.files, chosen))
        assert joined(load_roster(), [list_in(saved)]).homes.index[-1].startswith("my-")


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0xFFFF), min_size=3)


@given(st.lists(st.tuples(NAMES, st.sampled_from(["Japan", "德国", "FR"])), min_size=1, max_size=9))
def test_a_plain_list_comes_back_as_it_was(pairs: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [("Partner", "Country", "Year"), *((*pair, "1990") for pair in pairs)]
    )
    found = read_text(out.getvalue(), Asked(home="Wuhan"), FewPlaces()).rows
    assert [row.number for row in found] == list(range(2, len(pairs) + 2))
    assert all(row.date == "1990" and row.country in ("JP", "DE", "FR") for row in found)
