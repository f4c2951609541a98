"""A view as a file, for whoever has its address: data for programs, or its picture."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from geo.export import workers
from geo.export.dataset import as_data_csv, as_json, table_json
from geo.export.geojson import as_geojson
from geo.export.pages import PAGES
from geo.export.request import Request
from geo.export.tables import table_csv
from geo.figures.article.explained import explained
from geo.figures.catalogue import catalogue, entry_of, figure_of, own_view, present_key
from geo.figures.data.missing import gaps, left_out
from geo.figures.figure import Table
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.ties.address import normalised, read_address
from geo.ties.roster import Roster
from geo.ties.view import Query, View

PICTURES, TABLES = ("png", "svg"), ("csv", "json")
"""Kinds of files of a figure, and of a table."""
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""Kinds of files of a view, and their media types."""


@dataclass(frozen=True)
class ViewFile:
    """A file of a view that an address asks for; frozen and hashable.

    Attributes:
        view: what is shown, and in which language; of the ties themselves without what it
            supposes, for what is hypothetical is in no file of data.
        page: on which; a key of :data:`PAGES`.
        kind: a key of :data:`MEDIA`.
        picture: key of the figure that is drawn.
        table: key of the table of the page that is given; empty for the ties of the view.
        site: where others find the atlas, with a slash at the end; empty where its address says
            nothing to them.
    """

    view: View
    page: str
    kind: str
    picture: str
    table: str = ""
    site: str = ""

    def __post_init__(self) -> None:
        if self.kind not in PICTURES and not self.table:
            object.__setattr__(self, "view", self.view.but(suppose=()))


def figure_asked(query: Query, page: str, scene: Scene) -> str | None:
    """The key of the figure that an address asks for; nothing where the view has none such."""
    asked = next(filter(None, normalised(query).get("picture", ())), "")
    key = present_key(asked) if asked else PAGES[page].figure
    return key if entry_of(scene, key) else None


def tables_of(page: str, scene: Scene) -> dict[str, Table]:
    """The tables that stand on a page, by their keys, in their order."""
    if page == "data":
        tables = [explained(scene), *gaps(scene), left_out(scene)]
    else:
        known = [key for key, entry in catalogue(scene).items() if entry.page == page]
        tables = [table for key in known for table in figure_of(scene, key).tables]
    return {table.key: table for table in tables if table}


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
    query = urlencode(asked.view.to_query(roster), doseq=True)
    address = f"{asked.site}{asked.page}?{query}"
    if asked.table:
        scene = Scene(roster, asked.view, GROUNDS["light"])
        table = tables_of(asked.page, scene)[asked.table]
        return table_csv(table) if asked.kind == "csv" else table_json(table, scene, address)
    if asked.kind == "csv":
        return as_data_csv(roster, asked.view)
    return (as_json if asked.kind == "json" else as_geojson)(roster, asked.view, address)


def tag(asked: ViewFile, roster: Roster) -> str:
    """A name for the very content of the file: other where data, view or code are other."""
    return tag_of(asked, roster)


def tag_of(asked: Hashable, roster: Roster) -> str:
    """A name for the content of anything made of some data: other where these or code are other."""
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
