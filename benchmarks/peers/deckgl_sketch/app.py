"""The other way to make the atlas's map: a component that hands it to deck.gl and filters there.

pydeck describes the layers once, in pixels, without rows; these are fetched by address. deck.gl is
the bundle in the pydeck package, copied to the static folder.
"""

import json
import shutil
from pathlib import Path

import pydeck as pdk
import streamlit as st

HERE = Path(__file__).parent
STATIC = HERE / "static"
BUNDLE = Path(pdk.__file__).parent / "nbextension" / "static" / "index.js"
INK, PAPER, LAND = [35, 38, 43], [251, 250, 246], [228, 224, 211]


@st.cache_data
def prepared() -> dict:
    """First and last year, and the size; the rows and deck.gl are put where they are fetched."""
    found = json.loads((HERE / "plane.json").read_text("utf-8"))
    shutil.copy(BUNDLE, STATIC / "deck.js")
    shutil.copy(HERE / "plane.json", STATIC)
    return {key: found[key] for key in ("period", "size")}


def layers() -> list[pdk.Layer]:
    """Land, great circles, the inset, lines to names, marks, names; named as their rows are."""
    ground = {"get_polygon": "-", "stroked": False}
    line = {"get_path": "path", "width_units": pdk.types.String("pixels")}
    return [
        pdk.Layer("PolygonLayer", [], id="land", get_fill_color=LAND, **ground),
        pdk.Layer(
            "PathLayer", [], id="ways", get_color="colour", get_width=0.9, opacity=0.35, **line
        ),
        pdk.Layer("PolygonLayer", [], id="sheet", get_fill_color=PAPER, **ground),
        pdk.Layer("PolygonLayer", [], id="inset", get_fill_color=LAND, **ground),
        pdk.Layer("PathLayer", [], id="leads", get_color=[*INK, 90], get_width=0.6, **line),
        pdk.Layer(
            "ScatterplotLayer",
            [],
            id="marks",
            get_position="at",
            get_radius="radius",
            get_fill_color="colour",
            get_line_color=PAPER,
            stroked=True,
            get_line_width=1,
            radius_units=pdk.types.String("pixels"),
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        ),
        pdk.Layer(
            "TextLayer",
            [],
            id="names",
            get_position="at",
            get_text="text",
            get_size=11,
            get_color=INK,
            get_text_anchor="anchor",
            character_set=pdk.types.String("auto"),
        ),
    ]


def description(width: int, height: int) -> str:
    """The map without its rows."""
    return pdk.Deck(
        layers=layers(),
        views=[pdk.View("OrthographicView", flip_y=True, controller=True)],
        initial_view_state=pdk.ViewState(target=[width / 2, height / 2, 0], zoom=0),
        map_provider=None,
        tooltip={"text": "{name}, {country}\n{established}"},
    ).to_json()


st.set_page_config(layout="wide")
chart = st.components.v2.component(
    "deckgl_sketch",
    html="<input type=range class=year><div class=map></div>",
    js=(HERE / "sketch.js").read_text("utf-8"),
    isolate_styles=False,
)
known = prepared()
chart(key="map", data={**known, "description": description(*known["size"])})
