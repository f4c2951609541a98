"""The frames of a film as GIF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from PIL import Image

from geo.export.film.frames import Film, check_number, opened

COLOURS, EXACT = 255, 40
"""Of a GIF, and how many of them are exact; one more says what stays as in the frame before."""
UNKNOWN = 255

Colour = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""


def encode_gif(frames: Sequence[bytes], film: Film) -> bytes:
    """The frames as GIF that begins again for ever, in colours common to all of them.

    Args:
        frames: as :func:`geo.export.film.frames.frame` makes them, one a year.

    Raises:
        ValueError: there are more or fewer frames than years.
    """
    check_number(frames, film)
    colours = Colours(frames)
    catalogue = (colours.of(opened(one)) for one in frames)
    ends = [0, *film.ends(100)]
    file = io.BytesIO()
    next(catalogue).save(
        file,
        "gif",
        save_all=True,
        append_images=catalogue,
        duration=[10 * (b - a) for a, b in pairwise(ends)],
        loop=0,
        disposal=1,
        optimize=False,
    )
    return file.getvalue()


class Colours:
    """The colours common to all frames: the usual ones exactly, of the rest the nearest.

    Nothing is dithered, for dots that change from frame to frame flicker; and a colour is the same
    one in every frame, so that what stands still costs nothing.

    Args:
        frames: the last has nearly all colours, one of the middle those of ties that ended.
    """

    def __init__(self, frames: Sequence[bytes]) -> None:
        some = [opened(frames[place]) for place in sorted({len(frames) // 2, len(frames) - 1})]
        colours = dict.fromkeys([*_usual(some[-1]), *_mixed(some)])
        self.palette = np.array(list(colours)[:COLOURS], dtype=np.uint8)
        # no other process than one that makes a GIF needs it
        from scipy.spatial import cKDTree

        self._tree = cKDTree(self.palette)
        self._found = np.full(1 << 24, UNKNOWN, dtype=np.uint8)

    def of(self, picture: Image.Image) -> Image.Image:
        """A frame in these colours."""
        red, green, blue = np.moveaxis(np.asarray(picture, dtype=np.uint32), 2, 0)
        wanted = red << 16 | green << 8 | blue
        new = np.unique(wanted[self._found[wanted] == UNKNOWN])
        if new.size:
            channels = np.stack([new >> 16, new >> 8 & 255, new & 255], axis=1)
            self._found[new] = self._tree.query(channels)[1]
        drawn = Image.frombytes("P", picture.size, self._found[wanted].tobytes())
        drawn.putpalette(self.palette.tobytes())
        return drawn


def _usual(picture: Image.Image) -> list[Colour]:
    """The most frequent colours: ground, land, ink, homes."""
    width, height = picture.size
    counted: Any = picture.getcolors(width * height)
    return [colour for _, colour in sorted(counted, reverse=True)[:EXACT]]


def _mixed(catalogue: Sequence[Image.Image]) -> list[Colour]:
    """Colours between which those of the pictures are evenly shared out."""
    width, height = catalogue[0].size
    together = Image.new("RGB", (width, height * len(catalogue)))
    for place, picture in enumerate(catalogue):
        together.paste(picture, (0, height * place))
    few = together.quantize(COLOURS - EXACT, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    channels = few.getpalette() or []
    return [
        (r, g, b) for r, g, b in zip(channels[::3], channels[1::3], channels[2::3], strict=True)
    ]
