"""Slides for PowerPoint: text that can be edited, charts that the office draws, notes to speak by.

A slide is composed first (:func:`compose_slide`), and slides are written into one file afterwards
(:func:`write_deck`), so that a deck of many can be made slide by slide.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation

from geo.export.formats import Options
from geo.export.pptx.fonts import cleaned, without_times
from geo.export.pptx.layout import add_slide
from geo.export.pptx.shapes import set_theme
from geo.export.pptx.slide import NativeChart, Slide, compose_slide
from geo.i18n import Words

__all__ = ["NativeChart", "Slide", "compose_slide", "write_deck"]

AUTHOR = "Friendship-city atlas"


def write_deck(slides: Sequence[Slide], options: Options, lang: str, title: str) -> bytes:
    """Put slides together in one file, which is the same, byte for byte, for the same slides.

    Args:
        options: gives the size of the slides, and whether their theme is light or dark.
        lang: language of the texts, ``zh`` or ``en``.
        title: of the whole file, in its properties.
    """
    deck: Any = Presentation()
    set_theme(deck, options)
    for slide in slides:
        add_slide(deck, slide, options.shape.page[0] / slide.width, Words(lang))
    day = max((slide.as_of for slide in slides), default=dt.date(2000, 1, 1))
    properties = deck.core_properties
    properties.author = properties.last_modified_by = AUTHOR
    properties.title, properties.language = cleaned(title), "zh-CN" if lang == "zh" else "en-GB"
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)
    properties.revision = 1
    out = io.BytesIO()
    deck.save(out)
    return without_times(out.getvalue())
