"""Where pictures are made while others read: processes of their own.

vl-convert holds Python's lock while it draws, so a picture drawn inside the server would stop
every reader's page for as long. The workshop has up to two processes, opened when first needed and
closed when idle; they load the data themselves and are sent nothing but orders.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import Any, TypeVar

from loky import get_reusable_executor
from loky.process_executor import TerminatedWorkerError

from geo.export.order import Order, made

T = TypeVar("T")

MOST_HANDS = 2
IDLE_SECONDS = 600


def hands() -> int:
    """How many processes work at once: not more than there are processors to work on."""
    return max(1, min(MOST_HANDS, len(os.sched_getaffinity(0))))


def submit(work: Callable[..., T], *of: Any) -> Future[T]:
    """Have a piece of work done; of work and result, whatever can be pickled may be sent."""
    shop = get_reusable_executor(max_workers=hands(), timeout=IDLE_SECONDS)
    done: Future[T] = shop.submit(work, *of)
    return done


def open_up() -> None:
    """Open the workshop before the first picture is asked for, and do not wait for it."""
    submit(_nothing)


def close() -> None:
    """Close the workshop; the next order opens it again."""
    get_reusable_executor(max_workers=hands(), timeout=IDLE_SECONDS).shutdown(
        wait=True, kill_workers=True
    )


@lru_cache(maxsize=48)
def finished(order: Order, kind: str) -> bytes:
    """The picture of an order as a file, made once for all who want the same.

    Raises:
        ValueError: there is no such picture or no such kind.
    """
    try:
        return submit(made, order, kind).result()
    except TerminatedWorkerError:  # a process was killed, for want of memory perhaps: once more
        return submit(made, order, kind).result()


def prepare(order: Order, kind: str) -> None:
    """Have a picture made that somebody will probably ask for, and do not wait for it."""
    Thread(target=_try, args=(order, kind), daemon=True).start()


def _try(order: Order, kind: str) -> None:
    with suppress(ValueError):  # whoever asks for it is told
        finished(order, kind)


def _nothing() -> None:
    """What is done to open the workshop: the imports of this file, by being sent."""
