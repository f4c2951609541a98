"""The frames of a film bound together: as GIF, as MP4."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from PIL import Image
from scipy.spatial import cKDTree

from geo.export.film.frames import Film
from geo.i18n import Words

COLOURS, EXACT = 255, 40
"""Of a GIF, and how many of them are exact; one more says what stays as in the frame before."""
UNKNOWN = 255
RATE = 30
"""Frames a second of an MP4, each year many times: what every player and office takes."""
ENCODER = "libx264"
LOOK = {"crf": "18", "preset": "veryfast", "tune": "animation"}
THREADS = 2
"""A fixed number, for the file says how many there were and should always be the same."""

Colour = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""


def encode_gif(frames: Sequence[bytes], film: Film) -> bytes:
    """The frames as GIF that begins again for ever, in colours common to all of them.

    Args:
        frames: as :func:`geo.export.film.frames.frame` makes them, one a year.

    Raises:
        ValueError: there are more or fewer frames than years.
    """
    _complete(frames, film)
    colours = Colours(frames)
    catalogue = (colours.of(_open(one)) for one in frames)
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


def encode_mp4(frames: Sequence[bytes], film: Film) -> bytes:
    """The frames as MP4 (H.264, 4:2:0) that begins to play before it is wholly loaded.

    Args:
        frames: as :func:`geo.export.film.frames.frame` makes them, one a year.

    Raises:
        ValueError: there are more or fewer frames than years.
        ValueError: there is no encoder for H.264 on this machine.
    """
    _complete(frames, film)
    if ENCODER not in av.codecs_available:
        raise ValueError(
            Words(film.view.lang).say(
                "MP4 is not available on this server (missing encoder: {encoder}); choose GIF.",
                encoder=ENCODER,
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        _write(path, frames, film)
        return path.read_bytes()


def _complete(frames: Sequence[bytes], film: Film) -> None:
    if len(frames) != len(film.years):
        raise ValueError(f"A film of {len(film.years)} years has {len(frames)} frames.")


def _open(one: bytes) -> Image.Image:
    with Image.open(io.BytesIO(one)) as picture:
        return picture.convert("RGB")


class Colours:
    """The colours common to all frames: the usual ones exactly, of the rest the nearest.

    Nothing is dithered, for dots that change from frame to frame flicker; and a colour is the same
    one in every frame, so that what stands still costs nothing.

    Args:
        frames: the last has nearly all colours, one of the middle those of ties that ended.
    """

    def __init__(self, frames: Sequence[bytes]) -> None:
        some = [_open(frames[place]) for place in sorted({len(frames) // 2, len(frames) - 1})]
        colours = dict.fromkeys([*_usual(some[-1]), *_mixed(some)])
        self.palette = np.array(list(colours)[:COLOURS], dtype=np.uint8)
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


def _write(path: Path, frames: Sequence[bytes], film: Film) -> None:
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as film_file:
        stream: Any = film_file.add_stream(ENCODER, rate=RATE, options=LOOK)
        stream.width, stream.height = film.size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.thread_count = THREADS
        context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        for picture in _timed(frames, film):
            film_file.mux(stream.encode(picture))
        film_file.mux(stream.encode())


def _timed(frames: Sequence[bytes], film: Film) -> Iterator[av.VideoFrame]:
    """Every frame as many times as it stays."""
    begins = 0
    for one, ends in zip(frames, film.ends(RATE), strict=True):
        picture = av.VideoFrame.from_ndarray(np.asarray(_open(one)), format="rgb24").reformat(
            format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
        )
        for moment in range(begins, ends):
            picture.pts = moment
            yield picture
        begins = ends
