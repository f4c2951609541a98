"""Requests for pictures, made from what the reader sees: view, data, theme."""

from __future__ import annotations

from typing import Any

from geo.export.formats import Options
from geo.export.request import Request
from geo.figures.catalogue import own_view
from geo.ties.view import View
from pages.parts import session
from pages.parts.delivery import site
from pages.parts.screen import ground


def as_seen(picture: str, **options: Any) -> Request:
    """A request for a picture of the present view, on the ground of the reader's theme.

    Args:
        options: fields of :class:`geo.export.formats.Options` that differ from the usual.
    """
    chosen = Options(**{"sheet": ground().name, **options})
    return request_for(picture, session.view(), chosen)


def request_for(picture: str, view: View, options: Options) -> Request:
    """A request for a picture of any view of the reader's data.

    What the picture does not depend on is left out, so that equal pictures are one.
    """
    roster = session.roster()
    view = own_view(view.pictured, picture)
    return Request(view, picture, options, roster.package, roster.key, site(), roster.brought)
