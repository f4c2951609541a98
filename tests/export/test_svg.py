"""SVG put together: text stays text, pictures inside pictures keep their names apart."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from geo.export.render import png
from geo.style import svg
from geo.style.text import drawable

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><svg onload="x()">',
    "a & b < c",
    "]]>",
    "&lt;b&gt;",
    "'",
]
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
    '<defs><clipPath id="clip"><rect width="40" height="20"/></clipPath>'
    '<linearGradient id="shade"><stop stop-color="{colour}"/></linearGradient></defs>'
    '<g clip-path="url(#clip)"><rect width="40" height="20" fill="url(#shade)"/></g></svg>'
)


@pytest.mark.parametrize("sentence", HOSTILE)
def test_markup_in_a_text_is_drawn_letter_by_letter(sentence: str) -> None:
    root = ET.fromstring(svg.sheet(200, 50, [svg.text(sentence, 0, 20, 12, "#000")], None))
    assert [child.tag for child in root.iter()] == [f"{SVG}svg", f"{SVG}text"]
    assert root[0].text == sentence


@given(st.text(max_size=30).map(drawable))
def test_any_drawable_text_survives_as_it_is_also_as_outlines(sentence: str) -> None:
    picture = svg.sheet(200, 50, [svg.text(sentence, 0, 20, 12, "#000")], None)
    assert (ET.fromstring(picture)[0].text or "") == sentence
    outlined = ET.fromstring(svg.outlined(picture))
    assert not list(outlined.iter(f"{SVG}text"))
    assert [g.get("aria-label") for g in outlined.iter(f"{SVG}g") if g.get("aria-label")] == (
        [sentence] if sentence else []
    )


def test_pictures_inside_a_picture_keep_their_names_apart() -> None:
    parts = [
        svg.inside(PICTURE.format(colour=colour), x, 0, 40, 20, name)
        for name, colour, x in (("one", "#FF0000", 0), ("two", "#0000FF", 50))
    ]
    whole = svg.sheet(90, 20, parts, None)
    root = ET.fromstring(whole)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names)) == 4
    pixels = Image.open(BytesIO(png(whole))).convert("RGB")
    assert pixels.getpixel((20, 10)) == (255, 0, 0)
    assert pixels.getpixel((70, 10)) == (0, 0, 255)


def test_a_picture_inside_another_is_as_large_as_its_box_allows_and_not_stretched() -> None:
    placed = svg.inside(PICTURE.format(colour="#FF0000"), 0, 0, 100, 100, "p")
    pixels = Image.open(BytesIO(png(svg.sheet(100, 100, [placed], None)))).convert("RGBA")
    assert pixels.getbbox() == (0, 0, 100, 50)


def test_a_picture_without_a_view_box_is_refused() -> None:
    bare = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"></svg>'
    with pytest.raises(ValueError, match="view box"):
        svg.inside(bare, 0, 0, 10, 10, "p")
    with pytest.raises(ValueError, match="view box"):
        svg.size_of(bare)


def test_a_resized_picture_shows_the_same_in_another_size() -> None:
    picture = PICTURE.format(colour="#FF0000")
    larger = svg.resized(picture, 80, 40)
    assert svg.size_of(larger) == svg.size_of(picture) == (40, 20)
    pixels = Image.open(BytesIO(png(larger))).convert("RGB")
    assert pixels.size == (80, 40)
    assert pixels.getpixel((78, 38)) == (255, 0, 0)


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_outlines_keep_paint_place_and_names_of_their_glyphs(anchor: str) -> None:
    text = svg.text("Łódź 上海", 100, 30, 20, "#123456", bold=True, anchor=anchor)
    root = ET.fromstring(svg.outlined(svg.sheet(200, 50, [text], None)))
    [group] = [g for g in root.iter(f"{SVG}g") if g.get("aria-label")]
    assert group.get("fill") == "#123456"
    used = {str(use.get("href")).removeprefix("#") for use in group.iter(f"{SVG}use")}
    assert used == {path.get("id") for path in root.iter(f"{SVG}path")}
    assert len(used) == 7  # Ł ó d ź, blank, 上 海


def test_what_is_not_text_is_left_as_it_is_by_outlines() -> None:
    picture = PICTURE.format(colour="#FF0000")
    assert png(svg.outlined(picture)) == png(picture)
