"""Charts and sheets turned into files by vl-convert: without a browser, in our own fonts."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import vl_convert

from geo.draw.description import described
from geo.draw.type import FONTS
from geo.export.svg import outlined, resized
from geo.place.basemap import LAND_FOR_VEGA_URL

_LAND = Path(__file__).resolve().parents[2] / LAND_FOR_VEGA_URL.removeprefix("app/")


def chart_svg(chart: Any) -> str:
    """An Altair chart as SVG, without a ground of its own.

    The land, which the browser fetches by address, is read from the same file.

    Raises:
        ValueError: the chart cannot be drawn.
    """
    return spec_svg(described(chart))


def spec_svg(spec: dict[str, Any]) -> str:
    """A chart's description as SVG, without a ground of its own (see :func:`chart_svg`)."""
    return _drawn(json.dumps(_with_land(spec | {"background": None})))


@lru_cache(maxsize=16)
def _drawn(description: str) -> str:
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
