"""A list as a file that opens it elsewhere, and what a worker process makes of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from geo.data import archived
from geo.export import workers
from geo.export.request import Request
from geo.i18n import Words
from geo.intake.limits import Refused
from geo.intake.package import package_of
from geo.intake.reading import read_text
from geo.intake.saved import is_package, list_in, roster_for
from geo.ties.view import View
from tests.intake.test_package import LIST, packed


def saved(text: str = LIST) -> bytes:
    return archived(packed(text).files)


def changed(content: bytes, name: str, text: str | None) -> bytes:
    """A saved list with another file of that name, or without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if text is not None:
            new.writestr(name, text)
    return out.getvalue()


def test_a_saved_list_opens_again_as_it_was() -> None:
    content = saved()
    assert content == saved(), "equal lists are an equal file"
    assert is_package(content)
    opened = list_in(content)
    assert list(opened.tables["homes"]["name_en"]) == ["Wuhan"]
    assert opened.file == content
    roster = roster_for("", (content,))
    assert roster is roster_for("", (content,))
    assert "my-wuhan-kobe" in roster.ties.index


def test_other_archives_are_no_package() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    assert not is_package(out.getvalue())
    assert not is_package(b"PK\x03\x04 torn") and not is_package(b"Partner,Country\n")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("ties.csv", None, "ties.csv"),
        ("datapackage.json", "{}", "datapackage.json"),
        ("ties.csv", "tie,home\nx,y\n", "ties.csv has no column"),
        ("ties.csv", "", "ties.csv is empty"),
    ],
)
def test_a_damaged_package_is_refused_in_a_sentence(name: str, text: str | None, told: str) -> None:
    with pytest.raises(Refused, match=told) as refused:
        list_in(changed(saved(), name, text))
    assert refused.value.sentence(Words("zh")).startswith("此压缩文件不是在此保存的名单：其中")


def test_a_torn_archive_is_refused_in_both_languages() -> None:
    content = saved()
    for torn in (content[:300], content.replace(b"tie,home", b"TIE,HOME")[: len(content) // 2]):
        with pytest.raises(Refused) as refused:
            list_in(torn)
        assert refused.value.sentence(Words("zh")) == (
            "此压缩文件已损坏，无法解压：请重新保存名单。"
        )


def test_keys_that_could_not_stand_in_an_address_are_refused() -> None:
    content = saved()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        homes = archive.read("homes.csv").decode()
        ties = archive.read("ties.csv").decode()
    wrong = changed(content, "homes.csv", homes.replace("wuhan", "../<b>"))
    wrong = changed(wrong, "ties.csv", ties.replace("wuhan", "../<b>"))
    with pytest.raises(Refused, match="a key with other signs"):
        list_in(wrong)


def test_more_homes_than_can_be_added_are_refused() -> None:
    names = ("Kobe", "Osaka", "Busan", "Hamburg", "Lyon", "Wuhan")
    text = "Home,Partner,Country\n" + "".join(f"{home},Windhoek,Namibia\n" for home in names)
    many = archived(package_of(read_text(text)).files)
    with pytest.raises(Refused, match="6 cities; up to 5"):
        list_in(many)


def test_a_worker_draws_an_added_list_from_what_it_is_sent() -> None:
    roster = roster_for("", (saved(),))
    view = View.default(roster).but(homes=("my-wuhan",))
    request = Request(view, "map", data=roster.key, brought=roster.brought)
    drawn = workers.finished(request, "svg")
    assert b"<svg" in drawn[:200]
    with_ours = Request(view, "map", data="other")
    assert request != with_ours, "a picture of other data is another picture"
