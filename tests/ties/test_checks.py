"""Every rule of geo.ties.checks, broken on a copy of the shipped package."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.check import main
from geo.data import PACKAGE
from geo.ties import checks
from geo.ties.checks import Fault, faults

ROOT = Path(__file__).resolve().parents[2]
OSAKA, SOFIA, HOUSTON = "shanghai-osaka", "shanghai-sofia", "shanghai-houston"
"""A tie with a full date, one with bounds only, one with a year; nobody else's rows hang on it."""

GOTHENBURG, SOPOT = "shanghai-gothenburg", "shanghai-changning-sopot"
"""A tie that ended, and a tie of a district."""

TEXTS = "east-java-2006-exchange-of-texts"
"""An event that took several days."""

Where = tuple[str, str, str]
Broken = tuple[str, str, dict[str, str], str, str]
"""Table, row, cells to write, the column of the one fault, and words of what is wrong."""


TABLES = (
    *("ties", "places", "homes", "events", "official_counts", "weaker_ties", "sources"),
    *("countries", "proposals"),
)
"""The tables that are broken here, and those that they refer to."""

TIES = {OSAKA, SOFIA, HOUSTON, GOTHENBURG, SOPOT, "shanghai-yokohama", "shanghai-east-java"}
"""The ties that are broken here, and that of the event."""


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is broken here, out of the shipped package: frictionless takes its time a row."""
    folder = tmp_path_factory.mktemp("fewer") / "data"
    folder.mkdir()
    shutil.copy(PACKAGE / "datapackage.json", folder)
    describe(
        folder,
        lambda it: it.update(resources=[one for one in it["resources"] if one["name"] in TABLES]),
    )
    head = {table: read(PACKAGE, table)[0] for table in TABLES}
    rows = {table: read(PACKAGE, table)[1] for table in TABLES}

    def keep(table: str, keys: set[str], column: str = "") -> None:
        rows[table] = [row for row in rows[table] if row[column or head[table][0]] in keys]

    def named(*tables: str, by: str) -> set[str]:
        cells = (
            cell
            for table in tables
            for row in rows[table]
            for column, cell in row.items()
            if column == by or column.endswith(f"_{by}")
        )
        return {one for cell in cells for one in cell.split(";")}

    keep("ties", TIES)
    keep("events", TIES, "tie")
    keep("places", named("ties", by="place"))
    keep(
        "countries",
        named("places", "homes", "weaker_ties", "proposals", by="country") | {"AD", "GI"},
    )
    rest = [table for table in TABLES if table != "sources"]
    keep("sources", named(*rest, by="source") | named(*rest, by="sources") | {"ZHWIKI"})
    for table in TABLES:
        write(folder, table, head[table], rows[table])
    assert faults(folder) == []
    return folder


@pytest.fixture
def package(tmp_path: Path, fewer: Path) -> Path:
    return Path(shutil.copytree(fewer, tmp_path / "data"))


def read(package: Path, table: str) -> tuple[list[str], list[dict[str, str]]]:
    with (package / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        return list(rows.fieldnames or []), list(rows)


def write(package: Path, table: str, columns: list[str], rows: list[dict[str, str]]) -> None:
    with (package / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def edit(package: Path, table: str, key: str, **cells: str) -> None:
    """Write cells of one row."""
    columns, rows = read(package, table)
    next(row for row in rows if row[columns[0]] == key).update(cells)
    write(package, table, columns, rows)


def add_like(package: Path, table: str, key: str, **cells: str) -> None:
    """Append a row that differs from another in these cells only."""
    columns, rows = read(package, table)
    rows.append(next(row for row in rows if row[columns[0]] == key) | cells)
    write(package, table, columns, rows)


def describe(package: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), "utf-8")


def where(found: list[Fault]) -> list[Where]:
    return [(fault.table, fault.row, fault.column) for fault in found]


def test_cities_that_could_be_chosen_follow_from_their_evidence(tmp_path: Path) -> None:
    package = Path(shutil.copytree(PACKAGE, tmp_path / "data"))
    edit(package, "agglomerations", "bo-la-paz", port="sea")
    edit(package, "agglomerations", "id-bekasi", part_of="kr-seoul")
    edit(package, "capitals", "va-vatican-city", wpi_size="Large", wpi_km="2", wpi_named="yes")
    assert where(faults(package)) == [
        ("agglomerations", "bo-la-paz", "port"),
        ("agglomerations", "id-bekasi", "part_of"),
        ("capitals", "va-vatican-city", "port"),
    ]


# fmt: off
BROKEN: list[Broken] = [
    # schema
    ("ties", OSAKA, {"level": "sisters"}, "level", "“sisters” is none of sister, exchange"),
    ("ties", OSAKA, {"place": "atlantis"}, "place", "“atlantis” is not in places"),
    ("ties", OSAKA, {"home": ""}, "home", "is empty"),
    ("events", TEXTS, {"tie": "shanghai-atlantis"}, "tie", "is not in ties"),
    ("places", "osaka", {"country": "XX"}, "country", "“XX” is not in countries"),
    ("places", "osaka", {"kind": ""}, "kind", "is empty"),
    ("places", "osaka", {"geonameid": "18x"}, "geonameid", "does not have the form"),
    ("places", "osaka", {"lat": "north"}, "lat", "“north” is not a number"),
    ("places", "osaka", {"lat": "134.7"}, "lat", "is more than 90"),
    ("places", "osaka", {"lon": "-181"}, "lon", "is less than -180"),
    ("places", "osaka", {"lat": "NaN"}, "lat", ""),
    ("places", "osaka", {"lon": "inf"}, "lon", ""),
    ("proposals", "yangon", {"lat": "0", "lon": "0"}, "lat", ""),
    ("proposals", "yangon",
     {"name_en": "Yokohama", "country": "JP", "lat": "35.43", "lon": "139.65"}, "name_en",
     "has a tie with “shanghai” already: it is no proposal"),
    ("proposals", "penang", {"standing": "made"}, "standing", "“made” is none of proposed, named"),
    ("official_counts", "shanghai-2016-06", {"sister": "many"}, "sister", "not a whole number"),
    ("official_counts", "shanghai-2016-06", {"source": "NOBODY"}, "source", "is not in sources"),
    # dates: form and calendar
    ("ties", SOFIA, {"established": "1979-13-01"}, "established", "is not a date: month must be"),
    ("ties", SOFIA, {"earliest": "2015-11"}, "earliest", "“2015-11” is not a full date"),
    ("events", TEXTS, {"date": "2006-11-22/"}, "date", "“” is not a date"),
    # dates: order
    ("events", TEXTS, {"date": "2006-11-25/2006-11-22"}, "date", "ends before it begins"),
    ("ties", GOTHENBURG, {"ended": "2003-10-22"}, "ended", "before the tie was made, 2003-10-23"),
    ("ties", SOFIA, {"latest": "2015-11-22"}, "latest", "is before earliest"),
    ("ties", SOFIA, {"latest": ""}, "latest", "is empty, though earliest is filled"),
    ("ties", OSAKA, {"earliest": "", "latest": ""}, "earliest", "though established is “1974-"),
    ("ties", OSAKA, {"earliest": "1974-04-17"}, "earliest", "is outside of established"),
    # dates: the as-of day is 2026-11-24 in these tests
    ("ties", SOFIA, {"latest": "2026-11-25"}, "latest", "is after the as-of day"),
    ("ties", HOUSTON, {"established": "2027", "earliest": "2027-01-01", "latest": "2027-12-31"},
     "established", "is after the as-of day"),
    # sources
    ("ties", OSAKA, {"sources": ""}, "sources", "names no source"),
    ("events", TEXTS, {"sources": ""}, "sources", "names no source"),
    ("ties", OSAKA, {"sources": "ARTICLE;NOBODY"}, "sources", "no such source: “NOBODY”"),
    ("weaker_ties", "shanghai-port-of-spain", {"sources": "NOBODY"}, "sources", "no such source"),
    ("ties", OSAKA, {"sources": "ARTICLE;ZHWIKI;ARTICLE"}, "sources", "“ARTICLE” stands"),
    # levels and ends
    ("ties", SOPOT, {"home_district_en": "", "home_district_zh": ""}, "home_district_en",
     "is empty at level district"),
    ("ties", OSAKA, {"home_district_en": "Pudong", "home_district_zh": "浦东新区"},
     "home_district_en", "is filled at level sister"),
    ("ties", GOTHENBURG, {"ended": ""}, "ended", "though ended_by, ended_why_en, ended_sources"),
    ("ties", GOTHENBURG, {"ended_why_en": "", "ended_why_zh": ""}, "ended_why_en",
     "though ended is filled"),
    # places
    ("places", "osaka", {"lat": "-34.69"}, "lat", "km outside of JP"),
    ("places", "osaka", {"country": "GI"}, "country", "no shape for GI: the seat cannot be"),
    # languages
    ("places", "osaka", {"name_zh": ""}, "name_zh", "is empty, though name_en is filled"),
    # cells
    ("sources", "ARTICLE", {"url": "javascript:alert(1)"}, "url", "not an address that begins"),
    ("sources", "ARTICLE", {"title": "=HYPERLINK(\"x\")"}, "title", "a spreadsheet would run"),
    ("sources", "ARTICLE", {"title": "a\nb"}, "title", "character 2 is U+000A"),
    ("sources", "ARTICLE", {"title": "a "}, "title", "begins or ends with a blank"),
]

VARIANTS: list[Broken] = [
    ("ties", SOFIA, {"established": "1979/13"}, "established", "is not a date: write 1986-05-29"),
    ("ties", SOFIA, {"established": "２０１６"}, "established", "is not a date: write 1986-05-29"),
    ("ties", GOTHENBURG, {"ended": "2019-02-30"}, "ended", "is not a date: day is out of range"),
    ("ties", SOFIA, {"latest": "20230930"}, "latest", "is not a date"),
    ("events", TEXTS, {"date": "2006/2007/2008"}, "date", "is not a date or two"),
    ("sources", "ARTICLE", {"date": "2018-00"}, "date", "is not a date: month must be"),
    ("sources", "ARTICLE", {"date": "2017/2018"}, "date", "is not a date"),
    ("weaker_ties", "shanghai-port-of-spain", {"date": "2022-11-31"}, "date", "is not a date"),
    ("official_counts", "shanghai-2016-06", {"as_of": "2016-13"}, "as_of", "is not a date"),
    ("ties", SOFIA, {"earliest": ""}, "earliest", "is empty, though latest is filled"),
    ("ties", OSAKA, {"latest": "1974-04-19"}, "latest", "is outside of established"),
    ("ties", HOUSTON, {"earliest": "2014-12-31"}, "earliest", "is outside of established, “2015”"),
    ("ties", HOUSTON, {"latest": "2016-01-01"}, "latest", "is outside of established, “2015”"),
    ("ties", HOUSTON, {"established": "2026", "earliest": "2026-12-01", "latest": "2026-12-31"},
     "earliest", "is after the as-of day"),
    ("ties", GOTHENBURG, {"ended": "2026-11-25"}, "ended", "is after the as-of day"),
    ("events", TEXTS, {"date": "2006-11-22/2026-12"}, "date", "is after the as-of day"),
    ("sources", "ARTICLE", {"date": "2026-12"}, "date", "is after the as-of day"),
    ("ties", OSAKA, {"sources": ";"}, "sources", "names no source"),
    ("ties", OSAKA, {"sources": "ARTICLE;"}, "sources", "no such source: “”"),
    ("ties", OSAKA, {"sources": "ZHWIKI; ARTICLE"}, "sources", "no such source: “ ARTICLE”"),
    ("ties", GOTHENBURG, {"ended_sources": "NOBODY"}, "ended_sources", "no such source"),
    ("ties", GOTHENBURG, {"ended_by": ""}, "ended_by", "though ended is filled"),
    ("ties", GOTHENBURG, {"ended_sources": ""}, "ended_sources", "though ended is filled"),
    ("homes", "beijing", {"lon": "16.4"}, "lat", "km outside of CN"),
    ("ties", OSAKA, {"note_zh": "有注。"}, "note_en", "is empty, though note_zh is filled"),
    ("countries", "AD", {"region_en": ""}, "region_en", "is empty, though region_zh is filled"),
    ("sources", "ARTICLE", {"url": "ftp://example.org/a"}, "url", "not an address that begins"),
    ("sources", "ARTICLE", {"url": "https:///a"}, "url", "not an address that begins"),
    ("sources", "ARTICLE", {"url": "https://[a"}, "url", "not an address that begins"),
    ("sources", "ARTICLE", {"url": "https://a.org/\"on=\""}, "url", "not an address that begins"),
    ("sources", "ARTICLE", {"supports": "-2+3"}, "supports", "a spreadsheet would run"),
    ("sources", "ARTICLE", {"supports": "@SUM(A1)"}, "supports", "a spreadsheet would run"),
    ("sources", "ARTICLE", {"title": "a\x00b"}, "title", "character 2 is U+0000"),
    ("sources", "ARTICLE", {"title": "gnp\u202e.exe"}, "title", "U+202E"),
    ("sources", "ARTICLE", {"title": "G\ufffdteborg"}, "title", "U+FFFD"),
    ("sources", "ARTICLE", {"title": "\u3000上海"}, "title", "begins or ends with a blank"),
]
# fmt: on


def apart(broken: list[Broken]) -> list[list[Broken]]:
    """Cases that can be broken together, for they are of different rows."""
    together: list[list[Broken]] = []
    for case in broken:
        free = (some for some in together if case[:2] not in [other[:2] for other in some])
        if (some := next(free, None)) is None:
            together.append([case])
        else:
            some.append(case)
    return together


@pytest.mark.parametrize("broken", apart(BROKEN))
def test_a_broken_cell_is_the_one_fault(package: Path, broken: list[Broken]) -> None:
    describe(package, lambda descriptor: descriptor.update(asOf="2026-11-24"))
    for table, row, cells, *_ in broken:
        edit(package, table, row, **cells)
    found = {(fault.table, fault.row, fault.column): fault.wrong for fault in faults(package)}
    assert set(found) == {(table, row, column) for table, row, _, column, _ in broken}
    for table, row, _, column, wrong in broken:
        assert wrong in found[table, row, column]


@pytest.mark.parametrize("broken", apart(VARIANTS))
def test_a_rule_knows_its_fault_in_other_clothes(
    package: Path, monkeypatch: pytest.MonkeyPatch, broken: list[Broken]
) -> None:
    # Without frictionless, which takes nine tenths of the time and has spoken above.
    ours = [rule for rule in checks.RULES if rule is not checks.schema.tables_fit_their_schema]
    monkeypatch.setattr(checks, "RULES", ours)
    test_a_broken_cell_is_the_one_fault(package, broken)


FINE: list[tuple[str, str, dict[str, str]]] = [
    ("ties", HOUSTON, {"established": "2026", "earliest": "2026-01-01", "latest": "2026-12-31"}),
    ("ties", SOFIA, {"earliest": "", "latest": ""}),
    ("ties", GOTHENBURG, {"ended": "2003"}),
    ("ties", OSAKA, {"note_en": "x" * 100_000, "note_zh": "长" * 1_000_000}),
    ("events", TEXTS, {"date": "2006-11/2006"}),
    ("sources", "ARTICLE", {"date": "2026", "url": "http://example.org/城市?a=b"}),
    ("sources", "ZHWIKI", {"supports": "-12.5", "title": "a–b “c” 上海 المدن"}),
    ("places", "osaka", {"lat": "34.60"}),
]


def test_what_only_looks_odd_is_no_fault(package: Path) -> None:
    describe(package, lambda descriptor: descriptor.update(asOf="2026-11-24"))
    for table, row, cells in FINE:
        edit(package, table, row, **cells)
    assert faults(package) == []


def test_a_tie_under_two_keys_is_found(package: Path) -> None:
    add_like(package, "ties", OSAKA, tie="shanghai-osaka-again")
    assert where(faults(package)) == [("ties", "shanghai-osaka-again", "place")]


def test_two_districts_may_have_the_same_partner(package: Path) -> None:
    add_like(
        package, "ties", SOPOT, tie="a-b", home_district_en="Pudong", home_district_zh="浦东新区"
    )
    assert faults(package) == []


def test_a_place_under_two_keys_is_found(package: Path) -> None:
    add_like(package, "places", "osaka", place="osaka-again", name_en="OSAKA")
    assert where(faults(package)) == [("places", "osaka-again", "name_en")]


def test_a_key_that_is_taken_is_named_by_its_line(package: Path) -> None:
    line = len(read(package, "weaker_ties")[1]) + 2
    add_like(package, "weaker_ties", "shanghai-port-of-spain")
    assert where(faults(package)) == [("weaker_ties", f"line {line}", "weaker")]


def test_a_key_that_is_empty_is_named_by_its_line(package: Path) -> None:
    edit(package, "weaker_ties", "shanghai-port-of-spain", weaker="")
    assert where(faults(package)) == [("weaker_ties", "line 2", "weaker")]


def test_faults_come_in_the_order_of_the_package(package: Path) -> None:
    edit(package, "sources", "ARTICLE", title=" a")
    edit(package, "ties", "shanghai-yokohama", level="?", established="?")
    edit(package, "ties", OSAKA, established="?")
    rows = [(table, row) for table, row, _ in where(faults(package))]
    assert rows == [("ties", "shanghai-yokohama")] * 2 + [("ties", OSAKA), ("sources", "ARTICLE")]


def test_a_fault_is_one_line_that_ends_in_a_sentence(package: Path) -> None:
    edit(package, "ties", SOFIA, established="1979-13-01")
    assert str(faults(package)[0]).startswith(
        "ties shanghai-sofia established: “1979-13-01” is not a date: month must be in 1..12"
    )
    edit(package, "ties", SOFIA, established="x\n\x1b[31m" + "y" * 9999)
    line = str(faults(package)[0])
    assert line.isprintable()
    assert len(line) < 300


def test_every_rule_says_why() -> None:
    assert all(rule.__doc__ for rule in checks.RULES)


# Files


def rewrite(package: Path, table: str, change: Callable[[bytes], bytes]) -> None:
    path = package / f"{table}.csv"
    path.write_bytes(change(path.read_bytes()))


UNREADABLE: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda text: b"", "the file is empty"),
    (lambda text: text.decode().encode("latin-1", "replace") + b"\xe9", "is not UTF-8"),
    (lambda text: text.decode().encode("utf-16"), "is not UTF-8"),
    (lambda text: text.replace(b",", b";"), "the cells are not divided by commas"),
    (lambda text: text + b'"never closed', "the file cannot be read"),
]


@pytest.mark.parametrize("table", ["ties", "sources"])
@pytest.mark.parametrize(("change", "wrong"), UNREADABLE)
def test_a_table_that_cannot_be_read_is_the_one_fault(
    package: Path, table: str, change: Callable[[bytes], bytes], wrong: str
) -> None:
    rewrite(package, table, change)
    found = faults(package)
    assert where(found) == [(table, "", "")]
    assert wrong in found[0].wrong


@pytest.mark.parametrize("table", ["ties", "homes", "sources"])
def test_a_table_that_is_missing_is_the_one_fault(package: Path, table: str) -> None:
    (package / f"{table}.csv").unlink()
    assert where(faults(package)) == [(table, "", "")]


def test_a_table_of_null_bytes_is_a_fault(package: Path) -> None:
    rewrite(package, "ties", lambda text: b"\x00" * 1000)
    assert faults(package)


def test_a_folder_in_place_of_a_table_is_a_fault(package: Path) -> None:
    (package / "ties.csv").unlink()
    (package / "ties.csv").mkdir()
    assert where(faults(package)) == [("ties", "", "")]


def test_a_mark_of_the_byte_order_is_fine(package: Path) -> None:
    rewrite(package, "ties", lambda text: b"\xef\xbb\xbf" + text)
    assert faults(package) == []


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_of_other_systems_are_fine(package: Path, end: bytes) -> None:
    rewrite(package, "ties", lambda text: text.replace(b"\r\n", b"\n").replace(b"\n", end))
    assert faults(package) == []


@pytest.mark.parametrize("table", ["ties", "places", "sources"])
def test_a_missing_column_is_missed_by_its_name(package: Path, table: str) -> None:
    columns, rows = read(package, table)
    for column in (columns[0], columns[2]):
        write(package, table, [name for name in columns if name != column], rows)
        assert where(faults(package)) == [(table, "", column)]


def test_columns_of_ones_own_are_named(package: Path) -> None:
    columns, rows = read(package, "ties")
    write(package, "ties", [*columns, "rank"], [row | {"rank": "1"} for row in rows])
    assert where(faults(package)) == [("ties", "", "rank")]


def test_columns_in_another_order_are_named(package: Path) -> None:
    columns, rows = read(package, "ties")
    write(package, "ties", columns[::-1], rows)
    assert where(faults(package)) == [("ties", "", columns[-1])]


def test_a_column_that_is_there_twice_is_named(package: Path) -> None:
    columns, rows = read(package, "ties")
    write(package, "ties", [*columns, "place"], rows)
    assert where(faults(package)) == [("ties", "", "place")]


def test_a_row_with_too_few_cells_is_the_one_fault(package: Path) -> None:
    rewrite(package, "weaker_ties", lambda text: text.rstrip() + b"\nshanghai-x,shanghai,sister\n")
    found = faults(package)
    assert where(found) == [("weaker_ties", "shanghai-x", "")]
    assert found[0].wrong == "3 cells where the table has 12 columns"


def test_a_row_with_too_many_cells_is_the_one_fault(package: Path) -> None:
    rewrite(package, "homes", lambda text: text.rstrip() + b",more\n")
    assert where(faults(package)) == [("homes", "beijing", "")]


def test_an_empty_line_is_named_by_its_number(package: Path) -> None:
    rewrite(package, "homes", lambda text: text.rstrip() + b"\n\n")
    found = faults(package)
    assert where(found) == [("homes", "line 4", "")]
    assert found[0].wrong == "the line is empty"


def test_a_row_of_empty_cells_is_one_fault(package: Path) -> None:
    columns, rows = read(package, "homes")
    write(package, "homes", columns, [*rows, dict.fromkeys(columns, "")])
    assert where(faults(package)) == [("homes", "line 4", "")]


# The descriptor


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, "\ufeff{}"])
def test_a_descriptor_that_cannot_be_read_is_the_one_fault(package: Path, text: str) -> None:
    (package / "datapackage.json").write_text(text, "utf-8")
    assert where(faults(package)) == [("datapackage.json", "", "")]


def test_a_folder_without_a_descriptor_has_one_fault(tmp_path: Path) -> None:
    assert [str(fault) for fault in faults(tmp_path)] == ["datapackage.json: the file is missing"]


def in_ties(**changes: object) -> Callable[[dict[str, Any]], object]:
    return lambda descriptor: descriptor["resources"][0].update(changes)


DESCRIBED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda it: it.update(asOf="2026-11"), "asOf"),
    (lambda it: it.update(asOf=20261124), "asOf"),
    (lambda it: it.pop("asOf"), "asOf"),
    (lambda it: it.pop("version"), "version"),
    (lambda it: it.update(licenses=[]), "licenses"),
    (lambda it: it.update(keywords="cities"), ""),
    (lambda it: it["resources"].append(it["resources"][0]), "resources"),
    (lambda it: it["resources"].append(7), "resources"),
    (in_ties(path="../ties.csv"), "resources"),
    (in_ties(path="http://localhost:9/ties.csv"), "resources"),
    (in_ties(path=["ties.csv"]), "resources"),
    (in_ties(schema="http://localhost:9/schema.json"), "resources"),
    (lambda it: it["resources"][0]["schema"].update(primaryKey="nothing"), ""),
    (lambda it: it["resources"][0]["schema"].update(foreignKeys=[3]), ""),
    (lambda it: it["resources"][0]["schema"]["fields"][1].update(type="strange"), ""),
    (lambda it: it["resources"][0]["schema"]["fields"][1]["constraints"].update(pattern="("), ""),
]


@pytest.mark.parametrize(("change", "column"), DESCRIBED)
def test_a_broken_descriptor_is_a_fault(
    package: Path, change: Callable[[dict[str, Any]], object], column: str
) -> None:
    describe(package, change)
    assert ("datapackage.json", "", column) in where(faults(package))


def test_a_table_that_the_descriptor_forgets_is_missed(package: Path) -> None:
    describe(package, lambda descriptor: descriptor["resources"].pop(0))
    assert ("ties", "", "") in where(faults(package))


def test_an_address_in_the_descriptor_is_not_called(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def called(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", called)
    describe(package, lambda it: it.update(profile="http://localhost:9/profile.json"))
    assert faults(package) == []


# The command


def test_the_command_is_silent_over_the_shipped_package() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "geo.check"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_command_prints_a_line_a_fault(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(package, "ties", OSAKA, level="sisters", note_en="a ", note_zh="甲")
    assert main([str(package)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "ties shanghai-osaka level: “sisters” is none of sister, exchange, district",
        "ties shanghai-osaka note_en: “a ” begins or ends with a blank",
    ]
    assert said.err == ""


def test_the_command_says_that_there_is_no_such_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"There is no folder {tmp_path / 'nowhere'} to check.\n"
