"""The charts of the Article page: what is in them, and that verdicts are told apart in grey."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from geo.figures.article.claims.verdict import VERDICTS
from geo.figures.article.official import Stated, Step
from geo.figures.article.official_chart import Dress, official_chart
from geo.figures.article.shapes import SHAPES, verdict_path
from geo.figures.article.verdicts_chart import Heads, Mark, verdicts_chart
from geo.figures.panel import Spec
from geo.style.colours import GROUNDS
from geo.ties.counts import Span
from tests.charts import assert_valid

MARKS = [
    Mark("Counts", "one", "holds", "fails", "holds", "does not hold"),
    Mark("Counts", "two", "untold", "untold", "cannot be determined", "cannot be determined"),
    Mark("Firsts", "three", "partly", "partly", "in part", "in part"),
]
HEADS = Heads(("then", "now"), ("Statement", "Verdict"), "sentence")


def rows(chart: Spec) -> list[dict[str, Any]]:
    """The rows of all layers of a chart that fits the schema, and whose tooltips have fields."""
    assert_valid(chart)
    found: list[dict[str, Any]] = []
    for layer in chart["layer"]:
        own = layer["data"]["values"]
        for tip in layer["encoding"].get("tooltip", ()):
            assert all(tip["field"] in row for row in own)
        found += own
    return found


@pytest.mark.parametrize(("width", "spread"), [(350, False), (1080, False), (1080, True)])
@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_every_statement_has_a_mark_then_and_now(ground: Any, width: float, spread: bool) -> None:
    chart = verdicts_chart(MARKS, HEADS, ground, width, spread)
    marks = [row for row in rows(chart) if "shape" in row]
    assert len(marks) == 2 * len(MARKS)
    assert [row["pale"] for row in marks] == [False, False, False, True, False, True]
    assert max(row["x"] for row in marks) < width
    assert chart["description"] == "sentence"


def test_verdicts_differ_in_shape_not_in_colour() -> None:
    assert set(SHAPES) == set(VERDICTS)
    assert len(set(SHAPES.values())) == len(VERDICTS)
    for verdict in VERDICTS:
        assert re.fullmatch(r'<path d="[^"<>]+" fill="#123456"/>', verdict_path(verdict, "#123456"))


def test_the_number_that_is_tested_is_filled_and_labels_keep_apart() -> None:
    days = [dt.date(2016, 6, 30), dt.date(2017, 9, 30), dt.date(2024, 1, 31)]
    steps = [
        Step(day, *span) for day, span in zip(days, ((60, 61), (62, 63), (66, 66)), strict=True)
    ]
    points = [
        Stated(f"count {number}", "one", "sister", day, number, Span(60, 66), source)
        for day, number, source in zip(days, (63, 61, 66), ("A", "B", "A"), strict=True)
    ]
    dress = Dress("#0F4F8F", "ours: 66", ("a", "b", "c"), "sentence", "B")
    chart = official_chart(steps, points, GROUNDS["light"], dress)
    found = [row for row in rows(chart) if "stated" in row]
    assert {row["stated"]: row["above"] for row in found} == {63: True, 61: False, 66: True}
    assert {row["stated"] for row in found if row["filled"]} == {61}
    (own,) = (layer["mark"] for layer in chart["layer"] if "text" in layer["mark"])
    assert own["text"] == "ours: 66"
    assert own["dy"] > 0, "the last official number is near: ours stands below"
