"""An origin as an XMP packet (ISO 16684-1), and back."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from contextlib import suppress

from geo.export.origin.origin import Origin
from geo.export.pptx.fonts import cleaned
from geo.i18n.escape import in_html

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
OWN = "urn:friendship-city-atlas:origin"
"""Namespaces; the last is ours, for version and day of the data."""
UA = "http://www.aiim.org/pdfua/ns/id/"
"""The namespace in which a PDF says that it is accessible (ISO 14289-1)."""
META, END = b"<x:xmpmeta", b"</x:xmpmeta>"
TOOL = "Friendship-city atlas"
LONGEST = 64_000
"""Bytes of a packet that is read; ours have two thousand."""


def packet(origin: Origin, accessible: bool = False) -> bytes:
    """The packet as it stands in files that are not XML themselves.

    Args:
        accessible: whether the file is a PDF that follows PDF/UA-1, which the packet has to say.
    """
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{begin}{meta(origin, accessible)}<?xpacket end="r"?>'.encode()


def meta(origin: Origin, accessible: bool = False) -> str:
    """The packet without its ends, as it stands in XML."""
    ua = f'<pdfuaid:part xmlns:pdfuaid="{UA}">1</pdfuaid:part>' if accessible else ""
    title, address, cited, version = (
        in_html(cleaned(text))
        for text in (origin.title, origin.address, origin.citation, origin.version)
    )
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:xmp="{XMP}" xmlns:atlas="{OWN}">'
        f"<dc:title>{_alternative(title)}</dc:title><dc:rights>{_alternative(cited)}</dc:rights>"
        f"<dc:source>{address}</dc:source><xmp:CreatorTool>{TOOL}</xmp:CreatorTool>"
        f"<atlas:version>{version}</atlas:version><atlas:asOf>{origin.as_of}</atlas:asOf>"
        f"{ua}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


def origin_in(content: bytes) -> Origin | None:
    """The origin in the last packet of a file, if it is one of ours."""
    start = content.rfind(META)
    end = content.find(END, start) + len(END)
    if start < 0 or end < len(END) or end - start > LONGEST:
        return None
    with suppress(ET.ParseError, ValueError, UnicodeDecodeError):
        return _read(ET.fromstring(content[start:end]))
    return None


def _read(root: ET.Element) -> Origin | None:
    def text(name: str) -> str:
        found = root.find(f".//{name}")
        return "".join(found.itertext()).strip() if found is not None else ""

    version, day = text(f"{{{OWN}}}version"), text(f"{{{OWN}}}asOf")
    if not version or not day:
        return None
    title, cited = text(f"{{{DC}}}title"), text(f"{{{DC}}}rights")
    return Origin(title, text(f"{{{DC}}}source"), version, dt.date.fromisoformat(day), cited)
