"""What tests of the cache, and of the workers that fill it, wait for."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event
from typing import Any

import pytest

from geo.export import cache as caches


class Watched(Future):  # type: ignore[type-arg]
    """A future that says when somebody begins to wait for it."""

    waiting = Event()

    def result(self, timeout: float | None = None) -> Any:
        self.waiting.set()
        return super().result(timeout)


@pytest.fixture
def somebody_waits(monkeypatch: pytest.MonkeyPatch) -> Event:
    monkeypatch.setattr(caches, "Future", Watched)
    Watched.waiting = Event()
    return Watched.waiting
