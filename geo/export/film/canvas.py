"""Where the map of a film stands in a frame, and drawings of it turned into pictures in place."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from PIL import Image

from geo.export import render
from geo.export.render import transparent_png
from geo.export.typography import Box
from geo.style import svg

Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels of a frame."""


@dataclass(frozen=True)
class Canvas:
    """Where the map stands on the sheet, and the sheet in the frame.

    Attributes:
        sheet: width and height of the sheet.
        size: width and height of the frame, in pixels.
        box: where the map stands on the sheet.
        scale: pixels of the sheet to one of the map.
    """

    sheet: tuple[float, float]
    size: tuple[int, int]
    box: Box
    scale: float

    def pixels(self, box: Box) -> Pixels:
        """The pixels of the frame that hold a box of the map."""
        left, top = self.box[:2]
        x, y = (self.size[side] / self.sheet[side] for side in (0, 1))
        return (
            max(0, floor((left + box[0] * self.scale) * x)),
            max(0, floor((top + box[1] * self.scale) * y)),
            min(self.size[0], ceil((left + box[2] * self.scale) * x)),
            min(self.size[1], ceil((top + box[3] * self.scale) * y)),
        )

    def opaque(self, parts: list[str], ground: str) -> Image.Image:
        """Parts of the sheet as they lie in the frame, on a ground of one colour."""
        return _picture(svg.sheet(*self.size, [self._scaled(parts)], ground))

    def transparent(self, parts: list[str]) -> Image.Image:
        """Parts of the sheet as they lie in the frame, on a transparent ground."""
        drawn = transparent_png(svg.sheet(*self.size, [self._scaled(parts)], None), 1)
        with Image.open(io.BytesIO(drawn)) as read:
            return read.convert("RGBA")

    @cached_property
    def region(self) -> Pixels:
        """The pixels of the frame in which the map stands: all else stays as it is."""
        left, top, right, bottom = self.box
        return self.pixels((0, 0, (right - left) / self.scale, (bottom - top) / self.scale))

    def over(self, layers: list[str]) -> Image.Image:
        """The region of the map: layers in pixels of the frame, the lowest one opaque."""
        left, top, right, bottom = self.region
        moved = f'<g transform="translate({-left},{-top})">{"".join(layers)}</g>'
        return _picture(svg.sheet(right - left, bottom - top, [moved], None))

    def placed(self, drawn: str) -> str:
        """A drawing of the map at its place on the sheet, and nothing outside its box."""
        left, top, right, bottom = self.box
        return svg.inside(drawn, left, top, right - left, bottom - top, "map")

    def moved(self, drawn: str) -> str:
        """A drawing of the map at its place in the frame; not clipped, which would take long."""
        bare = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
        left, top = self.box[:2]
        return self._scaled(
            [f'<g transform="translate({left},{top}) scale({self.scale})">{bare}</g>']
        )

    def _scaled(self, parts: list[str]) -> str:
        """Parts of the sheet in pixels of the frame."""
        x, y = (self.size[side] / self.sheet[side] for side in (0, 1))
        return f'<g transform="scale({x},{y})">{"".join(parts)}</g>'


def _picture(whole: str) -> Image.Image:
    """A picture without transparency, read back for more to be laid on it."""
    with Image.open(io.BytesIO(render.png(whole))) as read:
        return read.convert("RGBA")


def embedded(picture: Image.Image, at: tuple[int, int]) -> str:
    """A picture inside an SVG of the same pixels."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "png", compress_level=1)
    data = base64.b64encode(file.getvalue()).decode()
    width, height = picture.size
    return (
        f'<image x="{at[0]}" y="{at[1]}" width="{width}" height="{height}" '
        f'image-rendering="optimizeSpeed" href="data:image/png;base64,{data}"/>'
    )
