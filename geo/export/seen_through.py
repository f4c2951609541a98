"""Pictures on transparent ground, with the colours that they have on any other."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from geo.export import press


def seen_through(svg: str, scale: float) -> bytes:
    """A picture without a ground as PNG.

    vl-convert cuts every channel of a pixel down to its opacity, which makes whatever is half
    transparent too dark: halos, shades and the edges of letters. So the picture is drawn twice, on
    black and on white. How far the two differ is how far one sees through, and what stands on
    black, divided by the opacity, is the colour.

    Args:
        svg: the picture, with nothing behind it.
        scale: pixels of the PNG to one of the SVG.
    """
    black, white = (_on(svg, ground, scale) for ground in ("#000000", "#ffffff"))
    opacity = 255 - (white[..., 1] - black[..., 1])  # all channels say the same
    pixels = np.empty((*opacity.shape, 4), np.uint8)
    for channel in range(3):
        bright = black[..., channel] * 255 // np.maximum(opacity, 1)
        pixels[..., channel] = np.minimum(bright, 255)
    pixels[..., 3] = opacity
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=3)
    return out.getvalue()


def _on(svg: str, ground: str, scale: float) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    head, _, rest = svg.partition(">")
    drawn = press.png(f'{head}><rect width="100%" height="100%" fill="{ground}"/>{rest}', scale)
    with Image.open(io.BytesIO(drawn)) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int32)
