"""The load script: what it measures, it measures; what fails, it says."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.load.__main__ import browsed, visited
from benchmarks.load.served import served
from benchmarks.load.table import delays, memory_table, risen, spread, table
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


def test_what_picture_makers_add_to_a_filter_is_told_of_readers_in_equal_number() -> None:
    alone = {"seconds": {"filter": [0.1] * 20}, "failures": []}
    beside = {"seconds": {"filter": [0.3] * 39 + [2.1]}, "failures": []}
    runs = [run(seen=alone, makers=0), run(seen=beside), run(seen=beside, readers=50)]
    assert delays(runs) == [
        "- delay by picture-makers, one process, 2 readers, 1 picture-makers: a filter +0.20 s at "
        "the median, +0.20 s at the 95th, +2.00 s at most"
    ]
    assert delays(runs)[0] in table(runs)


def test_memory_is_held_against_what_it_was_when_it_had_settled() -> None:
    end, left = memory_table(run(), 120).splitlines()[3:5]
    assert risen(run(), 120) == pytest.approx(0.05)
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


@pytest.mark.long
@pytest.mark.timeout(300)
def test_two_real_browsers_change_filters_until_page_and_map_have_changed() -> None:
    with served("one process") as where:
        found = awaited(browsed(where, 2, 5, 0.3))
    assert found["seen"]["failures"] == []
    assert len(found["seen"]["seconds"]["first page"]) == 2
    assert found["seen"]["seconds"]["filter"], "nobody has clicked"
