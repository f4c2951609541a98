"""What a request asks the server for: page, parameters, language, and where the atlas is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from geo.ties.view import LANGUAGES

Scope = MutableMapping[str, Any]
"""A request as ASGI describes it."""

LONGEST_QUERY = 4000
"""Characters of the parameters of an address; a whole view with every country has a thousand."""
HOST = re.compile(r"[A-Za-z0-9.\-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?", re.ASCII)


def path_in_app(scope: Scope) -> str | None:
    """The path of a request below the app's own, without slashes; nothing if it is elsewhere."""
    path = str(scope["path"]).removeprefix(str(scope.get("root_path", ""))).strip("/")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    if base and path != base and not path.startswith(f"{base}/"):
        return None
    return path.removeprefix(base).strip("/")


def parameters(scope: Scope) -> dict[str, list[str]]:
    """The parameters of a request, as far as :data:`LONGEST_QUERY` goes."""
    text = bytes(scope.get("query_string", b""))[:LONGEST_QUERY].decode("latin-1")
    return parse_qs(text, keep_blank_values=True)


def headers(scope: Scope, name: bytes) -> list[str]:
    """All headers of a request with a name, in their order."""
    known: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return [value.decode("latin-1") for key, value in known if key == name]


def header(scope: Scope, name: bytes) -> str:
    """A header of a request; empty if it has none."""
    return next(iter(headers(scope, name)), "")


def language(scope: Scope) -> str:
    """The language that a browser asks for first: Chinese for any Chinese, else English."""
    first = header(scope, b"accept-language").strip().lower()
    return LANGUAGES[0] if first.startswith("zh") else LANGUAGES[1]


def language_asked(scope: Scope) -> str:
    """The language that an address names plainly, else the browser's: for what is said unread."""
    named = parameters(scope).get("lang", ())
    return next((lang for lang in named if lang in LANGUAGES), language(scope))


def on_phone(scope: Scope) -> bool:
    """Whether a browser introduces itself as a phone's."""
    return of_phone(header(scope, b"user-agent"))


def of_phone(user_agent: str) -> bool:
    """Whether a phone's browser introduces itself so; the page, too, guesses its width by it."""
    return "Mobi" in user_agent


LOOPBACK = re.compile(r"https?://(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/]")


def site_for_others(scope: Scope) -> str:
    """The same; empty where only this machine knows it by that name."""
    found = site(scope)
    return "" if LOOPBACK.match(found) else found


def site(scope: Scope) -> str:
    """Where the reader found the atlas, with a slash at the end; empty if that makes no sense."""
    forwarded = header(scope, b"x-forwarded-proto").split(",")[0].strip()
    scheme = forwarded if forwarded in ("http", "https") else str(scope.get("scheme", "http"))
    host = header(scope, b"x-forwarded-host").split(",")[0].strip() or header(scope, b"host")
    if not HOST.fullmatch(host) or not is_host_allowed(host):
        return ""
    base = str(scope.get("root_path", "")) + "/" + str(st.get_option("server.baseUrlPath") or "")
    below = base.strip("/")
    return f"{scheme}://{host}/{below}/" if below else f"{scheme}://{host}/"
