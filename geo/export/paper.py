"""PDF in a fixed order, with its title: vl-convert writes the same things in ever another order."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

AUTHOR = "Friendship-city atlas"


def in_order(pdf: bytes, title: str) -> bytes:
    """The same document with all of its parts in one order, so that equal pictures are equal files.

    Args:
        title: of the document, as readers of PDF show it.
    """
    reader = PdfReader(io.BytesIO(pdf))
    seen: set[int] = set()
    for page in reader.pages:
        _sort(page, seen)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = {"/Title": title, "/Author": AUTHOR}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _sort(part: Any, seen: set[int]) -> None:
    """Put the entries of a dictionary, and of all that it holds, in the order of their names."""
    if isinstance(part, IndirectObject):
        if part.idnum in seen:
            return
        seen.add(part.idnum)
        part = part.get_object()
    if isinstance(part, DictionaryObject):
        entries = sorted(dict.items(part))
        for name, _ in entries:
            value = part.raw_get(name)
            del part[name]
            part[name] = value
        for name, value in entries:
            if name != "/Parent":
                _sort(value, seen)
    elif isinstance(part, ArrayObject):
        for value in part:
            _sort(value, seen)
