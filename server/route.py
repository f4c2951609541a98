"""What every address that answers with a file has in common: its head, and how it refuses."""

from __future__ import annotations

from typing import Any

from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send

from server.asked import header
from server.reading import Refusal


class FileRoute(BaseRoute):
    """A route that answers with a file, wherever the app lives (``server.baseUrlPath``)."""

    def url_path_for(self, name: str, /, **path_params: Any) -> Any:
        """None: nothing asks for these addresses by a name.

        Raises:
            LookupError: always.
        """
        raise LookupError(name)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        try:
            answer = (
                await self.answer(scope)
                if scope["method"] in ("GET", "HEAD")
                else PlainTextResponse("Method Not Allowed", 405, {"allow": "GET, HEAD"})
            )
        except Refusal as refusal:
            answer = PlainTextResponse(
                refusal.sentence, refusal.status, {"cache-control": "no-store"}
            )
            if refusal.status == 503:
                answer.headers["retry-after"] = "5"
        answer.headers["x-content-type-options"] = "nosniff"
        answer.headers["access-control-allow-origin"] = "*"  # public data, asked without cookies
        await answer(scope, receive, send)

    async def answer(self, scope: Scope) -> Response:
        """The answer to a request.

        Raises:
            Refusal: the request is not understood, or cannot be served now.
        """
        raise NotImplementedError


def file_headers(scope: Scope, tag: str, name: str, lang: str, seconds: int) -> dict[str, str]:
    """What is sent before a file.

    Args:
        tag: as :func:`weak_tag` writes it.
        name: of the file.
        lang: of the view.
        seconds: so long it may be shown without asking whether it is still the same.
    """
    headers = {
        "etag": tag,
        "cache-control": f"public, max-age={seconds}",
        "content-language": "zh-Hans" if lang == "zh" else "en",
        "content-disposition": f'inline; filename="{name}"',
    }
    if b"lang=" not in scope.get("query_string", b""):
        headers["vary"] = "Accept-Language"
    return headers


def weak_tag(content: str) -> str:
    """A name for the content of a file as HTTP writes it."""
    return f'W/"{content}"'


def known_to_reader(scope: Scope, tag: str) -> bool:
    """Whether the reader has this very file already."""
    return tag in header(scope, b"if-none-match")
