"""A replica dies while somebody reads: the other goes on where it was."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from geo.data import archived
from geo.intake.asked import Asked
from geo.intake.package import package_of
from geo.intake.reading import read_text
from tests.browser.journeys.conftest import Welcome
from tests.browser.replicas import Replicas, replicas

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SECONDS = 20
"""So long the change to another replica may take on a busy machine, in which a page takes eight."""
LIST = "Partner,Country,Established\nHamburg,Germany,1986-05-29\nYokohama,Japan,1973-11-30\n"


@pytest.fixture(params=["", pytest.param("atlas", marks=pytest.mark.long)])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Replicas]:
    with replicas(tmp_path_factory.mktemp("replicas"), request.param) as behind:
        yield behind


def test_a_replica_dies_while_a_reader_types(served: Replicas, welcome: Welcome) -> None:
    reader = welcome(served)
    page = reader.page
    asked = Asked("Qingdao")
    package = archived(package_of(read_text(LIST, asked), asked).files)
    reader.button("Add your own list").click()
    box = page.get_by_role("region", name=re.compile("^A file with one tie a row"))
    box.locator("input[type=file]").set_input_files(
        [{"name": "list.zip", "mimeType": "application/zip", "buffer": package}]
    )
    reader.until(lambda: "my-qingdao" in reader.query.get("home", []), lambda: page.url)
    reader.quiet()

    first = served.serving(reader.context)
    level = page.get_by_role("toolbar", name="Level").get_by_role("button", name="District")
    level.click()
    reader.until(lambda: "district" in reader.query.get("level", []), lambda: page.url)
    told = reader.query
    reader.name_field.click()
    page.keyboard.type("Ham")
    with reader.heard.server_away():
        os.kill(served.servers[first].process.pid, signal.SIGKILL)
        died = time.monotonic()
        lost = page.get_by_role("alert").filter(has_text="This browser window still has the list")
        expect(lost).to_be_visible(timeout=SECONDS * 1000)
        back = time.monotonic() - died
        reader.quiet()
    assert served.serving(reader.context) != first
    without = {"home": ["shanghai", "beijing"], **reader.query}
    assert without == told | {"home": ["shanghai", "beijing"]}
    expect(reader.name_field).to_have_value("Ham")
    reader.name_field.focus()  # the page says "Press Enter to apply" over it
    page.keyboard.press("End")
    page.keyboard.type("burg")
    page.keyboard.press("Enter")
    reader.until(lambda: reader.query.get("q") == ["Hamburg"], lambda: page.url)

    lost.get_by_role("button", name="Show my list again").click()
    wanted = told | {"q": ["Hamburg"]}
    reader.until(lambda: reader.query == wanted, lambda: f"{reader.query} instead of {wanted}")
    expect(lost).to_be_hidden()
    reader.picture("from the other replica")
    assert back < SECONDS
    print(f"the page was back after {back:.1f} s")
