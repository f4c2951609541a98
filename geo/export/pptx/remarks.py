"""Remarks about how our own charts are drawn, told anew for charts that an office draws."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.pptx.fonts import plain
from geo.figures.article.official_text import HOW_TO_READ
from geo.figures.choice.composing import WILSON
from geo.figures.choice.in_force_figure import FAINT
from geo.figures.choice.periods_figure import BELOW
from geo.figures.choice.ways_text import AT_THE_RIGHT, SHADED
from geo.figures.figure import Scene
from geo.i18n import mark

INSTEAD = {
    FAINT: mark(
        "Counted: ties certainly in force. While a home has only a few, each of them moves its "
        "share far."
    ),
    WILSON: mark("Thin bars: 95% intervals (Wilson)."),
    BELOW: "",
    SHADED: "",
    AT_THE_RIGHT: "",
    HOW_TO_READ: mark(
        "Lines: our ties in force at the end of each year, for certain and at most, by inexact "
        "dates. A tie of which no date is known counts for certain only today. Diamonds: official "
        "numbers; where a year has several, the last."
    ),
}
"""What is said of our own charts, and what, if anything, of an office's instead: those have no
shades, and no lines of text beside their bars."""


def for_native(remarks: Sequence[str], scene: Scene) -> list[str]:
    """The remarks of a picture as they are true of charts that an office draws.

    Args:
        remarks: of the picture, in the language of the scene.
        scene: what it is made from.
    """
    words = scene.words
    anew = {words.say(ours): words.say(theirs) for ours, theirs in INSTEAD.items()}
    return [plain(told) for told in (anew.get(remark, remark) for remark in remarks) if told]
