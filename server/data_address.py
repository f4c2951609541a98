"""The data address of every view: its address with ``.csv`` behind the page, or ``as=csv`` in it.

``/same_country.csv?country=JP`` answers with the ties of that view, ``/choice.png?lang=zh`` with
the picture of that page. Nothing of a request is kept but what the caches of pictures keep.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from geo.export.file_names import file_name
from geo.export.pages import page_called
from geo.export.view_file import (
    MEDIA,
    PICTURES,
    ViewFile,
    made,
    tag,
)
from geo.i18n import Words
from geo.ties.roster import Roster
from server.asked import header, language_asked, parameters, path_in_app
from server.clients import TokenBuckets, client_of
from server.faults import note
from server.reading import Refusal, data_of_the_atlas, file_asked
from server.settings import Settings

FILE = re.compile(rf"(?P<page>[\w-]*)\.(?P<kind>{'|'.join(MEDIA)})", re.ASCII)
MOST_PICTURES = 4
"""Pictures that may be waited for at once; who asks for one more is asked to come again."""
SECONDS_TO_COME_AGAIN = 5
PRICE_OF_PICTURE = 4
"""For how many tables a picture counts in what one client may ask for."""
SECONDS_KEPT = 300
"""So long a file may be shown without asking whether it is still the same."""


class DataAddress(BaseRoute):
    """The route of all data addresses, wherever the app lives (``server.baseUrlPath``).

    Args:
        settings: how often one client may ask.
    """

    def __init__(self, settings: Settings) -> None:
        self._buckets = TokenBuckets(settings.requests_a_minute)
        self._proxies = settings.trusted_proxies
        self._waiting = 0
        self._limit: CapacityLimiter | None = None

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for a file of a view: by the end of its path or by ``as``."""
        if scope["type"] != "http":
            return Match.NONE, {}
        path = path_in_app(scope)
        if path is None:
            return Match.NONE, {}
        found = FILE.fullmatch(path)
        if found:
            page, kind = found["page"], found["kind"]
            known = page_called(page) is not None
            if known or kind in ("csv", "geojson"):  # Streamlit has files of its own of the others
                return Match.FULL, {"data_address": (page, kind)}
        kinds = parameters(scope).get("as") if page_called(path) is not None else None
        if kinds:
            return Match.FULL, {"data_address": (path, ",".join(kinds))}
        return Match.NONE, {}

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
            answer = await self._answer(scope)
        except Refusal as refusal:
            answer = _refused(refusal)
        except Exception as fault:
            answer = _refused(_noted(fault, scope))
        answer.headers["access-control-allow-origin"] = "*"  # public data, asked without cookies
        await answer(scope, receive, send)

    def _check_frequency(self, scope: Scope) -> None:
        """Nothing, for a client that has not asked too often.

        Raises:
            Refusal: it has.
        """
        price = PRICE_OF_PICTURE if scope["data_address"][1] in PICTURES else 1
        client = client_of(scope, self._proxies)
        wait = ceil(self._buckets.seconds_to_wait(client, price))
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

    async def _answer(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("Method Not Allowed", 405, {"allow": "GET, HEAD"})
        roster = await to_thread.run_sync(data_of_the_atlas, scope)
        asked = await to_thread.run_sync(file_asked, scope, roster)
        name = f'W/"{tag(asked, roster)}"'
        headers = _headers(asked, name, scope)
        if name in header(scope, b"if-none-match"):
            return Response(status_code=304, headers=headers)
        content = await self._made(asked, roster)
        return Response(content, 200, headers, MEDIA[asked.kind])

    async def _made(self, asked: ViewFile, roster: Roster) -> bytes:
        """The file; no reader's page waits for it."""
        words = Words(asked.view.lang)
        if asked.kind not in PICTURES:
            return await to_thread.run_sync(made, asked, roster)
        if self._waiting >= MOST_PICTURES:
            raise Refusal(
                503,
                words.say("Too many pictures are being made at the moment; try again in a while."),
                SECONDS_TO_COME_AGAIN,
            )
        self._limit = self._limit or CapacityLimiter(MOST_PICTURES)
        self._waiting += 1
        try:
            return await to_thread.run_sync(made, asked, roster, limiter=self._limit)
        except ValueError as fault:
            raise Refusal(503, str(fault), SECONDS_TO_COME_AGAIN) from fault
        finally:
            self._waiting -= 1


def _refused(refusal: Refusal) -> Response:
    headers = {"cache-control": "no-store"}
    if refusal.wait:
        headers["retry-after"] = str(refusal.wait)
    return PlainTextResponse(refusal.sentence, refusal.status, headers)


def _noted(fault: Exception, scope: Scope) -> Refusal:
    """What is answered where something went wrong that nobody thought of."""
    page, kind = scope["data_address"]
    lang = language_asked(scope)
    sentence = Words(lang).say("Something went wrong, and this file cannot be made. It is noted.")
    note(
        fault,
        f"{kind if kind in MEDIA else 'file'} of page “{page_called(page) or 'map'}” ({lang})",
        "500 and a sentence",
    )
    return Refusal(500, sentence)


def _headers(asked: ViewFile, name: str, scope: Scope) -> dict[str, str]:
    what = asked.picture if asked.kind in PICTURES else asked.table or "ties"
    headers = {
        "etag": name,
        "cache-control": f"public, max-age={SECONDS_KEPT}",
        "content-language": "zh-Hans" if asked.view.lang == "zh" else "en",
        "content-disposition": f'inline; filename="{file_name(asked.view, what, asked.kind)}"',
    }
    if b"lang=" not in scope.get("query_string", b""):
        headers["vary"] = "Accept-Language"
    return headers
