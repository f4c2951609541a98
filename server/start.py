"""What is done once, when the server starts and when it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from geo.export import workers
from server.warm import warm


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Be ready before the first reader comes; leave no worker behind at the end.

    Nobody is answered, not even the health check, until this has yielded. The server ends by the
    signal that it was sent, so nothing that Python does at its exit is done.
    """
    await warm()
    try:
        yield
    finally:
        workers.close()
