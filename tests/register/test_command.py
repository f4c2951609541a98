"""``python -m geo.register``: as a user calls it, against a register on this machine."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from geo.data import PACKAGE, fingerprint
from geo.register import __main__ as command
from geo.ties.roster import Roster
from tests.register.loopback import Handler, answer_of, row, serving
from tests.register.test_comparing import ROWS


@pytest.fixture(autouse=True)
def of_three_homes(small: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "load_roster", lambda: small)


def test_the_register_is_asked_saved_and_reported_and_the_data_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, folder, out = fingerprint(PACKAGE), tmp_path / "kept" / "answers", tmp_path / "out.json"
    with serving(lambda handler: handler.give(answer_of(*ROWS))) as register:
        flags = ["--host", register.host, "--save", str(folder), "--json", str(out)]
        assert command.main(flags) == 0
        assert len(register.requests) == 1
    told = capsys.readouterr()
    content, about = (
        next(folder.glob(f"register_20*{end}")) for end in ("[!t].json", ".about.json")
    )
    assert str(content) in told.err
    assert content.read_bytes() == answer_of(*ROWS)
    assert json.loads(about.read_text())["sha256"] == hashlib.sha256(answer_of(*ROWS)).hexdigest()

    assert "13 rows, 12 of them of Tianjin, Guangzhou and Wuhan\n" in told.out
    assert "13 ties of Tianjin, Guangzhou and Wuhan, 5 of them without a day" in told.out
    assert "the register would close 2.\n" in told.out
    assert "3,187 pairs in September 2026: the answer may be a part" in told.out
    report = json.loads(out.read_text("utf-8"))
    assert report["findings"]["closes"][0] == {
        "atlas": {
            "tie": "guangzhou-lodz",
            "established": "1997",
            "earliest": "1997-01-01",
            "latest": "1997-12-31",
            "ended": "",
        },
        "register": {
            "row": 2,
            "sn": "0001",
            "home": "guangzhou",
            "district": "",
            "place": "lodz",
            "w_city": "罗兹市",
            "w_country": "波兰",
            "date": "1997-08-20",
        },
        "perhaps": [],
    }
    assert (report["asked"], report["sha256"], report["refused"]) == (
        json.loads(about.read_text())["asked"],
        json.loads(about.read_text())["sha256"],
        None,
    )

    assert command.main(["--file", str(content), "--lang", "zh", "--home", "武汉市"]) == 0
    told = capsys.readouterr()
    assert "名录有具体日期而本图谱没有（1）\n  武汉—罗兹（波兰）" in told.out
    assert "天津" not in told.out

    content.write_bytes(answer_of(*ROWS[1:]))
    assert command.main(["--file", str(content)]) == 2
    assert "is not what was saved" in capsys.readouterr().err
    assert fingerprint(PACKAGE) == before


def test_an_answer_that_is_no_list_is_kept_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that nobody asks again only to see it."""
    with serving(lambda handler: handler.give("<html>请登录".encode())) as register:
        flags = ["--host", register.host, "--save", str(tmp_path), "--lang", "zh", "--json", "-"]
        assert command.main(flags) == 2
    told = capsys.readouterr()
    reason = "应答不是JSON：开头为“<html>请登录”。"
    assert told.err.endswith(f"geo.register: {reason}\n")
    assert json.loads(told.out) == {"findings": {}, "remarks": [], "refused": reason}
    assert len(list(tmp_path.glob("register_*"))) == 2


def never(handler: Handler) -> None:
    pytest.fail("the register was asked")


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--home", "Atlantis"], "“Atlantis” is no Chinese city of these data"),
        (["--save", "{file}"], "cannot be read or written"),
        (["--file", "{file}/none.json"], "cannot be read or written"),
        (["--file", "{folder}"], "cannot be read or written"),
        (["--file", "{file}", "--save", "{folder}"], "it goes with --host"),
        (["--file", "{file}", "--json", "{folder}"], "cannot be read or written"),
    ],
)
def test_a_wrong_option_is_told_before_anybody_is_asked(
    flags: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answer.json"
    file.write_bytes(answer_of(row("天津", "", "神户", "日本")))
    given = [flag.format(file=file, folder=tmp_path) for flag in flags]
    with serving(never) as register:
        host = [] if "--file" in given else ["--host", register.host]
        assert command.main([*host, *given]) == 2
        assert register.requests == []
    told = capsys.readouterr().err
    assert sentence in told
    assert "Traceback" not in told


def test_a_name_cannot_write_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answer.json"
    file.write_bytes(answer_of(row("天津", "", "\x1b[2J\x07{home}神户", "日\u202e本", "\x1b]0;")))
    assert command.main(["--file", str(file), "--json", str(tmp_path / "out.json")]) == 0
    shown = capsys.readouterr().out
    assert "{home}神户" in shown
    assert all(sign.isprintable() or sign == "\n" for sign in shown)
