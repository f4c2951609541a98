"""The candidates as they are seen: on the map none over another, in the list no reason cut."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from geo.figures.catalogue import figure_of
from geo.figures.prospects.map_chart import APART, RADIUS
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS
from geo.style.text import ELLIPSIS, width_of
from geo.ties.roster import Roster
from geo.ties.view import View

MAP_WIDTH = 1000.0


def scene(roster: Roster, lang: str) -> Scene:
    return Scene(roster, View.default(roster, lang), GROUNDS["light"])


def rows_of(spec: dict[str, Any], mark: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every row of the layers of a kind of mark, with the look of its layer."""
    return [
        (row, layer["mark"])
        for layer in spec["layer"]
        if layer["mark"]["type"] == mark
        for row in layer["data"]["values"]
    ]


def box(row: dict[str, Any], look: dict[str, Any]) -> tuple[float, float, float, float]:
    wide, high = width_of(row["text"], look["fontSize"]), look["fontSize"]
    left = row["x"] - {"left": 0.0, "center": wide / 2, "right": wide}[look["align"]]
    return left, row["y"] - high / 2, left + wide, row["y"] + high / 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_on_the_map_of_candidates_nothing_lies_over_another(roster: Roster, lang: str) -> None:
    figure = figure_of(scene(roster, lang), "candidates-map")
    assert figure
    spec = figure.panels[0].draw((MAP_WIDTH, 0.0))
    marks = [(row["x"], row["y"]) for row, _ in rows_of(spec, "point")]
    names = [box(row, look) for row, look in rows_of(spec, "text")]
    assert len(marks) == 60 and len(names) >= 58
    for (x, y), (x2, y2) in combinations(marks, 2):
        assert ((x - x2) ** 2 + (y - y2) ** 2) ** 0.5 > 0.9 * APART * RADIUS
    for one, other in combinations(names, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    for left, top, right, bottom in names:
        assert not any(left < x < right and top < y < bottom for x, y in marks)


@pytest.mark.parametrize("size", [(350.0, 0.0), (470.0, 430.0), (470.0, 620.0)])
def test_reasons_stand_whole_and_lists_side_by_side_are_of_one_size(
    roster: Roster, size: tuple[float, float]
) -> None:
    figure = figure_of(scene(roster, "en"), "candidates")
    assert figure
    rows = [rows_of(panel.draw(size), "text") for panel in figure.panels]
    assert not [row for some in rows for row, _ in some if ELLIPSIS in row["text"]]
    places = [
        [row["text"] for row, look in some if "color" in look and row["x"] == 0] for some in rows
    ]
    assert places[0] == places[1] == [str(n + 1) for n in range(len(places[0]))]
    assert len(places[0]) >= 8
    assert {look["fontSize"] for _, look in rows[0]} == {look["fontSize"] for _, look in rows[1]}
    if size[1]:
        assert max(row["y"] for some in rows for row, _ in some) < size[1]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_on_a_phone_what_adds_to_a_score_is_read_whole(roster: Roster, lang: str) -> None:
    figure = figure_of(scene(roster, lang), "candidate")
    assert figure
    for panel in figure.panels:
        spec = panel.draw((350.0, 0.0))
        assert isinstance(spec, dict)
        drawn = spec["layer"][0]
        axis = next(
            layer["encoding"]["y"]["axis"]
            for layer in drawn["layer"]
            if layer["mark"]["type"] == "point"
        )
        limit, size = axis["labelLimit"], axis["labelFontSize"]
        lines = [line for row in drawn["data"]["values"] for line in row["name"].split("\n")]
        assert lines and not [line for line in lines if ELLIPSIS in line]
        assert all(width_of(line, size) <= limit for line in lines)
