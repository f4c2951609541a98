"""What is done once, when the server starts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Thread

import streamlit as st

from geo.ties.roster import load_roster


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Read the data before the first reader asks for them, and let no reader wait for it."""
    Thread(target=_read, daemon=True).start()
    yield


def _read() -> None:
    with suppress(ValueError, OSError):  # whoever asks for the data is told
        load_roster()
