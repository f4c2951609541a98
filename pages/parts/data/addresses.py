"""The address under which a program fetches the selection, and how it does so."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geo.export.view_file import MEDIA, PICTURES
from geo.i18n import mark
from geo.ties.joining import PREFIX
from pages.parts import session
from pages.parts.delivery import app_address, on_this_machine
from pages.parts.html import heading, quiet
from pages.parts.keeping import keeps, kept

KIND = "kind of data address"
NOT_OF_LISTS = mark(
    "This selection has cities that you have added. They are known to this browser window only, so "
    "no address can give them to a program: take the files above."
)
USUAL = next(iter(MEDIA))


def section() -> None:
    """The address of the selection as a file, and the lines that fetch it."""
    words = session.words()
    heading(words.say("Fetch it from a program"))
    quiet(
        words.say(
            "Every address of the atlas answers with a file if .csv, .json, .geojson, .png or .svg "
            "is put behind the page, or as=csv among its parameters. Column names are the same in "
            "every language and are explained in the JSON file."
        )
    )
    if any(home.startswith(PREFIX) for home in session.view().homes):
        quiet(words.say(NOT_OF_LISTS))
        return
    st.segmented_control(
        words.say("File format"),
        list(MEDIA),
        format_func=str.upper,
        required=True,
        label_visibility="collapsed",
        **keeps(KIND, USUAL),
    )
    kind = kept(KIND, USUAL)
    address = data_address(kind)
    st.code(address, language=None, wrap_lines=True)
    if on_this_machine():
        quiet(words.say("This address works on this computer only."))
    snippets = _snippets(kind, address)
    for tab, (language, lines) in zip(st.tabs(list(snippets)), snippets.values(), strict=True):
        tab.code(lines, language=language, wrap_lines=True)


def data_address(kind: str) -> str:
    """Where the present view is found as a file; a picture of it is the map.

    Args:
        kind: a key of :data:`geo.export.view_file.MEDIA`.
    """
    view = session.view().pictured
    page = "map" if kind in PICTURES else "data"
    if page == "data":
        view = view.but(suppose=())  # which no file of data has
    query = urlencode(view.to_query(session.roster()), doseq=True)
    return f"{app_address()}{page}.{kind}?{query}"


def _snippets(kind: str, address: str) -> dict[str, tuple[str, str]]:
    """Lines that fetch a file, by the name of what runs them; the address is percent-encoded."""
    curl = ("bash", f'curl -fsS -o ties.{kind} "{address}"')
    if kind in PICTURES:
        return {"curl": ("bash", f'curl -fsS -o map.{kind} "{address}"')}
    if kind == "csv":
        pandas = (
            f'import pandas as pd\n\nties = pd.read_csv(\n    "{address}",\n'
            '    keep_default_na=False, na_values=[""],  # NA is Namibia\n)'
        )
        r = f'ties <- read.csv(\n  "{address}",\n  fileEncoding = "UTF-8-BOM", na.strings = ""\n)'
    elif kind == "json":
        pandas = (
            "import json\nfrom urllib.request import urlopen\n\nimport pandas as pd\n\n"
            f'with urlopen("{address}") as answer:\n    whole = json.load(answer)\n'
            'ties = pd.DataFrame(whole["rows"])\nprint(whole["citation"])'
        )
        r = f'whole <- jsonlite::fromJSON("{address}")\nties <- whole$rows'
    else:
        pandas = f'import geopandas\n\nties = geopandas.read_file("{address}")'
        r = f'ties <- sf::read_sf("{address}")'
    return {"pandas": ("python", pandas), "R": ("r", r), "curl": curl}
