"""What kind of file some bytes are: by what is in them, whatever the file is called."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from geo.data import DAMAGED_ARCHIVE
from geo.i18n import mark
from geo.intake.limits import MAX_PARTS, MAX_UNZIPPED, Refused, check_size, check_span

Kind = Literal["workbook", "text"]
TextKind = Literal["html", "json", "markdown", "table"]

EMPTY = mark("The file is empty.")
OTHER_FORMAT = mark("The file is a {format}, not a table: use CSV, Excel (.xlsx), JSON or HTML.")
OLD_EXCEL = mark(
    "The file is an old Excel workbook (.xls) or one with a password: save it as .xlsx without one."
)
OTHER_ARCHIVE = mark("The file is a zip archive and no Excel workbook: unpack it first.")
NUL = mark("The file holds a NUL byte at byte {place}: it is no text. Save it as CSV UTF-8.")
UNZIPS_TOO_LARGE = mark(
    "The workbook unpacks to more than {most} MB; workbooks of up to {most} MB are read."
)
BROKEN_ARCHIVE = mark("The Excel workbook is damaged and cannot be unpacked: save it anew.")

FORMATS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"RIFF": "RIFF",
    b"\x7fELF": "ELF",
    b"MZ": "EXE",
    b"SQLite format 3\x00": "SQLite",
    b"PAR1": "Parquet",
    b"{\\rtf": "RTF",
}
"""The first bytes of formats that are no tables (for some: where a NUL byte follows soon)."""

ALSO_TEXT = (b"BM", b"MZ", b"RIFF", b"PAR1")
"""First bytes that a text may have as well."""

UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
CHUNK = 2**20


def kind_of(content: bytes) -> Kind:
    """Whether bytes are a workbook or a text.

    Raises:
        Refused: they are neither, too large, empty, or a workbook that unpacks to too much.
    """
    check_size(len(content))
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Refused(EMPTY)
    if content.startswith(b"PK\x03\x04"):
        check_archive(content)
        return "workbook"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(OLD_EXCEL)
    for start, name in FORMATS.items():
        if content.startswith(start) and (start not in ALSO_TEXT or b"\x00" in content[:64]):
            raise Refused(OTHER_FORMAT, format=name)
    if not content.startswith(UTF_MARKS[:2]) and not looks_like_utf16(content):
        place = content.find(b"\x00")
        if place >= 0:
            raise Refused(NUL, place=f"{place + 1:,}")
    return "text"


def looks_like_utf16(content: bytes) -> str:
    """UTF-16 without its mark: ``utf-16-le`` or ``utf-16-be``, or "" where it is neither.

    Every second byte of a text with Latin letters, digits, commas is zero then, and the others
    hardly ever.
    """
    head = content[:4096]
    if len(content) % 2 or not head:
        return ""
    first, second = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if second > half / 8 and first * 20 < second:
        return "utf-16-le"
    return "utf-16-be" if first > half / 8 and second * 20 < first else ""


PLACE = rb"""\br\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,8})["']"""
CELL = re.compile(PLACE + rb"""((?:\s+[\w:]+\s*=\s*"[^"<>]*")*\s*/>)?""")
"""Where a row or a cell of a sheet says its place, ``r="XFD1048576"``, and whether it is empty: a
sheet may well be coloured down to its last row."""
CELL_WITHOUT_PLACE = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^<>]*\br\s*=)")


def check_archive(content: bytes) -> None:
    """Nothing, if an archive is a workbook of bearable size.

    Every part is unpacked and counted, for what an archive says of its sizes may be a lie; and the
    farthest cell is looked for, since two cells in far corners would span 17 thousand million.

    Raises:
        Refused: it is none, or it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.namelist()
            if len(parts) > MAX_PARTS or "[Content_Types].xml" not in parts:
                raise Refused(OTHER_ARCHIVE)
            if not any(part.startswith("xl/") for part in parts):
                raise Refused(OTHER_ARCHIVE)
            if sum(part.file_size for part in archive.infolist()) > MAX_UNZIPPED:
                raise Refused(UNZIPS_TOO_LARGE, most=MAX_UNZIPPED // 2**20)
            _unpack(archive)
    except Refused:
        raise
    except DAMAGED_ARCHIVE as error:
        raise Refused(BROKEN_ARCHIVE) from error
    except (RuntimeError, NotImplementedError, ValueError) as error:  # a password, a rare packing
        raise Refused(OLD_EXCEL) from error


def _unpack(archive: zipfile.ZipFile) -> None:
    """Unpack every part, chunk by chunk, and keep nothing."""
    total = 0
    for part in archive.infolist():
        span, tail = _Span(), b""
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                total += len(chunk)
                if total > MAX_UNZIPPED:
                    raise Refused(UNZIPS_TOO_LARGE, most=MAX_UNZIPPED // 2**20)
                if part.filename.startswith("xl/worksheets/"):
                    span.see(tail + chunk)
                    tail = chunk[-256:]


class _Span:
    """How far the cells of a sheet reach."""

    def __init__(self) -> None:
        self.cells, self.columns, self.rows = 0, 0, 0
        self.without_place = False

    def see(self, xml: bytes) -> None:
        """Look at a part of the sheet.

        Raises:
            Refused: it reaches too far.
        """
        for letters, digits, empty in CELL.findall(xml):
            if not letters:
                self.rows = max(self.rows, int(digits))
            elif not empty:
                self.cells = max(self.cells, int(digits))
                self.columns = max(self.columns, _column(letters))
        self.without_place = self.without_place or bool(CELL_WITHOUT_PLACE.search(xml))
        check_span(max(self.cells, self.rows if self.without_place else 0), self.columns)


def _column(letters: bytes) -> int:
    """The number of a column by its letters: 1 for A, 28 for AB."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


TABLE_LINE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$", re.MULTILINE)
"""The line under the head of a Markdown table."""


def text_kind(text: str) -> TextKind:
    """What a text is written in; a table of cells with something between them, if nothing else."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("{", "["):
        return "json"
    if re.search(r"<table[\s>]", text, re.IGNORECASE):
        return "html"
    return "markdown" if TABLE_LINE.search(text) else "table"
