"""Whatever stands in an address, every page is drawn, and nothing of it stands there as HTML."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import app_test

from geo.export.pages import PAGES
from geo.ties.address import NEAR_NAMES, OTHERS
from geo.ties.parameters import READERS
from tests.naughty import MARKUP, VALUES
from tests.pages.app import APP, Started, opened_on, read, written

SHORT = [value for value in VALUES if len(value) < 500 and value.isprintable()]
CONFIG = Path(APP).with_name(".streamlit") / "config.toml"


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_test, "PagesManager", Started)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_drawn_whatever_stands_in_its_address(page: str) -> None:
    names = sorted({*READERS, *OTHERS, *NEAR_NAMES} - {"lang", "language"})
    query = {
        name: [MARKUP, *(SHORT[(3 * number + step) % len(SHORT)] for step in range(3))]
        for number, name in enumerate(names)
    }
    at = opened_on(page or "map", **query | {MARKUP: [MARKUP], "q": [MARKUP], "lang": "en"})
    assert ("Not understood in the address" in read(at)) == (page == ""), "said where one arrives"
    assert MARKUP in read(at), "the text that is searched for is not shown as text"
    shown = [*(one.proto.body for one in at.get("html")), *(one.value for one in at.markdown)]
    assert not [text for text in shown if "<img src=x" in text or "onerror=alert(1)>" in text]
    assert "<script>alert" not in written(at)


def test_the_server_takes_no_larger_file_than_a_page_offers_to_read() -> None:
    most = tomllib.loads(CONFIG.read_text("utf-8"))["server"]["maxUploadSize"]
    offered = [one.proto.max_upload_size_mb for one in opened_on("data").get("file_uploader")]
    assert len(offered) == 2 and max(offered) == most
