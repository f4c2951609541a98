"""Streamlit and folium: the map stays, the marks and ways of the years are put into it anew.

No tiles, which would come from another host; the land is GeoJSON.
"""

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

HERE = Path(__file__).parent
LEAFLET = ("leaflet.js", "leaflet.css")


@st.cache_data
def known() -> dict:
    """First and last year, the size of the map, the ties."""
    return json.loads((HERE / "ties.json").read_text("utf-8"))


def world() -> folium.Map:
    """The land without anything on it; Leaflet comes from this server, not from another host."""
    brought = Path(find_spec("js_lib_leaflet").origin).parent / "static" / "js_lib_leaflet"
    for name in LEAFLET:
        shutil.copy(brought / name, HERE / "static")
    script, style = ((name, f"/app/static/{name}") for name in LEAFLET)
    folium.Map.default_js, folium.Map.default_css = [script], [style]
    chart = folium.Map(
        location=[20, 150],
        zoom_start=1,
        zoom_snap=0.25,
        tiles=None,
        attributionControl=False,
        world_copy_jump=False,
    )
    look = {"fillColor": "#e4e0d3", "fillOpacity": 1, "weight": 0}
    land = json.loads((HERE / "static" / "land.json").read_text("utf-8"))
    folium.GeoJson(land, style_function=lambda _: look, interactive=False).add_to(chart)
    return chart


def shown(since: int, until: int) -> folium.FeatureGroup:
    """Ways and dots of some years."""
    group = folium.FeatureGroup(name="ties")
    ties = [tie for tie in known()["ties"] if since <= tie["year"] <= until]
    for tie in ties:
        colour = "#{:02x}{:02x}{:02x}".format(*tie["colour"])
        ways = [[[lat, lon] for lon, lat in line] for line in tie["way"]]
        folium.PolyLine(ways, color=colour, weight=1).add_to(group)
        folium.CircleMarker(
            [tie["lat"], tie["lon"]],
            radius=5,
            color=colour,
            fill=True,
            fill_opacity=1,
            tooltip=f"{tie['name']}, {tie['country']}, {tie['established']}",
        ).add_to(group)
    return group


st.set_page_config(layout="wide")
(first, last), (width, height) = known()["period"], known()["size"]
since, until = st.slider("Years", first, last, (first, last))
st_folium(
    world(),
    feature_group_to_add=shown(since, until),
    returned_objects=[],
    width=width,
    height=height,
    key="map",
)
