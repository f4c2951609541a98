"""What of the address is not the view: the form of the map, the picture, presenting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.view import Query
from pages.parts.display import ORDERS, OWN, Display

DISPLAYS = st.builds(
    Display,
    flat=st.booleans(),
    present=st.booleans(),
    picture=st.sampled_from(["", "map", "in-force", "rivals-3"]),
    order=st.sampled_from(["", *ORDERS]),
)
PAGES = st.sampled_from(["", "strategy", "slides"])


@given(DISPLAYS, PAGES)
def test_an_address_brings_back_all_that_means_something_on_its_page(
    display: Display, page: str
) -> None:
    query = display.to_query(page)
    assert set(query) <= display.meant(page) <= set(OWN)
    again = Display.from_query(query)
    assert again.to_query(page) == query
    assert again.present == display.present
    if page == "":
        assert again.flat == display.flat
        assert again.order == display.order or display.flat
    if page == "slides":
        assert again.picture == display.picture


@given(DISPLAYS, DISPLAYS, PAGES)
def test_what_only_the_map_can_say_survives_the_address_of_another_page(
    before: Display, asked: Display, page: str
) -> None:
    after = before.met(asked.to_query(page), page)
    assert after.present == asked.present
    if page:
        assert (after.flat, after.order) == (before.flat, before.order)
    else:
        assert after.flat == asked.flat


def test_an_address_says_nothing_that_means_nothing_on_its_page() -> None:
    display = Display(flat=True, picture="shares", order="partner")
    assert display.to_query("strategy") == {}
    assert display.to_query("") == {"map": ["flat"]}
    assert display.to_query("slides") == {"picture": ["shares"]}
    assert display.but(flat=False).to_query("") == {"list": ["partner"]}


@pytest.mark.parametrize(
    "query",
    [
        {"picture": ["<script>"], "present": ["yes"], "map": ["round"]},
        {"picture": ["../../etc"], "present": [], "map": [""]},
        {"picture": ["A" * 5000]},
        {"picture": ["map\n"]},
        {"list": ["<b>", "partner"]},
        {"list": ["partner--"]},
        {},
    ],
)
def test_whatever_is_not_understood_counts_as_not_given(query: Query) -> None:
    assert Display.from_query(query) == Display()
