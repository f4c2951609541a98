"""What a picture is made for: its shape, its ground, the size of its type, the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from geo.i18n import mark
from geo.style.colours import GROUNDS, Ground

MM_A_POINT = 25.4 / 72


@dataclass(frozen=True)
class Format:
    """The shape of a picture.

    Attributes:
        key: its name in addresses, file names and on the command line.
        label: what the reader is offered (a message).
        width, height: of the sheet on which it is laid out, in pixels.
        scale: pixels of a PNG to a pixel of the sheet.
        unit: how large type is, compared with a sheet of 1920 by 1080.
        page: width and height of a page of PDF or PowerPoint, in points of 1/72 inch.
    """

    key: str
    label: str
    width: int
    height: int
    scale: float
    unit: float
    page: tuple[float, float]

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of a PNG."""
        return round(self.width * self.scale), round(self.height * self.scale)


FORMATS = {
    one.key: one
    for one in (
        Format("16x9", mark("16:9, 1920 × 1080"), 1920, 1080, 1, 1.0, (960, 540)),
        Format("16x9-4k", mark("16:9, 3840 × 2160"), 1920, 1080, 2, 1.0, (960, 540)),
        Format("4x3", mark("4:3, 2160 × 1620"), 1440, 1080, 1.5, 1.0, (720, 540)),
        Format("1x1", mark("1:1, 2160 × 2160"), 1080, 1080, 2, 0.9, (540, 540)),
        Format(
            "a4",
            mark("A4 landscape, 3508 × 2480"),
            1754,
            1240,
            2,
            1.05,
            (297 / MM_A_POINT, 210 / MM_A_POINT),
        ),
    )
}

SHEETS = {
    "light": mark("light"),
    "dark": mark("dark"),
    "clear": mark("transparent, for light slides"),
    "clear-dark": mark("transparent, for dark slides"),
}
"""What a picture lies on; on transparent ground the ink is that of the slide it is meant for."""

LARGE = 1.3
"""How much larger type is for the back rows."""

LONGEST_TITLE, LONGEST_LINE = 300, 400
"""Characters of a title and of any other line that are taken."""


@dataclass(frozen=True)
class Options:
    """How a reader wants a picture, apart from what it shows; frozen and hashable.

    Attributes:
        format: a key of :data:`FORMATS`.
        sheet: a key of :data:`SHEETS`.
        large: whether type is larger, for the back rows.
        title, subtitle: instead of the computed ones; ``None`` keeps those.
        approval: the map approval number (审图号) for the footer; empty for none.
        organisation: the reader's own line for the footer; empty for none.
        address: of the view, for the footer; empty for none.
    """

    format: str = "16x9"
    sheet: str = "light"
    large: bool = False
    title: str | None = None
    subtitle: str | None = None
    approval: str = ""
    organisation: str = ""
    address: str = ""

    @property
    def shape(self) -> Format:
        """The format."""
        return FORMATS[self.format]

    @property
    def ground(self) -> Ground:
        """The colours it is drawn in."""
        return GROUNDS["dark" if self.sheet in ("dark", "clear-dark") else "light"]

    @property
    def clear(self) -> bool:
        """Whether the ground is transparent."""
        return self.sheet.startswith("clear")

    @property
    def type_scale(self) -> float:
        """How large type is, compared with the usual type on a sheet of 1920 by 1080."""
        return self.shape.unit * (LARGE if self.large else 1.0)
