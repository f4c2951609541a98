"""An origin in the core properties of an Office file (ECMA-376, part 2), and back."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from contextlib import suppress

from lxml import etree

from geo.data import DAMAGED_ARCHIVE, archived
from geo.export.origin.origin import Origin
from geo.export.origin.xmp import TOOL
from geo.export.pptx.fonts import cleaned

CORE = "docProps/core.xml"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
AS_OF = "data as of {day}"
LONGEST = 64_000
"""Bytes of the properties that are read; ours have a thousand."""


def stamp_office(content: bytes, origin: Origin) -> bytes:
    """The file with title, author, address, version, day and citation among its properties.

    Raises:
        ValueError: the file is none of an office, or has no properties.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        properties = etree.fromstring(parts[CORE])
    except (*DAMAGED_ARCHIVE, KeyError) as fault:
        raise ValueError("The file is no DOCX, PPTX or XLSX.") from fault
    texts = {
        f"{{{DC}}}title": origin.title,
        f"{{{DC}}}creator": TOOL,
        f"{{{DC}}}identifier": origin.address,
        f"{{{DC}}}description": origin.citation,
        f"{{{CP}}}version": origin.version,
        f"{{{CP}}}category": AS_OF.format(day=origin.as_of),
    }
    for name, text in texts.items():
        for former in properties.findall(name):
            properties.remove(former)
        etree.SubElement(properties, name).text = cleaned(text)
    parts[CORE] = etree.tostring(
        properties, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return archived(parts)


def origin_in_office(content: bytes) -> Origin | None:
    """The origin among the properties of an Office file, if it is one of ours."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with suppress(*DAMAGED_ARCHIVE, KeyError, ValueError, RuntimeError, etree.XMLSyntaxError):
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(CORE) as part:
            read = part.read(LONGEST + 1)
        if len(read) <= LONGEST:
            return _read(etree.fromstring(read, parser))
    return None


def _read(properties: etree._Element) -> Origin | None:
    def text(name: str) -> str:
        return str(properties.findtext(name) or "")

    day = re.fullmatch(AS_OF.format(day=r"(\d{4}-\d{2}-\d{2})"), text(f"{{{CP}}}category"))
    if text(f"{{{DC}}}creator") != TOOL or not day:
        return None
    return Origin(
        text(f"{{{DC}}}title"),
        text(f"{{{DC}}}identifier"),
        text(f"{{{CP}}}version"),
        dt.date.fromisoformat(day[1]),
        text(f"{{{DC}}}description"),
    )
