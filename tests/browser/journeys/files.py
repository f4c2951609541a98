"""Files that a reader takes along."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

from lxml import etree
from PIL import Image
from playwright.sync_api import Locator
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.atlas import SLOW
from tests.browser.journeys.reader import LOADED, Reader


def download(reader: Reader, button: str) -> tuple[str, bytes]:
    """The name and the content of the file that a button gives."""
    with reader.page.expect_download(timeout=SLOW) as coming:
        reader.button(button).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def size_of_png(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; fails if it is no PNG."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n"), "the file is no PNG"
    return Image.open(io.BytesIO(content)).size


def title_of_png(content: bytes) -> str:
    """The title that is written into a PNG."""
    return str(Image.open(io.BytesIO(content)).info["Title"])


def shown_in(reader: Reader, picture: Locator) -> bytes:
    """The file that an image on the page is made from, once the image is there."""
    reader.until(
        lambda: picture.evaluate(LOADED),
        lambda: f"the picture at {picture.get_attribute('src')} does not come",
    )
    told = picture.evaluate(
        """async (e) => {
          const bytes = new Uint8Array(await (await fetch(e.currentSrc)).arrayBuffer());
          let text = "";
          for (const one of bytes) text += String.fromCharCode(one);
          return btoa(text);
        }"""
    )
    return base64.b64decode(told)


def words_of(name: str) -> set[str]:
    """The words of which the name of a file is made."""
    return set(re.split(r"[-_.]", name))


def size_of_pdf(content: bytes) -> tuple[float, float]:
    """Width and height of the one page in points; fails if it is no PDF of one page."""
    assert content.startswith(b"%PDF-"), "the file is no PDF"
    (page,) = PdfReader(io.BytesIO(content)).pages
    return float(page.mediabox.width), float(page.mediabox.height)


def titles_of(deck: bytes) -> list[str]:
    """The titles of the slides of a PowerPoint file; empty where a slide has none."""
    slides = Presentation(io.BytesIO(deck)).slides
    return [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in slides]


def size_of_svg(content: bytes) -> tuple[str | None, str | None]:
    """Width and height as they are written; fails if it is no SVG."""
    root = etree.fromstring(content)
    assert etree.QName(root).localname == "svg", "the file is no SVG"
    return root.get("width"), root.get("height")
