"""The marks on a drawn map, found by their colour in its pixels as an eye finds them."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

Colour = tuple[int, int, int]

NEAR = 60
"""How far a pixel may be from a home's colour, as the sum over red, green and blue.

A great circle is drawn so faint that it is further away, on paper and on land.
"""
LEAST = 14
"""Pixels of colour that make a mark, not the stump of a line."""
JOINED = 2
"""Pixels between two parts of one mark: the star in a disc, the two colours of a shared partner."""


@dataclass(frozen=True)
class Mark:
    """A mark in a picture: the middle of it, and how many pixels have a home's colour."""

    x: float
    y: float
    pixels: int


def marks_in(picture: bytes, colours: list[Colour], share: float = 1.0) -> list[Mark]:
    """The marks in a picture.

    Args:
        picture: PNG.
        colours: of the homes; a mark that has two of them is one mark.
        share: how much of the picture is looked at, from the top: a legend has marks too.
    """
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).astype(int)
    pixels = pixels[: round(len(pixels) * share)]
    coloured = np.zeros(pixels.shape[:2], dtype=bool)
    for colour in colours:
        coloured |= np.abs(pixels - colour).sum(axis=2) <= NEAR
    whole = np.ones((3, 3), dtype=bool)
    joined, number = ndimage.label(ndimage.binary_dilation(coloured, whole, JOINED), whole)
    marks = []
    for place in range(1, number + 1):
        rows, columns = np.nonzero((joined == place) & coloured)
        if len(rows) >= LEAST:
            middle = (
                float((columns.min() + columns.max()) / 2),
                float((rows.min() + rows.max()) / 2),
            )
            marks.append(Mark(*middle, len(rows)))
    return marks
