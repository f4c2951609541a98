"""The shapes of a deck: its theme, its slides, their texts, pictures and rules."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from geo.export.formats import Options
from geo.export.pptx.fonts import EAST_ASIAN, LATIN, rgb, set_typefaces
from geo.export.typography import Box

TITLE_ONLY = "Title Only"


@dataclass(frozen=True)
class Text:
    """Words in one kind of type.

    Attributes:
        paragraphs: the words.
        size: in points.
        colour: ``#rrggbb``; ``None`` leaves the theme's.
        lang: ``zh`` or ``en``.
        bold, centred: how it is set; what is centred stands in the middle of its box.
    """

    paragraphs: Sequence[str]
    size: float
    colour: str | None
    lang: str
    bold: bool = False
    centred: bool = False

    def write(self, frame: Any) -> None:
        """Write the words into an empty text frame."""
        for number, words in enumerate(self.paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER if self.centred else PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = words
            run.font.size, run.font.bold = Pt(round(self.size, 1)), self.bold
            if self.colour:
                run.font.color.rgb = rgb(self.colour)
            set_typefaces(run.font._element, self.lang)


def set_theme(deck: Any, options: Options) -> None:
    """Give an empty deck its size, and a theme that suits what is on it.

    The office adds slides and boxes of its own, so master and layouts fit the size, and have the
    same faces; on dark ground the theme writes light on dark.
    """
    package = deck.part.package
    for name, link in list(package._rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # it shows python-pptx's empty slide
            package.drop_rel(name)
    _resize(deck, options.shape.page)
    master = deck.slide_master
    if options.ground.name == "dark":
        colours = master.element.find(qn("p:clrMap"))
        for name, dark in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            colours.set(name, dark)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(theme.blob)
    for fonts in root.iter(qn("a:majorFont"), qn("a:minorFont")):
        fonts.find(qn("a:latin")).set("typeface", LATIN)
        fonts.find(qn("a:ea")).set("typeface", EAST_ASIAN)
    theme.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _resize(deck: Any, page: tuple[float, float]) -> None:
    """Bring a deck, its master and its layouts to a size in points."""
    old = deck.slide_width, deck.slide_height
    new = tuple(Emu(int(Pt(1) * side)) for side in page)
    deck.slide_width, deck.slide_height = new
    for part in (deck.slide_master, *deck.slide_layouts):
        for spot in part.element.iter(qn("a:off"), qn("a:ext")):
            for name, side in (("x", 0), ("cx", 0), ("y", 1), ("cy", 1)):
                if name in spot.attrib:
                    spot.set(name, str(round(int(spot.get(name)) * new[side] / old[side])))


def new_slide(deck: Any, paper: str | None) -> Any:
    """An empty slide at the end of a deck.

    Args:
        paper: colour of its ground; ``None`` leaves that of the theme.
    """
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(TITLE_ONLY))
    if paper:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = rgb(paper)
    return slide


def add_picture(slide: Any, deck: Any, png: bytes, between: tuple[float, float], alt: str) -> None:
    """Lay a picture on a slide, as wide as that; it is read out where it stands among the others.

    Args:
        png: as large as the slide; what lies above and below its part is cut off, so that the
            texts there can be clicked.
        between: where its part begins and ends, in points from the top.
        alt: what it shows, for those who do not see it.
    """
    top, bottom = (Emu(int(Pt(1) * side)) for side in between)
    whole = deck.slide_height
    shape = slide.shapes.add_picture(io.BytesIO(png), 0, top, deck.slide_width, bottom - top)
    shape.crop_top, shape.crop_bottom = top / whole, 1 - bottom / whole
    shape.element.nvPicPr.cNvPr.set("descr", alt)


def add_text(slide: Any, box: Box, k: float, text: Text) -> None:
    """Write words on a slide, in a box of their own.

    Args:
        box: in pixels of the sheet.
        k: points to a pixel.
    """
    fill_text(slide.shapes.add_textbox(0, 0, 0, 0), box, k, text)


def fill_text(shape: Any, box: Box, k: float, text: Text) -> None:
    """Write words into a shape, which is put where they shall stand.

    Args:
        box: in pixels of the sheet.
        k: points to a pixel.
    """
    left, top, right, bottom = (Emu(int(Pt(1) * side * k)) for side in box)
    shape.left, shape.top, shape.width, shape.height = left, top, right - left, bottom - top
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if text.centred else MSO_ANCHOR.TOP
    text.write(frame)


def add_rule(slide: Any, box: Box, k: float, colour: str) -> None:
    """A thin line from one corner of a box to the other."""
    ends = (Emu(int(Pt(1) * side * k)) for side in box)
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.width, line.line.color.rgb = Pt(0.5), rgb(colour)
