"""A reader opens the cards of partners: on the map, in the list, by searching."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser


def test_cards_opened_and_closed(welcome: Welcome) -> None:
    reader = welcome()
    reader.choose("Region", "Oceania")
    marks = reader.marks(reader.figure("Partners"))
    for mark in (marks[0], marks[0], marks[1], marks[-1]):
        name = reader.pointed_at(mark)
        reader.click_map(mark.x, mark.y)
        _open(reader, name, "clicked on the map")
        reader.picture(f"{name} by a click")
        _closed(reader)
    for row in (2, 2, 0):
        name = reader.listed()[row]
        reader.click_list(row)
        _open(reader, name, "clicked in the list")
        _closed(reader)
    box = reader.page.get_by_role("combobox", name="Partner")
    box.click()
    box.press_sequentially("汉堡")
    box.press("Enter")
    _open(reader, "Hamburg", "searched for")
    reader.picture("Hamburg by searching")
    reader.reload("with a card open")
    _closed(reader)


def test_a_card_stays_while_the_years_move_and_the_sea_closes_it(welcome: Welcome) -> None:
    reader = welcome()
    reader.choose("Region", "Oceania")
    mark = reader.marks(reader.figure("Partners"))[0]
    name = reader.pointed_at(mark)
    reader.click_map(mark.x, mark.y)
    _open(reader, name, "clicked on the map")

    (made,) = re.findall(r"established .*?(\d{4})", reader.card.inner_text())
    not_made = reader.card.get_by_text("Not made in the years shown.")
    expect(not_made).to_have_count(0)
    reader.press("ArrowLeft", times=reader.years_seen[1] - int(made) + 1)
    expect(not_made).to_be_visible()
    _open(reader, name, "chosen before the years moved")
    reader.press("ArrowRight")
    expect(not_made).to_have_count(0)
    _open(reader, name, "chosen before the years moved back")
    reader.picture(f"{name} in its first year")

    reader.click_map(30, 30)
    _gone(reader)
    reader.click_map(mark.x, mark.y)
    _open(reader, name, "clicked on the map a second time")


def test_the_head_of_the_list_sorts_and_opens_no_card(welcome: Welcome) -> None:
    reader = welcome()
    before = reader.listed()
    reader.click_list()
    reader.until(
        lambda: reader.card.count() or reader.rows() == sorted(reader.rows()) != before,
        lambda: f"a click on the head of the list does not sort it: {reader.rows()}",
    )
    reader.press("ArrowRight", handle=0)  # once this has come back, so has the click before it
    _the_address(reader, "years", told=True)
    reader.picture("sorted by name")
    assert "partner" not in reader.query and not reader.card.count(), (
        f"a click on the head of the list opens a card: {reader.page.url}"
    )
    reader.press("ArrowLeft", handle=0)
    _the_address(reader, "years", told=False)
    name = reader.listed()[1]
    reader.click_list(1)
    _open(reader, name, "clicked in the sorted list")


def _the_address(reader: Reader, name: str, told: bool) -> None:
    """Wait until the address has a parameter, or has it no more."""
    reader.until(lambda: (name in reader.query) == told, lambda: f"{name} in {reader.page.url}")


def _open(reader: Reader, name: str, how: str) -> None:
    """Wait until the card of a partner is open, and the address says so."""
    reader.until(
        lambda: reader.sees()["the card"] and reader.sees()["the card"][0].startswith(name),
        lambda: f"{how} was {name}, open is {reader.sees()['the card'] or 'no card'}",
    )
    reader.at_rest(f"the card of {name} open")


def _closed(reader: Reader) -> None:
    """Close the card with its button."""
    reader.button("Close").click()
    _gone(reader)


def _gone(reader: Reader) -> None:
    """Wait until no card is open, and the address says so."""
    expect(reader.card).to_have_count(0)
    reader.at_rest("the card closed")
    expect(reader.widget("list")).to_be_visible()
