"""What every peer draws, written once from the atlas: ties, land, and all of it in pixels.

Three kinds of file: ``ties.json`` (``period``, the first and last year, and ``ties``, one row each
with ``name``, ``country``, ``established``, ``year``, ``home``, ``lon``, ``lat``, ``home_lon``,
``home_lat``, ``colour``, and ``way``, its great circle in degrees as lines), ``plane.json`` (the
same after projection, for what draws in pixels) and the two lands under ``static/``, which differ
in how their rings turn.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from shapely import box
from shapely.geometry import Polygon, shape

from geo.figures.map.screen import screen_rows
from geo.figures.map.static.frames import EUROPE
from geo.figures.scene import Scene
from geo.place.basemap import shift
from geo.place.distance import great_circle
from geo.place.projection import Projection
from geo.style.colours import GROUNDS, home_colours
from geo.ties.roster import Roster
from geo.ties.select import select
from geo.ties.view import View

HOUSE = Path(__file__).resolve().parents[2]
LANDS = HOUSE / "static" / "basemap"
SIZE = (1128, 552)
"""Pixels of every map: those of the atlas in a window of 1440 by 900."""
MOST_WAYS = 1500
"""More great circles the atlas does not draw; nor do the peers."""
Row = dict[str, Any]
Frame = tuple[float, float, float, float]


def write_data(folder: Path, roster: Roster) -> None:
    """Write what the peers read into a folder: ``ties.json``, ``plane.json``, ``static/``."""
    rows = tie_rows(roster)
    static = folder / "static"
    static.mkdir(parents=True, exist_ok=True)
    for name in ("land.json", "land-d3.json"):
        shutil.copy(LANDS / name, static)
    _write(folder / "ties.json", {"period": roster.period, "size": SIZE, "ties": rows})
    _write(folder / "plane.json", plane(roster, rows))


def _write(path: Path, content: Row) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def tie_rows(roster: Roster) -> list[Row]:
    """The ties that the atlas shows first, one row each, in the order of the roster."""
    ties = select(roster, View.default(roster))
    colours = home_colours(roster.homes, GROUNDS["light"])
    few = len(ties) <= MOST_WAYS
    return [
        {
            "name": tie.name_en,
            "country": tie.country_en,
            "established": tie.established,
            "year": int(tie.earliest.year) if tie.earliest == tie.earliest else roster.period[0],
            "home": tie.home,
            "lon": round(shift(tie.lon), 4),
            "lat": tie.lat,
            "home_lon": round(shift(tie.home_lon), 4),
            "home_lat": tie.home_lat,
            "colour": [int(colours[tie.home][at : at + 2], 16) for at in (1, 3, 5)],
            "place": tie.place,
            "way": _way(tie) if few else [],
        }
        for tie in ties.itertuples()
    ]


def _way(tie: Any) -> list[list[list[float]]]:
    return great_circle((tie.home_lon, tie.home_lat), (tie.lon, tie.lat))


def plane(roster: Roster, ties: list[Row]) -> Row:
    """The map of the atlas in pixels, for a peer that draws what has been laid out.

    Returns:
        ``size``, ``period``; ``land`` and ``inset`` (polygons, each a list of rings) and ``sheet``
        (the frame of the inset); ``marks``, ``ways``, ``names`` and ``leads``, each with ``year``.
    """
    scene = Scene(roster, View.default(roster, "en"), GROUNDS["light"])
    drawn = screen_rows(scene, SIZE)
    parts = [Projection(**part["projection"]) for part in drawn["parts"]]
    inside = [
        {
            place["place"]: spot
            for number, *spot in part["spots"]
            for place in [drawn["places"][number]]
        }
        for part in drawn["parts"]
    ]
    lands = [_land(parts[0], None)] + [_land(part, EUROPE) for part in parts[1:]]
    return {
        "size": SIZE,
        "period": roster.period,
        "land": lands[0],
        "inset": [polygon for land in lands[1:] for polygon in land],
        "sheet": [[list(part.box[at : at + 2]) for at in (0, 2)] for part in parts[1:]],
        "marks": [
            _mark(tie, on[tie["place"]]) for on in inside for tie in ties if tie["place"] in on
        ],
        "ways": [way for tie in ties for way in _plane_ways(parts[0], tie)],
        **_names(drawn, ties),
    }


def _mark(tie: Row, spot: list[float]) -> Row:
    keys = ("name", "country", "established", "year", "colour")
    return {"at": spot[:2], "radius": spot[2]} | {key: tie[key] for key in keys}


def _plane_ways(world: Projection, tie: Row) -> list[Row]:
    """A great circle after projection, cut where the map is cut."""
    return [
        {
            "path": [_rounded(_on_frame(world, lon, lat)) for lon, lat in line],
            "year": tie["year"],
            "colour": tie["colour"],
        }
        for line in tie["way"]
    ]


def _on_frame(world: Projection, lon: float, lat: float) -> tuple[float, float]:
    """As it is projected, but the eastern edge of the frame stays in the east."""
    return world.at(min(lon, shift(-30.001)), lat)


def _names(drawn: Row, ties: list[Row]) -> Row:
    """The names that the atlas places, and the lines that lead to them."""
    made: dict[str, int] = {}
    for tie in ties:
        made[tie["place"]] = min(tie["year"], made.get(tie["place"], 9999))
    names, leads = [], []
    for number, x, y, align, lead in (name for part in drawn["parts"] for name in part["names"]):
        place = drawn["places"][number]
        if place["place"] not in made:
            continue
        year = made[place["place"]]
        anchor = {"left": "start", "right": "end"}.get(align, "middle")
        names.append({"at": [x, y], "text": place["name"], "anchor": anchor, "year": year})
        if lead:
            leads.append({"path": [lead[:2], lead[2:]], "year": year})
    return {"names": names, "leads": leads}


def _land(projection: Projection, part: Frame | None) -> list[list[list[list[float]]]]:
    """The land after projection; of the inset only what lies in its frame."""
    [feature] = json.loads((LANDS / "land.json").read_text("utf-8"))["features"]
    found = []
    land: Any = shape(feature["geometry"])
    for polygon in land.geoms:
        near = polygon.intersection(box(*part).buffer(8)) if part else polygon
        for one in getattr(near, "geoms", [near]):
            if isinstance(one, Polygon) and not one.is_empty:
                found += _clipped(_projected(projection, one), projection.box if part else None)
    return found


def _projected(projection: Projection, polygon: Polygon) -> Polygon:
    rings = [polygon.exterior, *polygon.interiors]
    outer, *holes = ([_on_frame(projection, *point) for point in ring.coords] for ring in rings)
    return Polygon(outer, holes)


def _clipped(polygon: Polygon, frame: Frame | None) -> list[list[list[list[float]]]]:
    seen = polygon.buffer(0).intersection(box(*frame)) if frame else polygon
    return [
        [[_rounded(point) for point in ring.coords] for ring in (one.exterior, *one.interiors)]
        for one in getattr(seen, "geoms", [seen])
        if isinstance(one, Polygon) and not one.is_empty
    ]


def _rounded(point: tuple[float, ...]) -> list[float]:
    return [round(part, 1) for part in point]
