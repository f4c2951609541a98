"""The browser that the tests drive: which one, and how it draws without a graphics card."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MESA = ["--use-gl=angle", "--use-angle=gles-egl", "--disable-gpu-compositing"]
"""Mesa's renderer draws the map in a third of the time that Chromium's own needs; and with the
page itself put together without it, a page is there in four seconds instead of fourteen."""
SWIFTSHADER = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
"""Chromium's own renderer: everywhere, and slow."""

SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

RENDERER = """() => {
  const gl = document.createElement("canvas").getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : "";
}"""


def launched(playwright: Playwright) -> Browser:
    """A Chromium: Playwright's own, or the machine's.

    Without any, the tests are skipped; where CI is set they fail, because there they must run.
    """
    path = _path(playwright)
    if path is None:
        reason = f"no browser: neither Playwright's Chromium nor {', '.join(SYSTEM_BROWSERS)}"
        if os.environ.get("CI", "").lower() not in ("", "0", "false"):
            pytest.fail(reason)
        pytest.skip(reason)
    chromium = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *MESA])
    if _draws_with_mesa(chromium):
        return chromium
    chromium.close()
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *SWIFTSHADER])


def _draws_with_mesa(chromium: Browser) -> bool:
    """Whether WebGL is there and is not Chromium's own."""
    page = chromium.new_page()
    renderer = page.evaluate(RENDERER)
    page.close()
    return bool(renderer) and "SwiftShader" not in renderer


def _path(playwright: Playwright) -> str | None:
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None)
