"""``python -m geo.export --data``: pictures of other data than the atlas's own, and broken data."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.data import PACKAGE
from geo.export.__main__ import main
from tests.small_package import write_small_package

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write_small_package(folder)
    return folder


def columns(table: str) -> list[str]:
    with (PACKAGE / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines))


def write(package: Path, table: str, *rows: dict[str, str]) -> None:
    with (package / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns(table), restval="")
        writer.writeheader()
        writer.writerows(rows)


def words_in(picture: Path) -> str:
    """The words of a picture, which an SVG file keeps as labels."""
    return " ".join(re.findall(r'aria-label="([^"]*)"', picture.read_text("utf-8")))


def test_statements_and_memberships_come_from_the_data_that_are_named(package: Path) -> None:
    """As a user calls it, in a process of its own."""
    write(
        package,
        "claims",
        {
            "claim": "one",
            "section_en": "A part of its own",
            "section_zh": "自成一部",
            "statement_en": "Wuhan has one tie in Japan.",
            "statement_zh": "武汉在日本有一对友城。",
            "as_of": "1990",
            "test": "counts",
            "parameters": "home=wuhan; country=JP; expect=sister:2",
            "sources": "HAND",
        },
        {
            "claim": "two",
            "section_en": "Groups",
            "section_zh": "集团",
            "statement_en": "Of Northern Europe one country belongs to the group.",
            "statement_zh": "北欧一国属于该集团。",
            "as_of": "1990",
            "test": "membership",
            "parameters": "region=154; group=asean; members=1; of=17",
            "sources": "HAND",
        },
    )
    write(
        package,
        "groups",
        *(
            {"membership": f"{group}-{code}", "group": group, "country": code, "since": "1980"}
            for group, code in [("asean", "NO"), ("un", "NO"), ("un", "PL"), ("un", "JP")]
        ),
    )
    out = package.parent / "out"
    flags = ["--address", "?area=asean", "--picture", "verdicts", "coverage", "official"]
    made = subprocess.run(
        [sys.executable, "-m", "geo.export", out, "--data", package, *flags, "--kind", "svg"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    files = {key: words_in(next(out.glob(f"*{key}*"))) for key in ("verdicts", "coverage")}
    assert "1 of the article’s 2 statements held" in files["verdicts"]
    assert "A part of its own" in files["verdicts"]
    assert "Counts" not in files["verdicts"], "a part of the atlas's own article"
    assert "Norway" in files["coverage"]
    assert "Indonesia" not in files["coverage"], "a member in the atlas's own data"


def broken(package: Path, table: str, row: int, column: str, cell: str) -> None:
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[row] |= {column: cell}
    write(package, table, *rows)


@pytest.mark.parametrize(
    ("table", "column", "cell", "sentence"),
    [
        ("ties", "earliest", "1999-13-01", "“1999-13-01” is not a day: write 1986-05-29"),
        ("ties", "earliest", "1973-06", "“1973-06” is not a day: write 1986-05-29 or nothing"),
        ("ties", "established", "24.6.1973", "“24.6.1973” is not a date: write 1986-05-29"),
        ("ties", "established", "１９７３", "“１９７３” is not a date: write 1986-05-29"),
        ("ties", "latest", "", "is empty, though earliest is filled: fill both or neither"),
        ("ties", "latest", "1970-01-01", "“1970-01-01” is before earliest: swap them"),
        ("ties", "home", "nowhere", "“nowhere” is not in homes.csv: add it there, or name one"),
        ("ties", "place", "atlantis", "“atlantis” is not in places.csv: add it there, or name"),
        ("ties", "level", "friend", "“friend” is none of: sister, exchange, district"),
        ("places", "country", "XX", "“XX” is not in countries.csv: add it there, or name one"),
        ("places", "lat", "north", "“north” is not a number between -90 and 90: write one such"),
        ("places", "lon", "", "“” is not a number between -180 and 180: write one such"),
        ("places", "lat", "nan", "“nan” is not a number between"),
        ("places", "rank", "second", "“second” is not a whole number"),
        ("homes", "color_dark", "red", "“red” is not a colour: write one such as #1565a9"),
        ("homes", "lat", "95", "“95” is not a number between -90 and 90"),
        ("sources", "date", "2020-02-30", "“2020-02-30” is not a date"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_with_what_to_do(
    package: Path,
    table: str,
    column: str,
    cell: str,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = columns(table)[0]
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        name = next(csv.DictReader(lines))[key]
    broken(package, table, 0, column, cell)
    told = refused(package, capsys)
    assert told.startswith(f"geo.export: {table}.csv, row “{name}”, column {column}: {sentence}")


def refused(package: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([str(package.parent / "out"), "--data", str(package), "--list"]) == 2
    told = capsys.readouterr().err
    first, hint = told.splitlines()
    assert "geo.check" in hint
    assert first.endswith(".")
    for advice in ("Traceback", "pandas", "errors=", "dtype", "format=", "Errno", "codec"):
        assert advice not in told
    assert not (package.parent / "out").exists()
    return told


def test_keys_that_are_taken_or_empty_are_named(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(package, "ties", 1, "tie", "tianjin-kobe")
    assert "ties.csv, row 3, column tie: “tianjin-kobe” stands in row 2 too: give every row" in (
        refused(package, capsys)
    )
    broken(package, "ties", 1, "tie", "")
    assert "ties.csv, row 3, column tie: is empty: give every row its own key" in (
        refused(package, capsys)
    )


@pytest.mark.parametrize("table", ["ties", "places", "homes", "countries", "sources", "events"])
def test_a_table_that_is_missing_is_named(
    package: Path, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / f"{table}.csv").unlink()
    assert f"There is no {table}.csv in the folder" in refused(package, capsys)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "places.csv is empty: its first row must name the columns."),
        (b"place,name_en\nkobe,Kobe\n", "places.csv has no column “name_zh”: add it"),
        (b"place;name_en\nkobe;Kobe\n", "The cells of places.csv are not divided by commas"),
        (b"place,place\nkobe,kobe\n", "places.csv has two columns “place”: leave one of them out"),
        (b"place,name_en\nkobe,Kobe,Japan\n", "places.csv, row 2: 3 cells where the table has 2"),
        (b"place,name_en\n\nkobe\n", "places.csv, row 3: 1 cells where the table has 2 columns"),
        ("place\n神户\n".encode("gb18030"), "places.csv is not UTF-8: save it as “CSV UTF-8”."),
        (b'place\n"kobe\n', "places.csv cannot be read: "),
    ],
)
def test_a_file_that_is_no_table_is_named(
    package: Path, content: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "places.csv").write_bytes(content)
    assert sentence in refused(package, capsys)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "datapackage.json cannot be read: "),
        ("[]", "it needs version, asOf"),
        ('{"version": "1", "asOf": "today", "licenses": [{"name": "x"}]}', "cannot be read: "),
        ('{"version": "1", "asOf": "2020-01-01", "licenses": []}', "and licenses (each with a"),
    ],
)
def test_a_descriptor_that_says_too_little_is_named(
    package: Path, content: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "datapackage.json").write_text(content, "utf-8")
    assert sentence in refused(package, capsys)


def test_data_without_a_single_tie_make_every_picture(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(package, "ties")
    shutil.rmtree(package.parent / "out", ignore_errors=True)
    flags = ["--data", str(package), "--kind", "svg", "--picture", "map", "verdicts", "official"]
    assert main([str(package.parent / "out"), *flags]) == 0, capsys.readouterr().err
    assert len(list((package.parent / "out").iterdir())) == 3
