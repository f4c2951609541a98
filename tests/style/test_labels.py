"""Names beside marks: none over another, none over a mark, the important ones first."""

from __future__ import annotations

from itertools import combinations
from math import hypot, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, box

from geo.place.projection import Box
from geo.style.labels.around import SAMPLE, Name, Named, along, box_of
from geo.style.labels.candidates import APART, crossed
from geo.style.labels.placing import place_names

SIZE = 11.5
FRAME: Box = (0.0, 0.0, 420.0, 260.0)
FAR = 120.0


def marks() -> st.SearchStrategy[list[Named]]:
    """Marks that want names, many of them in a crowd, some at one place, some outside."""
    crowd = st.tuples(st.integers(150, 230), st.integers(100, 150))
    anywhere = st.tuples(st.integers(-20, 440), st.integers(-20, 280))
    one = st.builds(
        lambda at, radius, width: Named(float(at[0]), float(at[1]), radius, float(width)),
        st.one_of(crowd, anywhere, st.just((200, 120))),
        st.sampled_from([3.0, 5.0]),
        st.integers(8, 130),
    )
    return st.lists(one, min_size=1, max_size=30)


def own_boxes(named: list[Named]) -> list[Box]:
    return [(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in named]


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - 1e-6
        and one[2] > other[0] + 1e-6
        and one[1] < other[3] - 1e-6
        and one[3] > other[1] + 1e-6
    )


def texts(named: list[Named], found: list[Name | None]) -> dict[int, Box]:
    return {
        number: box_of(name, one.width, SIZE)
        for number, (one, name) in enumerate(zip(named, found, strict=True))
        if name
    }


@given(marks(), st.sampled_from([0.0, FAR]))
@settings(max_examples=60)
def test_names_lie_over_no_name_and_no_mark_and_inside_the_frame(
    named: list[Named], far: float
) -> None:
    taken = [*own_boxes(named), (300.0, 0.0, 420.0, 80.0)]
    found = place_names(named, SIZE, FRAME, taken, far)
    assert len(found) == len(named)
    boxes = texts(named, found)
    assert not [pair for pair in combinations(boxes.values(), 2) if overlap(*pair)]
    assert not [(one, other) for one in boxes.values() for other in taken if overlap(one, other)]
    for left, top, right, bottom in boxes.values():
        assert FRAME[0] <= left < right <= FRAME[2]
        assert FRAME[1] <= top < bottom <= FRAME[3]


@given(marks())
@settings(max_examples=60)
def test_leading_lines_run_from_the_mark_to_its_name_and_through_nothing_else(
    named: list[Named],
) -> None:
    taken = own_boxes(named)
    found = place_names(named, SIZE, FRAME, taken, FAR)
    boxes = texts(named, found)
    for number, name in enumerate(found):
        if name is None or name.lead is None:
            continue
        x0, y0, x1, y1 = name.lead
        mine = named[number]
        assert hypot(x0 - mine.x, y0 - mine.y) == pytest.approx(mine.radius + 1)
        assert box(*boxes[number]).distance(LineString([(x1, y1), (x1, y1 + 1e-3)])) < SIZE
        assert hypot(x1 - mine.x, y1 - mine.y) <= FAR
        line = LineString([(x0, y0), (x1, y1)])
        others = [some for other, some in boxes.items() if other != number]
        others += [
            some
            for one, some in zip(named, taken, strict=True)
            if hypot(one.x - mine.x, one.y - mine.y) > 2 * mine.radius + SAMPLE
        ]
        # a corner may be grazed, for less than the distance at which the line is sampled
        assert all(line.intersection(box(*other)).length < 1.5 * SAMPLE for other in others)


def hundredths(low: int, high: int, more: float = 0.0) -> st.SearchStrategy[float]:
    return st.integers(100 * low, 100 * high).map(lambda number: number / 100 + more)


# A line and a box are never so near that the last digit of a number decides whether they touch.
END = st.tuples(hundredths(-60, 60), hundredths(-60, 60))
CORNER = st.tuples(hundredths(-80, 80, 0.0041), hundredths(-80, 80, 0.0041))


@given(
    st.lists(st.tuples(END, END), min_size=1, max_size=6),
    st.lists(st.tuples(CORNER, hundredths(1, 50), hundredths(1, 50)), min_size=1, max_size=6),
)
def test_a_line_crosses_a_box_where_one_of_its_own_boxes_lies_over_it(
    ends: list[tuple[tuple[float, float], tuple[float, float]]],
    rooms: list[tuple[tuple[float, float], float, float]],
) -> None:
    lines = [(*start, *end) for start, end in ends]
    others = [(x, y, x + wide, y + high) for (x, y), wide, high in rooms]
    found = crossed(np.array([*lines, (nan,) * 4]), np.array(others))
    assert found[:-1].tolist() == [
        [any(overlap(small, other) for small in along(line)) for other in others] for line in lines
    ]
    assert not found[-1].any(), "where there is no line, nothing is crossed"


@given(marks())
def test_a_name_led_out_stands_apart_from_marks_that_are_not_its_own(named: list[Named]) -> None:
    """Or it would be read as theirs."""
    found = place_names(named, SIZE, FRAME, own_boxes(named), FAR)
    for number, text in texts(named, found).items():
        name, mine = found[number], named[number]
        if name and name.lead:
            others = [one for one in named if hypot(one.x - mine.x, one.y - mine.y) > 12]
            assert not any(overlap(text, wider(one, APART)) for one in others)


def wider(one: Named, by: float) -> Box:
    left, top, right, bottom = own_boxes([one])[0]
    return left - by, top, right + by, bottom


def test_beside_its_mark_a_name_takes_the_side_away_from_another_mark() -> None:
    one, neighbour = Named(100, 100, 5, 40), Named(156, 100, 5, 200)
    first, _ = place_names([one, neighbour], SIZE, FRAME, own_boxes([one, neighbour]))
    assert first and first.align == "right"
    far_off = Named(190, 100, 5, 200)
    first, _ = place_names([one, far_off], SIZE, FRAME, own_boxes([one, far_off]))
    assert first and first.align == "left"


@given(marks(), st.sampled_from([0.0, FAR]))
def test_the_most_important_name_goes_without_only_if_it_has_no_place_at_all(
    named: list[Named], far: float
) -> None:
    taken = own_boxes(named)
    [alone] = place_names(named[:1], SIZE, FRAME, taken, far)
    among_others = place_names(named, SIZE, FRAME, taken, far)[0]
    assert (alone is None) == (among_others is None)


def test_a_name_alone_stands_right_of_its_mark_on_its_line() -> None:
    [name] = place_names([Named(100, 100, 5, 40)], SIZE, FRAME)
    assert name
    assert (name.align, name.y, name.lead) == ("left", 100, None)
    assert 100 + 5 < name.x < 100 + 5 + 6


def test_of_two_at_one_place_the_first_has_the_better_side() -> None:
    first, second = place_names([Named(200, 100, 5, 40), Named(200, 100, 5, 40)], SIZE, FRAME)
    assert first and second
    assert (first.align, second.align) == ("left", "right")


def test_where_right_is_taken_left_is_next_and_above_after_it() -> None:
    one, right, left = Named(200, 100, 5, 40), (206.0, 97.0, 300.0, 103.0), (100, 97, 194, 103)
    [name] = place_names([one], SIZE, FRAME, [right])
    assert name and name.align == "right"
    [name] = place_names([one], SIZE, FRAME, [right, left])
    assert name and name.align == "center" and name.y < 100


def test_a_name_without_room_beside_its_mark_is_led_out_only_if_it_may_be() -> None:
    one, crowd = Named(200, 100, 5, 40), [(150.0, 80.0, 194.0, 120.0), (206.0, 80.0, 250.0, 120.0)]
    crowd += [
        (194.0, 80.0, 206.0, 94.0),
        (194.0, 106.0, 198.0, 112.0),
        (202.0, 106.0, 206.0, 112.0),
    ]
    assert place_names([one], SIZE, FRAME, crowd) == [None]
    [name] = place_names([one], SIZE, FRAME, crowd, FAR)
    assert name and name.lead
    assert abs(name.lead[0] - 200) < 5 and name.lead[1] == pytest.approx(106, abs=0.6)


STRIP: Box = (0.0, 0.0, 200.0, 24.0)
"""So low that a name has room right or left of its mark only."""


def test_a_name_moves_for_another_that_has_no_other_place() -> None:
    mover, needy = Named(100, 12, 5, 50), Named(180, 12, 5, 50)
    [alone] = place_names([mover], SIZE, STRIP)
    assert alone and alone.align == "left"
    one, other = place_names([mover, needy], SIZE, STRIP, own_boxes([mover, needy]))
    assert one and other
    assert (one.align, other.align) == ("right", "right")
    assert one.x < 100 and other.x < 180


def test_a_name_that_has_no_other_place_stays_and_the_other_goes_without() -> None:
    mover, needy = Named(100, 12, 5, 50), Named(180, 12, 5, 50)
    taken = [*own_boxes([mover, needy]), (0.0, 0.0, 60.0, 24.0)]
    one, other = place_names([mover, needy], SIZE, STRIP, taken)
    assert one and one.align == "left" and one.x > 100
    assert other is None


def test_nothing_wants_a_name_and_a_name_outside_the_frame_has_none() -> None:
    assert place_names([], SIZE, FRAME) == []
    assert place_names([Named(-300, 50, 5, 40)], SIZE, FRAME, far=FAR) == [None]
