"""A real browser before the running app; whatever goes wrong unseen fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from tests.browser.atlas import MAP, Atlas, Server

FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",  # WebGL without a graphics card
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


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
    """A Chromium: Playwright's own, or the machine's."""
    with sync_playwright() as playwright:
        path = _browser_path(playwright)
        if path is None:
            reason = f"no browser: neither Playwright's Chromium nor {', '.join(SYSTEM_BROWSERS)}"
            if os.environ.get("CI", "").lower() not in ("", "0", "false"):
                pytest.fail(reason)
            pytest.skip(reason)
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Callable[..., BrowserContext]:
    """A reader's browser for every kind of reader, kept so that it fetches the app's code once."""

    @cache
    def reader(
        size: tuple[int, int], scheme: str, locale: str, user_agent: str | None
    ) -> BrowserContext:
        return browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale=locale,
            user_agent=user_agent,
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
        shows: str = MAP,
    ) -> Atlas:
        page = readers(size, scheme, locale, user_agent).new_page()
        atlas = Atlas(page, server)
        visits.append(atlas)
        atlas.go(query, shows)
        return atlas

    yield open_page
    faults = [fault for atlas in visits for fault in atlas.faults_at_end()] + server.new_errors()
    for atlas in visits:
        atlas.page.close()
    assert not faults, "\n".join(faults)


def _browser_path(playwright: Playwright) -> str | None:
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None)
