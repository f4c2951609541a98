"""A Nominatim on this computer: answers /search as one would, or as one should not."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geo.place.geocoding_host import Host


def place(lat: Any = "48.1486", lon: Any = "17.1077", **other: Any) -> dict[str, Any]:
    """A place as ``format=json`` of Nominatim has one."""
    return {
        "place_id": 1,
        "lat": lat,
        "lon": lon,
        "class": "place",
        "type": "village",
        "display_name": "Smallville, Wide County, Land",
        "address": {"village": "Smallville", "state": "Wide County", "country_code": "sk"},
        "namedetails": {"name": "Malá Ves", "name:en": "Smallville", "name:zh": "小村"},
        **other,
    }


@dataclass
class Said:
    """An answer.

    Attributes:
        body: text, or what becomes JSON.
        pause: seconds before it.
        drops: pieces it comes in, each after the pause.
    """

    body: Any = "[]"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    drops: int = 1


@dataclass
class Server:
    """What it answers to each name, and what it was asked."""

    port: int
    answers: dict[str, Said]
    asked: list[dict[str, str]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    @property
    def host(self) -> Host:
        return Host("http", f"127.0.0.1:{self.port}")

    @property
    def names(self) -> list[str]:
        return [one["q"] for one in self.asked]


@contextmanager
def serving(**answers: Said) -> Iterator[Server]:
    """A server that has answers for some names, ``other`` for the rest, and ends with the block."""
    server: Server

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(address.query).items()}
            server.at.append(time.monotonic())
            server.asked.append({**asked, "path": address.path, **self.headers})
            said = server.answers.get(asked["q"], server.answers.get("other", Said()))
            self._answer(said)

        def _answer(self, said: Said) -> None:
            text = said.body if isinstance(said.body, str) else json.dumps(said.body)
            body = text.encode()
            if said.drops == 1:
                time.sleep(said.pause)
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.end_headers()
            size = -(-len(body) // said.drops) or 1
            try:
                for start in range(0, len(body), size):
                    if said.drops > 1:
                        time.sleep(said.pause)
                    self.wfile.write(body[start : start + size])
            except OSError:
                pass  # who asked has gone

        def log_message(self, *_: Any) -> None:
            """Nothing: the test says what it needs."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.daemon_threads = True
        server = Server(listening.server_address[1], answers)
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()
