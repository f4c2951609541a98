"""The sheet of marks."""

from __future__ import annotations

import base64
import re
from math import hypot
from xml.etree import ElementTree

import pytest

from geo.draw.marks import CHOSEN, SIZE, Sheet, full, hollow, target
from geo.draw.palette import GROUNDS, Ground, home_colours, rgba
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


def test_every_mark_that_a_row_can_name_is_on_the_sheet(sheet: Sheet) -> None:
    names = {CHOSEN, full(PAIR), full(ALL)}
    for home in COLOURS:
        names |= {full([home]), hollow(home), target(home)}
    assert set(sheet.mapping) == names
    assert len(names) == 1 + 3 * 3 + 2


def test_marks_lie_side_by_side_inside_the_picture(sheet: Sheet) -> None:
    root = ElementTree.fromstring(sheet.svg)
    boxes = [(box["x"], box["y"], box["width"], box["height"]) for box in sheet.mapping.values()]
    assert sorted(boxes) == [(place * SIZE, 0, SIZE, SIZE) for place in range(len(boxes))]
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == (SIZE * len(boxes), SIZE)
    assert len(root) == len(boxes)


def test_a_mark_of_one_home_is_a_disc_in_its_colour(sheet: Sheet) -> None:
    for home, colour in COLOURS.items():
        assert [part.get("fill") for part in drawing(sheet, full([home]))] == [colour]


def test_a_hollow_mark_has_the_colour_of_its_home_only_as_an_edge(sheet: Sheet) -> None:
    for home, colour in COLOURS.items():
        [disc] = drawing(sheet, hollow(home))
        assert disc.get("stroke") == colour
        assert disc.get("fill") not in COLOURS.values()


@pytest.mark.parametrize("homes", [PAIR, ALL])
def test_a_shared_mark_is_parted_into_a_slice_for_each_home(
    sheet: Sheet, homes: tuple[str, ...]
) -> None:
    slices = drawing(sheet, full(homes)).findall(f"{SVG}path")
    assert [part.get("fill") for part in slices] == [COLOURS[home] for home in homes]
    corners = []
    for part in slices:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", part.attrib["d"])]
        x0, y0, x1, y1, *_, x2, y2 = numbers
        assert (x0, y0) == (SIZE / 2, SIZE / 2)
        chord = hypot(x2 - x1, y2 - y1) / hypot(x1 - x0, y1 - y0)
        assert chord == pytest.approx({2: 2, 3: 3**0.5}[len(homes)], abs=0.01)
        corners.append(((x1, y1), (x2, y2)))
    for (_, end), (start, _) in zip(corners, corners[1:] + corners[:1], strict=True):
        assert end == start


def test_the_sheet_comes_as_an_address_that_asks_no_host(sheet: Sheet) -> None:
    kind, _, content = sheet.address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(content).decode() == sheet.svg


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
