"""The ties as files: those of the selection, or all there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.export.dataset import as_json
from geo.export.file_names import file_name
from geo.export.geojson import as_geojson
from geo.export.origin import origin_from
from geo.export.package import as_package
from geo.export.tables import table_csv
from geo.export.view_file import MEDIA
from geo.export.xlsx import XLSX, Notes, table_xlsx
from geo.figures.data.table import ties_notes, ties_table
from geo.figures.scene import Scene
from geo.ties.roster import LEVELS
from geo.ties.select import select
from geo.ties.view import View
from pages.parts import session
from pages.parts.delivery import address_of_view, site
from pages.parts.downloads import for_download
from pages.parts.html import heading, quiet


def section() -> None:
    """The files, and what each is good for."""
    words, roster, scene = session.words(), session.roster(), session.scene().actual
    every = View.default(roster, words.lang).but(
        homes=tuple(roster.homes.index), levels=LEVELS, ended=True, broad=scene.view.broad
    )
    heading(words.say("Download"))
    chosen, everything = len(select(roster, scene.view)), len(select(roster, every))
    if chosen:
        _row(
            words.count("This selection: {n} tie", "This selection: {n} ties", chosen),
            scene,
            "selection",
        )
    _row(
        words.count("Everything: {n} tie", "Everything: {n} ties", everything),
        Scene(roster, every, scene.ground),
        "everything",
    )
    quiet(
        words.say(
            "CSV and XLSX have headings and words in the language of the page. In XLSX exact dates "
            "are dates and the others stay text; a second sheet has citation, definitions and "
            "sources. The data package holds all tables as they are maintained, with readme, "
            "change log and citation."
        )
    )


def _row(label: str, scene: Scene, key: str) -> None:
    table = ties_table(scene)
    origin = origin_from(scene, table.name, "data", site())
    notes = Notes(*ties_notes(scene))
    address = address_of_view(scene.view.to_query(scene.roster), "data") if site() else ""
    makers: dict[str, Callable[[], bytes]] = {
        "csv": partial(table_csv, table),
        "xlsx": partial(table_xlsx, table, scene, origin, notes),
        "geojson": partial(as_geojson, scene.roster, scene.view, address),
        "json": partial(as_json, scene.roster, scene.view, address),
    }
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{label}**", width="content")
        for kind, make in makers.items():
            media = XLSX if kind == "xlsx" else MEDIA[kind]
            _button(kind, make, file_name(scene.view, "ties", kind), media, key)
        if key == "everything":
            name = f"friendship-city-atlas-data-{scene.roster.release.version}.zip"
            _button("zip", partial(as_package, scene.roster), name, "application/zip", key)


def _button(kind: str, make: Callable[[], bytes], name: str, media: str, key: str) -> None:
    words = session.words()
    label = {"geojson": "GeoJSON", "zip": words.say("Data package (ZIP)")}.get(kind, kind.upper())
    st.download_button(
        label,
        for_download(make, words),
        file_name=name,
        mime=media,
        icon=":material/download:",
        on_click="ignore",
        key=f"{key} as {kind}",
    )
