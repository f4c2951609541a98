"""The layers of the flat map: land, great circles, names, marks, and what lies over them."""

from __future__ import annotations

from typing import Any

import altair as alt

from geo.figures.map.static.frames import EUROPE
from geo.figures.map.static.names import TYPE, Row
from geo.figures.map.static.proposals import HALF
from geo.figures.map.static.rows import Part
from geo.place.basemap import LAND_FOR_VEGA_URL
from geo.place.projection import Projection
from geo.style.altair_chart import FONT
from geo.style.colours import Ground
from geo.style.symbols import DIAMOND
from geo.ties.view import View

YEAR = "year"
"""The name of the parameter that holds the last year shown."""

FULL = "datum.a >= {first} && datum.b <= year && datum.e > year"
MAYBE = (
    "datum.a <= year && datum.b >= {first} && datum.e > year"
    " && !(datum.a >= {first} && datum.b <= year)"
)
ENDED = "datum.a >= {first} && datum.b <= year && datum.e <= year"
PERHAPS_ENDED = "datum.a <= year && datum.b >= {first} && datum.e <= year"
"""Whether a row shows: certainly made in the years and standing; possibly; certainly made but
ended; certainly or possibly made but ended."""


class Datasets:
    """The tables of a chart, each named once and used by as many layers as need it.

    Altair checks a table inside a layer against the whole schema, which takes longer than all
    else; a table that layers only name is taken as it is.
    """

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {}

    def of(self, name: str, table: list[Row]) -> Any:
        """A chart over a table."""
        self.tables[name] = table
        return alt.Chart(alt.NamedData(name=name))


def land(projection: Projection, ground: Ground) -> Any:
    """The land, fetched by address."""
    url = alt.UrlData(url=LAND_FOR_VEGA_URL, format=alt.JsonDataFormat(property="features"))
    return (
        alt.Chart(url)
        .mark_geoshape(fill=ground.land, stroke=None, clip=False)
        .project(**projection.vega)
    )


def ways(
    projection: Projection, rows: list[Row], view: View, strength: float, datasets: Datasets
) -> list[Any]:
    """Great circles, clipped by the projection; dashed where the tie had ended, dotted where it
    is hypothetical."""
    if not rows:
        return []
    first = view.years[0]
    looks: list[tuple[str, Row]] = [
        (f"{FULL} && !datum.supposed", {"strokeWidth": 0.9, "strokeOpacity": strength})
    ]
    if any("supposed" in row["properties"] for row in rows):
        dotted = {"strokeWidth": 1.1, "strokeOpacity": 0.7, "strokeDash": [1.5, 3.5]}
        looks.append(("datum.supposed", dotted))
    if view.ended:
        dashes = {"strokeWidth": 1.2, "strokeOpacity": 0.6, "strokeDash": [4, 3]}
        looks.append((ENDED, dashes))
    return [
        datasets.of("ways", rows)
        .mark_geoshape(filled=False, clip=False, **look)
        .transform_filter(test.format(first=first).replace("datum.", "datum.properties."))
        .encode(stroke=alt.Stroke("properties.colour:N", scale=None, legend=None))
        .project(**projection.vega)
        for test, look in looks
    ]


def names(part: Part, number: int, view: View, ground: Ground, datasets: Datasets) -> list[Any]:
    """The names of the partners that show, on a halo of paper, and the lines that lead to them.

    Those of partners that are only possible, or whose ties have ended, are faint.
    """
    full, any_state = (test.format(first=view.years[0]) for test in (FULL, _any(view)))
    layers = []
    if part.leads:
        layers.append(
            datasets.of(f"leads {number}", part.leads)
            .mark_rule(color=ground.faint, strokeWidth=0.6)
            .transform_filter(any_state)
            .encode(x=_x("x"), y=_y("y"), x2="x2:Q", y2="y2:Q")
        )
    halo = {"color": ground.paper, "stroke": ground.paper, "strokeWidth": 2.6}
    looks: tuple[tuple[str, Row], ...] = (
        (any_state, halo | {"strokeJoin": "round", "strokeOpacity": 0.85}),
        (f"!({full}) && ({any_state})", {"color": ground.faint}),
        (full, {"color": ground.ink}),
    )
    if part.names:
        layers += [
            datasets.of(f"names {number}", part.names)
            .transform_filter(shows)
            .transform_aggregate(groupby=["text", "x", "y", "align"], ties="count()")
            .mark_text(fontSize=TYPE, font=FONT, baseline="middle", align=ALIGN, **look)
            .encode(x=_x("x"), y=_y("y"), text="text:N")
            for shows, look in looks
        ]
    return layers


def _any(view: View) -> str:
    """Whether a row shows in any way."""
    tests = [FULL, MAYBE, *([PERHAPS_ENDED] if view.ended else [])]
    return " || ".join(f"({test})" for test in tests)


ALIGN: Any = alt.ExprRef("datum.align")


def marks(rows: list[Row], number: int, view: View, datasets: Datasets) -> list[Any]:
    """The marks that show, each in the state it has in the year."""
    if not rows:
        return []
    tests = {"full": FULL, "maybe": MAYBE}
    if view.ended:
        tests |= {"ended": PERHAPS_ENDED, "undated": ENDED}
    shows = " || ".join(
        f"(datum.state === '{state}' && {test.format(first=view.years[0])})"
        for state, test in tests.items()
    )
    return [
        datasets.of(f"marks {number}", rows)
        .mark_point(opacity=1)
        .transform_filter(shows)
        .encode(
            x=_x("x"),
            y=_y("y"),
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            strokeWidth=alt.StrokeWidth("wide:Q", scale=None),
            strokeDash=alt.StrokeDash("dash:N", scale=None),
        )
    ]


def homes(rows: list[Row], ground: Ground, datasets: Datasets) -> list[Any]:
    """The homes with their names, over everything else on the world."""
    if not rows:
        return []
    text: Row = {"fontSize": TYPE + 1.5, "font": FONT, "fontWeight": "bold", "baseline": "middle"}
    halo = {"color": ground.paper, "stroke": ground.paper, "strokeWidth": 3.4}
    mark = datasets.of("homes", rows).encode(
        x=_x("x"), y=_y("y"), shape=alt.Shape("shape:N", scale=None)
    )
    name = datasets.of("homes", rows).encode(x=_x("tx"), y=_y("ty"), text="text:N")
    leads = [row["lead"] for row in rows if "lead" in row]
    ends = [dict(zip(("x", "y", "x2", "y2"), lead, strict=True)) for lead in leads]
    lines = [
        datasets.of("leads to homes", ends)
        .mark_rule(color=ground.faint, strokeWidth=0.6)
        .encode(x=_x("x"), y=_y("y"), x2="x2:Q", y2="y2:Q")
    ]
    return [
        *(lines if ends else []),
        mark.mark_point(fill=ground.paper, stroke=ground.paper, strokeWidth=3, size=150, opacity=1),
        mark.mark_point(strokeWidth=0, size=150, opacity=1).encode(
            fill=alt.Fill("colour:N", scale=None)
        ),
        name.mark_text(align=ALIGN, strokeJoin="round", **text, **halo),
        name.mark_text(align=ALIGN, color=ground.ink, **text),
    ]


def proposals(rows: list[Row], ground: Ground, datasets: Datasets) -> list[Any]:
    """The cities that the article names, hollow and dashed, with their names, whatever the year."""
    if not rows:
        return []
    base = datasets.of("proposals", rows)
    ends = [
        dict(zip(("x", "y", "x2", "y2"), row["lead"], strict=True)) for row in rows if "lead" in row
    ]
    lines = [
        datasets.of("leads to proposals", ends)
        .mark_rule(color=ground.faint, strokeWidth=0.6)
        .encode(x=_x("x"), y=_y("y"), x2="x2:Q", y2="y2:Q")
    ]
    look: Row = {"fill": ground.paper, "stroke": ground.ink, "strokeWidth": 1.2}
    text: Row = {"fontSize": TYPE, "font": FONT, "baseline": "middle", "align": ALIGN}
    halo = {
        "color": ground.paper,
        "stroke": ground.paper,
        "strokeWidth": 2.6,
        "strokeOpacity": 0.85,
    }
    name = base.encode(x=_x("tx"), y=_y("ty"), text="text:N")
    return [
        *(lines if ends else []),
        base.mark_point(
            shape=DIAMOND, size=(2 * HALF) ** 2, strokeDash=[2, 1.6], opacity=1, **look
        ).encode(x=_x("x"), y=_y("y")),
        name.mark_text(strokeJoin="round", **text, **halo),
        name.mark_text(color=ground.ink, **text),
    ]


def panel(europe: Projection, world: Projection, ground: Ground, datasets: Datasets) -> list[Any]:
    """The sheet that the enlarged Europe lies on, and where it lies on the world."""
    left, top, right, bottom = europe.box
    sheet = [{"x": left, "y": top, "x2": right, "y2": bottom}]
    look = {"stroke": ground.faint, "strokeWidth": 0.8, "opacity": 1, "strokeOpacity": 0.5}
    box = datasets.of("panel", sheet).encode(x=_x("x"), y=_y("y"), x2="x2:Q", y2="y2:Q")
    west, south, east, north = EUROPE
    around = [
        *((west + (east - west) * at / 20, north) for at in range(21)),
        *((east - (east - west) * at / 20, south) for at in range(21)),
        (west, north),
    ]
    outline = [
        {"x": round(x, 1), "y": round(y, 1), "order": number}
        for number, (x, y) in enumerate(world.at(*point) for point in around)
    ]
    return [
        datasets.of("outline", outline)
        .mark_line(stroke=ground.faint, strokeWidth=0.8, strokeOpacity=0.6)
        .encode(x=_x("x"), y=_y("y"), order="order:Q"),
        box.mark_rect(fill=ground.paper, **look),
    ]


def clock(
    counts: dict[int, str], corner: tuple[float, float], ground: Ground, datasets: Datasets
) -> list[Any]:
    """The year in large figures, and its counts below."""
    x, y = corner
    table = [
        {"year": year, "x": x, "y": y - 24, "y2": y - 6, "text": text}
        for year, text in counts.items()
    ]
    base = datasets.of("clock", table).transform_filter(f"datum.year === {YEAR}")
    text: Row = {"font": FONT, "align": "left", "baseline": "bottom"}
    lines = (
        ("y", "year:N", {"fontSize": 34, "fontWeight": "bold"}, ground.ink),
        ("y2", "text:N", {"fontSize": 12.5}, ground.faint),
    )
    halo = {"color": ground.paper, "stroke": ground.paper, "strokeWidth": 4}
    return [
        base.mark_text(**look, **text, **size).encode(x=_x("x"), y=_y(field), text=sentence)
        for field, sentence, size, colour in lines
        for look in (halo, {"color": colour})
    ]


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=None, axis=None)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=None, axis=None)
