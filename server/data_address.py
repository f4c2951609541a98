"""The data address of every view: its address with ``.csv`` behind the page, or ``as=csv`` in it.

``/same_country.csv?country=JP`` answers with the ties of that view, ``/choice.png?lang=zh`` with
the picture of that page. Nothing of a request is kept but what the caches of pictures keep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from geo.export.file_names import file_name
from geo.export.view_file import (
    MEDIA,
    PAGES,
    PICTURES,
    ViewFile,
    asked_view,
    figure_asked,
    made,
    page_called,
    tag,
)
from geo.figures.figure import Scene
from geo.i18n import Words, mark
from geo.style.colours import GROUNDS
from geo.ties.address import names_other_list
from geo.ties.roster import Roster, load_roster
from server.asked import header, language, parameters, path_in_app, site_for_others

FILE = re.compile(rf"(?P<page>[\w-]*)\.(?P<kind>{'|'.join(MEDIA)})", re.ASCII)
NO_LIST = mark(
    "This address has cities of a reader’s own list, which only the reader’s window knows: "
    "download the files there instead."
)
LONGEST_QUERY = 4000
"""Characters of the parameters of an address; a whole view with every country has a thousand."""
MOST_PICTURES = 4
"""Pictures that may be waited for at once; who asks for one more is asked to come again."""
SECONDS_KEPT = 300
"""So long a file may be shown without asking whether it is still the same."""


@dataclass(frozen=True)
class Refusal(Exception):
    """What is wrong with an address, in a sentence.

    Attributes:
        status: of HTTP.
        sentence: in the reader's language.
    """

    status: int
    sentence: str


class DataAddress(BaseRoute):
    """The route of all data addresses, wherever the app lives (``server.baseUrlPath``)."""

    def __init__(self) -> None:
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
        if page_called(path) is not None and b"as=" in scope.get("query_string", b""):
            kinds = parameters(scope).get("as", [])
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
            answer = await self._answer(scope)
        except Refusal as refusal:
            answer = PlainTextResponse(
                refusal.sentence, refusal.status, {"cache-control": "no-store"}
            )
            if refusal.status == 503:
                answer.headers["retry-after"] = "5"
        answer.headers["x-content-type-options"] = "nosniff"
        answer.headers["access-control-allow-origin"] = "*"  # public data, asked without cookies
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("Method Not Allowed", 405, {"allow": "GET, HEAD"})
        roster = await to_thread.run_sync(load_roster)
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
            )
        self._limit = self._limit or CapacityLimiter(MOST_PICTURES)
        self._waiting += 1
        try:
            return await to_thread.run_sync(made, asked, roster, limiter=self._limit)
        except ValueError as fault:
            raise Refusal(503, str(fault)) from fault
        finally:
            self._waiting -= 1


def file_asked(scope: Scope, roster: Roster) -> ViewFile:
    """The file that a request asks for.

    Raises:
        Refusal: the request is not understood.
    """
    name, kind = scope["data_address"]
    words = Words(language(scope))
    if len(scope.get("query_string", b"")) > LONGEST_QUERY:
        raise Refusal(414, words.say("This address is too long."))
    try:
        query = parameters(scope)
    except ValueError as fault:
        raise Refusal(400, words.say("This address is too long.")) from fault
    query.pop("as", None)
    view, missed = asked_view(query, roster, words.lang)
    words = Words(view.lang)
    page = page_called(name)
    if page is None:
        raise Refusal(
            404,
            words.say(
                "There is no page “{page}” in the atlas; there are: {pages}.",
                page=name,
                pages=", ".join(filter(None, PAGES)),
            ),
        )
    if kind not in MEDIA:
        raise Refusal(
            400,
            words.say(
                "“{kind}” is not offered: choose {kinds}.", kind=kind, kinds=", ".join(MEDIA)
            ),
        )
    if names_other_list(missed):
        raise Refusal(404, words.say(NO_LIST))
    if missed:
        raise Refusal(
            400, words.say("Not understood in the address: {parts}", parts="; ".join(missed))
        )
    picture = figure_asked(query, page, Scene(roster, view, GROUNDS["light"]))
    if picture is None:
        raise Refusal(400, words.say("There is no such picture in this selection."))
    return ViewFile(view, page, kind, picture, site_for_others(scope))


def _headers(asked: ViewFile, name: str, scope: Scope) -> dict[str, str]:
    what = asked.picture if asked.kind in PICTURES else "ties"
    headers = {
        "etag": name,
        "cache-control": f"public, max-age={SECONDS_KEPT}",
        "content-language": "zh-Hans" if asked.view.lang == "zh" else "en",
        "content-disposition": f'inline; filename="{file_name(asked.view, what, asked.kind)}"',
    }
    if b"lang=" not in scope.get("query_string", b""):
        headers["vary"] = "Accept-Language"
    if asked.kind == "svg":
        headers["content-security-policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        )
    return headers
