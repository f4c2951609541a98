"""One slide, written into a deck: every word and chart at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.export.pptx.charts import add_chart
from geo.export.pptx.fonts import LINE, fitted, lines_of, measurable
from geo.export.pptx.plot import Frame
from geo.export.pptx.shapes import Line, picture, rule, text_box, written
from geo.export.pptx.slide import REMARKS, Slide
from geo.export.typography import HEADING, SOURCE, SUBTITLES, TITLES, set_in
from geo.i18n import Words

CHART_TYPE = 24.0
"""Size of type in a chart on a sheet of 1920 by 1080: 12 points on a slide of 16 by 9."""
NARROWEST = 16
"""How wide a chart is at the least, in sizes of its type; in a narrower one type is smaller."""
HEADINGS = (25.0, 22.0, HEADING)
"""Sizes of the lines over charts; the largest in which they are not too many."""


def add_slide(presentation: Any, one: Slide, k: float, words: Words) -> None:
    """Add a slide to a deck.

    Args:
        k: points to a pixel of the sheet.
    """
    made = written(presentation, one.paper)
    if one.picture is not None:
        picture(made, presentation, one.picture, one.title)
    _head(made, one, k, words.lang)
    for part, top in zip(one.parts, _headings(made, one, k, words.lang), strict=True):
        left, _, right, bottom = part.cell
        frame = Frame(
            left * k,
            top * k,
            (right - left) * k,
            (bottom - top) * k,
            min(CHART_TYPE * one.type_scale, (right - left) / NARROWEST) * k,
            one.ground,
            part.heading or one.title,
            one.as_of,
        )
        add_chart(made.shapes, part.numbers, frame, words)
    _foot(made, one, k, words.lang)


def _head(made: Any, one: Slide, k: float, lang: str) -> None:
    """Title, subtitle, and the sentence that stands where there is nothing to show."""
    u = one.type_scale
    left, top, right, bottom = one.head_box
    small, lines = set_in(SUBTITLES, measurable(one.subtitle), right - left, u)
    end = bottom - 14 * u
    middle = end - len(lines) * small * LINE
    height = middle - 4 * u - top
    size = fitted(one.title, right - left, height, TITLES[0][0] * u, bold=True)
    heading = Line((one.title,), size * k, one.ground.ink, lang, bold=True)
    text_box(made.shapes.title, (left, top, right, top + height), k, heading)
    if one.subtitle:
        size = fitted(one.subtitle, right - left, end - middle, small)
        text = Line((one.subtitle,), size * k, one.ground.faint, lang)
        text_box(made, (left, middle, right, end), k, text)
    if one.nothing:
        text = Line((one.nothing,), HEADINGS[0] * u * k, one.ground.faint, lang, centred=True)
        text_box(made, one.body_box, k, text)


def _headings(made: Any, one: Slide, k: float, lang: str) -> list[float]:
    """The lines over the charts, all of one size; and where each chart begins below them."""
    u = one.type_scale
    for size in HEADINGS:
        lines = [
            lines_of(part.heading, size * u, part.cell[2] - part.cell[0]) for part in one.parts
        ]
        if max(lines, default=0) <= 3:
            break
    tall = max(lines, default=0) * size * u * LINE
    for part in one.parts:
        left, top, right, _ = part.cell
        if part.heading:
            fits = fitted(part.heading, right - left, tall, size * u)
            text = Line((part.heading,), fits * k, one.ground.ink, lang)
            text_box(made, (left, top, right, top + tall), k, text)
    return [part.cell[1] + tall + (8 * u if tall else 0) for part in one.parts]


def _foot(made: Any, one: Slide, k: float, lang: str) -> None:
    """Remarks, rule, source line; and the notes."""
    u = one.type_scale
    left, top, right, bottom = one.foot_box
    sentence = " ".join(one.remarks)
    if sentence:
        above = one.body_box[3] + 8 * u
        size = fitted(sentence, right - left, top - above, REMARKS * u)
        text = Line((sentence,), size * k, one.ground.faint, lang)
        text_box(made, (left, above, right, top), k, text)
    rule(made, (left, top + 8 * u, right, top + 8 * u), k, one.ground.faint)
    size = SOURCE * u
    while _lines(one.footer, size, right - left) * size * LINE > bottom - top - 11 * u:
        size *= 0.97
    text_box(
        made,
        (left, top + 12 * u, right, bottom),
        k,
        Line(one.footer, size * k, one.ground.faint, lang),
    )
    notes = made.notes_slide.notes_text_frame
    text_box(notes, None, k, Line(one.notes, 12, None, lang))


def _lines(paragraphs: Sequence[str], size: float, width: float) -> int:
    return sum(lines_of(sentence, size, width) for sentence in paragraphs)
