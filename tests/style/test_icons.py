"""The sheet of marks."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from geo.style.colours import GROUNDS, Ground, home_colours, rgba
from geo.style.icons import CHOSEN, SIZE, Sheet, full, hollow, single, target
from geo.ties.roles import ROLES
from geo.ties.roster import Roster

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {"one": "#112233", "two": "#445566", "three": "#778899"}
PAIR, ALL = ("one", "three"), ("one", "two", "three")


@pytest.fixture(params=GROUNDS.values(), ids=lambda ground: ground.name)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    ground: Ground = request.param
    return Sheet(COLOURS, [PAIR, ALL], ground)


def drawing(sheet: Sheet, name: str) -> ElementTree.Element:
    """What is drawn where the mapping says that a mark is."""
    [found] = [
        group
        for group in ElementTree.fromstring(sheet.svg)
        if group.get("transform") == f"translate({sheet.mapping[name]['x']} 0)"
    ]
    return found


def colours_in(mark: ElementTree.Element) -> set[str]:
    return {part.get("fill", "") for part in mark.iter()} & set(COLOURS.values())


def test_every_mark_that_a_row_can_name_is_on_the_sheet(sheet: Sheet) -> None:
    names = {CHOSEN} | {target(home) for home in COLOURS}
    for role in ROLES:
        names |= {full(PAIR, role), full(ALL, role)}
        names |= {full([home], role) for home in COLOURS}
        names |= {hollow(home, role) for home in COLOURS}
    assert set(sheet.mapping) == names
    assert set(json.loads(sheet.mapping_json)) == names


def test_marks_lie_side_by_side_inside_the_picture(sheet: Sheet) -> None:
    root = ElementTree.fromstring(sheet.svg)
    boxes = [(box["x"], box["y"], box["width"], box["height"]) for box in sheet.mapping.values()]
    assert sorted(boxes) == [(place * SIZE, 0, SIZE, SIZE) for place in range(len(boxes))]
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == (SIZE * len(boxes), SIZE)
    assert len(root) == len(boxes)


@pytest.mark.parametrize("role", ROLES)
def test_a_mark_of_one_home_is_filled_with_its_colour_alone(sheet: Sheet, role: str) -> None:
    for home, colour in COLOURS.items():
        assert colours_in(drawing(sheet, full([home], role))) == {colour}


@pytest.mark.parametrize("role", ROLES)
def test_a_hollow_mark_has_the_colour_of_its_home_as_an_edge(sheet: Sheet, role: str) -> None:
    for home, colour in COLOURS.items():
        shape = next(iter(drawing(sheet, hollow(home, role))))
        assert shape.get("stroke") == colour
        assert shape.get("fill") not in COLOURS.values()


@pytest.mark.parametrize("homes", [PAIR, ALL])
@pytest.mark.parametrize("role", ROLES)
def test_a_shared_mark_is_parted_into_equal_strips_from_left_to_right(
    sheet: Sheet, homes: tuple[str, ...], role: str
) -> None:
    strips = drawing(sheet, full(homes, role)).findall(f"{SVG}svg")
    assert [next(iter(strip)).get("fill") for strip in strips] == [COLOURS[h] for h in homes]
    edges = [(float(strip.attrib["x"]), float(strip.attrib["width"])) for strip in strips]
    width = SIZE / len(homes)
    for place, edge in enumerate(edges):
        assert edge == pytest.approx((place * width, width), abs=0.01)


def test_every_role_has_a_shape_of_its_own(sheet: Sheet) -> None:
    shapes = {
        tuple(
            (part.tag, part.get("d"), part.get("r"))
            for part in drawing(sheet, full(["one"], role)).iter()
            if part.tag in (f"{SVG}path", f"{SVG}circle")
        )
        for role in ROLES
    }
    assert len(shapes) == len(ROLES)


def test_a_mark_for_a_legend_is_a_picture_of_its_own() -> None:
    root = ElementTree.fromstring(single("both", ["#112233"], GROUNDS["light"]))
    assert root.attrib["width"] == root.attrib["height"] == str(SIZE)
    assert colours_in(root) == {"#112233"}


def test_colours_of_homes_come_from_the_data_and_can_be_told_from_the_ground(
    roster: Roster, small: Roster
) -> None:
    for ground in GROUNDS.values():
        for some in (roster, small):
            colours = home_colours(some.homes, ground)
            assert list(colours) == list(some.homes.index)
            assert len({*colours.values(), ground.paper, ground.land}) == len(colours) + 2


def test_a_colour_for_deck_gl() -> None:
    assert rgba("#1565A9") == [21, 101, 169, 255]
    assert rgba("#ffffff", 0.5) == [255, 255, 255, 128]
