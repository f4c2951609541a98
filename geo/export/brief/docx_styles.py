"""The styles of a brief in Word: everything is set by them, so that an office can change them once.

Faces are those that come with every Office in China and elsewhere: body in a song face, headings in
a black face, as official papers have them. The East Asian face has to be named by itself, and the
theme's names taken away, or Chinese falls back to whatever the program thinks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

BODY, HEAD = ("Times New Roman", "FangSong"), ("Arial", "SimHei")
"""Latin and East Asian faces of text and of headings."""
INK, FAINT = RGBColor(0x23, 0x26, 0x2B), RGBColor(0x5B, 0x5A, 0x55)


@dataclass(frozen=True)
class Look:
    """How a style looks.

    Attributes:
        faces: Latin and East Asian.
        size: in points.
        bold: whether it is.
        faint: whether in the colour of less weight.
        before, after: room above and below, in points.
        hanging: how far lines after the first are indented, in centimetres; a tab reaches there.
        middle: whether lines are centred.
        with_next: whether it stays on a page with what follows.
        new_page: whether it begins a page.
    """

    faces: tuple[str, str] = BODY
    size: float = 10
    bold: bool = False
    faint: bool = False
    before: float = 0
    after: float = 3
    hanging: float = 0
    middle: bool = False
    with_next: bool = False
    new_page: bool = False


PARAGRAPHS = {
    "Normal": Look(before=2),
    "Title": Look(HEAD, 17, True, after=2, with_next=True, new_page=True),
    "Subtitle": Look(HEAD, 11, faint=True, after=6, with_next=True),
    "Heading 1": Look(HEAD, 12, True, before=8, after=3, with_next=True),
    "Caption": Look(BODY, 9, faint=True, after=4, middle=True),
    "Footer": Look(BODY, 9, faint=True, after=0, middle=True),
    "Brief Lead": Look(BODY, 11, after=6),
    "Brief Map": Look(after=2, middle=True, with_next=True),
    "Brief Entry": Look(after=2, hanging=4.0),
    "Brief Cell": Look(BODY, 9, after=0),
    "Brief Cell Head": Look(HEAD, 9, True, after=0),
    "Brief Source": Look(BODY, 8, after=0, hanging=0.9),
    "Brief Note": Look(BODY, 8, faint=True, before=6),
}
"""Styles of paragraphs, by name; those of Word that there are, and our own."""
LINK = "Hyperlink"
"""The style of letters that are a link."""


def set_styles(document: Any) -> None:
    """Give a new document the styles of a brief."""
    for name, look in PARAGRAPHS.items():
        known = name in [style.name for style in document.styles]
        style = (
            document.styles[name]
            if known
            else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        if not known:
            style.base_style = document.styles["Normal"]
            style.quick_style = True
        _set_letters(style, look)
        _set_lines(style.paragraph_format, look)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True


def _set_letters(style: Any, look: Look) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    font.color.rgb = FAINT if look.faint else INK
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    latin, east_asian = look.faces
    for name, face in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", east_asian)):
        fonts.set(qn(f"w:{name}"), face)
    properties.insert(0, fonts)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-GB")
    lang.set(qn("w:eastAsia"), "zh-CN")
    properties.append(lang)


def _set_lines(lines: Any, look: Look) -> None:
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.line_spacing = 1.05
    lines.keep_with_next, lines.page_break_before = look.with_next, look.new_page
    lines.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.middle else WD_ALIGN_PARAGRAPH.LEFT
    if look.hanging:
        lines.left_indent, lines.first_line_indent = Cm(look.hanging), Cm(-look.hanging)
        lines.tab_stops.add_tab_stop(Cm(look.hanging))
    borders = lines.element.pPr.find(qn("w:pBdr"))  # Word's own title has a rule below it
    if borders is not None:
        lines.element.pPr.remove(borders)
