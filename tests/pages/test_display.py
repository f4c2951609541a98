"""What of the address is not the view: the form of the map, the picture, presenting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.view import Query
from pages.parts.display import Display


@given(
    flat=st.booleans(),
    present=st.booleans(),
    picture=st.sampled_from(["", "map", "in-force", "rivals-3"]),
)
def test_an_address_brings_back_what_it_was_made_from(
    flat: bool, present: bool, picture: str
) -> None:
    display = Display(flat, present, picture)
    assert Display.from_query(display.to_query("slides")).but(flat=flat) == display
    on_map = Display.from_query(display.to_query(""))
    assert (on_map.flat, on_map.present) == (flat, present)


def test_an_address_says_nothing_that_means_nothing_on_its_page() -> None:
    display = Display(flat=True, picture="shares")
    assert display.to_query("strategy") == {}
    assert display.to_query("") == {"map": ["flat"]}
    assert display.to_query("slides") == {"picture": ["shares"]}


@pytest.mark.parametrize(
    "query",
    [
        {"picture": ["<script>"], "present": ["yes"], "map": ["round"]},
        {"picture": ["../../etc"], "present": [], "map": [""]},
        {"picture": ["A" * 5000]},
        {"picture": ["map\n"]},
        {},
    ],
)
def test_whatever_is_not_understood_counts_as_not_given(query: Query) -> None:
    assert Display.from_query(query) == Display()
