"""The pages beside the map, reached as a reader reaches them: by the navigation."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser

PAGES = ("/choice", "/same_country", "/timeline", "/prospects", "/article")


def test_every_page_opens_in_the_language_and_with_the_filters_of_the_map(
    visit: Callable[..., Atlas],
) -> None:
    atlas = visit("?lang=zh&country=JP")
    links = atlas.page.get_by_role("navigation").get_by_role("link")
    for place, path in enumerate(PAGES, 1):
        before = atlas.finding.text_content() or ""
        links.nth(place).click()
        expect(atlas.finding).not_to_have_text(before)
        expect(atlas.page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
        assert urlsplit(atlas.page.url).path == path
        expect(atlas.widget("countries")).to_contain_text("日本")
        assert (atlas.query["lang"], atlas.query["country"]) == (["zh"], ["JP"])
