"""Memory that is given back when it is free again."""

from __future__ import annotations

import ctypes
from contextlib import suppress

LARGE = 131_072
"""Bytes from which on a block is mapped by itself: glibc's own threshold, before it raises it."""
M_MMAP_THRESHOLD = -3
"""What ``mallopt`` calls the threshold (``malloc.h``)."""


def give_large_blocks_back() -> None:
    """Have pictures, layouts and sheets leave no holes in the memory of a process that lives long.

    glibc raises the threshold with the first large block that is freed, up to 32 MB, and lays those
    that follow among the small ones, where their place cannot be given back. To set it leaves it
    where it is. Other C libraries than glibc do as they do.

    Source: ``mallopt(3)``, on ``M_MMAP_THRESHOLD``.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)
