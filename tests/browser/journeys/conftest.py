"""Readers who come by the front door, and the contact sheet of what they saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.journeys.contact_sheet import ContactSheet
from tests.browser.journeys.reader import Reader
from tests.browser.server import HOUSE, Server

PICTURES = HOUSE / "build" / "journeys"
"""Git ignores it; the sheet of the last run is there to be looked at."""
OUTCOME = pytest.StashKey[bool]()

Welcome = Callable[..., Reader]


@pytest.fixture(scope="session")
def sheet() -> Iterator[ContactSheet]:
    """Where all journeys of this run put their pictures."""
    pictures = ContactSheet(PICTURES)
    yield pictures
    pictures.write()


@pytest.fixture
def welcome(
    browser: Browser, server: Server, sheet: ContactSheet, request: pytest.FixtureRequest
) -> Iterator[Welcome]:
    """Lets readers in, each with a browser of his own; at the end nothing may have gone wrong.

    No error in any console, no request to another host, none that failed, no stack trace on the
    page or in the server's log: in every journey.
    """
    readers: list[Reader] = []

    def let_in(
        at: Server = server,
        *,
        locale: str = "en-GB",
        scheme: str = "light",
        size: tuple[int, int] = (1440, 900),
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale=locale,
        )
        journey = request.node.name.removeprefix("test_").replace("_", " ")
        reader = Reader(context, at, sheet, journey)
        readers.append(reader)
        reader.arrive()
        return reader

    yield let_in
    passed = request.node.stash.get(OUTCOME, True)
    faults = _faults(readers, server, passed)
    if passed:
        assert not faults, "unseen by the reader:\n" + "\n".join(faults)
    elif faults:
        request.node.add_report_section("call", "what else went wrong", "\n".join(faults))


def _faults(readers: list[Reader], server: Server, passed: bool) -> list[str]:
    """What went wrong for any of the readers; their browsers are closed."""
    faults = []
    for reader in readers:
        if not passed:
            reader.picture("as it failed")
        faults += reader.faults_at_end()
        reader.context.close()
    for asked in {server, *(reader.server for reader in readers)}:
        faults += asked.new_errors()
    return faults


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[Any]:
    """Let the fixture above know how the journey ended."""
    report = yield
    if report.when == "call":
        item.stash[OUTCOME] = report.passed
    return report
