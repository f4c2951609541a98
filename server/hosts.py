"""Under which names the atlas answers, where its operator lists them (``server.allowedHosts``)."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from geo.i18n import Words
from server.asked import header, language_asked, path_in_app

HEALTH = "_stcore/health"
"""Asked by whoever watches over the app, by its number on the network."""


class AllowedHosts:
    """Holds every request over HTTP to the list that Streamlit holds its websocket to.

    So no page of another name that was led to this server (DNS rebinding) reads from it.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say that the name is none of the atlas's."""
        if (
            scope["type"] != "http"
            or is_host_allowed(header(scope, b"host"))
            or path_in_app(scope) == HEALTH
        ):
            await self.app(scope, receive, send)
            return
        words = Words(language_asked(scope))
        refusal = PlainTextResponse(words.say("The atlas is not found under this name."), 421)
        await refusal(scope, receive, send)
