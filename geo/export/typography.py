"""Sizes of type on a sheet, and texts set in the largest of some sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.style import svg
from geo.style.balance import balanced
from geo.style.text import wrapped

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the sheet."""

Steps = Sequence[tuple[float, int]]
"""Sizes of type, and how many lines a text may have in each; in the last one it is cut."""

TITLES: Steps = ((38.0, 2), (31.0, 3), (25.0, 4), (21.0, 5), (18.0, 7))
SUBTITLE, HEADING, LEGEND, REMARK, SOURCE = 20.0, 20.0, 17.0, 17.0, 15.5
"""Sizes of type on a sheet of 1920 by 1080."""
SUBTITLES: Steps = ((SUBTITLE, 2), (17.0, 3), (15.0, 8))
HEADINGS: Steps = ((HEADING, 3), (18.0, 4), (16.0, 6), (14.0, 9))
REMARKS: Steps = ((REMARK, 1), (16.0, 1), (REMARK, 2), (16.0, 2), (REMARK, 3), (15.5, 4), (14.0, 8))
SOURCES: Steps = ((SOURCE, 1), (14.0, 1), (SOURCE, 2))
"""Slightly smaller type is better than a line with few words."""
TOPIC = 0.85
"""Size of the topic over a heading, as a share of the heading's."""
OWN_LINES = 3
"""Lines of the footer that the reader may fill."""
LINE = 1.3
"""From one line to the next, in sizes of type."""


def set_text(
    steps: Steps, text: str, width: float, u: float, bold: bool = False, even: bool = False
) -> tuple[float, list[str]]:
    """Set a text in the largest size in which it has not too many lines.

    Args:
        u: how large type is, compared with a sheet of 1920 by 1080.
        even: whether the lines are made of about the same width.

    Returns:
        The size in pixels, and the lines.
    """
    size, most = fitting_step(steps, [text], width, u, bold)
    return size, (balanced if even else wrapped)(text, size, width, most, bold)


def fitting_step(
    steps: Steps, texts: Sequence[str], width: float, u: float, bold: bool = False
) -> tuple[float, int]:
    """The largest size, in pixels, in which none of some texts has too many lines; and how many."""
    for size, most in steps:
        if all(len(wrapped(text, size * u, width, most + 1, bold)) <= most for text in texts):
            break
    return size * u, most


@dataclass
class Column:
    """What has been set so far, and the room that is left between."""

    left: float
    right: float
    top: float
    bottom: float
    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        """How wide a line may be."""
        return self.right - self.left

    @property
    def box(self) -> Box:
        """The room that is left."""
        return self.left, self.top, self.right, self.bottom

    def down(self, lines: Sequence[str], size: float, colour: str, bold: bool = False) -> None:
        """Set lines of the head from the top down."""
        for line in lines:
            self.top += size * LINE
            y = self.top - size * 0.3
            self.head.append(svg.text(line, self.left, y, size, colour, bold))

    def up(self, lines: Sequence[str], size: float, colour: str) -> list[str]:
        """Set lines from the bottom up."""
        parts = []
        for line in reversed(lines):
            parts.append(svg.text(line, self.left, self.bottom - size * 0.3, size, colour))
            self.bottom -= size * LINE
        return parts
