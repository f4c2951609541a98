"""The atlas behind a base path, and after a restart of its server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download, shown_in, size_of_png
from tests.browser.journeys.seeing import on_the_whole_screen
from tests.browser.server import Server

pytestmark = pytest.mark.browser

Serve = Callable[[str], Server]
BASE = "atlas"
CONNECTED = "[data-test-connection-state=CONNECTED]"


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Starts a server of the test's own, which is gone after it."""
    started: list[Server] = []

    def start(base: str = "") -> Server:
        started.append(Server(tmp_path_factory.mktemp("server") / "log.txt", base))
        started[0].wait_until_healthy()
        return started[0]

    yield start
    for server in started:
        server.stop()


@pytest.mark.long
def test_behind_a_base_path(serve: Serve, welcome: Welcome) -> None:
    reader = welcome(serve(BASE))
    reader.choose("Country", "Germany")
    assert urlsplit(reader.page.url).path.strip("/") == BASE
    reader.marks(reader.figure("Partners"))
    reader.picture("map")
    reader.reload("behind a base path")
    assert size_of_png(download(reader, "Download picture")[1]) == (1920, 1080)

    reader.page.get_by_role("main").get_by_role("link", name="Pictures and slides").first.click()
    preview = reader.page.get_by_role("main").get_by_role("img").first
    expect(preview).to_be_visible(timeout=SLOW)
    assert size_of_png(shown_in(reader, preview)) == (1920, 1080)
    reader.picture("Pictures and slides")
    reader.to("Capital or port?")
    reader.presenting.click()
    reader.until(lambda: on_the_whole_screen(reader.page), lambda: "no picture on the screen", SLOW)
    reader.picture("whole screen")
    reader.page.keyboard.press("Escape")
    reader.settled()
    reader.page.get_by_role("main").get_by_role("link", name="Hamburg").first.click()
    reader.until(lambda: reader.sees()["the card"], lambda: f"no card at {reader.page.url}", SLOW)
    assert urlsplit(reader.page.url).path.strip("/") == BASE
    reader.at_rest("come to the map by a name on Capital or port")


@pytest.mark.long
def test_after_a_restart_of_the_server(serve: Serve, welcome: Welcome) -> None:
    server = serve("")
    reader = welcome(server)
    reader.choose("Country", "Germany")
    whole = reader.years_seen
    reader.press("ArrowLeft", times=3)
    reader.until(lambda: "years" in reader.query, lambda: "the years do not move")
    reader.at_rest("before the restart")
    told = reader.query
    with reader.heard.server_away():
        server.stop()
        reader.page.locator(f":not({CONNECTED})[data-test-connection-state]").wait_for()
        server.start_again()
        reader.page.locator(CONNECTED).wait_for()
        reader.quiet()
    reader.page.get_by_role("toolbar", name="Chinese city").get_by_role(
        "button", name="Beijing"
    ).click()
    wanted = told | {"home": ["shanghai"]}
    reader.until(
        lambda: reader.query == wanted,
        lambda: f"the first click after a restart is lost: {reader.page.url} instead of {wanted}",
    )
    reader.at_rest("after a restart")
    reader.picture("after a restart")
    path = urlsplit(reader.page.url).path
    assert path == "/", f"after a restart the address is {path}, which no reload finds"
    reader.button("Reset").click()
    reader.until(
        lambda: reader.years_seen == whole,
        lambda: f"after a restart the years stay at {reader.years_seen}, whatever is reset",
    )
    reader.at_rest("reset after a restart")
    reader.reload("after a restart")
