"""What a page fetches first, named in its head: else its browser finds it out step by step.

Streamlit's page names the modules that its entrance imports. Those of the elements that a page is
made of are asked for only when the elements come, and what the map shows only when its script has
come and runs: on a slow line each step costs a second, and each shares the line with fonts.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from geo.place.basemap import LAND_URL
from geo.ties.view import View

HOUSE, STATIC = Path(__file__).resolve().parents[1], Path(st.__file__).parent / "static"
ENTRANCE = re.compile(r'src="\./static/js/([\w.\-]+\.js)"')
IMPORTED = re.compile(r'(?:from|import)\s*["\']\./([\w.\-]+\.js)["\']')
IMPORTED_LATER = re.compile(r'import\(\s*["\'`]\./([\w.\-]+\.js)["\'`]\s*\)')
FIRST = ("Html", "BidiComponent")
"""The elements in which a page says its finding and draws its map, as Streamlit calls their
modules; what it calls otherwise one day is fetched later, as it is without this."""
NEXT = ("ButtonGroup", "Button", "Checkbox", "TextInput")
"""The other elements of which every page begins: many small modules, each of which waits once."""
LAST = ("DataFrame", "ArrowVegaLiteChart", "Selectbox", "DownloadButton")
"""What follows on one page or another, and is not fetched before."""
ASKED = ("_stcore/health", "_stcore/host-config")
"""What Streamlit's code asks for before it opens its socket."""


CODE = '<link rel="modulepreload" crossorigin href="./static/js/{}">'
SCRIPT = '<link rel="modulepreload" crossorigin href="./{}">'
FETCHED = '<link rel="preload" as="fetch" crossorigin href="./{}">'
DRAWN = '<link rel="preload" as="fetch" crossorigin href="./{}" media="(prefers-color-scheme: {})">'
"""How a head names a module of Streamlit's, a script of ours, data, and data of one ground."""


class Ready(NamedTuple):
    """A map that can be fetched before any page has asked for it.

    Attributes:
        filters: of its view.
        ground: in whose colours.
        narrow: whether for a phone.
    """

    filters: View
    ground: str
    narrow: bool


LAYOUTS: dict[Ready, str] = {}
"""Addresses of the layouts that were made before the first reader came (:mod:`server.warm`)."""
SCRIPTS: list[str] = []
"""Addresses of the scripts of components that are fetched, likewise."""


def links(view: View, page: str, narrow: bool) -> str:
    """What a page fetches first, in the order in which it is needed, as HTML for its head.

    Args:
        view: that it opens with.
        page: its part of the address.
        narrow: whether it opens on a phone.
    """
    shown = [] if page else map_data(view, narrow)
    return "".join(
        [
            *(FETCHED.format(path) for path in ASKED),
            *map(CODE.format, modules(FIRST)),
            *map(CODE.format, modules(NEXT)),
            *shown,
        ]
    )


def files() -> list[Path]:
    """What the first page fetches, and what it fetches next."""
    html = (STATIC / "index.html").read_text("utf-8")
    linked = re.findall(r'(?:src|href)="\./(static/(?:js|css)/[\w.\-]+)"', html)
    code = [f"static/js/{name}" for name in (*modules(FIRST), *modules(NEXT), *modules(LAST))]
    land = HOUSE / LAND_URL.removeprefix("app/")
    return [land, *(STATIC / path for path in dict.fromkeys([*linked, *code]))]


def map_data(view: View, narrow: bool) -> list[str]:
    """Links to what the map fetches, its layout where that is ready.

    Args:
        view: that the page opens with.
        narrow: whether it opens on a phone.
    """
    layouts = [
        DRAWN.format(address, ready.ground)
        for ready, address in LAYOUTS.items()
        if (ready.filters, ready.narrow) == (view.filters_only, narrow)
    ]
    return [*(SCRIPT.format(one) for one in SCRIPTS), *layouts, FETCHED.format(LAND_URL)]


@lru_cache(maxsize=3)
def modules(elements: tuple[str, ...]) -> tuple[str, ...]:
    """The modules of elements in their order, each with its imports, without what is there anyway.

    Read once from the installed Streamlit, whose file names change with their content.
    """
    entrance = ENTRANCE.search((STATIC / "index.html").read_text("utf-8"))
    if entrance is None:
        return ()
    later = {name.split(".")[0]: name for name in IMPORTED_LATER.findall(_text(entrance[1]))}
    found = dict.fromkeys(_with_imports(entrance[1], ()))
    there = len(found)
    for name in elements:
        if name in later:
            found |= dict.fromkeys(_with_imports(later[name], found))
    return tuple(found)[there:]


def _with_imports(name: str, known: Container[str]) -> list[str]:
    """A module and all that it imports, each once, as far as it is not known."""
    found = [name]
    for one in found:
        for needed in IMPORTED.findall(_text(one)):
            if needed not in known and needed not in found:
                found.append(needed)
    return found


def _text(name: str) -> str:
    return (STATIC / "static" / "js" / name).read_text("utf-8")
