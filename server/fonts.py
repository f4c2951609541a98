"""Streamlit's typefaces, as far as a page of ours shows them: a few of its icons, and no letters.

Its own code asks for both as soon as it runs: for 375 KB of icons, of which the pages and its own
buttons show a hundred and a half, and for 170 KB of letters, in which it sets what nobody reads
before it has been told our theme.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.asked import path_in_app

HERE = Path(__file__).with_name("icons")
ICONS, NAMES = HERE / "MaterialSymbols-Rounded.woff2", HERE / "names.txt"
"""The icons that are shown, and the words for them (tools/subset_icons.py)."""
ALL_ICONS, LETTERS = "static/media/MaterialSymbols-Rounded.", "static/media/SourceSansVF-Upright."
"""How the addresses of Streamlit's own begin."""
ICON = re.compile(r":material/(\w+)")
HOUSE, STREAMLIT = Path(__file__).resolve().parents[1], Path(st.__file__).parent
DAY = 86_400


class OwnFonts:
    """Answers who asks for Streamlit's typefaces with what a page needs of them.

    Args:
        app: what answers all else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all that is no typeface of Streamlit's."""
        path = path_in_app(scope) if scope["type"] == "http" else None
        answer = None if path is None else font_instead(path)
        await (answer or self.app)(scope, receive, send)


def font_instead(path: str) -> Response | None:
    """What is sent for a typeface of Streamlit's; nothing for anything else.

    Icons may be other ones under the same address tomorrow, so a browser asks for them again.

    Args:
        path: of a request below the app's own.
    """
    if path.startswith(ALL_ICONS):
        return FileResponse(ICONS, headers={"cache-control": "no-cache"})
    letters = latin() if path.startswith(LETTERS) else ""
    if letters:
        kept = {"cache-control": f"max-age={DAY}"}
        return RedirectResponse(f"../../{letters}", headers=kept)
    return None


def latin() -> str:
    """Address of our own regular Latin, as the theme names it; empty where it names none."""
    faces = st.get_option("theme.fontFaces") or ()  # whose weights Streamlit renames as it goes
    return next((face["url"] for face in faces if "Regular-Latin" in face["url"]), "")


def named() -> set[str]:
    """Icons that the code of our pages or Streamlit's own code names; some of them in examples."""
    code = [*(HOUSE / "pages").rglob("*.py"), *STREAMLIT.rglob("static/static/js/*.js")]
    return {name for path in code for name in ICON.findall(path.read_text("utf-8"))}
