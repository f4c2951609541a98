"""Addresses for the browser: of data handed over outside the page's messages, and of the app.

An app may live behind a path (``https://host/atlas/``), which the server knows by
``server.baseUrlPath``, or which only a proxy before it knows. So an address that the page itself
follows is relative to the page, and one that leaves the page, in a footer or in notes, begins with
the address that the reader's browser shows.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

import streamlit as st
from streamlit import runtime

from geo.ties.view import Query
from pages.parts import session

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def address_of(content: bytes, mimetype: str, name: str) -> str:
    """An address under which the browser finds ``content``, as long as the session shows it.

    The address is made from the content, so equal content is fetched once and never again; it is
    relative to the page, since all pages lie directly under the app's own path. Streamlit keeps
    its own pictures and downloads in the same store; it has no public name yet.

    Args:
        name: of the place on the page that shows it; what stood there before is forgotten.
    """
    address: str = runtime.get_instance().media_file_mgr.add(content, mimetype, name)
    return address.lstrip("/")


def app_address() -> str:
    """Where the reader's browser found the app, with a slash at the end.

    ``./`` where it does not say.
    """
    url = urlsplit(st.context.url or "")
    if not url.netloc:
        return "./"
    page = str(st.session_state.get(session.PAGE) or "")
    path = url.path.rstrip("/").removesuffix(f"/{page}" if page else "")
    return f"{url.scheme}://{url.netloc}{path}/"


def address_of_view(query: Query, page: str = "") -> str:
    """Where a view is found by whoever has its address.

    Args:
        query: the parameters of the address (:meth:`geo.ties.view.View.to_query`).
        page: the page's own part of the address; empty for the map.
    """
    return f"{app_address()}{quote(page)}?{urlencode(query, doseq=True)}"


def on_this_machine() -> bool:
    """Whether the app is found only on the machine it runs on, so that its address says nothing."""
    return (urlsplit(st.context.url or "").hostname or "localhost") in LOOPBACK


def site() -> str:
    """Where others find the app, with a slash at the end; empty where its address says nothing."""
    address = app_address()
    return "" if on_this_machine() or address == "./" else address
