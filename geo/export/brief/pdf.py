"""Briefs as PDF for reading and printing, in our own font, tagged (PDF/UA-1).

Typst sets them: what Vega draws with knows no paragraphs and gives no structure. The texts reach it
as data and are never read as markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from geo.export.brief.record import Brief
from geo.export.origin.xmp import TOOL
from geo.i18n import Words
from geo.style.text import FAMILY, FONTS, drawable

TEMPLATE = Path(__file__).with_name("brief.typ")


def write_pdf(briefs: Sequence[Brief], maps: Sequence[str], citation: str) -> bytes:
    """Briefs as one document, each on pages of its own; the same, byte for byte, for the same.

    Args:
        maps: the small map of each, as SVG.
        citation: of the data, for the properties of the file.

    Raises:
        ValueError: they cannot be set.
    """
    told = [_drawable(asdict(brief)) for brief in briefs]
    for one, brief, drawn in zip(told, briefs, maps, strict=True):
        one |= {"map": drawn, "caption": one["map_caption"], "sources": _sources(brief)}
    data = {
        "title": briefs[0].title,
        "author": TOOL,
        "description": citation,
        "font": FAMILY,
        "briefs": told,
    }
    try:
        made = typst.compile(
            str(TEMPLATE),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
        )
    except RuntimeError as fault:
        raise ValueError(f"The brief cannot be set: {fault}") from fault
    return bytes(made)


def _sources(brief: Brief) -> list[dict[str, Any]]:
    """The sources with letters that our font has; their addresses as they are.

    Of a title in letters that it has not at all, such as Korean ones, that is said.
    """
    other = Words(brief.lang).say("(title in another script)")
    listed = [_drawable(asdict(one)) | {"url": one.url} for one in brief.sources]
    for one in listed:
        if not any(sign.isalnum() for sign in one["title"]):
            one["title"] = other
    return listed


def _drawable(part: Any) -> Any:
    """A record of texts in letters that our font has."""
    if isinstance(part, str):
        return drawable(part)
    if isinstance(part, dict):
        return {name: _drawable(one) for name, one in part.items()}
    return [_drawable(one) for one in part] if isinstance(part, list | tuple) else part
