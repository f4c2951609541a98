"""A reader without a mouse comes to the figure at once, and finds out what the keys do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser


def test_the_first_key_leads_to_the_figure_and_the_question_mark_opens_the_keys(
    visit: Callable[..., Atlas],
) -> None:
    atlas = visit("?lang=en")
    page = atlas.page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To the figure")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(".wm-map")).to_be_focused()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet).to_contain_text("from partner to partner")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.locator(".wm-map")).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator(".st-key-table-map-0 summary")).to_be_focused()
    expect(page.locator(".st-key-table-map-0").get_by_role("region")).to_be_visible()
    page.locator(".wm-from").focus()
    page.keyboard.press("?")
    expect(sheet).to_be_hidden()
    assert page.locator(".skip-link").count() == 1
    other = page.locator(".st-key-language").get_by_role("radio", name="中文")
    expect(other).to_have_attribute("lang", "zh-Hans")
