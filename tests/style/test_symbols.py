"""The marks: a shape a role, drawn once, in strips that unite to the whole."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from shapely import Polygon, unary_union

from geo.style.symbols import IN_CHARTS, chart_shape, ground_of, mark, strip, target
from geo.ties.roles import ROLES


def outline(path: str) -> Any:
    """What a path fills, by the rule that SVG and Vega go by: a ring that turns the other way
    round than the one it lies in is a hole."""
    shape: Any = Polygon()
    for ring in path.removeprefix("M").removesuffix("Z").split("ZM"):
        part = Polygon([tuple(map(float, point.split(","))) for point in ring.split("L")])
        filled = part.exterior.is_ccw == _outer(path).exterior.is_ccw
        shape = shape.union(part) if filled else shape.difference(part)
    return shape


def _outer(path: str) -> Polygon:
    first = path.removeprefix("M").removesuffix("Z").split("ZM")[0]
    return Polygon([tuple(map(float, point.split(","))) for point in first.split("L")])


@pytest.mark.parametrize("of", [2, 3, 5])
@pytest.mark.parametrize("role", ROLES)
def test_strips_lie_side_by_side_and_unite_to_the_whole(role: str, of: int) -> None:
    whole = outline(strip(role))
    parts = [outline(strip(role, place, of)) for place in range(of)]
    assert unary_union(parts).symmetric_difference(whole).area < 0.01
    assert sum(part.area for part in parts) == pytest.approx(whole.area, abs=0.01)
    left, _, right, _ = whole.bounds
    for place, part in enumerate(parts):
        assert left + place * (right - left) / of - 0.002 <= part.bounds[0]
        assert part.bounds[2] <= left + (place + 1) * (right - left) / of + 0.002
    assert all(one.bounds[0] < other.bounds[0] for one, other in pairwise(parts))


def test_roles_can_be_told_apart_by_their_shapes() -> None:
    shapes = {role: outline(strip(role)) for role in ROLES}
    for one, other in combinations(ROLES, 2):
        differ = shapes[one].symmetric_difference(shapes[other]).area
        assert differ > 0.25 * max(shapes[one].area, shapes[other].area), (one, other)
    assert target() not in {strip(role) for role in ROLES}


def test_a_capital_with_a_port_is_a_disc_with_a_star_cut_out_of_it() -> None:
    both = outline(strip("both"))
    assert len(both.interiors) == 1
    star = Polygon(both.interiors[0])
    assert len(star.exterior.coords) - 1 == 10
    assert both.union(star).symmetric_difference(outline(ground_of("both"))).area < 1e-6


@pytest.mark.parametrize("role", ROLES)
def test_the_ground_of_a_mark_is_its_shape_without_holes(role: str) -> None:
    ground = outline(ground_of(role))
    assert not ground.interiors
    assert ground.covers(outline(strip(role)).buffer(-1e-3))
    assert ground.bounds == pytest.approx(outline(strip(role)).bounds)


def test_marks_fit_the_square_that_sizes_are_reckoned_by() -> None:
    for path in [*(strip(role) for role in ROLES), target()]:
        assert all(abs(edge) <= 1.25 for edge in outline(path).bounds)
        assert outline(path).area > 0.8


def test_the_mark_of_a_home_is_a_ring_with_a_dot_in_it() -> None:
    ring, dot = sorted(outline(target()).geoms, key=lambda part: -part.area)
    assert len(ring.interiors) == 1
    assert Polygon(ring.interiors[0]).contains(dot)


def test_what_is_cut_out_of_a_mark_fills_it_again() -> None:
    grounds = {role: outline(ground_of(role)) for role in ROLES}
    holes = {role: ground.difference(outline(strip(role))) for role, ground in grounds.items()}
    assert [role for role, hole in holes.items() if hole.area > 1e-6] == ["both"]
    assert not any(ground.interiors for ground in grounds.values())


@pytest.mark.parametrize("role", ROLES)
def test_charts_have_the_shape_of_the_maps_larger(role: str) -> None:
    drawn, larger = outline(strip(role)), IN_CHARTS[role]
    assert outline(chart_shape(role)).area == pytest.approx(drawn.area * larger**2, rel=0.01)


def test_a_mark_of_a_legend_is_parted_between_its_colours() -> None:
    parts = mark("neither", ["#112233", "#445566"]).split("/>")[:-1]
    assert [part.partition('fill="')[2] for part in parts] == ['#112233"', '#445566"']
    assert 'fill="#112233"' in mark("both", ["#112233"])
