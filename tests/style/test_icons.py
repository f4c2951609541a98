"""The sheet of marks."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from geo.style.colours import GROUNDS, Ground, home_colours, rgba
from geo.style.icons import CHOSEN, SIZE, UNIT, Sheet, full, hollow, target
from geo.style.symbols import ground_of, strip
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
        if group.get("transform") == f"translate({sheet.mapping[name]['x'] + 32} 32) scale({UNIT})"
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
def test_a_shared_mark_is_parted_between_its_homes_on_paper(
    sheet: Sheet, homes: tuple[str, ...], role: str
) -> None:
    edge, *strips = drawing(sheet, full(homes, role)).findall(f"{SVG}path")
    assert edge.get("d") == ground_of(role)
    assert [part.get("fill") for part in strips] == [COLOURS[home] for home in homes]
    drawn = [strip(role, place, len(homes)) for place in range(len(homes))]
    assert [part.get("d") for part in strips] == drawn


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
