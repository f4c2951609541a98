"""Briefs as a Word document (ISO/IEC 29500) that an office can edit: styles, no hand formatting."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from geo.export.brief.docx_styles import LINK, set_styles
from geo.export.brief.record import Brief, Cited, Grid, Section
from geo.export.pptx.fonts import cleaned

PAGE, MARGIN, FOOT = (Cm(21.0), Cm(29.7)), Cm(2.0), Cm(1.0)
"""Of a page of A4: width and height, margin, and how far the foot is from the edge."""
MAP = Cm(10)
"""Width of the map."""
WIDTHS = {2: (3.2, 13.8), 6: (3.0, 2.4, 3.3, 2.8, 3.5, 2.0)}
"""Widths of the columns of a table in centimetres, by their number."""


def write_docx(briefs: Sequence[Brief], maps: Sequence[bytes]) -> bytes:
    """Briefs as one document, each on pages of its own.

    Args:
        maps: the small map of each, as PNG.
    """
    document = Document()
    set_styles(document)
    _set_page(document)
    for brief, picture in zip(briefs, maps, strict=True):
        _brief(document, brief, picture)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.footer_distance = FOOT
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    foot.add_run("– ")
    _field(foot, "PAGE")
    foot.add_run(" –")


def _field(paragraph: Any, instruction: str) -> None:
    """A field that the program fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _brief(document: Any, brief: Brief, picture: bytes) -> None:
    _add(document, brief.title, "Title")
    _add(document, brief.other, "Subtitle")
    _add(document, brief.lead, "Brief Lead")
    shown = document.add_paragraph(style="Brief Map")
    drawn = shown.add_run().add_picture(io.BytesIO(picture), width=MAP)
    drawn._inline.docPr.set("descr", cleaned(brief.map_caption))
    _add(document, brief.map_caption, "Caption")
    for section in brief.sections:
        _section(document, section)
    _add(document, brief.sources_heading, "Heading 1")
    for source in brief.sources:
        _source(document, source)
    _add(document, brief.note, "Brief Note")


def _add(document: Any, text: str, style: str) -> Any:
    return document.add_paragraph(cleaned(text), style=style)


def _section(document: Any, section: Section) -> None:
    _add(document, section.heading, "Heading 1")
    if section.grid:
        _grid(document, section.grid)
    for text in section.paragraphs:
        _add(document, text, "Normal")
    for entry in section.entries:
        document.add_paragraph(f"{cleaned(entry.date)}\t{cleaned(entry.text)}", style="Brief Entry")


def _grid(document: Any, grid: Grid) -> None:
    """A table; its first row is repeated on a new page, its name told to who does not see it."""
    rows = [grid.heads, *grid.rows] if grid.heads else list(grid.rows)
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS[len(rows[0])], strict=True):
        column.width = Cm(width)
    for place, cells in enumerate(rows):
        for number, text in enumerate(cells):
            cell = table.cell(place, number)
            cell.width = Cm(WIDTHS[len(cells)][number])
            head = (place == 0) if grid.heads else (number == 0)
            cell.paragraphs[0].style = "Brief Cell Head" if head else "Brief Cell"
            cell.paragraphs[0].add_run(cleaned(text))
    if grid.heads:
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", "true")
    _mark(table._tbl.tblPr, "w:tblCaption", cleaned(grid.name))
    for row in table.rows:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit", "true")


def _mark(properties: Any, name: str, value: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), value)
    properties.append(mark)


def _source(document: Any, source: Cited) -> None:
    """One source; its address is a link."""
    text = f"[{source.number}]\t{cleaned(source.title)}. {cleaned(source.about)}"
    paragraph = document.add_paragraph(text.rstrip(), style="Brief Source")
    if not source.url:
        return
    paragraph.add_run(" ")
    link = OxmlElement("w:hyperlink")
    target = document.part.relate_to(
        cleaned(source.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), target)
    run = paragraph.add_run(cleaned(source.url), style=LINK)
    link.append(run._r)
    paragraph._p.append(link)
