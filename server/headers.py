"""Headers that every answer carries: what a page may load, whom it tells of itself, and to whom."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INDEX = Path(st.__file__).parent / "static" / "index.html"
"""The page that Streamlit sends, whatever its address."""
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
EVERYWHERE = {
    # What is sent is what it says it is, and no file of a reader becomes a page.
    "x-content-type-options": "nosniff",
    # The address holds the reader's whole view: others are not told it.
    "referrer-policy": "same-origin",
    # Copying and the whole screen are used; the rest no page of ours, nor one in a frame, asks for.
    "permissions-policy": ", ".join(
        [
            "clipboard-write=(self)",
            "fullscreen=(self)",
            *(
                f"{name}=()"
                for name in (
                    "accelerometer",
                    "camera",
                    "display-capture",
                    "geolocation",
                    "gyroscope",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "usb",
                )
            ),
        ]
    ),
}
"""Headers that are the same on every answer, but for :data:`OF_DOCUMENTS`."""
SCRIPTS = ("text/javascript", "application/javascript")
SCRIPT_POLICY = "default-src 'self'; script-src 'self' blob:; object-src 'none'"
"""What a worker may load, which is under the policy of its own script's answer; for all other
scripts that of their page holds. It is short, as a page fetches a hundred of them."""
OF_DOCUMENTS = "permissions-policy"
"""The header that says something to a document alone, and is long."""


def page_policy(frame_ancestors: str) -> str:
    """The Content Security Policy of pages: no other host, no ``eval``.

    Args:
        frame_ancestors: as :class:`server.settings.Settings` has them.
    """
    return _written(
        {
            "default-src": "'self'",
            # blob: Streamlit runs the script of each of our components from one. The hash is that
            # of the one script written into its page.
            "script-src": " ".join(["'self'", "blob:", *_hashes(INDEX.read_text("utf-8"))]),
            # Streamlit's styles are written by its scripts as elements and attributes.
            "style-src": "'self' 'unsafe-inline'",
            # data: legends and icons; blob: pictures on their way to the clipboard.
            "img-src": "'self' data: blob:",
            # data: a font of Streamlit's own, written into its styles.
            "font-src": "'self' data:",
            "object-src": "'none'",
            "frame-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": frame_ancestors,
        }
    )


def file_policy(frame_ancestors: str) -> str:
    """The policy of all else: a file that is opened as a page, an SVG, loads and runs nothing.

    Args:
        frame_ancestors: as :class:`server.settings.Settings` has them.
    """
    return _written(
        {
            "default-src": "'none'",
            "style-src": "'unsafe-inline'",
            "sandbox": "",
            "frame-ancestors": frame_ancestors,
        }
    )


class SecurityHeaders:
    """Writes the headers into every answer over HTTP.

    Args:
        app: what answers.
        frame_ancestors: as :class:`server.settings.Settings` has them.
    """

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self.app = app
        self.of_pages = page_policy(frame_ancestors)
        self.of_files = file_policy(frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(EVERYWHERE)
                kind = headers.get("content-type", "")
                headers["content-security-policy"] = self._policy(kind)
                if kind.startswith(SCRIPTS):
                    del headers[OF_DOCUMENTS]
            await send(message)

        await self.app(scope, receive, with_headers)

    def _policy(self, kind: str) -> str:
        """The policy of an answer by its content type."""
        if kind.startswith(SCRIPTS):
            return SCRIPT_POLICY
        return self.of_pages if kind.startswith("text/html") else self.of_files


def _hashes(html: str) -> list[str]:
    """The scripts that are written into a page, as a policy names them."""
    found = INLINE_SCRIPT.findall(html)
    return [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in found]


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}".strip() for name, value in directives.items())
