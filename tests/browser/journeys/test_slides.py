"""A reader makes pictures for a presentation, with words of his own, and takes them along."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image, ImageSequence
from playwright.sync_api import expect

from tests.browser.atlas import SLOW
from tests.browser.journeys.conftest import Welcome
from tests.browser.journeys.files import (
    download,
    shown_in,
    size_of_pdf,
    size_of_png,
    size_of_svg,
    titles_of,
    words_of,
)
from tests.browser.journeys.reader import Reader

pytestmark = pytest.mark.browser

OURS = "Ours: <b>A & B</b> 友城"
"""A title as a reader may write one: with letters that mean something to HTML, and Chinese."""


def test_slides_with_words_of_ones_own(welcome: Welcome) -> None:
    reader = welcome()
    reader.to("Pictures and slides")
    preview = _Preview(reader)
    computed = reader.page.get_by_role("textbox", name="Title", exact=True).input_value()
    assert computed == reader.headline, "the title offered is not the finding"
    assert _brightness(preview.file) > 200
    _entitle(reader, OURS)
    preview.changes("another title")
    preview.pick("Background", "dark")
    assert _brightness(preview.file) < 60, "the ground is not dark"
    preview.pick("Format", "4:3, 2160 × 1620")
    reader.picture("own title, dark, 4 to 3")

    name, png = download(reader, "PNG")
    reader.sheet.add(reader.journey, "the file", png)
    assert png == preview.file, "the PNG is not the picture that is shown"
    assert size_of_png(png) == (2160, 1620)
    assert words_of(name) >= {"shanghai", "beijing", "map", "dark", "4x3", "png"}, name
    across, down = size_of_svg(download(reader, "SVG")[1])
    assert int(across or 0) * 3 == int(down or 0) * 4, f"the SVG is {across} by {down}"
    width, height = size_of_pdf(download(reader, "PDF")[1])
    assert width * 3 == height * 4, f"the PDF is {width} by {height}"
    assert titles_of(download(reader, "PowerPoint")[1]) == [OURS]

    reader.to("Map")
    reader.to("Pictures and slides")
    title = reader.page.get_by_role("textbox", name="Title", exact=True)
    expect(title).to_have_value(OURS)
    reader.button("Restore automatic text").click()
    expect(title).to_have_value(computed)


@pytest.mark.long
def test_slides_as_a_deck_and_a_film(welcome: Welcome) -> None:
    reader = welcome()
    reader.to("Pictures and slides")
    reader.button("Make the film").click()
    stop = reader.button("Stop")
    expect(stop).to_be_visible()
    reader.picture("a film in the making")
    stop.click()
    expect(reader.button("Make the film")).to_be_visible()
    expect(stop).to_have_count(0)

    reader.to("Map")
    end = reader.years_seen[1]
    reader.years[0].press("End")
    reader.press("ArrowLeft", times=2, handle=0)
    reader.until(
        lambda: reader.query.get("years") == [str(end - 2), str(end)],
        lambda: f"the years do not move: {reader.page.url}",
    )
    reader.to("Pictures and slides")
    film = _made(reader, "Make the film")
    pictures = [frame.convert("RGB") for frame in ImageSequence.Iterator(Image.open(film))]
    assert len(pictures) == 3, f"{len(pictures)} pictures for three years"
    for place, picture in enumerate(pictures):
        shot = io.BytesIO()
        picture.save(shot, "png")
        reader.sheet.add(reader.journey, f"film, picture {place + 1}", shot.getvalue())

    _entitle(reader, OURS)
    deck = reader.page.get_by_role("group").filter(
        has=reader.page.get_by_role("combobox", name="Pictures to include")
    )
    deck.get_by_role("button", name="Clear all").click()
    for one in ("Map", "Where the partners fall"):
        _add(reader, one)
    titles = titles_of(_made(reader, "Create presentation (PowerPoint)").getvalue())
    assert len(titles) == 2 and titles[0] == OURS, titles
    reader.picture("a deck and a film")


class _Preview:
    """The picture on the page, and the file that it is made from."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.image = reader.page.get_by_role("main").get_by_role("img").first
        expect(self.image).to_be_visible(timeout=SLOW)
        self.source = self.image.get_attribute("src")

    @property
    def file(self) -> bytes:
        """The PNG that is shown."""
        return shown_in(self.reader, self.image)

    def changes(self, why: str) -> None:
        """Wait until another picture is shown."""
        self.reader.until(
            lambda: self.image.get_attribute("src") != self.source,
            lambda: f"{why}, and the picture stays the same",
            SLOW,
        )
        self.reader.quiet()
        self.source = self.image.get_attribute("src")

    def pick(self, box: str, option: str) -> None:
        """Pick an option of a box, and wait for the picture that it makes."""
        self.reader.page.get_by_role("combobox", name=box).click()
        self.reader.page.get_by_role("option", name=option, exact=True).click()
        self.changes(f"{box}: {option}")


def _entitle(reader: Reader, title: str) -> None:
    """Write a title over the one that is offered."""
    field = reader.page.get_by_role("textbox", name="Title", exact=True)
    field.click()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type(title)
    reader.page.keyboard.press("Control+Enter")
    expect(reader.button("Restore automatic text")).to_be_visible()


def _add(reader: Reader, picture: str) -> None:
    """Add a picture to the deck, once what was done before has been followed."""
    reader.quiet()
    box = reader.page.get_by_role("combobox", name="Pictures to include")
    option = reader.page.get_by_role("option", name=picture, exact=True)

    def opens() -> bool:  # drawn anew while it opens, the box closes again
        if not option.is_visible():
            box.click()
        return option.is_visible()

    reader.until(opens, lambda: f"{picture} is not offered")
    option.click()
    reader.page.keyboard.press("Escape")
    expect(reader.button(f"Remove {picture}")).to_be_visible()


def _made(reader: Reader, button: str) -> io.BytesIO:
    """Have a file made that takes its time, and take it along."""
    reader.quiet()
    offered = reader.page.get_by_role("button", name=re.compile(r"^Download shanghai"))
    before = offered.count()  # before the click: a file that is kept comes at once
    reader.button(button).click()
    expect(offered).to_have_count(before + 1, timeout=SLOW)
    with reader.page.expect_download(timeout=SLOW) as coming:
        offered.first.click()
    return io.BytesIO(coming.value.path().read_bytes())


def _brightness(png: bytes) -> int:
    """Of the ground in the upper left corner: 0 is black, 255 white."""
    pixel = Image.open(io.BytesIO(png)).convert("L").getpixel((4, 4))
    assert isinstance(pixel, int)
    return pixel
