"""What is taken for a table, and the sentence for what is not."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from geo.i18n import Words
from geo.intake.kinds import kind_of, text_kind
from geo.intake.limits import MAX_BYTES, Deadline, Refused
from geo.intake.workbook import grids_of_workbook
from tests.intake.hostile import bomb, far_corner, lying_bomb, with_part, workbook


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \r\n\n\t", "The file is empty."),
        (b"\xef\xbb\xbf\r\n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is a PNG, not a table"),
        (b"%PDF-1.7\n", "The file is a PDF, not a table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "The file is an old Excel workbook"),
        (b"PK\x03\x04 and no more", "damaged"),
        (zipped("hello.txt"), "The file is a zip archive and no Excel workbook"),
        (zipped("[Content_Types].xml"), "The file is a zip archive and no Excel workbook"),
        (b"City,Country\nKo\x00be,Japan\n", "a NUL byte at byte 16"),
        (b"a" * (MAX_BYTES + 1), "The file has 21 MB; files of up to 20 MB are read."),
    ],
)
def test_what_is_no_table_gets_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(content)
    assert sentence in refused.value.sentence(Words("en"))
    assert refused.value.sentence(Words("zh")) != refused.value.sentence(Words("en"))


def test_a_text_may_begin_like_another_format() -> None:
    assert kind_of(b"BMW city,Country\nMunich,Germany\n") == "text"
    assert kind_of("City\tCountry\nKobe\tJapan\n".encode("utf-16")) == "text"


@pytest.mark.parametrize("make", [bomb, lying_bomb])
def test_a_zip_bomb_is_refused_before_it_bursts(make) -> None:  # type: ignore[no-untyped-def]
    content = make()
    assert len(content) < 2**20
    start = time.perf_counter()
    with pytest.raises(Refused, match=r"unpacks to more than 100 MB|damaged"):
        kind_of(content)
    assert time.perf_counter() - start < 5


def test_two_cells_in_far_corners_span_no_table() -> None:
    with pytest.raises(Refused, match="more than 50,000 rows"):
        kind_of(far_corner())


@pytest.mark.parametrize(
    "cell",
    [
        '<x:c s="1" r="XFD1048576"><v>2</v></x:c>',
        "<c s='/>' r='XFD1048576' t='/>'><v>2</v></c>",
        "<c><v>2</v></c>",
    ],
)
def test_a_far_corner_is_seen_however_it_is_written(cell: str) -> None:
    with pytest.raises(Refused, match="more than 50,000 rows"):
        kind_of(far_corner(cell))


def test_cells_that_are_only_coloured_far_down_are_no_rows() -> None:
    content = far_corner('<c r="A1048576" s="0"/>')
    assert kind_of(content) == "workbook"
    grid, *_ = grids_of_workbook(content, Deadline())
    assert len(grid.rows) == 1


def test_a_workbook_that_is_damaged_inside_gets_a_sentence() -> None:
    content = with_part(workbook([["City"]]), "xl/workbook.xml", b"<workbook><sheets><")
    assert kind_of(content) == "workbook"
    with pytest.raises(Refused, match="damaged"):
        grids_of_workbook(content, Deadline())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('[{"city": "Kobe"}]', "json"),
        ("\n  <TABLE class=x><tr><td>Kobe</td></tr></TABLE>", "html"),
        ("| City | Country |\n|---|:--:|\n| Kobe | Japan |\n", "markdown"),
        ("City | Country\n--- | ---\nKobe | Japan\n", "markdown"),
        ("City,Country\nKobe,Japan\n", "table"),
        ("City,Date\nKobe,--\n", "table"),
    ],
)
def test_a_text_is_known_by_what_is_in_it(text: str, kind: str) -> None:
    assert text_kind(text) == kind


def test_time_is_limited() -> None:
    deadline = Deadline(seconds=0)
    time.sleep(0.001)
    with pytest.raises(Refused, match="more than 0 seconds"):
        deadline.check()
