"""The data address of every view: its address with ``.csv`` behind the page, or ``as=csv`` in it.

``/same_country.csv?country=JP`` answers with the ties of that view, ``/choice.png?lang=zh`` with
the picture of that page. Nothing of a request is kept but what the caches of pictures keep.
"""

from __future__ import annotations

import re

from anyio import CapacityLimiter, to_thread
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

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
from server.asked import parameters, path_in_app
from server.reading import Refusal, data_of_the_atlas, file_asked
from server.route import FileRoute, file_headers, known_to_reader, weak_tag
from server.settings import Settings

FILE = re.compile(rf"(?P<page>[\w-]*)\.(?P<kind>{'|'.join(MEDIA)})", re.ASCII)
MOST_PICTURES = 4
"""Pictures that may be waited for at once; who asks for one more is asked to come again."""
SECONDS_TO_COME_AGAIN = 5
PRICE_OF_PICTURE = 4
"""For how many tables a picture counts in what one client may ask for."""
SECONDS_KEPT = 300
"""So long a file may be shown without asking whether it is still the same."""


class DataAddress(FileRoute):
    """The route of all data addresses.

    Args:
        settings: how often one client may ask.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
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

    def price(self, scope: Scope) -> int:
        """A picture counts several times."""
        return PRICE_OF_PICTURE if scope["data_address"][1] in PICTURES else 1

    def called(self, scope: Scope) -> str:
        """Kind and page of the file."""
        page, kind = scope["data_address"]
        return f"{kind if kind in MEDIA else 'file'} of page “{page_called(page) or 'map'}”"

    async def answer(self, scope: Scope) -> Response:
        """The file that a request asks for, or that it is still the same."""
        roster = await to_thread.run_sync(data_of_the_atlas, scope)
        asked = await to_thread.run_sync(file_asked, scope, roster)
        name = weak_tag(tag(asked, roster))
        headers = _headers(asked, name, scope)
        if known_to_reader(scope, name):
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


def _headers(asked: ViewFile, tag_written: str, scope: Scope) -> dict[str, str]:
    what = asked.picture if asked.kind in PICTURES else asked.table or "ties"
    name = file_name(asked.view, what, asked.kind)
    headers = file_headers(scope, tag_written, name, asked.view.lang, SECONDS_KEPT)
    if asked.kind == "svg":
        headers["content-security-policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        )
    return headers
