"""What every address that answers with a file has in common: its head, and how it refuses."""

from __future__ import annotations

from math import ceil
from typing import Any

from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send

from geo.i18n import LANGUAGE_TAG, Words
from server.asked import header, language_asked
from server.clients import TokenBuckets, client_of
from server.faults import note
from server.reading import Refusal
from server.settings import Settings


class FileRoute(BaseRoute):
    """A route that answers with a file, wherever the app lives (``server.baseUrlPath``).

    Args:
        settings: how often one client may ask.
    """

    def __init__(self, settings: Settings) -> None:
        self._buckets = TokenBuckets(settings.requests_a_minute)
        self._proxies = settings.trusted_proxies

    def url_path_for(self, name: str, /, **path_params: Any) -> Any:
        """None: nothing asks for these addresses by a name.

        Raises:
            LookupError: always.
        """
        raise LookupError(name)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        try:
            self._check_frequency(scope)
            answer = (
                await self.answer(scope)
                if scope["method"] in ("GET", "HEAD")
                else PlainTextResponse("Method Not Allowed", 405, {"allow": "GET, HEAD"})
            )
        except Refusal as refusal:
            answer = _refused(refusal)
        except Exception as fault:
            answer = _refused(self._noted(fault, scope))
        answer.headers["access-control-allow-origin"] = "*"  # public data, asked without cookies
        await answer(scope, receive, send)

    def _check_frequency(self, scope: Scope) -> None:
        """Nothing, for a client that has not asked too often.

        Raises:
            Refusal: it has.
        """
        client = client_of(scope, self._proxies)
        wait = ceil(self._buckets.seconds_to_wait(client, self.price(scope)))
        if wait:
            words = Words(language_asked(scope))
            raise Refusal(
                429,
                words.say(
                    "Too many requests from your network address; ask again in {seconds} s.",
                    seconds=wait,
                ),
                wait,
            )

    def _noted(self, fault: Exception, scope: Scope) -> Refusal:
        """What is answered where something went wrong that nobody thought of."""
        lang = language_asked(scope)
        note(fault, f"{self.called(scope)} ({lang})", "500 and a sentence")
        return Refusal(
            500, Words(lang).say("Something went wrong, and this file cannot be made. It is noted.")
        )

    def price(self, scope: Scope) -> int:
        """For how many requests this one counts in what one client may ask for."""
        return 1

    def called(self, scope: Scope) -> str:
        """What is asked for, as the log names it: nothing that a reader typed.

        Args:
            scope: a request that this route matches.
        """
        raise NotImplementedError

    async def answer(self, scope: Scope) -> Response:
        """The answer to a request.

        Raises:
            Refusal: the request is not understood, or cannot be served now.
        """
        raise NotImplementedError


def _refused(refusal: Refusal) -> Response:
    headers = {"cache-control": "no-store"}
    if refusal.wait:
        headers["retry-after"] = str(refusal.wait)
    return PlainTextResponse(refusal.sentence, refusal.status, headers)


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
        "content-language": LANGUAGE_TAG[lang],
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
