"""A reader who has never been here wants the map on a slide, and looks for it with his eyes."""

from __future__ import annotations

import time

import pytest

from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import download, size_of_png, title_of_png

pytestmark = pytest.mark.browser

MINUTE = 60
"""Seconds from the front door to the file, with what the reader needs to find it."""


def test_a_first_picture_within_a_minute(welcome: Welcome) -> None:
    begun = time.monotonic()
    reader = welcome()
    button = reader.button("Download picture")
    box = button.bounding_box()
    assert box and box["y"] + box["height"] <= 900, f"the way to a picture is out of sight: {box}"
    name, png = download(reader, "Download picture")
    assert time.monotonic() - begun < MINUTE
    assert name.endswith(".png") and size_of_png(png) == (1920, 1080)
    assert title_of_png(png) == reader.headline
    reader.picture("the map that was taken along")
