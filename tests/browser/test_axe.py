"""No page shuts a reader out: in both languages, by day and by night, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import expect

from geo.export.pages import PAGES
from tests.browser.atlas import Atlas
from tests.browser.axe import Known, excused, violations

pytestmark = pytest.mark.browser

PHONE, DESK = (320, 800), (1440, 900)
OFTEN = ("", "choice", "timeline", "data")
"""The pages that differ most in what they are made of; the others are looked at in the long run."""
FINDING = ".finding"
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
    found = violations(atlas.page)
    of_page = [one for one in FRAMEWORK if page in one.pages]
    ours = [one for one in found if not excused(one, of_page)]
    assert not ours, "\n".join(
        f"{one['rule']} {one['selector']}\n  {one['html'][:300]}\n  {one['why']}" for one in ours
    )
    return {entry for one in found if (entry := excused(one, of_page))}


@pytest.mark.parametrize(
    ("page", "lang", "scheme", "size"),
    [
        (page, ("zh", "en")[at % 2], ("light", "dark")[at // 2 % 2], (PHONE, DESK)[at % 3 % 2])
        for at, page in enumerate(PAGES)
        if page in OFTEN
    ],
)
def test_axe_finds_nothing_grave(
    page: str, lang: str, scheme: str, size: tuple[int, int], visit: Callable[..., Atlas]
) -> None:
    """A look at each, by turns in language, light and size; the long run has every combination."""
    needed = looked_at(visit(f"{page}?lang={lang}", size=size, scheme=scheme, shows=FINDING), page)
    assert needed == {one for one in FRAMEWORK if page in one.pages}


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("lang", "scheme", "size"), [*product(("zh", "en"), ("light", "dark"), (PHONE, DESK))]
)
def test_axe_finds_nothing_grave_on_any_page(
    page: str, lang: str, scheme: str, size: tuple[int, int], visit: Callable[..., Atlas]
) -> None:
    looked_at(visit(f"{page}?lang={lang}", size=size, scheme=scheme, shows=FINDING), page)
