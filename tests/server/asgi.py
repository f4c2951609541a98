"""Asks a part of the server as ASGI asks it, without a network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Scope

RUNNER, ELSEWHERE = asyncio.Runner(), ThreadPoolExecutor(1)
"""One loop for all that is asked: to begin one takes longer than most answers. In a thread of its
own, for a browser of the same process may keep another running."""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def scope_of(path: str, query: bytes = b"", peer: str = "127.0.0.1", **headers: str) -> Scope:
    """A request as a server hands it on; headers are written with underscores."""
    sent = {"host": "127.0.0.1"} | {key.replace("_", "-"): val for key, val in headers.items()}
    return {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query,
        "headers": [(key.encode(), value.encode("latin-1")) for key, value in sent.items()],
        "client": (peer, 50000),
    }


def answer_of(app: ASGIApp, scope: Scope) -> Answer:
    """What an app answers to a request."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def asked() -> None:
        await app(scope, receive, send)

    ELSEWHERE.submit(RUNNER.run, asked()).result()
    headers = {key.decode(): value.decode("latin-1") for key, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:]))
