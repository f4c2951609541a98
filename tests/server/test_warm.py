"""Before the first reader comes: what is made ready, and what happens where it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from geo.export import workers
from geo.style.colours import GROUNDS
from geo.ties.view import LANGUAGES
from server import handed_over, packing, preload, start, warm
from tests.loops import awaited


class Server:
    """A server's runtime and workers that note what is asked of them, in order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.media_file_mgr = self

    def add(self, content: bytes, kind: str, place: str) -> str:
        return f"/media/{len(content)}"

    async def does_script_run_without_error(self) -> tuple[bool, str]:
        self.done.append("the page is drawn")
        return True, "ok"


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> Server:
    """The lifespan of a server; what takes long is noted and not done."""
    noted = Server()
    monkeypatch.delenv(warm.COLD, raising=False)
    monkeypatch.setattr(warm.runtime, "get_instance", lambda: noted)
    monkeypatch.setattr(preload, "LAYOUTS", {})
    monkeypatch.setattr(preload, "SCRIPTS", [])
    monkeypatch.setattr(warm, "GROUNDS", {"light": GROUNDS["light"]})
    monkeypatch.setattr(handed_over, "keep", lambda _: noted.done.append("files are kept"))
    monkeypatch.setattr(packing, "pack_beside", lambda _: noted.done.append("files are packed"))
    monkeypatch.setattr(packing, "stop", lambda: noted.done.append("no file is packed"))
    monkeypatch.setattr(workers, "open", lambda: noted.done.append("workers are started"))
    monkeypatch.setattr(workers, "close", lambda: noted.done.append("workers are ended"))

    def finished(request: Any, kind: str) -> bytes:
        noted.done.append(f"{request.picture}.{kind}")
        raise ValueError("no worker finished it in time")

    monkeypatch.setattr(workers, "finished", finished)
    return noted


async def served(noted: Server) -> None:
    async with start.lifespan(None):
        noted.done.append("readers come")


def test_readers_come_when_all_is_ready_and_also_where_it_cannot_be(ready: Server) -> None:
    awaited(served(ready))
    assert ready.done == [
        "files are kept",
        "workers are started",
        "files are packed",
        "the page is drawn",
        "map.png",
        "readers come",
        "no file is packed",
        "workers are ended",
    ]
    asked = {(ready.filters.lang, ready.narrow) for ready in preload.LAYOUTS}
    assert asked == {(lang, narrow) for lang in LANGUAGES for narrow in (False, True)}
    assert all(one.startswith("media/") for one in (*preload.SCRIPTS, *preload.LAYOUTS.values()))


def test_a_server_may_open_at_once(ready: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(warm.COLD, "1")
    awaited(served(ready))
    assert ready.done == [
        "files are kept",
        "readers come",
        "no file is packed",
        "workers are ended",
    ]
