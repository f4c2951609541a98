"""How many events would have to be of the other kind before a difference is no longer significant.

Source of the method: the fragility index (Walsh and others 2014,
doi:10.1016/j.jclinepi.2013.10.019), with changes allowed on both sides.
"""

from __future__ import annotations

from functools import lru_cache

from geo.stats.exact import splits
from geo.stats.proportions import CONFIDENCE, Share

FRAGILE = 3
"""A difference that falls with so few changes, or fewer, is called fragile."""


@lru_cache(maxsize=1024)
def changes_until_unclear(more: Share, less: Share) -> int | None:
    """The fewest events whose kind would have to change before the odds ratio's interval holds 1.

    Args:
        more: the larger share.
        less: the smaller one.

    Returns:
        ``None`` where the interval holds 1 already.
    """
    if not _clear(more, less, 0, 0):
        return None
    changes = 1
    while all(_clear(more, less, own, changes - own) for own in range(changes + 1)):
        changes += 1
    return changes


def _clear(more: Share, less: Share, fewer: int, further: int) -> bool:
    """Whether the difference is clear with so many fewer on the one side, further on the other."""
    count, other = more.count - fewer, less.count + further
    if count < 0 or other > less.of or not (more.of and less.of):
        return True  # so many cannot change on this side
    if not 0 < count + other < more.of + less.of:
        return False
    return splits(count, more.of, other, less.of).upper(0.0) < (1 - CONFIDENCE) / 2
