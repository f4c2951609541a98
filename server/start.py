"""What is done once, when the server starts and when it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Thread
from typing import Any

from geo.export import own_list, workers
from geo.ties.roster import load_roster


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Read the data before the first reader asks for them; leave no worker behind at the end.

    The server ends by the signal that it was sent, so nothing that Python does at its exit is done.
    """
    Thread(target=_read, daemon=True).start()
    try:
        yield
    finally:
        workers.close()
        own_list.close()


def _read() -> None:
    with suppress(ValueError, OSError):  # whoever asks for the data is told
        load_roster()
