"""How colours look to readers: contrast, three kinds of colour blindness, and print without colour.

Formulas: WCAG 2.2 (relative luminance, contrast ratio) and CIE 1976 L*a*b* under D65; simulation by
G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, “A Physiologically-based Model for Simulation
of Color Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (2009),
their matrices at severity 1, applied to linear red, green and blue.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from geo.style.colours import channels

Rgb = np.ndarray[Any, np.dtype[np.float64]]
"""Linear red, green and blue, each 0 to 1."""

SEEN_BY = {
    "everybody": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""What becomes of linear red, green and blue."""
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
"""From linear sRGB (IEC 61966-2-1)."""


def linear(colour: str) -> Rgb:
    """The light of a ``#rrggbb`` colour."""
    part = np.array(channels(colour)) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted(float(LUMINANCE @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(light: Rgb) -> Rgb:
    """L*, a* and b* of a light."""
    white = TO_XYZ.sum(axis=1)
    part = TO_XYZ @ np.clip(light, 0, 1) / white
    bent = np.where(part > (6 / 29) ** 3, np.cbrt(part), part / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = bent
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: str, other: str, seen_by: str = "everybody") -> float:
    """How far two ``#rrggbb`` colours are apart in L*a*b* for a reader of :data:`SEEN_BY`.

    Raises:
        KeyError: there is no such reader.
    """
    matrix = SEEN_BY[seen_by]
    return float(np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other))))


def lightness(colour: str) -> float:
    """L* of a ``#rrggbb`` colour, 0 to 100: what print without colour leaves of it."""
    return float(lab(linear(colour))[0])
