"""The ranked list: its reasons are whole where the height is free, and no row lies on the next."""

from __future__ import annotations

from itertools import pairwise

import pytest

from geo.figures.prospects.list_chart import PLACE, SMALL, Line, list_chart
from geo.style.colours import GROUNDS
from geo.style.text import width_of

PROS = "17.2 million people, largest city of its country; no own tie in the country; large harbour"
CONS = "no partner of Beijing in the country; 7% of the ties so far on the continent"
LINES = [Line(str(place), f"City {place}", "Nigeria", PROS, CONS) for place in (1, 2, 3)]


@pytest.mark.parametrize("width", [280.0, 350.0, 900.0])
def test_reasons_are_whole_on_a_page(width: float) -> None:
    drawn = list_chart(LINES, GROUNDS["light"], "#123456", "", (width, 0.0))
    rows = {row["y"]: row for layer in drawn["layer"] for row in layer["data"]["values"]}
    whys = [rows[y] for y in sorted(rows) if rows[y]["kind"] == "why"]
    said = " ".join(row["text"] for row in whys)
    assert said.count(PROS) == said.count(CONS) == len(LINES)
    assert max(width_of(row["text"], SMALL) for row in whys) <= width - PLACE
    heights = sorted(rows)
    assert min(below - above for above, below in pairwise(heights)) >= 12
    assert heights[-1] < drawn["height"]


def test_reasons_are_cut_where_the_room_ends() -> None:
    drawn = list_chart(LINES, GROUNDS["light"], "#123456", "", (350.0, 120.0))
    assert drawn["height"] == 120.0
    assert "…" in str(drawn)
