"""An origin written into a file, by the kind of the file."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from struct import pack

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from geo.export.origin.office import stamp_office
from geo.export.origin.origin import Origin
from geo.export.origin.xmp import TOOL, UA, meta, packet

PNG_SIGN, PNG_HEAD = b"\x89PNG\r\n\x1a\n", 33
"""How a PNG begins, and where its header ends."""
GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
GIF_END = bytes([1, *range(255, -1, -1), 0])
"""What follows the packet, so that who reads a GIF block by block finds its end (XMP, part 3)."""
MP4_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
"""The box that holds a packet (XMP, part 3)."""


def stamped(content: bytes, kind: str, origin: Origin) -> bytes:
    """A file that knows where it comes from, otherwise the same; equal files stay equal.

    Args:
        kind: ``png``, ``svg``, ``pdf``, ``gif``, ``mp4``, ``docx``, ``pptx``, ``xlsx``.

    Raises:
        ValueError: the file is not of this kind, or there is no such kind.
    """
    stamp = STAMPS.get(kind)
    if stamp is None:
        raise ValueError(f"“{kind}” is no kind of file that can say where it comes from.")
    return stamp(content, origin)


def _png(content: bytes, origin: Origin) -> bytes:
    """Text chunks (PNG, third edition, 11.3.3) behind the header."""
    if not content.startswith(PNG_SIGN):
        raise ValueError("The file is no PNG.")
    texts = {
        "Title": origin.title,
        "Description": origin.citation,
        "Software": TOOL,
        "Address": origin.address,
        "Data version": origin.version,
        "As of": origin.as_of.isoformat(),
        "XML:com.adobe.xmp": packet(origin).decode(),
    }
    chunks = [_chunk(name, text) for name, text in texts.items()]
    return b"".join([content[:PNG_HEAD], *chunks, content[PNG_HEAD:]])


def _chunk(name: str, text: str) -> bytes:
    """One chunk of international text, not compressed."""
    data = b"iTXt" + name.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(data) - 4) + data + pack(">I", zlib.crc32(data))


def _svg(content: bytes, origin: Origin) -> bytes:
    head, bracket, rest = content.partition(b">")
    if not head.startswith(b"<svg"):
        raise ValueError("The file is no SVG.")
    return b"".join([head, bracket, f"<metadata>{meta(origin)}</metadata>".encode(), rest])


def _pdf(content: bytes, origin: Origin) -> bytes:
    """Document information and a metadata stream, not compressed (ISO 32000-1, 14.3).

    All else stays: the structure and the language of a tagged document, and what it says of them.
    """
    reader = PdfReader(io.BytesIO(content))
    former = reader.root_object.get("/Metadata")
    accessible = former is not None and UA.encode() in former.get_object().get_data()
    writer = PdfWriter(clone_from=reader)
    writer.metadata = {
        "/Title": origin.title,
        "/Author": TOOL,
        "/Subject": origin.citation,
        "/Keywords": origin.address,
    }
    stream = DecodedStreamObject()
    stream.set_data(packet(origin, accessible))
    stream.update(
        {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
    )
    if former is None:
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    else:
        writer._replace_object(writer.root_object.raw_get("/Metadata"), stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _gif(content: bytes, origin: Origin) -> bytes:
    """An application extension before the end of the file."""
    if not (content.startswith(b"GIF8") and content.endswith(b";")):
        raise ValueError("The file is no GIF.")
    return b"".join([content[:-1], GIF_XMP, packet(origin), GIF_END, b";"])


def _mp4(content: bytes, origin: Origin) -> bytes:
    """A box of its own behind all others."""
    if content[4:8] != b"ftyp":
        raise ValueError("The file is no MP4.")
    box = b"uuid" + MP4_XMP + packet(origin)
    return content + pack(">I", len(box) + 4) + box


STAMPS: dict[str, Callable[[bytes, Origin], bytes]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "gif": _gif,
    "mp4": _mp4,
    "docx": stamp_office,
    "pptx": stamp_office,
    "xlsx": stamp_office,
}
