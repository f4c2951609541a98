"""Readers who come by the front door, and the contact sheet of what they saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.journeys.contact_sheet import ContactSheet
from tests.browser.journeys.reader import Reader
from tests.browser.server import Server

PICTURES = Path(__file__).with_name(".pictures")
"""Git ignores it; the sheet of the last run is there to be looked at."""
READERS = pytest.StashKey[list[Reader]]()

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
    readers = request.node.stash[READERS] = list[Reader]()

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
    faults = _faults(readers)
    for reader in readers:
        reader.context.close()
    assert not faults, "unseen by the reader:\n" + "\n".join(faults)


def _faults(readers: list[Reader]) -> list[str]:
    """What went wrong since last asked, unseen by the readers and in the logs of their servers."""
    faults = [fault for reader in readers for fault in reader.new_faults()]
    for server in {reader.server for reader in readers}:
        faults += server.new_errors()
    return faults


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[Any]:
    """Of a journey that fails, show how the page looked, and tell what went wrong unseen."""
    report = yield
    if report.when == "call" and report.failed:
        readers = item.stash.get(READERS, [])
        for reader in readers:
            reader.picture("as it failed")
        report.sections.append(("unseen by the reader", "\n".join(_faults(readers))))
    return report
