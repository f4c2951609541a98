"""The places of a name that are free of what is there for good, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from geo.place.projection import Box
from geo.style.labels.around import (
    AIR,
    LINE,
    SAMPLE,
    WIDE,
    Boxes,
    Name,
    Named,
    along,
    moved,
    places_around,
)

APART, ABOVE = 8.0, 2.0
"""So far sideways, and up and down, a name keeps from other marks, or it would seem theirs: one
led out always, one beside its mark if it can."""


def overlap(boxes: Boxes, others: Boxes) -> Any:
    """Whether boxes (any shape by four) lie over others (so many by four)."""
    mine = boxes[..., None, :]
    return (
        (mine[..., 0] < others[:, 2])
        & (mine[..., 2] > others[:, 0])
        & (mine[..., 1] < others[:, 3])
        & (mine[..., 3] > others[:, 1])
    )


def crossed(lines: Boxes, others: Boxes) -> Any:
    """Whether a small box along a leading line (:func:`along`) lies over others.

    Along a line it is between where it comes over a box from either side, and where from above or
    below, that its own boxes lie over it: no line need be parted into its boxes to be tried.

    Args:
        lines: from where to where, a row a line; not a number where there is none.
        others: so many boxes by four.

    Returns:
        Lines by others.
    """
    steps = np.maximum(2.0, np.hypot(*(lines[:, 2:] - lines[:, :2]).T) // SAMPLE)[:, None]
    first, last = 1.0, steps - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        for axis in (0, 1):
            start = lines[:, axis, None]
            step = (lines[:, axis + 2, None] - start) / steps
            one = (others[:, axis] - WIDE - start) / step
            other = (others[:, axis + 2] + WIDE - start) / step
            first = np.maximum(first, np.floor(np.minimum(one, other)) + 1)
            last = np.minimum(last, np.ceil(np.maximum(one, other)) - 1)
    return first <= last  # never for what is not a number


@dataclass(frozen=True)
class Candidates:
    """The places that a name may take, the best first.

    Attributes:
        mark: whose name it is.
        texts: the boxes of the name, a row a place.
        lines: from where to where a line leads to it; not a number where none does.
        led: whether lines do.
        around: a box around all of them.
    """

    mark: Named
    texts: Boxes
    lines: Boxes
    led: bool
    around: Box
    _places: Sequence[Name]
    _numbers: Any

    def __len__(self) -> int:
        return len(self.texts)

    def name(self, place: Any) -> Name:
        """The name in the place of a number."""
        return moved(self._places[self._numbers[place]], self.mark)

    def boxes(self, place: Any) -> Boxes:
        """What a place takes: the name's own box, and those along its line."""
        lead = self.name(place).lead
        return np.array([self.texts[place], *(along(lead) if lead else ())])

    def over(self, others: Boxes) -> Any:
        """Whether places lie over boxes: places by others."""
        over = overlap(self.texts, others)
        return over | crossed(self.lines, others) if self.led else over


def candidates(
    one: Named, size: float, far: float, frame: Box, taken: Boxes, through: bool = False
) -> Candidates:
    """The places of a name that are in the frame and not taken for good.

    Args:
        through: whether the line that leads to it may pass through what is taken.
    """
    places, offsets, lefts, lines = places_around(one.radius, size, far)
    at = np.array([one.x, one.y])
    half = size * LINE / 2
    left = offsets[:, 0] - lefts * one.width + one.x
    y = offsets[:, 1] + one.y
    texts = np.stack([left - AIR, y - half, left + one.width + AIR, y + half], axis=1)
    reach = far + one.width + 4 * size
    near = taken[overlap(np.concatenate([at - reach, at + reach])[None, :], taken)[0]]
    inside = (
        (texts[:, 0] >= frame[0])
        & (texts[:, 1] >= frame[1])
        & (texts[:, 2] <= frame[2])
        & (texts[:, 3] <= frame[3])
    )
    kept = np.flatnonzero(inside)
    kept = kept[~overlap(texts[kept], near).any(axis=1)]  # most fall away before their lines count
    if far and not through:
        kept = kept[~crossed(lines[kept] + np.tile(at, 2), near).any(axis=1)]
    others = near[~overlap(np.tile(at, 2)[None, :], near)[0]]
    unclear = overlap(texts[kept], others + np.array([-APART, -ABOVE, APART, ABOVE])).any(axis=1)
    best = kept[np.flatnonzero(~unclear) if far else np.argsort(unclear, kind="stable")]
    found = texts[best], lines[best] + np.tile(at, 2)
    return Candidates(one, *found, bool(far), _box_around(*found), places, best)


def _box_around(texts: Boxes, lines: Boxes) -> Box:
    """A box around names and the lines that lead to them; an empty one around none."""
    if not len(texts):
        return (0.0, 0.0, 0.0, 0.0)
    ends = lines[~np.isnan(lines[:, 0])].reshape(-1, 2)
    low = np.concatenate([texts[:, :2], ends - WIDE]).min(axis=0)
    high = np.concatenate([texts[:, 2:], ends + WIDE]).max(axis=0)
    return (*low, *high)
