"""The browser that the tests drive: which one, and how it draws without a graphics card."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.programs import program

WITHOUT = [
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AimEnabled", "PreconnectToSearch", "OptimizationHints", "NetworkTimeServiceQuerying"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "MediaRouter", "LensOverlay"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
]
"""Features of Chromium that are off. The first two build the lists below the address line, which
nobody sees, anew for every window: a fifth of the time that a page takes. The others are those that
Playwright leaves out, for there is one list only."""
FLAGS = [
    "--no-sandbox",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-features=" + ",".join(WITHOUT),
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
    """A Chromium: Playwright's own, or the machine's."""
    own = playwright.chromium.executable_path
    path = own if Path(own).exists() else program(*SYSTEM_BROWSERS)
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
