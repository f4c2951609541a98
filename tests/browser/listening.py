"""What goes wrong in the browser without a reader seeing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Page

CONNECTION = re.compile(
    r"_stcore|ERR_CONNECTION|WebSocket|server is not responding|/media/\w+\."
    r"|DoInitPings|Connection timed out",
    re.IGNORECASE,
)
"""What a browser complains of while the server is away, and with it the files of its pages."""

PROBE = re.compile(r"/\w+/_stcore/(health|host-config)\b")
"""Where Streamlit's own client looks first for its server when a page is opened by its address."""


class Listener:
    """Hears console errors, errors of scripts, dialogs, failed requests, requests to other hosts.

    Args:
        heard: a page, or a whole browser context with all its pages.
        host: scheme, name and port of the server: the only host that may be asked.
    """

    def __init__(self, heard: Page | BrowserContext, host: str) -> None:
        self.host, self.faults = host, list[str]()
        self._server_may_be_away = False
        heard.on("console", self._console)
        if isinstance(heard, Page):
            heard.on("pageerror", lambda error: self._fault(f"page error: {error}"))
            self._sockets(heard)
        else:
            heard.on("weberror", lambda error: self._fault(f"page error: {error.error}"))
            heard.on("page", self._sockets)
        heard.on("dialog", self._dialog)
        heard.on("request", self._request)
        heard.on("requestfailed", self._failed)
        heard.on("response", self._response)

    def told(self) -> list[str]:
        """The faults heard since last asked."""
        faults, self.faults = self.faults, []
        return faults

    @contextmanager
    def server_away(self) -> Iterator[None]:
        """While the server is restarted, a lost connection is no fault."""
        self._server_may_be_away = True
        yield
        self._server_may_be_away = False

    def _fault(self, said: str) -> None:
        if PROBE.search(said) and "404" in said:
            return
        if not (self._server_may_be_away and CONNECTION.search(said)):
            self.faults.append(said)

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self._fault(f"console: {message.text} ({message.location.get('url', '')})")

    def _dialog(self, dialog: Any) -> None:
        self._fault(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.host + "/", "blob:", "data:")):
            self._fault(f"request to another host: {request.url}")

    def _sockets(self, page: Page) -> None:
        own = self.host.replace("http:", "ws:") + "/"
        page.on(
            "websocket",
            lambda socket: (
                socket.url.startswith(own) or self._fault(f"socket to another host: {socket.url}")
            ),
        )

    def _failed(self, request: Any) -> None:
        """A request that the browser itself gave up, because the page was left, is no fault."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self._fault(f"failed: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self._fault(f"status {response.status}: {response.url}")
