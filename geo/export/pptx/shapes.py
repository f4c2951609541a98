"""The frame of a deck: its theme, its slides, its text boxes, pictures and rules."""

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
from geo.export.pptx.fonts import EAST_ASIAN, LATIN, in_faces, rgb
from geo.export.typography import Box

TITLE_ONLY = "Title Only"


@dataclass(frozen=True)
class Line:
    """Words in one kind of type.

    Attributes:
        sentence: in paragraphs.
        size: in points.
        colour: ``#rrggbb``; ``None`` leaves the theme's.
        lang: ``zh`` or ``en``.
        bold, centred: how it is set; what is centred stands in the middle of its box.
    """

    sentence: Sequence[str]
    size: float
    colour: str | None
    lang: str
    bold: bool = False
    centred: bool = False


def prepared(presentation: Any, options: Options) -> None:
    """Give an empty deck its size, and a theme that suits what is on it.

    The office adds slides and boxes of its own, so master and layouts fit the size, and have the
    same faces; on dark ground the theme writes light on dark.
    """
    package = presentation.part.package
    for name, link in list(package._rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # it shows python-pptx's empty slide
            package.drop_rel(name)
    old = presentation.slide_width, presentation.slide_height
    new = tuple(Emu(int(Pt(1) * side)) for side in options.shape.page)
    presentation.slide_width, presentation.slide_height = new
    master = presentation.slide_master
    for part in (master, *presentation.slide_layouts):
        for spot in part.element.iter(qn("a:off"), qn("a:ext")):
            for name, side in (("x", 0), ("cx", 0), ("y", 1), ("cy", 1)):
                if name in spot.attrib:
                    spot.set(name, str(round(int(spot.get(name)) * new[side] / old[side])))
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


def written(presentation: Any, paper: str | None) -> Any:
    """A new slide at the end of a deck.

    Args:
        paper: colour of its ground; ``None`` leaves that of the theme.
    """
    made = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(TITLE_ONLY))
    if paper:
        made.background.fill.solid()
        made.background.fill.fore_color.rgb = rgb(paper)
    return made


def picture(made: Any, presentation: Any, png: bytes, told: str) -> None:
    """Lay a picture over a whole slide, below everything else, so that texts can be clicked.

    Args:
        told: what it shows, for those who do not see it.
    """
    shape = made.shapes.add_picture(
        io.BytesIO(png), 0, 0, presentation.slide_width, presentation.slide_height
    )
    shape.element.nvPicPr.cNvPr.set("descr", told)
    tree = made.shapes.element
    tree.remove(shape.element)
    tree.insert(2, shape.element)  # after the two elements that describe the group itself


def text_box(where: Any, box: Box | None, k: float, line: Line) -> None:
    """Write words into a box of a slide.

    Args:
        where: the slide, on which a box is added; or the shape or frame that is to be filled.
        box: in pixels of the sheet; ``None`` for a frame that has its place.
        k: points to a pixel.
    """
    shape = where
    if box is not None:
        left, top, right, bottom = (Emu(int(Pt(1) * side * k)) for side in box)
        if hasattr(where, "shapes"):
            shape = where.shapes.add_textbox(left, top, right - left, bottom - top)
        else:
            shape.left, shape.top, shape.width, shape.height = left, top, right - left, bottom - top
    frame = shape if box is None else shape.text_frame
    if box is not None:
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if line.centred else MSO_ANCHOR.TOP
    for number, sentence in enumerate(line.sentence):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _paragraph(paragraph, sentence, line)


def _paragraph(paragraph: Any, sentence: str, line: Line) -> None:
    paragraph.alignment = PP_ALIGN.CENTER if line.centred else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = sentence
    run.font.size, run.font.bold = Pt(round(line.size, 1)), line.bold
    if line.colour:
        run.font.color.rgb = rgb(line.colour)
    in_faces(run.font._element, line.lang)


def rule(made: Any, box: Box, k: float, colour: str) -> None:
    """A thin line from one corner of a box to the other."""
    ends = (Emu(int(Pt(1) * side * k)) for side in box)
    line = made.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.width, line.line.color.rgb = Pt(0.5), rgb(colour)
