"""The pictures of the Article page: what is in them, and that they are told apart in grey."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

from geo.figures.article.claims.verdict import VERDICTS
from geo.figures.article.official_chart import official_chart
from geo.figures.article.verdicts_chart import SHAPES, Mark, verdict_svg, verdicts_chart
from geo.style.colours import GROUNDS

MARKS = [
    Mark("Counts", "one", "holds", "fails", "holds", "does not hold"),
    Mark("Counts", "two", "untold", "untold", "cannot be told", "cannot be told"),
    Mark("Firsts", "three", "partly", "partly", "in part", "in part"),
]


def rows(chart: object) -> list[dict[str, object]]:
    described = chart.to_dict()  # type: ignore[attr-defined]
    return [row for table in described["datasets"].values() for row in table]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_every_statement_has_a_mark_then_and_now(ground: object, narrow: bool) -> None:
    chart = verdicts_chart(MARKS, ("then", "now"), ("s", "v"), ground, "sentence", narrow)  # type: ignore[arg-type]
    marks = [row for row in rows(chart) if "shape" in row]
    assert len(marks) == 2 * len(MARKS)
    assert [row["pale"] for row in marks] == [False, False, False, True, False, True]
    assert chart.to_dict()["description"] == "sentence"


def test_verdicts_differ_in_shape_not_in_colour() -> None:
    assert set(SHAPES) == set(VERDICTS)
    assert len(set(SHAPES.values())) == len(VERDICTS)
    for verdict in VERDICTS:
        assert re.fullmatch(
            r'<svg [^>]*><path d="[^"<>]+" fill="#123456"/></svg>', verdict_svg(verdict, "#123456")
        )


def test_the_number_that_is_tested_is_filled_and_labels_keep_apart() -> None:
    days = pd.to_datetime(["2016-06-30", "2017-09-30", "2024-01-31"])
    band = pd.DataFrame({"day": days, "certain": [60, 62, 66], "possible": [61, 63, 66]})
    points = pd.DataFrame(
        {
            "day": days,
            "stated": [63, 61, 66],
            "filled": [False, True, False],
            "sentence": list("abc"),
        }
    )
    chart = official_chart(
        band,
        points,
        pd.Timestamp("2026-01-01"),
        "#1565A9",
        "ours: 66",
        GROUNDS["light"],
        "sentence",
    )
    above = {row["stated"]: row["above"] for row in rows(chart) if "above" in row}
    assert above == {63: True, 61: False, 66: True}
    assert "ours: 66" in json.dumps(chart.to_dict())
