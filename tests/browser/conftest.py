"""A real browser before the running app; whatever goes wrong unseen fails the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.atlas import MAP, Atlas
from tests.browser.chromium import launched
from tests.browser.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a free port of this machine, gone after the last test."""
    running = Server(tmp_path_factory.mktemp("server") / "log.txt")
    try:
        running.wait_until_healthy()
        yield running
    finally:
        running.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(running.process.pid, 0)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this run."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Callable[..., BrowserContext]:
    """A reader's browser for every kind of reader, kept so that it fetches the app's code once."""

    @cache
    def reader(
        size: tuple[int, int], scheme: str, locale: str, user_agent: str | None, touch: bool
    ) -> BrowserContext:
        return browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale=locale,
            user_agent=user_agent,
            has_touch=touch,
        )

    return reader


@pytest.fixture
def visit(readers: Callable[..., BrowserContext], server: Server) -> Iterator[Callable[..., Atlas]]:
    """Opens the atlas, each time in a session of its own; at the end looks for faults."""
    visits: list[Atlas] = []

    def open_page(
        query: str = "",
        *,
        size: tuple[int, int] = (1440, 900),
        scheme: str = "light",
        locale: str = "en-GB",
        user_agent: str | None = None,
        touch: bool = False,
        script: str = "",
        shows: str = MAP,
    ) -> Atlas:
        page = readers(size, scheme, locale, user_agent, touch).new_page()
        if script:  # of the reader's browser, before any of the page's own
            page.add_init_script(script)
        atlas = Atlas(page, server)
        visits.append(atlas)
        atlas.go(query, shows)
        return atlas

    yield open_page
    faults = [fault for atlas in visits for fault in atlas.new_faults()] + server.new_errors()
    for atlas in visits:
        atlas.page.close()
    assert not faults, "\n".join(faults)
