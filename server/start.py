"""What is done once, when the server starts and when it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit import runtime

from geo.export import own_list, workers
from geo.export.pool.memory import give_large_blocks_back
from server import handed_over, packing
from server.assets import Assets
from server.calendar_address import CalendarAddress
from server.data_address import DataAddress
from server.faults import keep_log_short
from server.fonts import OwnFonts
from server.head import PageHead
from server.headers import SecurityHeaders
from server.hosts import AllowedHosts
from server.settings import Settings, settings_in
from server.warm import warm


@lru_cache(maxsize=1)
def settings() -> Settings:
    """What the operator has set.

    Raises:
        SystemExit: a setting is not understood; says which.
    """
    try:
        return settings_in()
    except ValueError as fault:
        raise SystemExit(str(fault)) from fault


def routes() -> list[BaseRoute]:
    """What the server answers beside what Streamlit answers."""
    return [CalendarAddress(settings()), DataAddress(settings())]


def middleware() -> list[Middleware]:
    """What every request passes on its way to the app, from the outside to the inside."""
    return [
        Middleware(SecurityHeaders, settings().frame_ancestors),
        Middleware(AllowedHosts),
        Middleware(Assets),
        Middleware(OwnFonts),
        Middleware(PageHead),
    ]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Be ready before the first reader comes; leave no worker behind at the end.

    Nobody is answered, not even the health check, until this has yielded. The server ends by the
    signal that it was sent, so nothing that Python does at its exit is done.
    """
    keep_log_short()
    give_large_blocks_back()
    handed_over.keep(runtime.get_instance().media_file_mgr)
    await warm()
    try:
        yield
    finally:
        packing.stop()
        workers.close()
        own_list.close()
