"""A reader wants to see the partners in three countries, and takes their picture along."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download, shown_in, size_of_png, titles_of, words_of
from tests.browser.journeys.marks import marks_in
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser

LEGEND = 0.9
"""Where in a picture the legend begins, which has marks of its own."""


def test_countries_chosen_seen_and_taken_along(welcome: Welcome) -> None:
    reader = welcome()
    for country in ("Germany", "Italy", "Poland"):
        reader.choose("Country", country)
    partners = reader.figure("Partners")
    assert f"{partners} partners in 3 countries" in reader.headline
    _every_mark_is_a_partner(reader, partners)
    reader.picture("three countries")

    name, png = download(reader, "Download picture")
    reader.sheet.add(reader.journey, "the file", png)
    assert size_of_png(png) == (1920, 1080), "the picture is not as large as its button says"
    view = {"shanghai", "beijing", "map", "1973", "2026", "de", "it", "pl", "en", "png"}
    assert words_of(name) >= view, f"the file is called {name}: the view is not in its name"
    drawn = marks_in(png, reader.colours(), LEGEND)
    assert len(drawn) == partners, f"{partners} partners on the page, {len(drawn)} on its picture"

    link = reader.page.get_by_role("main").get_by_role("link", name="Pictures and slides").first
    link.click()
    preview = reader.page.get_by_role("main").get_by_role("img").first
    expect(preview).to_be_visible(timeout=SLOW)
    assert shown_in(reader, preview) == png, "the picture under the map is not the one on Slides"
    reader.quiet()
    (said,) = titles_of(download(reader, "PowerPoint")[1])
    assert said == reader.headline, "the picture does not say what the page says"
    reader.picture("on Slides")


def _every_mark_is_a_partner(reader: Reader, partners: int) -> None:
    """As many marks as partners; each, pointed at, says its name; together they are the list."""
    names: list[str] = []
    for mark in reader.marks(partners):
        names.append(reader.pointed_at(mark, not_=names[-1] if names else ""))
    assert sorted(names) == sorted(reader.listed()), "the marks are others than those in the list"
