"""Slides for PowerPoint: text that can be edited, charts that the office draws, notes to speak by.

A slide is made first (:func:`slide`), and slides are put together afterwards (:func:`pptx`), so
that a deck of many can be made slide by slide.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation

from geo.export.formats import Options
from geo.export.pptx.fonts import plain, without_clock
from geo.export.pptx.layout import add_slide
from geo.export.pptx.shapes import prepared
from geo.export.pptx.slide import Part, Slide, slide
from geo.i18n import Words

__all__ = ["Part", "Slide", "pptx", "slide"]

AUTHOR = "Friendship-city atlas"


def pptx(slides: Sequence[Slide], options: Options, lang: str, title: str) -> bytes:
    """Put slides together in one file, which is the same, byte for byte, for the same slides.

    Args:
        options: gives the size of the slides, and whether their theme is light or dark.
        lang: language of the texts, ``zh`` or ``en``.
        title: of the whole file, in its properties.
    """
    presentation: Any = Presentation()
    prepared(presentation, options)
    for one in slides:
        add_slide(presentation, one, options.shape.page[0] / one.width, Words(lang))
    day = max((one.as_of for one in slides), default=dt.date(2000, 1, 1))
    properties = presentation.core_properties
    properties.author = properties.last_modified_by = AUTHOR
    properties.title, properties.language = plain(title), "zh-CN" if lang == "zh" else "en-GB"
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)
    properties.revision = 1
    out = io.BytesIO()
    presentation.save(out)
    return without_clock(out.getvalue())
