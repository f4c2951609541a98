"""Charts put together as dictionaries are charts that Vega-Lite knows."""

from itertools import pairwise
from typing import Any

import pytest

from geo.style.chart import (
    FIT,
    apart,
    category,
    chart,
    home_scale,
    layer,
    quantity,
    scale,
    shape_scale,
    signed,
    theme,
)
from geo.style.colours import GROUNDS, Ground
from geo.ties.roster import Roster
from tests.charts import assert_valid

ROWS: list[dict[str, Any]] = [{"name": "Kobe", "n": 1.5}, {"name": "大阪", "n": None}]


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=lambda ground: ground.name)
def test_a_chart_is_valid_with_rows_of_its_own_and_of_its_layers(ground: Ground) -> None:
    encoding = {"x": quantity("n", scale=scale(0, 2), axis=None), "y": category("name")}
    drawn = chart(
        [layer("bar", encoding, color="#116644"), layer("text", encoding, ROWS[:1], dx=5)],
        ground,
        "what it shows",
        ROWS,
        height=40,
        autosize=FIT,
    )
    assert_valid(drawn)
    assert drawn["description"] == "what it shows" and drawn["height"] == 40
    [bars, texts] = drawn["layer"][0]["layer"]
    assert drawn["layer"][0]["data"]["values"] == ROWS and "data" not in bars
    assert texts["data"]["values"] == ROWS[:1]
    assert drawn["config"] == theme(ground)


def test_homes_have_their_own_colours_shapes_and_signs(roster: Roster) -> None:
    shown = tuple(roster.homes.index)[::-1]
    found = home_scale(roster.homes, "zh", GROUNDS["dark"], shown)
    assert found["domain"] == [roster.homes.loc[home, "name_zh"] for home in shown]
    assert found["range"] == [roster.homes.loc[home, "color_dark"] for home in shown]
    six = [f"home {at}" for at in range(6)]
    shapes = shape_scale(six)
    assert shapes["domain"] == six and shapes["range"][0] == shapes["range"][5] == "circle"
    assert len(set(shapes["range"][:5])) == 5
    assert signed(["Wuhan", "Tianjin"]) == ["● Wuhan", "■ Tianjin"]


def test_labels_move_apart_and_keep_their_order() -> None:
    moved = apart([0.5, 0.52, 0.1, 0.51], 0.1)
    ordered = sorted(moved)
    assert all(upper - lower >= 0.1 - 1e-9 for lower, upper in pairwise(ordered))
    assert moved.index(min(moved)) == 2 and moved.index(max(moved)) == 1
    assert apart([], 0.1) == [] and apart([0.3], 0.1) == [0.3]
