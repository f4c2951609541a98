"""The head of every page: its title, its language, what a shared link shows, its first words."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from anyio import to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.export.pages import PAGES, page_called
from geo.export.view_file import asked_view, figure_asked
from geo.figures.catalogue import figure_of, own_view
from geo.figures.figure import Figure
from geo.figures.scene import Scene
from geo.i18n import LANGUAGE_TAG
from geo.i18n.escape import in_html
from geo.style.colours import GROUNDS
from geo.ties.roster import load_roster
from server.asked import header, language, on_phone, parameters, path_in_app, site
from server.faults import note
from server.first_words import first_words
from server.preload import links

CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
"""Headers with which the server would not send the page as it is."""
OTHER_FONT = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
"""Streamlit's own typeface, 170 KB, which a browser would fetch first and no page of ours shows."""


class PageHead:
    """Writes into every page that is sent what it leads to, so that a shared link says it.

    Args:
        app: what sends the pages.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all that is no page, and pages with a head of their own."""
        path = path_in_app(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        page = None if path is None else page_called(path)
        if page is None:
            await self.app(scope, receive, send)
            return
        parts: list[Message] = []

        async def hold(message: Message) -> None:
            parts.append(message)

        plain = [pair for pair in scope["headers"] if pair[0] not in CONDITIONS]
        await self.app(dict(scope, headers=plain), receive, hold)
        for message in await to_thread.run_sync(rewritten, parts, scope, page):
            await send(message)


def rewritten(parts: list[Message], scope: Scope, page: str) -> list[Message]:
    """An answer with the head of its page, if it is a page."""
    headers = dict(parts[0]["headers"])
    if not headers.get(b"content-type", b"").startswith(b"text/html"):
        return parts
    html = b"".join(part.get("body", b"") for part in parts[1:]).decode()
    try:
        body = with_head(html, scope, page).encode()
    except (ValueError, OSError):  # the data cannot be read: the page itself says so
        return parts
    except Exception as fault:
        note(fault, f"head of page “{page or 'map'}”", "the page, without a head of its own")
        return parts
    dropped = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
    kept = [pair for pair in parts[0]["headers"] if pair[0] not in dropped]
    kept.append((b"vary", b"Accept-Language, Accept-Encoding"))
    if "gzip" in header(scope, b"accept-encoding"):
        body = gzip.compress(body, 6, mtime=0)
        kept.append((b"content-encoding", b"gzip"))
    kept.append((b"content-length", str(len(body)).encode()))
    return [dict(parts[0]) | {"headers": kept}, {"type": "http.response.body", "body": body}]


def with_head(html: str, scope: Scope, page: str) -> str:
    """A page with its title, its language, the tags that previews of links read, its first words.

    A presentation has no first words: it is one picture.
    """
    asked = asked_page(scope, page)
    title, tags = head(asked, scope)
    lang = LANGUAGE_TAG[asked.scene.view.lang]
    html = re.sub(r'<html lang="[^"]*"', f'<html lang="{lang}"', html, count=1)
    html = OTHER_FONT.sub("", html, count=1)
    written = f"<title>{in_html(title)}</title>" + "".join(
        f'<meta {"property" if name.startswith("og:") else "name"}="{name}" '
        f'content="{in_html(value)}">'
        for name, value in tags.items()
    )
    html = re.sub(r"<title>.*?</title>", lambda _: written, html, count=1)
    presented = "present" in parameters(scope)
    fetched = links(asked.scene.view, "slides" if presented else page, on_phone(scope))
    html = html.replace("</head>", f"{fetched}</head>", 1)
    if presented:
        return html
    first = first_words(asked.scene, page, asked.key if page == "slides" else PAGES[page].figure)
    return re.sub(r"<body[^>]*>", lambda found: found[0] + first, html, count=1)


@dataclass(frozen=True)
class AskedPage:
    """A page that a request asks for.

    Attributes:
        page: its part of the address.
        key: of the figure that speaks for it.
        scene: of the view as the address has it.
        figure: the figure.
    """

    page: str
    key: str
    scene: Scene
    figure: Figure


def asked_page(scope: Scope, page: str) -> AskedPage:
    """The page that a request asks for, with the figure that speaks for it.

    Raises:
        ValueError, OSError: the data cannot be read.
    """
    query, roster = parameters(scope), load_roster()
    view, _ = asked_view(query, roster, language(scope))
    scene = Scene(roster, view, GROUNDS["light"])
    key = figure_asked(query, page, scene) or "map"
    return AskedPage(
        page, key, scene, figure_of(Scene(roster, own_view(view, key), scene.ground), key)
    )


def head(asked: AskedPage, scope: Scope) -> tuple[str, dict[str, str]]:
    """Title and tags of the page that a request asks for."""
    page, figure, view = asked.page, asked.figure, asked.scene.view
    words = asked.scene.words
    name = words.say("Friendship-city atlas")
    address = view.to_query(asked.scene.roster)
    address |= {"picture": [asked.key]} if page == "slides" else {}
    picture = f"{page}.png?{urlencode(address, doseq=True)}"
    finding = f"{figure.title} ({figure.supposes})" if figure.supposes else figure.title
    tags: dict[str, Any] = {
        "description": finding,
        "og:type": "website",
        "og:site_name": name,
        "og:title": finding,
        "og:description": figure.subtitle,
        "og:locale": "zh_CN" if view.lang == "zh" else "en_GB",
    }
    found = site(scope)
    if found:
        tags |= {
            "og:url": f"{found}{page}?{urlencode(address, doseq=True)}",
            "og:image": f"{found}{picture}",
            "og:image:width": "1920",
            "og:image:height": "1080",
            "og:image:alt": finding,
            "twitter:card": "summary_large_image",
        }
    return f"{words.say(PAGES[page].title)} · {name}", tags
