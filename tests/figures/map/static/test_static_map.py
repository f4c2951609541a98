"""The flat map: every partner is on it, and the picture and the counts never disagree."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from math import hypot
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Point, Polygon, box, unary_union

from geo.export.render import spec_svg
from geo.figures.map.static.chart import flat_map
from geo.figures.map.static.frames import EUROPE, frames, in_europe
from geo.figures.map.static.layout import Layout, lay_out_map
from geo.figures.map.static.names import TYPE
from geo.figures.map.static.rows import Part
from geo.figures.map.static.spots import APART, RADIUS
from geo.i18n import Words
from geo.place.basemap import LAND_FOR_VEGA_URL
from geo.style.altair_chart import described
from geo.style.colours import GROUNDS, home_colours
from geo.style.labels.around import Name, box_of
from geo.style.symbols import strip
from geo.style.text import width_of
from geo.ties.roster import LEVELS, Roster, load_roster
from geo.ties.select import passing, select
from geo.ties.view import View

ROSTER = load_roster()
LIGHT = GROUNDS["light"]
SIZES = [(1200, 560), (1000, 830), (358, 520)]
LANGUAGES = ["en", "zh"]
SVG = "{http://www.w3.org/2000/svg}"
Corner = tuple[float, float]


def chart_svg(chart: Any) -> str:
    return spec_svg(described(chart))


@lru_cache(maxsize=32)
def layout(roster: Roster, filters: View, size: tuple[int, int] = SIZES[0]) -> Layout:
    ties = passing(roster, filters)
    return lay_out_map(roster, ties, filters, Words(filters.lang), LIGHT, size)


def default(roster: Roster, lang: str = "en") -> View:
    return View.default(roster, lang)


def spots(roster: Roster, part: Part, ties: pd.DataFrame) -> dict[str, Corner]:
    """Where the partners of some ties are drawn on one of the maps: where they lie, or near."""
    found = {}
    for tie in ties.drop_duplicates("place").itertuples():
        x, y = part.projection.at(tie.lon, tie.lat)
        spot = part.spots.get(tie.place)
        if spot:
            assert hypot(spot.x - x, spot.y - y) <= 2.5 * RADIUS
            x, y = spot.x, spot.y
        found[str(tie.place)] = (round(x, 1), round(y, 1))
    return found


def named_on(part: Part) -> set[tuple[str, float, float]]:
    return {(row["text"], row["x"], row["y"]) for row in part.names}


@dataclass
class Seen:
    """What can be seen of a rendered map, world and enlarged Europe together.

    Attributes:
        full, hollow: where marks stand, each with the colour of a home.
        top: the colours of the full mark that lies on top at a place.
        names: how often each is written.
        ways, dashed: how many great circles are drawn, plain and dashed.
    """

    full: set[tuple[float, float, str]] = field(default_factory=set)
    hollow: set[tuple[float, float, str]] = field(default_factory=set)
    top: dict[Corner, set[str]] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    ways: int = 0
    dashed: int = 0


def seen(roster: Roster, view: View, size: tuple[int, int] = SIZES[0]) -> Seen:
    """Render the map of a view and look at it."""
    where = layout(roster, view.filters_only, size)
    root = ElementTree.fromstring(chart_svg(flat_map(where, view, "a map", land=False)))
    homes = set(home_colours(roster.homes, LIGHT).values())
    at_home = {(home["x"], home["y"]) for home in where.rows.homes}
    found = Seen()
    for group in _groups(root, "symbol"):
        for mark in group:
            at, fill = _place_of(mark), mark.get("fill", "")
            if at in at_home:
                continue
            if fill in homes:
                found.full.add((*at, fill))
                found.top.setdefault(at, set()).add(fill)
            elif mark.get("stroke") in homes:
                found.hollow.add((*at, mark.attrib["stroke"]))
            else:
                found.top.pop(at, None)
    for group in _groups(root, "text"):
        if not any(text.get("font-weight") == "bold" for text in group):
            found.names.update(t.text or "" for t in group if t.get("fill") == LIGHT.ink)
    for group in _groups(root, "shape"):
        dashed = sum(way.get("stroke-dasharray") is not None for way in group)
        found.dashed += dashed
        found.ways += len(group) - dashed
    return found


def _groups(root: ElementTree.Element, kind: str) -> Iterator[ElementTree.Element]:
    return (g for g in root.iter(f"{SVG}g") if f"mark-{kind} " in g.get("class", ""))


def _place_of(mark: ElementTree.Element) -> Corner:
    found = re.match(r"translate\(([^,]+),([^)]+)\)", mark.attrib["transform"])
    assert found
    return float(found.group(1)), float(found.group(2))


def agree(roster: Roster, view: View) -> None:
    """Assert that a rendered map shows what select says, home by home."""
    chosen, where = select(roster, view), layout(roster, view.filters_only)
    found, colours = seen(roster, view), home_colours(roster.homes, LIGHT)
    stands = chosen[chosen["stands"]]
    sure, maybe = (stands[stands["made"] == made] for made in ("certain", "possible"))
    gone = chosen[~chosen["stands"]]

    assert found.full == _marks_of(roster, where, sure, colours)
    hollow = pd.concat([maybe, gone])
    assert found.hollow == _marks_of(roster, where, hollow, colours)

    named: Counter[str] = Counter()
    for part in where.rows.parts:
        here = spots(roster, part, sure)
        for place, at in here.items():
            mine = {colours[home] for home in sure[sure["place"] == place]["home"]}
            if list(here.values()).count(at) == 1 and at in found.top:
                assert found.top[at] == mine, f"{place} is on top in the colours of its homes"
        texts = {roster.places.loc[place, f"name_{view.lang}"] for place in here}
        named.update(text for text, _, _ in named_on(part) if text in texts)
    assert found.names == named
    parts = len(where.rows.parts)
    assert found.ways == parts * len(sure)
    assert found.dashed == parts * int((gone["made"] == "certain").sum())


def _marks_of(
    roster: Roster, where: Layout, ties: pd.DataFrame, colours: dict[str, str]
) -> set[tuple[float, float, str]]:
    world, *enlarged = where.rows.parts
    marks = set()
    for part in (world, *enlarged):
        here = spots(roster, part, ties)
        marks |= {
            (*here[tie.place], colours[tie.home])
            for tie in ties.itertuples()
            if part is world or in_europe(tie.lon, tie.lat)
        }
    return marks


def telling_years(roster: Roster) -> list[int]:
    """Years in which some tie is only possible, or the first ones end, and two others."""
    ties = roster.ties
    spans = ties[ties["earliest"].dt.year < ties["latest"].dt.year]["earliest"].dt.year
    ends = ties["gone"].dropna().dt.year
    years = {*spans.head(2), *ends.sort_values().head(2), roster.period[0], 1990}
    return sorted(int(year) for year in years)


@pytest.mark.parametrize("ended", [False, True])
def test_the_rendered_map_agrees_with_the_counts_in_telling_years(
    roster: Roster, ended: bool
) -> None:
    first, last = roster.period
    view = default(roster, "zh" if ended else "en").but(ended=ended)
    for year in telling_years(roster):
        agree(roster, view.but(years=(first, year)))
    agree(roster, view.but(years=(1985, last)))


@pytest.mark.parametrize("ended", [False, True])
def test_the_rendered_map_of_three_homes_agrees_with_the_counts(small: Roster, ended: bool) -> None:
    first, last = small.period
    view = default(small).but(levels=LEVELS, ended=ended)
    for years in [(first, y) for y in telling_years(small)] + [(1996, 2013), (first, last)]:
        agree(small, view.but(years=years))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_partner_is_drawn_on_the_world_and_named_or_told_to_be_without_a_name(
    roster: Roster, lang: str, size: tuple[int, int]
) -> None:
    view = default(roster, lang)
    ties = passing(roster, view)
    where = layout(roster, view.filters_only, size)
    world, europe = where.rows.parts
    assert where.frames.europe is europe.projection
    here = spots(roster, world, ties)
    drawn = {(row["x"], row["y"]) for row in world.marks}
    assert drawn == set(here.values())
    assert all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in drawn)
    crowd = {str(tie.place) for tie in ties.itertuples() if in_europe(tie.lon, tie.lat)}
    assert {(row["x"], row["y"]) for row in europe.marks} == {
        at for place, at in spots(roster, europe, ties).items() if place in crowd
    }
    everybody = set(ties["place"])
    for part, whom in ((world, everybody - crowd), (europe, crowd)):
        assert set(part.unnamed) <= whom
        texts = Counter(roster.places.loc[sorted(whom - set(part.unnamed)), f"name_{lang}"])
        assert Counter(text for text, _, _ in named_on(part)) == texts
    unnamed = len(world.unnamed) + len(europe.unnamed)
    if size == SIZES[0]:
        assert unnamed <= 0.15 * len(everybody)
    assert len(named_on(world)) + len(named_on(europe)) + unnamed == len(everybody)


PHONES = [(288, 448), (360, 560), (504, 792), (648, 312)]


@pytest.mark.parametrize(
    ("lang", "levels"), [("zh", ("sister",)), ("en", LEVELS)], ids=["zh-sister", "en-all"]
)
@pytest.mark.parametrize("size", PHONES)
def test_homes_and_their_names_lie_over_no_mark_where_there_is_little_room(
    roster: Roster, lang: str, size: tuple[int, int], levels: tuple[str, ...]
) -> None:
    where = layout(roster, default(roster, lang).but(levels=levels).filters_only, size)
    marks = [Point(one.x, one.y) for one in where.rows.parts[0].spots.values() if one.named]
    for home in where.rows.homes:
        ring = Point(home["x"], home["y"])
        name = Name(home["tx"], home["ty"], home["align"])
        text = box(*box_of(name, width_of(home["text"], TYPE + 1.5, True), TYPE + 1.5))
        assert min(ring.distance(mark) for mark in marks) > RADIUS + 1
        assert min(text.distance(mark) for mark in marks) > RADIUS - 1
        if lead := home.get("lead"):
            assert ring.distance(Point(lead[:2])) < 9
            assert text.distance(Point(lead[2:])) < 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_on_the_map_lie_over_no_other_name_and_no_home(
    roster: Roster, lang: str, size: tuple[int, int]
) -> None:
    where = layout(roster, default(roster, lang).filters_only, size)
    homes = where.rows.homes
    bold = [
        box(*box_of(Name(h["tx"], h["ty"], h["align"]), width_of(h["text"], TYPE + 1.5, True), 13))
        for h in homes
    ]
    rings = [box(h["x"] - 6, h["y"] - 6, h["x"] + 6, h["y"] + 6) for h in homes]
    for number, (name, ring) in enumerate(zip(bold, rings, strict=True)):
        others = [*bold[:number], *rings[:number], *bold[number + 1 :], *rings[number + 1 :]]
        assert not any(name.intersection(other).area > 1 for other in others)
        assert name.intersection(ring).area < 1
    for part in where.rows.parts:
        boxes = [
            box(*box_of(Name(row["x"], row["y"], row["align"]), width_of(row["text"], TYPE), TYPE))
            for row in {(n["text"], n["x"], n["y"]): n for n in part.names}.values()
        ]
        frame = box(*part.projection.box).buffer(0.2)
        assert all(frame.contains(one) for one in boxes)
        taken = [*boxes, *bold, *rings] if part is where.rows.parts[0] else boxes
        for number, one in enumerate(boxes):
            others = [other for place, other in enumerate(taken) if place != number]
            assert all(one.intersection(other).area < 1 for other in others)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_partner_of_both_homes_is_one_mark_of_two_strips_and_named_once(
    roster: Roster, lang: str
) -> None:
    view = default(roster, lang)
    [world, _] = layout(roster, view.filters_only).rows.parts
    at = spots(roster, world, roster.ties)["bangkok"]
    name = roster.places.loc["bangkok", f"name_{lang}"]
    assert len([text for text, *_ in named_on(world) if text == name]) == 1
    assert seen(roster, view).names[name] == 1
    strips = _on_top(world, at)
    assert [row["fill"] for row in strips] == list(home_colours(roster.homes, LIGHT).values())
    _are_strips_of(strips, "both")


def test_a_partner_of_three_homes_is_one_mark_of_three_strips(small: Roster) -> None:
    view = default(small)
    [world] = layout(small, view.filters_only).rows.parts
    at = spots(small, world, small.ties)["lodz"]
    strips = _on_top(world, at)
    assert [row["fill"] for row in strips] == list(home_colours(small.homes, LIGHT).values())
    _are_strips_of(strips, str(small.ties.loc["tianjin-lodz", "role"]))
    assert len([row for row in world.names if row["text"] == "Łódź"]) == 3
    assert seen(small, view).names["Łódź"] == 1
    before = view.but(years=(small.period[0], 1999))
    assert len(seen(small, before).top[at]) == 2


def _on_top(part: Part, at: Corner) -> list[dict[str, Any]]:
    """The coloured pieces of the mark that is drawn last at a place."""
    here = [row for row in part.marks if (row["x"], row["y"]) == at]
    last_paper = max(n for n, row in enumerate(here) if row["fill"] == LIGHT.paper)
    return here[last_paper + 1 :]


def _are_strips_of(strips: list[dict[str, Any]], role: str) -> None:
    """Assert that pieces lie side by side, as wide as each other, and unite to a role's shape."""
    shapes = [outline(row["shape"]) for row in strips]
    whole = outline(strip(role))
    assert unary_union(shapes).symmetric_difference(whole).area < 0.02
    edges = [shape.bounds[0] for shape in shapes] + [shapes[-1].bounds[2]]
    assert edges == pytest.approx(
        [edges[0] + n * (edges[-1] - edges[0]) / len(shapes) for n in range(len(edges))], abs=0.01
    )


def outline(path: str) -> Any:
    """A path of straight lines as a shape, its holes as holes (rings inside rings)."""
    shape: Any = Polygon()
    for ring in path.strip("MZ").split("ZM"):
        points = [tuple(map(float, point.split(","))) for point in ring.split("L")]
        shape = shape.symmetric_difference(Polygon(points))
    return shape


def test_europe_is_enlarged_only_where_a_crowd_is_shown(roster: Roster, small: Roster) -> None:
    whole = default(roster)
    assert layout(roster, whole.filters_only).frames.europe
    few = whole.but(q="an")
    ties = passing(roster, few)
    crowd = sum(in_europe(t.lon, t.lat) for t in ties.drop_duplicates("place").itertuples())
    assert bool(layout(roster, few.filters_only).frames.europe) == (crowd >= 6)
    assert layout(small, default(small).filters_only).frames.europe is None
    assert layout(roster, whole.but(regions=("150",)).filters_only).frames.europe is None


@pytest.mark.parametrize("levels", [("sister",), LEVELS], ids=["sister", "all, Papeete too"])
def test_the_enlarged_europe_is_larger_and_lies_over_no_partner(
    roster: Roster, levels: tuple[str, ...]
) -> None:
    for size in SIZES:
        where = layout(roster, default(roster).but(levels=levels).filters_only, size)
        world, europe = where.frames.world, where.frames.europe
        assert europe
        west, _, east, _ = EUROPE
        enlarged, plain = (p.at(east, 48)[0] - p.at(west, 48)[0] for p in (europe, world))
        assert enlarged > (1.8 if levels == ("sister",) else 1.6) * plain
        left, top, right, bottom = europe.box
        assert not [
            row
            for row in where.rows.parts[0].marks
            if left - 5 < row["x"] < right + 5 and top - 5 < row["y"] < bottom + 5
        ]


def test_a_region_is_drawn_larger_and_with_all_its_partners(roster: Roster) -> None:
    view = default(roster).but(regions=("035",))
    whole = layout(roster, default(roster).filters_only)
    part = layout(roster, view.filters_only)
    assert part.frames.world.scale > 3 * whole.frames.world.scale
    assert len(named_on(part.rows.parts[0])) == passing(roster, view)["place"].nunique()


def places() -> st.SearchStrategy[tuple[float, float]]:
    """Anywhere where people live, but not in the sea where the world is cut."""
    lons = st.one_of(st.integers(-180, -34), st.integers(-26, 180))
    return st.tuples(lons.map(float), st.integers(-50, 72).map(float))


@given(st.lists(places(), min_size=1, max_size=6), st.sampled_from(SIZES))
@example([(-22.0, 64.1), (139.7, 35.7), (-74.0, 40.7)], (1200, 560))
@example([(10.7, 59.9), (174.8, -41.3), (-34.9, -8.1)], (358, 520))
@example([(121.5, 31.2)], (358, 520))
def test_wherever_the_partners_of_a_narrowed_view_lie_all_are_in_the_frame(
    some: list[tuple[float, float]], size: tuple[int, int]
) -> None:
    world = frames(size, some, narrowed=True).world
    assert world.box == (0, 0, *size)
    assert all(world.shows(*place, 1) for place in some)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_homes_of_the_view_are_named_in_bold(roster: Roster, lang: str) -> None:
    for homes in (("shanghai",), ("shanghai", "beijing")):
        view = default(roster, lang).but(homes=homes)
        chart = flat_map(layout(roster, view.filters_only), view, "a map", land=False)
        root = ElementTree.fromstring(chart_svg(chart))
        bold = {t.text for t in root.iter(f"{SVG}text") if t.get("font-weight") == "bold"}
        assert bold == set(roster.homes.loc[list(homes), f"name_{lang}"])


def test_the_clock_shows_the_words_of_the_year_alone(roster: Roster) -> None:
    view = default(roster).but(years=(roster.period[0], 1999))
    clock = {year: f"so many in {year}" for year in range(roster.period[0], 2001)}
    where = layout(roster, view.filters_only)
    root = ElementTree.fromstring(chart_svg(flat_map(where, view, "a map", clock, land=False)))
    texts = {text.text for text in root.iter(f"{SVG}text")}
    assert {"1999", "so many in 1999"} <= texts
    assert not any("1998" in (text or "") or "2000" in (text or "") for text in texts)


def test_the_map_asks_for_the_land_by_our_own_address_and_for_nothing_else(roster: Roster) -> None:
    view = default(roster)
    spec = flat_map(layout(roster, view.filters_only), view, "a map").to_dict()
    text = json.dumps({name: part for name, part in spec.items() if name != "$schema"})
    assert set(re.findall(r'"url": "([^"]*)"', text)) == {LAND_FOR_VEGA_URL}
    assert LAND_FOR_VEGA_URL.startswith("app/static/")
    assert "//" not in text


def test_the_land_is_drawn_on_the_world_and_on_europe(roster: Roster) -> None:
    view = default(roster)
    where = layout(roster, view.filters_only)
    with_land = ElementTree.fromstring(chart_svg(flat_map(where, view, "a map")))
    lands = [
        path.get("d", "")
        for group in _groups(with_land, "shape")
        for path in group
        if path.get("fill") == LIGHT.land
    ]
    assert len(lands) >= 2
    for projection in (where.frames.world, where.frames.europe):
        assert projection
        left, top, right, bottom = projection.box
        numbers = [
            (float(x), float(y))
            for d in lands
            for x, y in re.findall(r"([-\d.]+),([-\d.]+)", d)
            if left < float(x) < right and top < float(y) < bottom
        ]
        assert max(x for x, _ in numbers) - min(x for x, _ in numbers) > 0.8 * (right - left)


def test_ways_start_at_the_home_and_end_at_the_partner(roster: Roster) -> None:
    view = default(roster).but(homes=("beijing",), countries=("JP",))
    where = layout(roster, view.filters_only)
    [way] = [row for row in where.rows.ways if row["properties"]["a"] == 1979]
    (lon, lat), (east, north) = way["geometry"]["coordinates"]
    tie = roster.ties.loc["beijing-tokyo"]
    assert (lon, lat) == pytest.approx((tie.home_lon, tie.home_lat), abs=1e-3)
    assert (east, north) == pytest.approx((tie.lon, tie.lat), abs=1e-3)
    assert way["properties"]["colour"] == home_colours(roster.homes, LIGHT)["beijing"]


@pytest.mark.parametrize("size", SIZES)
def test_no_mark_that_is_to_be_named_hides_another(size: tuple[int, int], roster: Roster) -> None:
    for part in layout(roster, default(roster), size).rows.parts:
        middles = [(spot.x, spot.y) for spot in part.spots.values() if spot.named]
        for one, other in combinations(middles, 2):
            assert hypot(one[0] - other[0], one[1] - other[1]) >= 0.85 * APART * RADIUS
