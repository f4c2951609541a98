"""Panel and deck.gl: one pane whose description changes with the slider."""

import json
from pathlib import Path

import panel as pn

FOUND = json.loads(Path(__file__).with_name("ties.json").read_text("utf-8"))
(FIRST, LAST), (WIDTH, HEIGHT) = FOUND["period"], FOUND["size"]
TIES = [
    {key: value for key, value in tie.items() if key not in ("way", "place", "home")}
    for tie in FOUND["ties"]
]


def layers(since: int, until: int) -> list[dict]:
    """Land, arcs and dots."""
    shown = [tie for tie in TIES if since <= tie["year"] <= until]
    return [
        {
            "@@type": "GeoJsonLayer",
            "id": "land",
            "data": "land/land.json",
            "stroked": False,
            "getFillColor": [228, 224, 211],
        },
        {
            "@@type": "ArcLayer",
            "id": "arcs",
            "data": shown,
            "getSourcePosition": "@@=[home_lon, home_lat]",
            "getTargetPosition": "@@=[lon, lat]",
            "getSourceColor": "@@=colour",
            "getTargetColor": "@@=colour",
            "getHeight": 0,
            "getWidth": 1,
            "greatCircle": True,
        },
        {
            "@@type": "ScatterplotLayer",
            "id": "dots",
            "data": shown,
            "getPosition": "@@=[lon, lat]",
            "getFillColor": "@@=colour",
            "getRadius": 5,
            "radiusUnits": "pixels",
            "pickable": True,
        },
    ]


def described(years: tuple[int, int]) -> dict:
    """The whole description of the map for some years."""
    return {
        "initialViewState": {"longitude": 150, "latitude": 20, "zoom": 0.5},
        "layers": layers(*years),
        "mapStyle": None,
        "views": [{"@@type": "MapView", "controller": True}],
    }


pn.extension("deckgl")
years = pn.widgets.IntRangeSlider(name="Years", start=FIRST, end=LAST, value=(FIRST, LAST))
chart = pn.pane.DeckGL(described((FIRST, LAST)), width=WIDTH, height=HEIGHT, mapbox_api_key="")
years.param.watch(lambda event: setattr(chart, "object", described(event.new)), "value")
pn.Column(years, chart).servable()
