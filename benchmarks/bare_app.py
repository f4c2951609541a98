"""The page that the atlas is compared with: Streamlit, pydeck, the same points, nothing else.

What a careful first version would look like: one frame straight into two layers, only the columns
that they and the tooltip need, a slider with two handles, the same land by address.
"""

from __future__ import annotations

import pandas as pd
import pydeck as pdk
import streamlit as st

from geo.place.basemap import LAND_URL, shift
from geo.ties.roster import load_roster

COLOURS = {"shanghai": [21, 101, 169], "beijing": [200, 64, 43]}


@st.cache_data
def ties() -> pd.DataFrame:
    """The ties that the atlas shows first, with the columns of the picture."""
    known = load_roster().ties
    known = known[(known["level"] == "sister") & (known["ended"] == "")]
    years = known["earliest"].dt.year
    return pd.DataFrame(
        {
            "name": known["name_en"],
            "country": known["country_en"],
            "established": known["established"],
            "year": years.fillna(years.min()).astype(int),
            "lon": known["lon"].map(shift),
            "lat": known["lat"],
            "home_lon": known["home_lon"],
            "home_lat": known["home_lat"],
            "colour": known["home"].map(COLOURS),
        }
    )


def layers(shown: pd.DataFrame) -> list[pdk.Layer]:
    """Land, arcs and dots."""
    return [
        pdk.Layer("GeoJsonLayer", data=LAND_URL, stroked=False, get_fill_color=[228, 224, 211]),
        pdk.Layer(
            "ArcLayer",
            data=shown,
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
            data=shown,
            get_position=["lon", "lat"],
            get_fill_color="colour",
            get_radius=5,
            radius_units=pdk.types.String("pixels"),
            pickable=True,
        ),
    ]


st.set_page_config(layout="wide")
first, last = load_roster().period
since, until = st.slider("Years", first, last, (first, last))
st.pydeck_chart(
    pdk.Deck(
        layers=layers(ties()[ties()["year"].between(since, until)]),
        initial_view_state=pdk.ViewState(longitude=150, latitude=20, zoom=0.5),
        map_provider=None,
        tooltip={"text": "{name}, {country}\n{established}"},
    ),
    height=450,
)
