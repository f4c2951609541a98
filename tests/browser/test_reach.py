"""A reader without a mouse, with large type, or who wants no motion, comes to everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from geo.export.pages import PAGES
from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser

FINDING = ".finding"
MOST_STOPS = 900
"""A page has not more to come to by Tab."""
STOP = """async () => {
  const inner = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const look = (element) => {
    const looks = [];
    for (let part = element; part && looks.length < 12;
        part = part.parentElement ?? part.getRootNode().host) {
      for (const pseudo of [null, "::before", "::after"]) {
        const s = getComputedStyle(part, pseudo);
        looks.push([s.outlineStyle === "none" ? "" : s.outlineWidth + s.outlineColor, s.boxShadow,
          s.borderColor, s.backgroundColor, s.textDecorationLine].join());
      }
    }
    return looks.join("|");
  };
  const last = window.atlasLast;
  const unseen = last?.element.isConnected && last.look === look(last.element) ? last.what : "";
  const at = inner();
  window.atlasSeen ??= new Set();
  if (!at || at === document.body || window.atlasSeen.has(at)) {
    window.atlasLast = null;
    return { unseen, end: true };
  }
  window.atlasSeen.add(at);
  if (at.matches("input, textarea")) // its frame is drawn a moment later
    await new Promise((done) => setTimeout(done, 100));
  const name = at.getAttribute("aria-label") || at.textContent || at.title || "";
  const what = `${at.tagName} ${at.className} ${at.dataset.testid ?? ""} ${name}`.slice(0, 140);
  window.atlasLast = { element: at, what, look: look(at) };
  return { unseen, end: false };
}"""
"""Goes on with the focus: what had it before and looks the same without it; whether it is back at
the start, or has left the page."""
CUT = """() => {
  const found = [];
  const scrolls = (element) => {
    for (let part = element; part; part = part.parentElement ?? part.getRootNode().host) {
      if (part.dataset?.testid === "stMain") return false;
      if (["auto", "scroll"].includes(getComputedStyle(part).overflowX)) return true;
    }
    return false;
  };
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const says = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
      if (!says || !element.checkVisibility()) continue;
      const { width, right } = element.getBoundingClientRect();
      if (width < 3) continue;
      const { overflowX } = getComputedStyle(element);
      const hides = ["hidden", "clip"].includes(overflowX);
      if (hides && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${element.textContent}`);
      else if (right > window.innerWidth + 1 && !scrolls(element))
        found.push(`beyond the page: ${element.textContent}`);
    }
  };
  walk(document);
  const main = document.querySelector("[data-testid=stMain]");
  if (main.scrollWidth > main.clientWidth) found.push("the page scrolls sideways");
  return found;
}"""
"""Texts that are cut off or lie beyond the edge of the page."""
MOVING = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      const longest = Math.max(...`${transitionDuration},${animationDuration}`.split(",")
        .map((one) => Number.parseFloat(one)));
      if (longest > 0.011) found.push(`${element.tagName} ${element.className} ${longest}`);
    }
  };
  walk(document);
  return [...new Set(found)];
}"""
"""What takes time to change its look."""
CANVAS = "data-grid-canvas"
"""Streamlit's table draws the focus on its canvas, into a cell."""


def without_focus(page: Page) -> list[str]:
    """What of a page looks the same with the focus and without, from its top to its end by Tab."""
    found: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop: dict[str, Any] = page.evaluate(STOP)
        if stop["unseen"] and CANVAS not in stop["unseen"]:
            found.append(stop["unseen"])
        if stop["end"]:
            return found
    raise AssertionError("the focus does not come to the end of the page")


def at_rest(visit: Callable[..., Atlas], query: str, size: tuple[int, int]) -> Atlas:
    """A page for a reader who wants no motion."""
    atlas = visit(query, size=size, shows=FINDING)
    atlas.page.emulate_media(reduced_motion="reduce")
    atlas.quiet()
    return atlas


def all_but(page: str) -> list[Any]:
    """Every page; all but one, which differs most from others, in the long run."""
    return [page, *(pytest.param(one, marks=pytest.mark.long) for one in PAGES if one != page)]


@pytest.mark.parametrize("page", all_but(""))
def test_tab_comes_to_everything_and_the_focus_is_seen(
    page: str, visit: Callable[..., Atlas]
) -> None:
    atlas = at_rest(visit, f"{page}?lang=en", (1440, 900))
    assert not atlas.page.evaluate(MOVING)
    assert not without_focus(atlas.page)


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_type_of_twice_the_size_is_neither_cut_nor_beyond_the_page(
    page: str, visit: Callable[..., Atlas]
) -> None:
    """A desk's page at 200 per cent is half as wide (WCAG 2.2, 1.4.4 and 1.4.10)."""
    for lang in ("en", "zh"):
        atlas = at_rest(visit, f"{page}?lang={lang}", (720, 450))
        assert not atlas.page.evaluate(CUT)
