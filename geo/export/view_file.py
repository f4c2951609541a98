"""A view as a file, for whoever has its address: data for programs, or its picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from geo.export import workers
from geo.export.dataset import as_data_csv, as_json
from geo.export.geojson import as_geojson
from geo.export.request import Request
from geo.figures.catalogue import entry_of, own_view, present_key
from geo.figures.figure import Scene
from geo.i18n import mark
from geo.ties.address import normalised, read_address
from geo.ties.roster import Roster
from geo.ties.view import Query, View

PICTURES = ("png", "svg")
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""Kinds of files of a view, and their media types."""


@dataclass(frozen=True)
class Page:
    """A page of the atlas.

    Attributes:
        title: what it is called (a message).
        figure: key of the figure that speaks for it where a link is shared.
    """

    title: str
    figure: str


PAGES = {
    "": Page(mark("Map"), "map"),
    "choice": Page(mark("Capital or port?"), "shares"),
    "same_country": Page(mark("Same country"), "same-country"),
    "article": Page(mark("Checking the article"), "verdicts"),
    "data": Page(mark("Data"), "map"),
    "slides": Page(mark("Pictures and slides"), "map"),
}
"""The pages by their part of the address, in the order of the navigation."""
HOME = "atlas"
"""What the map is called where its address is not bare. Never like a file in ``pages/``: before
the first ``st.navigation`` a fresh server takes these for pages of their own, and would send the
browser there."""
FORMER_PAGES = {"map": "", "strategy": "choice", "rivals": "same_country"}
"""Addresses that were handed out once, and the page that each of them leads to."""


@dataclass(frozen=True)
class ViewFile:
    """A file of a view that an address asks for; frozen and hashable.

    Attributes:
        view: what is shown, and in which language.
        page: on which; a key of :data:`PAGES`.
        kind: a key of :data:`MEDIA`.
        picture: key of the figure that is drawn.
        site: where others find the atlas, with a slash at the end; empty where its address says
            nothing to them.
    """

    view: View
    page: str
    kind: str
    picture: str
    site: str = ""


def page_called(name: str) -> str | None:
    """The page of a name in an address, of a former one too; nothing where there is none."""
    own = FORMER_PAGES.get(name, "" if name == HOME else name)
    return own if own in PAGES else None


def figure_asked(query: Query, page: str, scene: Scene) -> str | None:
    """The key of the figure that an address asks for; nothing where the view has none such."""
    asked = next(filter(None, normalised(query).get("picture", ())), "")
    key = present_key(asked) if asked else PAGES[page].figure
    return key if entry_of(scene, key) else None


def asked_view(query: Query, roster: Roster, lang: str) -> tuple[View, list[str]]:
    """The view that an address asks for, and what of the address is not understood."""
    view, missed = read_address(query, roster, lang)
    return view.pictured, missed


def made(asked: ViewFile, roster: Roster) -> bytes:
    """The file.

    Raises:
        ValueError: the picture cannot be drawn, or not in time.
    """
    if asked.kind in PICTURES:
        view = own_view(asked.view, asked.picture)
        request = Request(
            view, asked.picture, package=roster.package, data=roster.key, site=asked.site
        )
        return workers.finished(request, asked.kind)
    if asked.kind == "csv":
        return as_data_csv(roster, asked.view)
    query = urlencode(asked.view.to_query(roster), doseq=True)
    address = f"{asked.site}{asked.page}?{query}"
    return (as_json if asked.kind == "json" else as_geojson)(roster, asked.view, address)


def tag(asked: ViewFile, roster: Roster) -> str:
    """A name for the very content of the file: other where data, view or code are other."""
    content = repr((asked, roster.key, roster.release, _code()))
    return sha256(content.encode()).hexdigest()[:24]


@lru_cache(maxsize=1)
def _code() -> str:
    """A fingerprint of the library's own files, which files of a view depend on too."""
    seen = sha256()
    for path in sorted(Path(__file__).resolve().parents[1].rglob("*")):
        if path.suffix in (".py", ".po"):
            seen.update(path.read_bytes())
    return seen.hexdigest()
