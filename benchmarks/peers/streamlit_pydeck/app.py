"""Bare Streamlit and pydeck: a careful first version, which runs again with every step.

Only the columns that a layer needs are sent, and the land comes by address.
"""

import json
from pathlib import Path

import pandas as pd
import pydeck as pdk
import streamlit as st


@st.cache_data
def known() -> tuple[list[int], list[int], pd.DataFrame]:
    """First and last year, the size of the map, the ties."""
    found = json.loads(Path(__file__).with_name("ties.json").read_text("utf-8"))
    ties = pd.DataFrame(found["ties"]).drop(columns=["way", "place", "home"])
    return found["period"], found["size"], ties


def layers(shown: pd.DataFrame) -> list[pdk.Layer]:
    """Land, arcs and dots."""
    land = "app/static/land.json"
    ends = ["home_lon", "home_lat", "lon", "lat", "colour"]
    return [
        pdk.Layer("GeoJsonLayer", data=land, stroked=False, get_fill_color=[228, 224, 211]),
        pdk.Layer(
            "ArcLayer",
            data=shown[ends],
            get_source_position=["home_lon", "home_lat"],
            get_target_position=["lon", "lat"],
            get_source_color="colour",
            get_target_color="colour",
            get_height=0,
            get_width=1,
            great_circle=True,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            data=shown.drop(columns=["home_lon", "home_lat", "year"]),
            get_position=["lon", "lat"],
            get_fill_color="colour",
            get_radius=5,
            radius_units=pdk.types.String("pixels"),
            pickable=True,
        ),
    ]


st.set_page_config(layout="wide")
(first, last), (width, height), ties = known()
since, until = st.slider("Years", first, last, (first, last))
st.pydeck_chart(
    pdk.Deck(
        layers=layers(ties[ties["year"].between(since, until)]),
        initial_view_state=pdk.ViewState(longitude=150, latitude=20, zoom=0.5),
        map_provider=None,
        tooltip={"text": "{name}, {country}\n{established}"},
    ),
    width=width,
    height=height,
)
