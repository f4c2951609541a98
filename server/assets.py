"""Code, fonts and land on their way to the browser: compressed once, and kept there for good.

Streamlit sends its own code as it lies on the disk, because compressing it for every reader would
cost more than it saves; here it is done once for all readers. What the atlas itself serves has no
word on how long it may be kept: an address with the start of the file's SHA-256 in it (``?v=``)
may be kept for ever, since another content has another address.
"""

from __future__ import annotations

from anyio import to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.asked import header, parameters, path_in_app
from server.packing import Stored, stored_file

FOLDERS = ("static/", "app/static/")
"""Where files lie: Streamlit's own, and the atlas's."""
FOR_GOOD = b"public, max-age=31536000, immutable"
ASKED_AGAIN = b"no-cache"
"""Kept, but asked for again each time; an unchanged file is not sent again."""


class Assets:
    """Compresses files as they go out, and says how long they may be kept.

    There are as many as lie in the two folders, some three hundred, 7 MB compressed.

    Args:
        app: what sends the files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._stored: dict[tuple[str, bytes], Stored] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all that is no file, and parts of files."""
        path = path_in_app(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if path is None or not path.startswith(FOLDERS) or header(scope, b"range"):
            await self.app(scope, receive, send)
            return
        parts: list[Message] = []

        async def hold(message: Message) -> None:
            parts.append(message)

        plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        await self.app(dict(scope, headers=plain), receive, hold)
        for message in await self._sent(parts, scope, path):
            await send(message)

    async def _sent(self, parts: list[Message], scope: Scope, path: str) -> list[Message]:
        """An answer as it goes out."""
        headers = dict(parts[0]["headers"])
        own = path.startswith(FOLDERS[1])
        kind = headers.get(b"content-type", b"").split(b";")[0]
        if parts[0]["status"] != 200 or b"etag" not in headers or kind == b"text/html":
            return parts
        body = b"".join(part.get("body", b"") for part in parts[1:])
        name = (path, headers[b"etag"])
        stored = self._stored.get(name)
        if stored is None:
            stored = self._stored[name] = await to_thread.run_sync(stored_file, body, kind)
        if own:
            asked = parameters(scope).get("v", [""])[0]
            headers[b"cache-control"] = FOR_GOOD if asked == stored.version else ASKED_AGAIN
        if stored.gzip is not None:
            headers[b"vary"] = b"Accept-Encoding"
            packed = stored.packed(header(scope, b"accept-encoding"))
            if packed:
                body, headers[b"content-encoding"] = packed
                headers[b"etag"] = b"W/" + headers[b"etag"].removeprefix(b"W/")
                headers.pop(b"accept-ranges", None)
        start = dict(parts[0])
        if headers[b"etag"].removeprefix(b"W/").decode() in header(scope, b"if-none-match"):
            # Streamlit sends the atlas's files again, whatever the browser has of them
            start["status"], body = 304, b""
            headers.pop(b"content-length", None)
        else:
            headers[b"content-length"] = str(len(body)).encode()
        start["headers"] = list(headers.items())
        return [start, {"type": "http.response.body", "body": body}]
