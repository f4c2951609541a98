"""A bare page with Vega: the years are bound in the browser, the server only hands out files.

The page holds Vega, Vega-Lite and Vega-Embed as vl-convert brings them.
"""

import json
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import altair as alt

HERE = Path(__file__).parent
FOUND = json.loads((HERE / "ties.json").read_text("utf-8"))
(FIRST, LAST), (WIDTH, HEIGHT), TIES = FOUND["period"], FOUND["size"], FOUND["ties"]


def rows() -> list[dict]:
    """The ties, each with the line from its home."""
    return [
        {key: tie[key] for key in ("name", "country", "established", "year", "lon", "lat")}
        | {
            "colour": "rgb({}, {}, {})".format(*tie["colour"]),
            "type": "LineString",
            "coordinates": [[tie["home_lon"], tie["home_lat"]], [tie["lon"], tie["lat"]]],
        }
        for tie in TIES
    ]


def chart() -> alt.LayerChart:
    """Land, great circles and dots; two sliders for the years."""
    since, until = (
        alt.param(name, value=value, bind=alt.binding_range(min=FIRST, max=LAST, step=1))
        for name, value in (("since", FIRST), ("until", LAST))
    )
    of_years = (alt.datum.year >= since) & (alt.datum.year <= until)
    ties = alt.Chart(alt.Data(values=rows())).transform_filter(of_years)
    land = alt.Data(url="static/land-d3.json", format={"type": "json", "property": "features"})
    colour = alt.Color("colour:N", scale=None)
    hover = ["name:N", "country:N", "established:N"]
    drawn = alt.layer(
        alt.Chart(land).mark_geoshape(fill="#e4e0d3"),
        ties.mark_geoshape(filled=False, strokeWidth=1).encode(stroke=colour),
        ties.mark_circle(size=80, opacity=1).encode(
            longitude="lon:Q", latitude="lat:Q", color=colour, tooltip=hover
        ),
    )
    return (
        drawn.add_params(since, until)
        .project(type="equalEarth", rotate=[-150, 0, 0])
        .properties(width=WIDTH, height=HEIGHT)
    )


class Quiet(SimpleHTTPRequestHandler):
    """Files of this folder, without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    (HERE / "index.html").write_text(chart().to_html(inline=True), "utf-8")
    handler = partial(Quiet, directory=str(HERE))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()
