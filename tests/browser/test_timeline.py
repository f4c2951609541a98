"""The years of the timeline, brushed by a hand that stops on its way, and chosen by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser

CHART = "[data-testid=stVegaLiteChart]"
PAUSE = 900
"""Milliseconds that a hand rests: longer than the browser waits before it tells the server."""


def overview(atlas: Atlas) -> Locator:
    """The small chart of all years: the first on the page."""
    return atlas.page.locator(CHART).first


def point(atlas: Atlas, year: float) -> tuple[float, float]:
    """Where a year lies on the small chart, in pixels of the page."""
    box = overview(atlas).locator("canvas, svg").first.bounding_box()
    assert box
    return box["x"] + 5 + (year - 1973) / 54 * (box["width"] - 10), box["y"] + 20


def years_seen(atlas: Atlas) -> list[int]:
    return [int(handle.input_value()) for handle in atlas.years]


def test_a_span_is_brushed_moved_and_set_by_keys(visit: Callable[..., Atlas]) -> None:
    atlas = visit("timeline?lang=en", shows=CHART)
    mouse = atlas.page.mouse
    mouse.move(*point(atlas, 1985.1))
    mouse.down()
    mouse.move(*point(atlas, 1992), steps=4)
    atlas.page.wait_for_timeout(PAUSE)  # the page is drawn anew under the hand
    mouse.move(*point(atlas, 2001.9), steps=4)
    mouse.up()
    atlas.quiet()
    first, last = years_seen(atlas)
    assert abs(first - 1985) <= 1 and abs(last - 2001) <= 1, "the hand lost what it held"
    atlas.expect_query(lang="en", years=[str(first), str(last)])
    expect(atlas.finding.first).to_contain_text(f"at the end of {last}")

    mouse.move(*point(atlas, 1993))
    mouse.down()
    mouse.move(*point(atlas, 2003), steps=6)
    mouse.up()
    atlas.quiet()
    moved = years_seen(atlas)
    assert all(
        abs(now - before - 10) <= 1 for now, before in zip(moved, (first, last), strict=True)
    )

    atlas.press("ArrowLeft", times=3)
    atlas.quiet()
    assert years_seen(atlas) == [moved[0], moved[1] - 3]
    mouse.dblclick(*point(atlas, 1978))
    atlas.quiet()
    assert years_seen(atlas) == [1973, 2026], "a double click shows all years"
