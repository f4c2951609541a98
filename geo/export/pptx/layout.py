"""One slide, written into a deck: every word and chart at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.export.pptx.charts import add_chart
from geo.export.pptx.fonts import LINE, fitting_size, line_count, measurable
from geo.export.pptx.plot import ChartFrame
from geo.export.pptx.shapes import Text, add_picture, add_rule, add_text, fill_text, new_slide
from geo.export.pptx.slide import REMARKS, NativeChart, Slide
from geo.export.typography import HEADING, SOURCE, SUBTITLES, TITLES, set_text
from geo.i18n import Words, sentences

CHART_TYPE = 24.0
"""Size of type in a chart on a sheet of 1920 by 1080: 12 points on a slide of 16 by 9."""
NARROWEST = 16
"""How wide a chart is at the least, in sizes of its type; in a narrower one type is smaller."""
HEADINGS = (25.0, 22.0, HEADING)
"""Sizes of the lines over charts; the largest in which they are not too many."""
NOTES = 12.0
"""Size of the notes, in points."""


def add_slide(deck: Any, slide: Slide, k: float, words: Words) -> None:
    """Add a slide to a deck.

    Args:
        deck: python-pptx's presentation.
        k: points to a pixel of the sheet.
    """
    target = new_slide(deck, slide.paper)
    _head(target, slide, k, words.lang)
    if slide.picture is not None:
        between = slide.head_box[3] * k, slide.foot_box[1] * k
        add_picture(target, deck, slide.picture, between, slide.alt)
    for chart, top in zip(slide.charts, _headings(target, slide, k, words.lang), strict=True):
        add_chart(target.shapes, chart.numbers, _frame(slide, chart, top, k), words)
    _foot(target, slide, k, words.lang)


def _frame(slide: Slide, chart: NativeChart, top: float, k: float) -> ChartFrame:
    """Where a chart stands below its heading, in points."""
    left, _, right, bottom = chart.cell
    return ChartFrame(
        left=left * k,
        top=top * k,
        width=(right - left) * k,
        height=(bottom - top) * k,
        size=min(CHART_TYPE * slide.type_scale, (right - left) / NARROWEST) * k,
        ground=slide.ground,
        alt=chart.alt,
        as_of=slide.as_of,
    )


def _head(target: Any, slide: Slide, k: float, lang: str) -> None:
    """Title, subtitle, and the sentence that stands where there is nothing to show."""
    u, ground = slide.type_scale, slide.ground
    left, top, right, bottom = slide.head_box
    small, lines = set_text(SUBTITLES, measurable(slide.subtitle), right - left, u)
    end = bottom - 14 * u
    middle = end - len(lines) * small * LINE
    height = middle - 4 * u - top
    size = fitting_size(slide.title, right - left, height, TITLES[0][0] * u, bold=True)
    title = Text((slide.title,), size * k, ground.ink, lang, bold=True)
    fill_text(target.shapes.title, (left, top, right, top + height), k, title)
    if slide.subtitle:
        size = fitting_size(slide.subtitle, right - left, end - middle, small)
        subtitle = Text((slide.subtitle,), size * k, ground.faint, lang)
        add_text(target, (left, middle, right, end), k, subtitle)
    if slide.nothing:
        nothing = Text((slide.nothing,), HEADINGS[0] * u * k, ground.faint, lang, centred=True)
        add_text(target, slide.body_box, k, nothing)


def _headings(target: Any, slide: Slide, k: float, lang: str) -> list[float]:
    """The lines over the charts, all of one size; and where each chart begins below them."""
    u = slide.type_scale
    for size in HEADINGS:
        lines = [
            line_count(chart.heading, size * u, chart.cell[2] - chart.cell[0])
            for chart in slide.charts
        ]
        if max(lines, default=0) <= 3:
            break
    tall = max(lines, default=0) * size * u * LINE
    for chart in slide.charts:
        left, top, right, _ = chart.cell
        if chart.heading:
            fits = fitting_size(chart.heading, right - left, tall, size * u)
            heading = Text((chart.heading,), fits * k, slide.ground.ink, lang)
            add_text(target, (left, top, right, top + tall), k, heading)
    return [chart.cell[1] + tall + (8 * u if tall else 0) for chart in slide.charts]


def _foot(target: Any, slide: Slide, k: float, lang: str) -> None:
    """Remarks, rule, source line; and the notes."""
    u, faint = slide.type_scale, slide.ground.faint
    left, top, right, bottom = slide.foot_box
    remarks = sentences(slide.remarks)
    if remarks:
        above = slide.body_box[3] + 8 * u
        size = fitting_size(remarks, right - left, top - above, REMARKS * u)
        text = Text((remarks,), size * k, faint, lang)
        add_text(target, (left, above, right, top), k, text)
    add_rule(target, (left, top + 8 * u, right, top + 8 * u), k, faint)
    size = SOURCE * u
    while _lines(slide.footer, size, right - left) * size * LINE > bottom - top - 11 * u:
        size *= 0.97
    add_text(
        target, (left, top + 12 * u, right, bottom), k, Text(slide.footer, size * k, faint, lang)
    )
    notes = Text(slide.notes, NOTES, None, lang)
    notes.write(target.notes_slide.notes_text_frame)


def _lines(paragraphs: Sequence[str], size: float, width: float) -> int:
    return sum(line_count(paragraph, size, width) for paragraph in paragraphs)
