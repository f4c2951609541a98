"""A server on this machine that speaks as the register does, and others that do not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


class Register(ThreadingHTTPServer):
    """What it does is ``answer``; what it was asked stands in ``requests``."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answer: Callable[[Handler], None]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.closing = Event()

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A reader who has hung up is no error."""


class Handler(BaseHTTPRequestHandler):
    server: Register

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.command, self.path, dict(self.headers), body))
        self.server.answer(self)

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""

    def give(self, content: bytes, status: int = 200, **head: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(content))} | head).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def drip(self, letters: bytes) -> None:
        """A letter every now and then, for ever."""
        while not self.server.closing.wait(0.05):
            self.wfile.write(letters)
            self.wfile.flush()


@contextmanager
def serving(answer: Callable[[Handler], None]) -> Iterator[Register]:
    server = Register(answer)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def row(
    prov: str, city: str, partner: str, country: str, day: Any = "", **more: Any
) -> dict[str, Any]:
    """A row with the fields that the register is known to give."""
    of_pair = {"prov": prov, "city": city, "w_city": partner, "w_country": country, "qzsj": day}
    return of_pair | {"jhsj": str(day)[:4], "sn": "0001"} | more


def answer_of(*rows: Any) -> bytes:
    """An answer in the shape that is known."""
    return json.dumps({"data": {"lists": rows}}).encode()
