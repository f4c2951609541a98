"""The load script: what it measures, it measures; what fails, it says."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.load.__main__ import visited
from benchmarks.load.served import served
from benchmarks.load.table import memory_table, spread, table
from tests.loops import awaited


def run(**told: Any) -> dict[str, Any]:
    seen = {"seconds": {"move": [0.1] * 19 + [2.0], "picture": [1.0]}, "failures": ["move: no"]}
    made = {"seconds": {"picture": [1.0] * 5}, "failures": []}
    memory = [[0, 100.0, 9, 3], [130, 200.0, 50, 5], [600, 210.0, 50, 5], [601, 190.0, 9, 3]]
    known = {"kind": "one process", "readers": 2, "makers": 1, "minutes": 2.0}
    return {**known, "seen": seen, "made": made, "memory": memory, **told}


def test_the_table_counts_pictures_failures_and_memory_of_all() -> None:
    row, failed = table([run()]).splitlines()[2::2]
    assert [cell.strip() for cell in row.split("|")[4:-1]] == [
        "0.10, 0.20",
        "–",
        "–",
        "–",
        "3",
        "1",
        "210",
    ]
    assert failed == "- 1 × move: no"
    assert spread([1.0]) == "1.00, 1.00"


def test_memory_is_held_against_what_it_was_when_it_had_settled() -> None:
    end, left = memory_table(run(), 120).splitlines()[3:5]
    assert "+5.0 %" in end and "-5.0 %" in left and left.split("|")[5:7] == [" 9 ", " 3 "]


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["one process", "bare page"])
def test_two_readers_are_served_for_five_seconds(kind: str) -> None:
    with served(kind) as where:
        found = awaited(visited(where, 2, int(kind == "one process"), 5, 0.3))
        assert where.count() >= 1
    assert found["seen"]["failures"] + found["made"]["failures"] == []
    assert len(found["seen"]["seconds"]["first page"]) == 2
    assert found["seen"]["seconds"]["move"], "nobody has moved the years"
    assert kind == "bare page" or found["made"]["seconds"]["picture"]
