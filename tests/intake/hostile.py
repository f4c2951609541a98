"""Files that mean harm, or merely are too much, made where they are needed."""

from __future__ import annotations

import io
import zipfile

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def workbook(rows: list[list[object]], merged: str = "", name: str = "Sheet1") -> bytes:
    """An Excel workbook of one sheet; a text that begins with ``=`` is a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if merged:
        first = merged.split(":")[0]
        column, line = ord(first[0]) - ord("A"), int(first[1:]) - 1
        sheet.merge_range(merged, rows[line][column])
    book.close()
    return out.getvalue()


def with_part(content: bytes, part: str, xml: bytes) -> bytes:
    """A workbook with one of its parts put in place of another, or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, xml)
    return out.getvalue()


def far_corner(cell: str = '<c r="XFD1048576"><v>2</v></c>') -> bytes:
    """A workbook with a cell in the farthest corner."""
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cell}</row>'
    return with_part(workbook([["City"]]), SHEET, f"{HEAD}{rows}</sheetData></worksheet>".encode())


def bomb() -> bytes:
    """A workbook of some 100 KB that unpacks to 200 MB."""
    return with_part(workbook([["City"]]), "xl/media/zeros.bin", bytes(200 * 2**20))


def lying_bomb() -> bytes:
    """The same with the sizes in its table of contents made small."""
    content = bytearray(bomb())
    real = (200 * 2**20).to_bytes(4, "little")
    return bytes(content.replace(real, (1000).to_bytes(4, "little")))


def cannot_be_unpacked(content: bytes, method: int, flags: int = 0) -> bytes:
    """A zip archive whose parts claim to be packed otherwise (APPNOTE.TXT, 4.4.4 and 4.4.5).

    Args:
        method: 12 for BZIP2, 14 for LZMA, 99 for one that does not tell.
        flags: 1 for parts with a password.
    """
    claim = flags.to_bytes(2, "little") + method.to_bytes(2, "little")
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(mark)
        while start >= 0:
            changed[start + place : start + place + 4] = claim
            start = changed.find(mark, start + 4)
    return bytes(changed)
