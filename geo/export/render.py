"""Charts and sheets turned into files by vl-convert: without a browser, in our own fonts."""

from __future__ import annotations

import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import vl_convert
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from geo.place.basemap import LAND_FOR_VEGA_URL
from geo.style.svg import outlined, resized
from geo.style.text import FONTS

_LAND = Path(__file__).resolve().parents[2] / LAND_FOR_VEGA_URL.removeprefix("app/")


def spec_svg(spec: dict[str, Any]) -> str:
    """A chart as SVG, without a ground of its own.

    The land, which the browser fetches by address, is read from the same file.

    Args:
        spec: in Vega-Lite.

    Raises:
        ValueError: the chart cannot be drawn.
    """
    return _vegalite_svg(json.dumps(_with_land(spec | {"background": None})))


@lru_cache(maxsize=16)
def _vegalite_svg(description: str) -> str:
    """Kept, because a picture is often wanted again with other words around it."""
    _with_fonts()
    drawn: str = vl_convert.vegalite_to_svg(description)
    return drawn


def png(svg: str, scale: float = 1) -> bytes:
    """A picture as PNG, ``scale`` pixels to one of the SVG.

    Its texts are drawn as outlines: the same letters, in less time than it takes to set them anew.
    """
    _with_fonts()
    return bytes(vl_convert.svg_to_png(outlined(svg), scale=scale))


def pdf(svg: str, page: tuple[float, float]) -> bytes:
    """A picture as PDF with its text as text, in embedded fonts.

    Args:
        page: width and height of the page in points of 1/72 inch.
    """
    _with_fonts()
    return bytes(vl_convert.svg_to_pdf(resized(svg, *page)))


@lru_cache(maxsize=1)
def _with_fonts() -> None:
    """Let vl-convert know our fonts; once is enough."""
    vl_convert.register_font_directory(str(FONTS))


@lru_cache(maxsize=1)
def _land() -> list[Any]:
    features: list[Any] = json.loads(_LAND.read_text("utf-8"))["features"]
    return features


def _with_land(part: Any) -> Any:
    """A description with the land itself where its address was."""
    if isinstance(part, list):
        return [_with_land(one) for one in part]
    if isinstance(part, dict):
        if part.get("url") == LAND_FOR_VEGA_URL:
            return {"values": _land()}
        return {name: _with_land(one) for name, one in part.items()}
    return part


def transparent_png(svg: str, scale: float) -> bytes:
    """A picture without a ground as PNG.

    vl-convert cuts every channel of a pixel down to its opacity, which makes whatever is half
    transparent too dark: halos, shades and the edges of letters. So the picture is drawn twice, on
    black and on white. How far the two differ is how far one sees through, and what stands on
    black, divided by the opacity, is the colour.

    Args:
        svg: the picture, with nothing behind it.
        scale: pixels of the PNG to one of the SVG.
    """
    black, white = (_drawn_on(svg, ground, scale) for ground in ("#000000", "#ffffff"))
    opacity = 255 - (white[..., 1] - black[..., 1])  # all channels say the same
    pixels = np.empty((*opacity.shape, 4), np.uint8)
    for channel in range(3):
        bright = black[..., channel] * 255 // np.maximum(opacity, 1)
        pixels[..., channel] = np.minimum(bright, 255)
    pixels[..., 3] = opacity
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=3)
    return out.getvalue()


def _drawn_on(
    svg: str, ground: str, scale: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    head, _, rest = svg.partition(">")
    drawn = png(f'{head}><rect width="100%" height="100%" fill="{ground}"/>{rest}', scale)
    with Image.open(io.BytesIO(drawn)) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int32)


def reproducible(pdf: bytes) -> bytes:
    """The same document with all its parts in one order, so that equal pictures are equal files."""
    reader = PdfReader(io.BytesIO(pdf))
    seen: set[int] = set()
    for page in reader.pages:
        _sort(page, seen)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _sort(part: Any, seen: set[int]) -> None:
    """Put the entries of a dictionary, and of all that it holds, in the order of their names."""
    if isinstance(part, IndirectObject):
        if part.idnum in seen:
            return
        seen.add(part.idnum)
        part = part.get_object()
    if isinstance(part, DictionaryObject):
        entries = sorted(dict.items(part))
        for name, _ in entries:
            value = part.raw_get(name)
            del part[name]
            part[name] = value
        for name, value in entries:
            if name != "/Parent":
                _sort(value, seen)
    elif isinstance(part, ArrayObject):
        for value in part:
            _sort(value, seen)
