"""The pages beside the map, reached as a reader reaches them: by the navigation."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from geo.i18n import Words
from geo.ties.roster import load_roster
from tests.browser.test_map import Visit

pytestmark = pytest.mark.browser

PAGES = {"Strategy": "/strategy", "Rivals": "/rivals", "Article": "/article"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_opens_in_the_language_and_with_the_filters_of_the_map(
    visit: Visit, lang: str
) -> None:
    atlas = visit(f"?lang={lang}&country=JP")
    words = Words(lang)
    for name, path in PAGES.items():
        before = atlas.page.locator("h1.finding").inner_text()
        atlas.page.get_by_role("link", name=words.say(name), exact=False).first.click()
        expect(atlas.page.locator("h1.finding")).not_to_have_text(before)
        expect(atlas.page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
        assert urlsplit(atlas.page.url).path == path
        expect(atlas.widget("countries")).to_contain_text(
            words.of(load_roster().countries.loc["JP"], "name")
        )
        assert f"lang={lang}" in atlas.page.url
        assert "country=JP" in atlas.page.url
