"""A reader filters until nothing is left, and takes the way out that is offered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.journeys.conftest import Welcome

pytestmark = pytest.mark.browser


def test_filtered_to_nothing_and_out_again(welcome: Welcome) -> None:
    reader = welcome()
    usual = reader.sees()
    reader.page.evaluate("document.querySelector('.wm').isTheFirst = true")
    capital = reader.page.locator(".st-key-roles [aria-pressed]").first
    for _ in range(2):  # on and off again: what says what the atlas is about goes and comes
        capital.click()
        reader.at_rest("a role")
        assert reader.page.evaluate("document.querySelector('.wm').isTheFirst"), "drawn anew"
    reader.choose("Country", "Germany")
    marks = reader.marks(reader.figure("Partners"))
    reader.type_name("nowhere at all")
    nothing = reader.page.get_by_test_id("stAlert")
    expect(nothing).to_be_visible()
    reader.at_rest("filtered to nothing")
    reader.marks(0)
    reader.picture("nothing left")
    for page in ("Capital or port?", "Same country", "Map"):
        reader.to(page)
        expect(nothing.first).to_be_visible()
        reader.picture(f"nothing left on {page}")
    reader.button("Reset all filters").click()
    expect(nothing).to_have_count(0)
    reader.at_rest("out again")
    reader.until(lambda: reader.sees() == usual, lambda: f"not all is as it was: {reader.sees()}")
    reader.choose("Country", "Germany")
    assert len(reader.marks(len(marks))) == len(marks)
    reader.reload("after all that")
