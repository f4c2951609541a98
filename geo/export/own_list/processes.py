"""The processes that read lists, so that nobody else's page waits for it.

Python does one thing at a time in one process: a list of 25,000 rows, read where the pages are
made, would slow every reader down for seconds. Besides, a process can be ended when its time is
over, whatever library it is in, and be kept from taking more memory than there is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path

from loky import cpu_count

from geo.export.own_list.outcome import Outcome, outcome_of
from geo.export.pool import Pool, TaskOverdue, WorkerLost
from geo.i18n import mark
from geo.intake.asked import Asked
from geo.intake.limits import TOO_SLOW, Refused

MEMORY = 2**30
"""Bytes of address space that reading may take beyond what its process begins with. The largest
lists within the limits were seen to take 250 MB (CSV, Excel) to 690 MB (HTML)."""
BUSY, STARTING = 3, 30.0
"""How much longer reading may take than its share of the processor on a busy machine, and the
seconds in which its process must have started; then it is ended, whatever it is doing."""

TOO_HEAVY = mark(
    "Reading took more memory than there is for one list and was stopped: try a part of it."
)

_pool = Pool(min(2, cpu_count()))


def read(content: bytes, text: str, name: str, asked: Asked) -> Outcome:
    """Read a list in a process of its own, and wait for it (arguments as
    :func:`geo.export.own_list.outcome.outcome_of` has them).

    Returns:
        What came of it; a refusal too if it took too long or too much memory.
    """
    reading = partial(outcome_of, content, text, name, asked)
    task = _pool.submit(_bounded, reading, seconds=BUSY * asked.seconds + STARTING)
    try:
        return task.result()
    except TaskOverdue:
        return Outcome(Refused(TOO_SLOW, most=f"{asked.seconds:g}"))
    except WorkerLost:
        return Outcome(Refused(TOO_HEAVY))


def close() -> None:
    """End the processes; the next list starts them again."""
    _pool.close()


def _bounded(reading: Callable[[], Outcome]) -> Outcome:
    """Read a list with no more memory than there is for it."""
    _bound_memory()
    try:
        return reading()
    except MemoryError:
        return Outcome(Refused(TOO_HEAVY))


@lru_cache(maxsize=1)
def _bound_memory() -> None:
    """Let this process take :data:`MEMORY` more than it has, where the system can be told so.

    The threads of numpy reserve address space by the number of processors; so the bound is set
    above what is there, not at a fixed size.
    """
    if sys.platform != "linux":
        return
    import resource  # POSIX only

    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        bound = pages * resource.getpagesize() + MEMORY
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (bound, most))
