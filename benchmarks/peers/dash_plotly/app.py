"""Dash and Plotly: scattergeo on Equal Earth; a step sends only the traces that change."""

import json
import sys
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, Patch, dcc, html

HERE = Path(__file__).parent
FOUND = json.loads((HERE / "ties.json").read_text("utf-8"))
(FIRST, LAST), (WIDTH, HEIGHT), TIES = FOUND["period"], FOUND["size"], FOUND["ties"]
HOMES = {tie["home"]: "rgb({}, {}, {})".format(*tie["colour"]) for tie in TIES}
LAND = json.loads((HERE / "static" / "land-d3.json").read_text("utf-8"))


def traces(since: int, until: int) -> list[dict]:
    """For every home its arcs, then for every home its dots."""
    shown = [tie for tie in TIES if since <= tie["year"] <= until]
    by_home = {home: [tie for tie in shown if tie["home"] == home] for home in HOMES}
    arcs = [
        {
            "lon": [x for tie in ties for x in (tie["home_lon"], tie["lon"], None)],
            "lat": [y for tie in ties for y in (tie["home_lat"], tie["lat"], None)],
        }
        for ties in by_home.values()
    ]
    dots = [
        {
            "lon": [tie["lon"] for tie in ties],
            "lat": [tie["lat"] for tie in ties],
            "text": [f"{tie['name']}, {tie['country']}<br>{tie['established']}" for tie in ties],
        }
        for ties in by_home.values()
    ]
    return arcs + dots


def outlines() -> dict:
    """The outer rings of all land; a choropleth would ask another host for a map first."""
    rings = [
        polygon[0] for feature in LAND["features"] for polygon in feature["geometry"]["coordinates"]
    ]
    points = [point for ring in rings for point in (*ring, (None, None))]
    return {"lon": [lon for lon, _ in points], "lat": [lat for _, lat in points]}


def figure() -> go.Figure:
    """The map of all years; no layer of Plotly's own, which would come from another host."""
    colours = list(HOMES.values())
    looks = [{"mode": "lines", "line": {"color": colour, "width": 1}} for colour in colours]
    looks += [{"mode": "markers", "marker": {"color": colour, "size": 10}} for colour in colours]
    land = go.Scattergeo(
        **outlines(),
        mode="lines",
        line_width=0,
        fill="toself",
        fillcolor="#e4e0d3",
        hoverinfo="skip",
    )
    drawn = [
        land,
        *(go.Scattergeo(**of, **look) for of, look in zip(traces(FIRST, LAST), looks, strict=True)),
    ]
    made = go.Figure(drawn)
    made.update_geos(visible=False, projection={"type": "equal earth", "rotation": {"lon": 150}})
    return made.update_layout(
        width=WIDTH, height=HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False
    )


app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.RangeSlider(
            FIRST, LAST, 1, value=[FIRST, LAST], marks=None, id="years", updatemode="drag"
        ),
        dcc.Graph(figure=figure(), id="map"),
    ]
)


@app.callback(Output("map", "figure"), Input("years", "value"), prevent_initial_call=True)
def step(years: list[int]) -> Patch:
    """What differs in other years."""
    patch = Patch()
    for number, trace in enumerate(traces(*years), 1):
        for key, values in trace.items():
            patch["data"][number][key] = values
    return patch


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
