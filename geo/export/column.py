"""The column of a sheet, which fills from its top and from its bottom; charts take what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.export import svg
from geo.export.typography import LINE, Box


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
