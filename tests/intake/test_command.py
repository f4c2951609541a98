"""``python -m geo.intake``: as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from geo.intake.__main__ import main

HOUSE = Path(__file__).resolve().parents[2]
LIST = (
    "城市,国家,结好时间\n横滨市,日本,1973年11月30日\n"
    "大阪市,日本,1974年4月18日\n汉堡市,德国,1986年5月29日\n"
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode("gb18030"))
    return path


def report(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_a_list_is_read_and_made_a_package(roster: Path, tmp_path: Path) -> None:
    """In a process of its own, and the package by the commands that take one."""
    out, folder = tmp_path / "out.json", tmp_path / "package"
    flags = ["--home", "上海市", "--json", str(out), "--package", str(folder)]
    for command in (
        ["-m", "geo.intake", str(roster), *flags],
        ["-m", "geo.check", str(folder)],
        ["-m", "geo.export", str(tmp_path / "pictures"), "--data", str(folder), "--list"],
    ):
        done = subprocess.run(
            [sys.executable, *command], cwd=HOUSE, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    found = report(out)
    assert list(found) == ["encoding", "columns", "homes", "rows", "refused"]
    assert found["encoding"] == "gb18030"
    assert found["columns"] == {"partner": "城市", "country": "国家", "date": "结好时间"}
    assert found["homes"] == ["上海市"]
    assert [row["verdict"] for row in found["rows"]] == ["good"] * 3
    assert found["rows"][0]["lat"] == pytest.approx(35.44, abs=0.1)
    assert found["refused"] is None


def test_what_is_refused_is_told_in_a_sentence_and_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "picture.csv", tmp_path / "out.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert main([str(path), "--json", str(out), "--lang", "zh"]) == 2
    told = capsys.readouterr().err
    assert told == "geo.intake: 文件是PNG，不是表格：请用CSV、Excel（.xlsx）、JSON或HTML。\n"
    found = report(out)
    assert found["refused"] == told.removeprefix("geo.intake: ").strip()
    assert found["rows"] == []


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--encoding", "klingon"], "“klingon” is no encoding that is read here: use one of"),
        (["--country", "Atlantis"], "“Atlantis” is no country that is known: give a code"),
        (["--column", "partner"], "“partner” names no column: write FIELD=HEAD"),
        (["--column", "partner=Town"], "There is no column “Town”; there are: "),
    ],
)
def test_a_wrong_option_is_told(
    roster: Path,
    tmp_path: Path,
    flags: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(roster), "--json", str(tmp_path / "out.json"), *flags]) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert "Traceback" not in told


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (tmp_path / "none.csv", tmp_path):
        assert main([str(file), "--json", str(tmp_path / "out.json")]) == 2
        assert "cannot be read or written" in capsys.readouterr().err


def test_questions_are_asked_with_the_option_that_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "x.csv", tmp_path / "out.json"
    path.write_text("City,Country,Date\nOsaka,Japan,03/04/1999\n", "utf-8")
    assert main([str(path), "--json", str(out), "--home", "Wuhan"]) == 0
    assert "(--day-first | --month-first)" in capsys.readouterr().err
    assert main([str(path), "--json", str(out), "--home", "Wuhan", "--day-first"]) == 0
    assert capsys.readouterr().err == ""
    assert report(out)["rows"][0]["date"] == "1999-04-03"


def test_a_huge_file_is_refused_unread(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    start = time.perf_counter()
    assert main([str(path), "--json", "-"]) == 2
    assert time.perf_counter() - start < 1
    captured = capsys.readouterr()
    assert "The file has 200 MB; files of up to 20 MB are read." in captured.err
    assert json.loads(captured.out)["refused"]


def test_a_million_rows_are_refused_soon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"City,Country\n" + b"Osaka,Japan\n" * 1_000_000)
    start = time.perf_counter()
    assert main([str(path), "--json", "-"]) == 2
    assert time.perf_counter() - start < 10
    assert "more than 50,000 rows" in capsys.readouterr().err
