"""What office programs want: fonts that they have, text that XML allows, files without a clock."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn

from geo.data import archived
from geo.style.colours import channels
from geo.style.text import undrawable, wrapped

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
"""Faces that come with every office on Windows and Mac. Our own font is not on those machines,
and text must stay text that can be edited; a program without these two puts its own in their
place. The East Asian face has to be named by itself: without it Chinese falls back to whatever
the program thinks of, often to Japanese forms of the letters."""

LINE = 1.3
"""Height of a line, as a share of the size of its type."""

SAFETY, SAFETY_CHINESE = 0.97, 0.93
"""Widths are measured in our font; a line is filled only so far, for the office's own. Where a
Chinese line may break, programs do not agree."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHINESE = re.compile("[\u3000-\ufaff]")
_BETWEEN = re.compile("(?<=[\u3000-\ufaff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u3000-\ufaff])")
_STAND_IN = "国"


def cleaned(text: str) -> str:
    """A text on one line, without the control characters that XML forbids."""
    return " ".join(_ILLEGAL.sub("", text).split())


def measurable(text: str) -> str:
    """A text of about the same width in letters that our font has.

    An office draws what our font cannot, such as emoji; room has to be kept for it all the same.
    """
    unknown = set(undrawable(text))
    return "".join(_STAND_IN if letter in unknown else letter for letter in text)


def fitting_size(
    text: str, width: float, height: float, largest: float, bold: bool = False
) -> float:
    """The size of type in which a text fits a box, in the unit of the box.

    Args:
        largest: the size that is wanted; the answer is never above it.
    """
    size = largest
    while size > largest * 0.25:
        if line_count(text, size, width, bold) * size * LINE <= height * 1.005:
            break
        size *= 0.97
    return size


def line_count(text: str, size: float, width: float, bold: bool = False) -> int:
    """How many lines an office needs for a text at the most.

    Some offices set a little space between Chinese and other letters, so it is reckoned with.
    """
    spaced = _BETWEEN.sub(" ", measurable(text))
    safety = SAFETY_CHINESE if _CHINESE.search(spaced) else SAFETY
    return len(wrapped(spaced, size, width * safety, 999, bold))


def rgb(colour: str) -> RGBColor:
    """A ``#rrggbb`` colour as python-pptx wants it."""
    return RGBColor(*channels(colour))  # type: ignore[no-untyped-call]


def set_typefaces(properties: Any, lang: str | None = None) -> None:
    """Set the faces of a run's properties (``a:rPr``, ``a:defRPr``), and its language.

    Args:
        lang: ``zh`` or ``en``; ``None`` where the element knows no language.
    """
    for name, face in (("a:latin", LATIN), ("a:ea", EAST_ASIAN), ("a:cs", LATIN)):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        etree.SubElement(properties, qn(name)).set("typeface", face)
    if lang:
        chinese = lang == "zh"
        properties.set("lang", "zh-CN" if chinese else "en-GB")
        properties.set("altLang", "en-GB" if chinese else "zh-CN")


def without_times(package: bytes) -> bytes:
    """The same zip file with its parts in a fixed order and no times in it.

    So the same view always gives the same file, byte for byte.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return archived({name: old.read(name) for name in old.namelist()})
