"""The shortest journey in Firefox: the map stands, and the years go back by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.firefox import Firefox
from tests.browser.server import Server
from tests.programs import program

pytestmark = pytest.mark.browser
LEFT = "\ue012"
"""The arrow key, as WebDriver names it."""


def test_the_years_go_back_by_a_key_in_firefox(server: Server, tmp_path: Path) -> None:
    firefox = Firefox(program("firefox-esr", "firefox"), tmp_path)
    try:
        firefox.go(f"{server.address}/?lang=zh")
        before = firefox.wait_for("document.querySelector('.finding')?.innerText")
        firefox.wait_for("document.querySelector('.wm')?.dataset.drawn && 1")
        firefox.wait_for("document.querySelector('.wm-last')?.focus() ?? 1")
        for _ in range(20):
            firefox.press(LEFT)
        assert "2006" not in before
        firefox.wait_for("document.querySelector('.finding')?.innerText.includes('2006')")
        firefox.wait_for("location.search.includes('2006') && 1")
        assert firefox.value("document.documentElement.lang") == "zh-Hans"
    finally:
        firefox.stop()
