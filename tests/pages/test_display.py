"""What of the address is not the view: the picture, presenting, the order of the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ties.view import Query
from pages.parts.display import ORDERS, OWN, Display

DISPLAYS = st.builds(
    Display,
    present=st.booleans(),
    picture=st.sampled_from(["", "map", "in-force", "same-country-3"]),
    order=st.sampled_from(["", *ORDERS]),
)
PAGES = st.sampled_from(["", "choice", "slides"])


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
        assert again.order == display.order
    if page == "slides":
        assert again.picture == display.picture


@given(DISPLAYS, DISPLAYS, PAGES)
def test_what_only_the_map_can_say_survives_the_address_of_another_page(
    before: Display, asked: Display, page: str
) -> None:
    after = before.met(asked.to_query(page), page)
    assert after.present == asked.present
    assert after.order == (before if page else asked).order


def test_an_address_says_nothing_that_means_nothing_on_its_page() -> None:
    display = Display(picture="shares", order="partner")
    assert display.to_query("choice") == {}
    assert display.to_query("slides") == {"picture": ["shares"]}
    assert display.to_query("") == {"list": ["partner"]}


@pytest.mark.parametrize(
    "query",
    [
        {"picture": ["<script>"], "present": ["yes"]},
        {"picture": ["../../etc"], "present": []},
        {"picture": ["A" * 5000]},
        {"picture": ["map\n"]},
        {"list": ["<b>", "partner"]},
        {"list": ["partner--"]},
        {"map": ["flat"]},
        {},
    ],
)
def test_whatever_is_not_understood_counts_as_not_given(query: Query) -> None:
    assert Display.from_query(query) == Display()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("rivals", "same-country"),
        ("rivals-12", "same-country-12"),
        ("same-country-2", "same-country-2"),
        ("rivalsome", "rivalsome"),
    ],
)
def test_a_picture_is_found_by_the_name_it_once_had(asked: str, meant: str) -> None:
    assert Display.from_query({"picture": [asked]}).picture == meant
