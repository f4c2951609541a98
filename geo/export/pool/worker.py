"""One worker: a process that is started when needed and can be killed alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import TypeVar

from loky import BrokenProcessPool, ProcessPoolExecutor
from loky.process_executor import ShutdownExecutorError

from geo.export.pool.memory import give_large_blocks_back

T = TypeVar("T")

IDLE_SECONDS = 600
"""A process that had nothing to do for so long ends, and gives its memory back."""
GIVING_WAY = 10
"""How much a process gives way to the server, which readers wait for page by page (``nice``)."""
MEMORY = {
    # the land and the engine take memory that is no leak, whatever loky would think
    "LOKY_MAX_MEMORY_LEAK_SIZE": "2e9",
    # the one that comes with Arrow reserves a gigabyte of addresses with the first table, which is
    # all that the reading of a list may take
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
"""How libraries deal with memory in the processes, in variables of the environment."""
BROKEN = (BrokenProcessPool, ShutdownExecutorError)
"""What the future of a call raises whose process is no more."""


class Worker:
    """An executor of one process, so that killing it ends no other worker's task."""

    def __init__(self) -> None:
        self._executor: ProcessPoolExecutor | None = None
        self._used = 0.0

    @property
    def cold(self) -> bool:
        """Whether there is no process, or one that may have ended for want of work."""
        return self._executor is None or monotonic() - self._used > IDLE_SECONDS

    def call(self, call: Callable[[], T]) -> Future[T]:
        """Have the process make a call; a process is started if there is none."""
        self._used = monotonic()
        try:
            return self._started().submit(call)
        except BROKEN:  # it died while it had nothing to do
            self.end(wait=False)
            return self._started().submit(call)

    def end(self, wait: bool) -> None:
        """Kill the process.

        Args:
            wait: whether to return only when it is gone; never in a callback of its own futures.
        """
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=wait, kill_workers=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                1, timeout=IDLE_SECONDS, initializer=_begin, env=MEMORY
            )
        return self._executor


def _begin() -> None:
    """First of all: let the server go first, and keep no memory that is done with."""
    give_large_blocks_back()
    if hasattr(os, "nice"):  # not on Windows
        os.nice(GIVING_WAY)
