"""``python -m geo.export``: the pictures of a view, into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from geo.export.__main__ import main, parser, views
from geo.export.request import Request, render_file
from geo.ties.roster import Roster
from geo.ties.view import View


def test_it_writes_the_very_file_that_the_app_gives(tmp_path: Path, roster: Roster) -> None:
    assert main([str(tmp_path / "new"), "--picture", "shares", "--lang", "zh"]) == 0
    (written,) = (tmp_path / "new").iterdir()
    assert written.name == "shanghai-beijing_shares_1973-2026_zh.png"
    assert written.read_bytes() == render_file(Request(View.default(roster, "zh"), "shares"), "png")


def test_no_other_picture_is_replaced_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [str(tmp_path), "--picture", "shares", "--kind", "svg"]
    assert main(asked) == main(asked) == 0
    assert not capsys.readouterr().err
    (written,) = tmp_path.iterdir()
    written.write_bytes(b"another picture")
    assert main(asked) == 0
    told = f"geo.export: {written.name} was there with other content: replaced."
    assert capsys.readouterr().err.strip() == told
    assert main([*asked, "--address", "?q=圣保罗", "--lang", "en", "zh", "zh"]) == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_it_names_every_picture_of_a_view(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "--list"]) == 0
    named = capsys.readouterr().out.split()
    assert named[0] == "map"
    assert {"shares", "same-country", "verdicts"} <= set(named)
    assert not list(tmp_path.iterdir())


def test_an_address_of_the_app_and_flags_make_the_same_view(roster: Roster) -> None:
    address = "http://localhost:8501/?lang=zh&years=1973&years=2017&region=035"
    flags = ["--lang", "zh", "--years", "1973", "2017", "--region", "035"]
    (by_address,) = views(parser().parse_args(["x", "--address", address]), roster)
    (by_flags,) = views(parser().parse_args(["x", *flags]), roster)
    assert (
        by_address
        == by_flags
        == View.default(roster, "zh").but(years=(1973, 2017), regions=("035",))
    )


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--picture", "nothing"], "no picture nothing in this view; there are: map"),
        (["--country", "XX"], "Not understood, or not in the data: country=XX."),
        (["--home", "nowhere", "shanghai"], "not in the data: home=nowhere."),
        (["--years", "1850", "1990"], "--years 1850 1990: the data go from 1973 to"),
        (["--data", "no such folder"], "There is no datapackage.json in the folder no such folder"),
        (["--address", "?lang=zh&country=XX,JP&home=nowhere"], "home=nowhere; country=XX."),
        (["--address", "?colour=blue&years=1980"], "colour=blue; years=1980."),
        (["--address", "slides?picture=nothing"], "no picture nothing in this view"),
        (["--address", "nonsense"], "--address nonsense: not understood"),
        (["--kind", "gif", "--seconds-a-year", "99"], "A year of the film takes"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(
    flags: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), *flags]) == 2
    told = capsys.readouterr().err
    assert told.startswith("geo.export: ")
    assert sentence in told
    assert "Traceback" not in told


def test_without_its_encoder_mp4_is_told_to_be_missing_before_a_frame_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.setattr("geo.export.__main__.frame", lambda *_: pytest.fail("a frame is drawn"))
    assert main([str(tmp_path), "--kind", "mp4", "--lang", "zh"]) == 2
    told = "geo.export: 本服务器无法生成MP4（缺少编码器av），请改用GIF。"
    assert capsys.readouterr().err.strip() == told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("flags", "pictures"),
    [
        (["--address", "slides?picture=shares"], ["shares"]),
        (["--address", "http://host/atlas/slides?lang=zh&amp;picture=verdicts"], ["verdicts"]),
        (["--address", "?picture=map&picture=shares"], ["map", "shares"]),
        (["--address", "picture=shares", "--picture", "map"], ["map"]),
        (["--address", "rivals?lang=en&picture=rivals-2"], ["same-country-2"]),
    ],
)
def test_the_picture_that_an_address_names_is_the_one(
    flags: list[str], pictures: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), *flags, "--list"]) == 0
    assert capsys.readouterr().out.split() == pictures


def test_what_can_be_understood_of_an_address_is(roster: Roster) -> None:
    address = "strategy?lang=ZH&country=us,jp&years=1973-2017&region=35"
    (view,) = views(parser().parse_args(["x", "--address", address]), roster)
    chosen = {"years": (1973, 2017), "countries": ("JP", "US"), "regions": ("035",)}
    assert view == View.default(roster, "zh").but(**chosen)


def test_it_makes_slides_and_a_film(tmp_path: Path) -> None:
    flags = ["--picture", "shares", "--years", "2024", "2026", "--kind", "pptx", "gif"]
    assert main([str(tmp_path), *flags, "--hold", "0"]) == 0
    assert {one.suffix for one in tmp_path.iterdir()} == {".pptx", ".gif"}
