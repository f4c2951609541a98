"""No page shuts a reader out: in both languages, by day and by night, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from geo.export.pages import PAGES
from tests.browser.atlas import Atlas
from tests.browser.axe import Known, excused, violations

pytestmark = pytest.mark.browser

PHONE, DESK = (320, 800), (1440, 900)
FINDING = ".finding"
UNNAMED = ".copy-link:not([title]), [role=combobox][aria-controls=options]:not([aria-label])"
"""What our components have not named yet: their scripts come after the page's text."""
FRAMEWORK: tuple[Known, ...] = (
    Known(
        "svg-img-alt",
        "years_brush",
        ("timeline",),
        "Vega-Lite gives the marks of a brush no aria of ours, whatever the chart's config says; "
        "the slider above sets the same years by keys.",
    ),
)
"""Serious or critical, the framework's own, with its cause."""


def looked_at(atlas: Atlas, page: str) -> set[Known]:
    """Which entries of the list a page needs as it is seen now; fails for whatever is not in it."""
    if page == "data":  # the list is fetched after the page stands
        expect(atlas.page.locator(".listing tbody tr").first).to_be_visible()
    atlas.quiet()
    expect(atlas.page.locator(UNNAMED)).to_have_count(0)
    found = violations(atlas.page)
    of_page = [one for one in FRAMEWORK if page in one.pages]
    ours = [one for one in found if not excused(one, of_page)]
    assert not ours, "\n".join(
        f"{one['rule']} {one['selector']}\n  {one['html'][:300]}\n  {one['why']}" for one in ours
    )
    return {entry for one in found if (entry := excused(one, of_page))}


LOOKS = (("light", DESK), ("light", PHONE), ("dark", PHONE), ("dark", DESK))
"""In an order in which one thing changes at a time."""


def turned(atlas: Atlas, scheme: str, size: tuple[int, int]) -> None:
    """The same page by day or by night, on a screen of another size."""
    atlas.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    atlas.page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(atlas.page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)


@pytest.mark.parametrize(
    ("page", "lang", "look"),
    [
        ("", "zh", LOOKS[0]),
        ("choice", "en", LOOKS[1]),
        ("timeline", "zh", LOOKS[3]),
        ("data", "en", LOOKS[2]),
    ],
)
def test_axe_finds_nothing_grave(
    page: str, lang: str, look: tuple[str, tuple[int, int]], visit: Callable[..., Atlas]
) -> None:
    """Each language, light and size twice; the long run has every page in every combination."""
    scheme, size = look
    needed = looked_at(visit(f"{page}?lang={lang}", size=size, scheme=scheme, shows=FINDING), page)
    assert needed == {one for one in FRAMEWORK if page in one.pages}


@pytest.mark.long
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_grave_however_a_page_is_looked_at(
    page: str, lang: str, visit: Callable[..., Atlas]
) -> None:
    atlas = visit(f"{page}?lang={lang}", size=DESK, shows=FINDING)
    for scheme, size in LOOKS:
        turned(atlas, scheme, size)
        looked_at(atlas, page)
