"""What of the address is not the view: the form of the map, the picture, presenting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.view import Query
from pages.parts.stage import Stage


@given(
    flat=st.booleans(),
    present=st.booleans(),
    picture=st.sampled_from(["", "map", "in-force", "rivals-3"]),
)
def test_an_address_brings_back_what_it_was_made_from(
    flat: bool, present: bool, picture: str
) -> None:
    stage = Stage(flat, present, picture)
    assert Stage.from_query(stage.to_query("slides")).but(flat=flat) == stage
    on_map = Stage.from_query(stage.to_query(""))
    assert (on_map.flat, on_map.present) == (flat, present)


def test_an_address_says_nothing_that_means_nothing_on_its_page() -> None:
    stage = Stage(flat=True, picture="shares")
    assert stage.to_query("strategy") == {}
    assert stage.to_query("") == {"map": ["flat"]}
    assert stage.to_query("slides") == {"picture": ["shares"]}


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
    assert Stage.from_query(query) == Stage()
