"""How evenly a whole is spread over classes, and how far two spreads agree."""

from __future__ import annotations

from collections.abc import Sequence
from math import log


def evenness(counts: Sequence[int]) -> float:
    """Shannon's evenness: 1 if all classes have as much, 0 if one has all.

    Source of the formula: Pielou 1966 (doi:10.1016/0022-5193(66)90013-0): the entropy of the
    shares over the logarithm of the number of classes, empty ones included.

    Args:
        counts: one a class, two classes at the least, not all of them 0.

    Raises:
        ValueError: there are fewer classes, or nothing is in them.
    """
    total = sum(counts)
    if len(counts) < 2 or total <= 0:
        raise ValueError("evenness needs two classes and something in them")
    shares = [count / total for count in counts if count]
    return abs(sum(share * log(share) for share in shares)) / log(len(counts))


def overlap(one: Sequence[int], other: Sequence[int]) -> float:
    """The share (0 to 1) of two wholes that lies in the same classes: the sum of lesser shares.

    Source of the formula: Renkonen 1938, the percentage similarity.

    Args:
        one, other: counts of the same classes; neither is empty.
    """
    return sum(
        min(mine / sum(one), theirs / sum(other)) for mine, theirs in zip(one, other, strict=True)
    )
