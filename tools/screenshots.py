"""Take the README's pictures: the map page in a browser, the slide from the command line.

    python -m tools.screenshots

Needs requirements-dev.txt and a Chromium on the machine. A server of its own is started on a free
port of this machine and stopped again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copy, which

from playwright.sync_api import sync_playwright

from benchmarks.load.served import KINDS, served

HOUSE = Path(__file__).resolve().parents[1]
DOCS = HOUSE / "docs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1440, 900)
DRAWN = 3000
"""Milliseconds after which a map that is there stands still."""


def map_page(target: Path) -> None:
    """The map page in English, as a laptop shows it.

    Raises:
        RuntimeError: there is no browser.
    """
    browser = next(filter(None, map(which, BROWSERS)), None)
    if browser is None:
        raise RuntimeError(f"No browser: none of {', '.join(BROWSERS)}.")
    with served(KINDS[0]) as where, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="en-GB")
        page.goto(f"{where.address}/?lang=en")
        page.locator(".wm[data-drawn]").wait_for(timeout=60_000)
        page.wait_for_timeout(DRAWN)
        page.screenshot(path=target)
        chromium.close()


def map_slide(target: Path) -> None:
    """The map as a slide in Chinese.

    Raises:
        CalledProcessError: it is not made; why has been said.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "geo.export", folder]
        chosen = ["--lang", "zh", "--kind", "png", "--picture", "map"]
        subprocess.run([*command, *chosen], cwd=HOUSE, check=True)
        (made,) = Path(folder).rglob("*.png")
        copy(made, target)


def main() -> None:
    """Take both."""
    map_page(DOCS / "map-en.png")
    map_slide(DOCS / "slide-zh.png")


if __name__ == "__main__":
    main()
