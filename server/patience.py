"""A second look for what a page has handed over and Streamlit has put away for a moment.

Streamlit keeps what a page hands to the browser as long as the session's last run refers to it. A
run that begins forgets what the one before referred to, and refers to it anew when it gets there;
if another reader's run ends in between, the file is deleted and comes back under the same address.
A browser that asks just then would have no map, or no table, until the page is loaded again.
"""

from __future__ import annotations

from anyio import sleep
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.asked import path_in_app

HANDED_OVER = "media/"
"""Where Streamlit serves what pages hand over, below the app."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between one look and the next: a page takes no longer from its start to what it shows."""


class Patience:
    """Looks again for a file that is not there, some seconds long.

    Args:
        app: what sends the files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; all but those for such files are passed on as they are."""
        if scope["type"] == "http" and (path_in_app(scope) or "").startswith(HANDED_OVER):
            for pause in PAUSES:
                if await self._answered(scope, receive, send):
                    return
                await sleep(pause)
        await self.app(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Whether there is something; only then is it sent."""
        there = True

        async def send_what_is_there(message: Message) -> None:
            nonlocal there
            if message["type"] == "http.response.start":
                there = message["status"] != 404
            if there:
                await send(message)

        await self.app(scope, receive, send_what_is_there)
        return there
