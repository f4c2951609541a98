"""What is put away for a moment is found when it is back; what is gone is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server import patience
from server.patience import PAUSES, Patience
from tests.server.asgi import answer_of, scope_of


class Store:
    """Answers with a status after the other, and with the last of them from then on."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.asked = list(statuses), 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = self.statuses[min(self.asked, len(self.statuses) - 1)]
        self.asked += 1
        await Response(f"answer {self.asked}", status)(scope, receive, send)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(patience, "PAUSES", tuple(pause / 1000 for pause in PAUSES))
    yield


def test_a_file_that_comes_back_is_sent_once() -> None:
    store = Store(404, 404, 200)
    answer = answer_of(Patience(store), scope_of("/media/4d26.json"))
    assert (answer.status, answer.text, store.asked) == (200, "answer 3", 3)


def test_a_file_that_is_there_is_asked_for_once() -> None:
    store = Store(200)
    assert answer_of(Patience(store), scope_of("/media/4d26.json")).status == 200
    assert store.asked == 1


def test_a_file_that_stays_away_is_said_to_be_missing() -> None:
    store = Store(404)
    assert answer_of(Patience(store), scope_of("/media/4d26.json")).status == 404
    assert store.asked == len(PAUSES) + 1


@pytest.mark.parametrize("path", ["/", "/static/js/gone.js", "/data.csv", "/app/media/x"])
def test_nothing_else_is_waited_for(path: str) -> None:
    store = Store(404)
    assert answer_of(Patience(store), scope_of(path)).status == 404
    assert store.asked == 1
