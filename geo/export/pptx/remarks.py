"""Remarks about how our own charts are drawn, told anew for charts that an office draws."""

from __future__ import annotations

from collections.abc import Sequence

from geo.export.pptx.fonts import plain
from geo.figures.article.official_text import HOW_TO_READ
from geo.figures.choice.trend_text import FAINT
from geo.figures.figure import Scene
from geo.i18n import mark

PERIODS = mark("Bars: 95% intervals (Wilson); below, how many of how many. As of {date}.")
INSTEAD = {
    FAINT: mark(
        "Counted: ties certainly in force. While a home has only a few, each of them moves its "
        "share far."
    ),
    PERIODS: mark("Thin bars: 95% intervals (Wilson). As of {date}."),
    HOW_TO_READ: mark(
        "Lines: our ties in force at the end of each year, for certain and at most, by inexact "
        "dates. A tie of which no date is known counts for certain only today. Diamonds: official "
        "numbers; where a year has several, the last."
    ),
}
"""What is said of our own charts, and what of an office's instead, which have no shades."""


def for_native(remarks: Sequence[str], scene: Scene) -> list[str]:
    """The remarks of a picture as they are true of charts that an office draws."""
    words = scene.words
    date = words.date(scene.roster.as_of.isoformat())
    anew = {
        words.say(ours, date=date): words.say(theirs, date=date) for ours, theirs in INSTEAD.items()
    }
    return [plain(anew.get(remark, remark)) for remark in remarks]
