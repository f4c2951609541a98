"""The frames of a film as MP4, where the package av is installed.

Its encoder, x264, is under the GPL and comes with its wheel, so whoever runs the atlas may leave it
out. It is imported when a film is made and not before.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.export.film.frames import Film, check_number, opened
from geo.i18n import Words

if TYPE_CHECKING:
    import av

PACKAGE = "av"
RATE = 30
"""Frames a second of an MP4, each year many times: what every player and office takes."""
ENCODER = "libx264"
LOOK = {"crf": "18", "preset": "veryfast", "tune": "animation"}
THREADS = 2
"""A fixed number, for the file says how many there were and should always be the same."""


def lacking(words: Words) -> str:
    """Why no MP4 can be made here, as a sentence; empty where the package is there."""
    return "" if find_spec(PACKAGE) else _lacking(PACKAGE, words)


def encode_mp4(frames: Sequence[bytes], film: Film) -> bytes:
    """The frames as MP4 (H.264, 4:2:0) that begins to play before it is wholly loaded.

    Args:
        frames: as :func:`geo.export.film.frames.frame` makes them, one a year.

    Raises:
        ValueError: there are more or fewer frames than years.
        ValueError: there is no encoder for H.264 on this machine.
    """
    check_number(frames, film)
    words = Words(film.view.lang)
    if why := lacking(words):
        raise ValueError(why)
    import av

    if ENCODER not in av.codecs_available:
        raise ValueError(_lacking(ENCODER, words))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        _write(path, frames, film)
        return path.read_bytes()


def _lacking(what: str, words: Words) -> str:
    return words.say(
        "MP4 is not available on this server (missing encoder: {encoder}); choose GIF.",
        encoder=what,
    )


def _write(path: Path, frames: Sequence[bytes], film: Film) -> None:
    import av
    from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

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
    import av
    from av.video.reformatter import ColorRange, Colorspace

    begins = 0
    for one, ends in zip(frames, film.ends(RATE), strict=True):
        picture = av.VideoFrame.from_ndarray(np.asarray(opened(one)), format="rgb24").reformat(
            format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
        )
        for moment in range(begins, ends):
            picture.pts = moment
            yield picture
        begins = ends
