"""A reader looks for partners and countries by the names that he knows them by."""

from __future__ import annotations

import pytest

from tests.browser.journeys.conftest import Welcome

pytestmark = pytest.mark.browser


def test_a_reader_reaches_partners_and_countries_by_any_name(welcome: Welcome) -> None:
    reader = welcome()
    box = reader.page.get_by_role("combobox", name="Partner")
    for typed, reached in (("Saigon", "Ho Chi Minh City"), ("hengbin", "Yokohama")):
        box.click()
        box.press_sequentially(typed)
        box.press("Enter")  # at once: what is found is waited for
        card = reached
        reader.until(
            lambda card=card: any(card in one for one in reader.sees()["the card"]),
            lambda typed=typed: f"no card opens for {typed}",
        )
    reader.picture("found by its sound")
    box.press("Backspace")
    reader.until(lambda: not reader.sees()["the card"], lambda: "the card stays")
    reader.choose("Country", "UK")
    reader.until(lambda: reader.query.get("country") == ["GB"], lambda: reader.page.url)
    reader.choose("Country", "南韩")
    reader.until(lambda: reader.query.get("country") == ["GB", "KR"], lambda: reader.page.url)
    reader.reload("with two countries chosen")


def test_keys_alone_open_the_list_and_choose(welcome: Welcome) -> None:
    reader = welcome()
    box = reader.page.get_by_role("combobox", name="Region")
    box.focus()
    option = reader.page.get_by_role("option", name="ASEAN", exact=True)
    option.wait_for()
    box.press("ArrowDown")
    box.press("ArrowUp")
    box.press("Enter")
    reader.until(lambda: reader.query.get("region") == ["asean"], lambda: reader.page.url)
